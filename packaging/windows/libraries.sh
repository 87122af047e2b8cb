# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after lib.sh: how each library is made for Windows. make_NAME SOURCE BUILD installs into the prefix.

# amalgamate SOURCE FOLDER FILE: makes sqlite3.c or sqlite3.h in the folder.
amalgamate() {
    rm -rf "$2"
    mkdir -p "$2"
    (cd "$2" && "$1/configure" --disable-tcl >configure.log && make "$3" >make.log)
}

make_sqlite3() {
    amalgamate "$1" "$2-amalgamation" sqlite3.c
    cmake_part "$windows/parts/sqlite3" "$2" -DSQLITE_SOURCE="$2-amalgamation"
}

# Its header, for compiling without linking.
make_sqlite3headers() {
    amalgamate "$1" "$2-amalgamation" sqlite3.h
    headers_only "$2" sqlite3 "$2-amalgamation/sqlite3.h"
}

# headers_only BUILD LIBRARY HEADER…: what a library would install for those who only compile. CMake wants the file that
# a linker would read to be there.
headers_only() {
    local build=$1 library=$2
    shift 2
    rm -rf "$build"
    mkdir -p "$build/include" "$build/lib"
    cp -R "$@" "$build/include"
    $triple-ar rc "$build/lib/lib$library.a"
}

# No network, no OpenGL, no D-Bus, no ICU: nothing the program needs. The copies of zlib, freetype and others
# that Qt brings along stay inside its libraries; SQLite is ours, so that one process holds one.
make_qtbase() {
    local options=(
        -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DBUILD_SHARED_LIBS=ON
        -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_BENCHMARKS=OFF
        -DINPUT_opengl=no -DINPUT_dbus=no
        -DFEATURE_system_sqlite=ON
        -DFEATURE_direct2d=ON # without it, DirectWrite does not link
    )
    local name
    for name in pkg_config icu glib network sql_odbc sql_mysql sql_psql zstd vulkan direct2d1_1 tabletevent; do
        options+=(-DFEATURE_$name=OFF)
    done
    for name in zlib pcre2 doubleconversion freetype harfbuzz png jpeg; do
        options+=(-DFEATURE_system_$name=OFF)
    done
    local regex=$1/src/corelib/text/qregularexpression.cpp
    if grep -q 'unique_ptr<pcre2_jit_stack_16' "$regex"; then
        sed -i -f "$windows/parts/qtbase/thread-local.sed" "$regex"
        [[ $(grep -c jitStacks "$regex") -eq 4 ]] && ! grep -q 'jitStacks\.' "$regex" ||
            fail "qregularexpression.cpp looks otherwise than thread-local.sed expects."
    fi
    cmake_part "$1" "$2" "${options[@]}"
}

# The headers of what core/ links, and CMake's descriptions of it, for compiling without linking: configuring Qt makes
# them in half a minute. Nothing is installed; the folder of the build is used as it is.
make_qtheaders() {
    local options=(
        -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DBUILD_SHARED_LIBS=ON
        -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_BENCHMARKS=OFF
        -DINPUT_opengl=no -DINPUT_dbus=no
    )
    local name
    for name in gui xml testlib pkg_config icu glib network sql_sqlite sql_odbc sql_mysql sql_psql zstd; do
        options+=(-DFEATURE_$name=OFF)
    done
    for name in zlib pcre2 doubleconversion; do
        options+=(-DFEATURE_system_$name=OFF)
    done
    rm -rf "$2"
    cmake -S "$1" -B "$2" -G Ninja --toolchain "$toolchain" -DCMAKE_BUILD_TYPE=Release "${options[@]}"
    # CMake wants the files that a linker would read to be there.
    for name in Core Sql Concurrent; do
        $triple-ar rc "$2/lib/libQt6$name.a"
    done
}

make_qtcharts() {
    python3 "$windows/parts/qtcharts/port.py" "$1" "$2-ported"
    cmake_part "$windows/parts/qtcharts" "$2" -DPORTED_SOURCE="$2-ported"
}

# Only the conversion of GB18030 is wanted: of ICU's data, its table. The tools are those of icu-devtools, which must be of
# the same version as the source.
make_icu() {
    local data=$2-data whole name
    whole=$(echo "$1"/source/data/in/icudt*l.dat)
    name=$(basename "$whole" l.dat)
    rm -rf "$data"
    mkdir -p "$data"
    (
        cd "$data"
        printf '%s\n' cnvalias.icu gb18030.cnv >names.txt
        icupkg --extract names.txt "$whole"
        icupkg --type l --add names.txt new "${name}l.dat"
        # The library looks for a table of this name.
        mv "${name}l.dat" "$name.dat"
        genccode --quiet "$name.dat"
    )
    cmake_part "$windows/parts/icu" "$2" -DICU_SOURCE="$1/source/common" -DICU_DATA="$data/${name}_dat.c"
}

# The headers of the same, for compiling without linking: the library itself takes a minute and a half.
make_icuheaders() {
    headers_only "$2" icuuc "$1/source/common/unicode"
}

make_pugixml() {
    cmake_part "$1" "$2" -DBUILD_SHARED_LIBS=OFF
}

# configure_nettle SOURCE BUILD PREFIX. Only hashes are wanted: no public keys, and with them no GMP. "fat": it picks what
# the processor can.
configure_nettle() {
    rm -rf "$2"
    mkdir -p "$2"
    (cd "$2" && "$1/configure" --quiet --host=$triple --prefix="$3" --libdir="$3/lib" \
        --disable-shared --disable-public-key --disable-openssl --disable-documentation --enable-fat \
        CC=$triple-gcc-posix CC_FOR_BUILD=gcc CFLAGS=-O2) >"$2.log" 2>&1 ||
        { tail -n 40 "$2.log" && fail "nettle could not be configured."; }
}

make_nettle() {
    configure_nettle "$1" "$2" "$SHANZHI_WINDOWS_PREFIX"
    (cd "$2" && make --silent -j"$(build_jobs)" && make --silent install-static install-headers) >>"$2.log" 2>&1 ||
        { tail -n 40 "$2.log" && fail "nettle could not be built."; }
}

make_nettleheaders() {
    configure_nettle "$1" "$2-configured" "$2-configured/prefix"
    make --silent -C "$2-configured" install-headers
    headers_only "$2" nettle "$2-configured/prefix/include/nettle"
}

make_minizip() {
    cmake_part "$windows/parts/minizip" "$2" -DMINIZIP_SOURCE="$1"
}

# Shared, because it holds a minizip of its own.
make_libxlsxwriter() {
    cmake_part "$1" "$2" -DBUILD_SHARED_LIBS=ON
}

# Headers only; for the tests.
make_catch2() {
    cmake_part "$1" "$2" -DCATCH_BUILD_TESTING=OFF -DCATCH_INSTALL_DOCS=OFF -DCATCH_INSTALL_HELPERS=ON
}

# make_libraries [NAME…]: all that the program links and what its tests want, or those named.
make_libraries() {
    local name
    [[ $# -gt 0 ]] || set -- sqlite3 icu pugixml nettle minizip libxlsxwriter catch2 qtbase qtcharts
    for name in "$@"; do
        case $name in
            qtbase | qtheaders) part "$name" qt6-base ;;
            qtcharts) part qtcharts qtcharts-opensource-src ;;
            icuheaders | nettleheaders | sqlite3headers) part "$name" "${name%headers}" ;;
            *) part "$name" "$name" ;;
        esac
    done
}
