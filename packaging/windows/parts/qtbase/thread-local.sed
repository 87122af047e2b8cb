# mingw-w64 frees the memory of thread_local objects before it runs their destructors: a thread that used a regular
# expression would end in a crash. A plain pointer has no destructor; what it leaves behind (32 kB for a thread that
# met an expression too deep for the usual stack) is the price.
s/^static thread_local std::unique_ptr<pcre2_jit_stack_16, PcreJitStackFree> jitStacks;$/static thread_local pcre2_jit_stack_16 *jitStacks = nullptr;/
s/^    return jitStacks\.get();$/    return jitStacks;/
s/^        jitStacks\.reset(\(pcre2_jit_stack_create_16(.*)\));$/        jitStacks = \1;/
