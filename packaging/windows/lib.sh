# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after packaging/lib/setup.sh by the commands of this folder: where things lie, and how parts are made once.

windows=$root/packaging/windows
# Everything made here, outside git. Finished parts are kept: give another folder to share them between checkouts.
output=$root/build-windows
cache=${SHANZHI_WINDOWS_CACHE:-$output}
# The configure scripts of SQLite and nettle do not work in folders with blanks or signs in their names.
if LC_ALL=C grep -q '[^A-Za-z0-9/._+-]' <<<"$cache"; then
    cache=${TMPDIR:-/tmp}/shanzhi-windows-$(id -un)-$(cksum <<<"$root" | cut -d ' ' -f 1)
fi
export SHANZHI_WINDOWS_PREFIX=$cache/prefix
triple=x86_64-w64-mingw32
toolchain=$windows/toolchain.cmake
sources=$cache/src
program_build=$root/build-windows-program
export NINJA_STATUS='[%f/%t %es] '

launcher=()
if ccache --version >/dev/null 2>&1; then
    launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}
fi

size_of() { du -sh --apparent-size "$@" | tail -n 1 | cut -f 1; }

# apt with a list of its own: the Debian archives that this machine uses, for source packages. Needs no rights.
source_apt() {
    local command=$1
    shift
    "$command" -q -o Dir::Etc::SourceList="$cache/apt/sources.list" -o Dir::Etc::SourceParts=- \
        -o Dir::State::Lists="$cache/apt/lists" -o Dir::Cache::PkgCache= -o Dir::Cache::SrcPkgCache= \
        -o APT::Sandbox::User="$(id -un)" -o Acquire::Retries=3 "$@"
}

# A revision that both archives have is taken from the first: the mirrors of the main one hold its files for longer.
main_archive_first() { awk '/-security/ { later = later $0 "\n"; next } { print } END { printf "%s", later }'; }

# update_source_list: reads the archives' lists of source packages, once a day and when apt's archives are others.
update_source_list() {
    local archives=$cache/apt/sources.list
    mkdir -p "$cache/apt/lists/partial"
    # Lists read that way may be of another release than ours where several are configured.
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' \
        "Created-By: Packages" "Origin: Debian" | sort -u | grep ' bookworm' | main_archive_first |
        sed 's#^#deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] #' >"$archives.now"
    [[ -s $archives.now ]] || fail "apt knows no archive of Debian 12 (bookworm). Run apt-get update."
    if cmp -s "$archives.now" "$archives" && [[ -n $(find "$cache/apt/updated" -mmin -1440 2>/dev/null) ]]; then
        return
    fi
    mv "$archives.now" "$archives"
    source_apt apt-get update
    touch "$cache/apt/updated"
}

# fetch PACKAGE: downloads a source package, newest revision first, checks what its authors published against
# sources.txt, and unpacks it with Debian's changes into $sources/PACKAGE.
fetch() {
    local package=$1 version versions file sum got=""
    [[ ! -e $sources/$package/.complete ]] || return 0
    update_source_list
    read -r _ file sum < <(grep "^$package " "$windows/sources.txt") || fail "sources.txt does not name $package."
    versions=$(source_apt apt-cache showsrc --only-source "$package" |
        awk -v package="$package" '/^Package: / { ours = $2 == package } /^Version: / && ours { print $2 }' | sort -u)
    mkdir -p "$cache/download"
    # The archive of security updates is now and then ahead of its mirrors.
    while read -r version; do
        say "Fetching $package $version"
        if (cd "$cache/download" && source_apt apt-get source --download-only "$package=$version"); then
            got=$version
            break
        fi
        printf '!! %s %s cannot be had; trying the revision before it.\n' "$package" "$version" >&2
    done < <(newest_first "$versions")
    [[ -n $got ]] || fail "No revision of $package could be downloaded."
    (cd "$cache/download" && sha256sum --check --quiet <<<"$sum  $file") ||
        fail "$file is not the file that sources.txt names."
    rm -rf "${sources:?}/$package"
    mkdir -p "$sources"
    (cd "$cache/download" && dpkg-source --no-copy --extract "${package}_${got#*:}.dsc" "$sources/$package")
    echo "$got" >"$sources/$package/.complete"
}

# newest_first VERSIONS: as dpkg orders them.
newest_first() {
    local list=() version i
    while read -r version; do
        for ((i = 0; i < ${#list[@]}; i++)); do
            ! dpkg --compare-versions "$version" gt "${list[i]}" || break
        done
        list=("${list[@]:0:i}" "$version" "${list[@]:i}")
    done <<<"$1"
    printf '%s\n' "${list[@]}"
}

# part NAME PACKAGE: runs make_NAME once for this revision of the package, this recipe and this compiler.
part() {
    local name=$1 package=$2 stamp=$cache/stamps/$1 key begin=$SECONDS
    fetch "$package"
    key=$({
        cat "$sources/$package/.complete" "$toolchain"
        declare -f "make_$name"
        [[ ! -d $windows/parts/$name ]] || cat "$windows/parts/$name"/*
        $triple-gcc-posix -dumpfullversion
    } | sha256sum)
    if [[ -e $stamp && $(<"$stamp") == "$key" ]]; then
        echo "$name: made before"
        return
    fi
    say "Making $name"
    rm -f "$stamp"
    "make_$name" "$sources/$package" "$cache/build/$name"
    mkdir -p "$cache/stamps"
    echo "$key" >"$stamp"
    echo "$name: made in $((SECONDS - begin)) s"
}

# cmake_part SOURCE BUILD OPTION…: configures afresh, builds and installs into the prefix.
cmake_part() {
    local source=$1 build=$2
    shift 2
    cmake -S "$source" -B "$build" --fresh -G Ninja --toolchain "$toolchain" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_INSTALL_PREFIX="$SHANZHI_WINDOWS_PREFIX" -DCMAKE_INSTALL_MESSAGE=NEVER "${launcher[@]}" "$@"
    cmake --build "$build" --parallel "$(build_jobs)"
    cmake --install "$build"
}
