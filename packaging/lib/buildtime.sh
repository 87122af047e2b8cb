# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by setup.sh: how much time of the processor a build takes. Time on the clock says nothing where a machine
# has other work, and machines differ by a factor of two; so the seconds of the processor are divided by those that
# packaging/lib/reference.cpp takes on the same machine at the same time.

# Seconds of the processor, user and system, that COMMAND… takes: in the variable cpu_seconds. Answers as it answers.
count_cpu() {
    local TIMEFORMAT='%U %S' answer=0 used
    used=$(mktemp)
    { time "$@" 2>&3 || answer=$?; } 3>&2 2>"$used"
    cpu_seconds=$(awk '{ print $1 + $2 }' "$used")
    rm -f -- "$used"
    return $answer
}

# The seconds of the reference by the compiler of the build in FOLDER: in cpu_seconds.
count_reference() {
    local compiler
    compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$1/CMakeCache.txt")
    count_cpu "$compiler" -std=c++20 -O1 -c packaging/lib/reference.cpp -o "$1/reference.o"
}

# Lines of ours that the build in FOLDER has read, each file once, in thousands.
thousand_lines() {
    ninja -C "$1" -t deps | sed -n 's/^    //p' | grep -F "$root/" | grep -vF "$1/" | grep -E '\.(cpp|h)$' | sort -u |
        tr '\n' '\0' | xargs -0 cat | wc -l | awk '{ print $1 / 1000 }'
}

# measure_build FOLDER COMMAND…: runs COMMAND, which builds in FOLDER. When everything was compiled, says how long it
# took and leaves it in FOLDER/buildtime: seconds, thousand lines, seconds of the reference.
measure_build() {
    local folder=$1 before seconds lines reference hits
    shift
    rm -f -- "$folder/buildtime" "$folder/compiler-cache.log"
    # Nor is a build for another system measured, whose compiler its toolchain file names.
    if [[ -e $folder/.ninja_deps ]] || ! grep -q '^CMAKE_CXX_COMPILER:' "$folder/CMakeCache.txt"; then
        "$@"
        return
    fi
    count_reference "$folder"
    before=$cpu_seconds
    CCACHE_STATSLOG=$folder/compiler-cache.log count_cpu "$@" || return
    seconds=$cpu_seconds
    hits=$(grep -cE '^(direct|preprocessed)_cache_hit$' "$folder/compiler-cache.log" 2>/dev/null) || true
    if [[ ${hits:-0} -gt 0 ]]; then
        echo "Time to build: not measured, for the compiler cache had $hits of the files."
        return
    fi
    count_reference "$folder"
    reference=$(awk "BEGIN { print ($before + $cpu_seconds) / 2 }")
    lines=$(thousand_lines "$folder") || lines=0
    if [[ $lines == 0 ]]; then
        echo "Time to build: not measured, for the build does not tell which files it has read."
        return
    fi
    echo "$seconds $lines $reference" >"$folder/buildtime"
    awk '{ printf "Time to build: %.0f s of the processor for %.1f thousand lines, %.2f s each; the reference %.2f s\n",
        $1, $2, $1 / $2, $3 }' "$folder/buildtime"
}

# check_build_time FOLDER MOST: fails when a thousand lines take more than MOST times as long as the reference. A
# build of which nothing is known, because the compiler cache or an earlier build did a part of it, passes and says so.
check_build_time() {
    local folder=$1 most=$2
    if [[ ! -s $folder/buildtime ]]; then
        echo "Time to build: not measured. Remove $folder and switch off the compiler cache (CCACHE_DISABLE=1) to do so."
        return
    fi
    awk -v most="$most" '{
        ratio = $1 / $2 / $3
        printf "Time to build: a thousand lines take %.2f times as long as the reference; %.2f are allowed\n", ratio, most
        exit ratio > most
    }' "$folder/buildtime" ||
        { echo "Building has become slower: see .ninja_log, and CONTRIBUTING.md on what to do." >&2 && return 1; }
}
