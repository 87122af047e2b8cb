# Unity builds (SHANZHI_UNITY): files of one folder are compiled together, so that the headers they share are read and
# their templates made once. Builds for writing code leave it off: then every file is compiled by itself.
#
# A folder is cut after so many files that two compilers are busy to the end. Where it is cut does not matter to the
# files: what one keeps to itself may have no namesake in the others of its folder, which the compiler finds.
set(unity_files 24)

# Files that must be compiled by themselves: their headers define macros that others trip over.
set(unity_alone tests/support/main.cpp)
if(WIN32) # windows.h
    list(APPEND unity_alone app/cli/console.cpp tests/cli/console_test.cpp tests/print/addprinter.cpp tests/print/printer_test.cpp)
endif()

# shanzhi_unity(TARGET…)
function(shanzhi_unity)
    foreach(target IN LISTS ARGN)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP
            UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
        get_target_property(sources ${target} SOURCES)
        get_target_property(home ${target} SOURCE_DIR)
        list(FILTER sources INCLUDE REGEX "\\.cpp$")
        list(SORT sources)
        set(folder_before "")
        foreach(source IN LISTS sources)
            cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${home} NORMALIZE)
            cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE name)
            cmake_path(IS_PREFIX PROJECT_BINARY_DIR "${source}" is_generated)
            if(is_generated OR name IN_LIST unity_alone OR name MATCHES "^\\.\\.")
                continue()
            endif()
            cmake_path(GET name PARENT_PATH folder)
            if(NOT folder STREQUAL folder_before)
                set(folder_before ${folder})
                set(number 0)
            endif()
            math(EXPR part "${number} / ${unity_files}")
            math(EXPR number "${number} + 1")
            string(MAKE_C_IDENTIFIER "${folder}_${part}" group)
            set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${group})
        endforeach()
    endforeach()
endfunction()

# A name in one function may well be that of a constant in another file: only shadowing within a function is a fault here.
# The debug preset, which compiles each file by itself, says the rest.
target_compile_options(shanzhi_flags INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>)

shanzhi_unity(core sample)
if(NOT SHANZHI_CORE_ONLY)
    shanzhi_unity(ui shanzhi-cli)
    if(SHANZHI_TESTS)
        get_property(tests GLOBAL PROPERTY SHANZHI_TEST_BINARIES)
        shanzhi_unity(test_support ${tests})
    endif()
endif()
