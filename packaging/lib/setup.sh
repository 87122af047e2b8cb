# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run, packaging/test and .ci/run: where the project lies, words, packages, build.
# Bash only; leaves the shell in the project's folder.

set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
cd -- "$root"
. packaging/lib/buildtime.sh

# File names, sheets and messages are Chinese: everything below speaks UTF-8, whatever the machine's setting.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '\n== %s\n' "$*"; }
fail() {
    printf '\n!! %s\n' "$*" >&2
    exit 1
}

# What Debian 12 must have, by purpose.
build_packages=(
    g++ cmake ninja-build
    qt6-base-dev qt6-charts-dev libqt6opengl6-dev
    libicu-dev libsqlite3-dev libxlsxwriter-dev libminizip-dev libmimalloc-dev libpugixml-dev nettle-dev zlib1g-dev python3-fonttools librsvg2-bin
)
use_packages=(libqt6sql6-sqlite qt6-translations-l10n fonts-noto-cjk)
window_packages=(qt6-wayland)
test_packages=(catch2 poppler-utils)
windows_core_packages=(g++-mingw-w64-x86-64-posix libz-mingw-w64-dev dpkg-dev icu-devtools tcl autoconf qt6-base-dev-tools ccache)
windows_packages=("${windows_core_packages[@]}" nsis zip qt6-tools-dev-tools qt6-l10n-tools)
windows_verify_packages=(wine64 wine locales xvfb xdotool imagemagick ghostscript unzip catch2 poppler-utils fonts-noto-cjk)
debian_packages=(debhelper lintian desktop-file-utils appstream git)
debian_verify_packages=(debootstrap xvfb openbox x11-utils xdotool imagemagick poppler-utils)
lint_packages=(clang-14 libclang-rt-14-dev clang-format-14 clang-tidy-14 ccache)

# need_packages NAME…: installs those that are missing. Does nothing, and needs no rights, when all are there.
need_packages() {
    local missing=() name
    command -v dpkg-query >/dev/null || {
        say "This is no Debian; taking for granted that these are installed: $*"
        return
    }
    for name in "$@"; do
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local as_root=()
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || fail "These packages are missing, and there is no sudo here. Let the" \
            "administrator run: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" </dev/null
}

# The version, as CMakeLists.txt has it: the one place where it is written.
project_version() { sed -n 's/^project(shanzhi VERSION \([0-9.]*\) .*/\1/p' CMakeLists.txt; }

# When the last commit was made, in seconds: the date of everything that is packed, so that two builds are alike.
commit_time() {
    [[ -z ${SOURCE_DATE_EPOCH:-} ]] || { echo "$SOURCE_DATE_EPOCH" && return; }
    project_git log -1 --format=%ct
}

# git in this folder, also when it belongs to somebody else, as the checkout of a CI often does.
project_git() { git -c safe.directory="$root" "$@"; }

# How many compilers at a time: one a core, but no more than memory holds (about 1.2 GB each).
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1200000) }' /proc/meminfo 2>/dev/null || echo "$cores")
    [[ $memory -ge 1 ]] || memory=1
    echo $((cores < memory ? cores : memory))
}

# build PRESET [TARGET…]: configures and builds a preset of CMakePresets.json.
build() {
    local preset=$1 launcher=()
    shift
    if ccache --version >/dev/null 2>&1; then
        export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    say "Configuring ($preset)"
    cmake --preset "$preset" "${launcher[@]}"
    say "Building ($preset), $(build_jobs) at a time"
    NINJA_STATUS='[%f/%t %es] ' measure_build "$root/build-$preset" \
        cmake --build --preset "$preset" --parallel "$(build_jobs)" ${1:+--target "$@"}
}
