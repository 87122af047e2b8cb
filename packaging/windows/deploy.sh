# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after lib.sh: from built program to what people install.

# Where DLLs come from: ours, the compiler's, mingw-w64's. What is in none of them belongs to Windows.
dll_folders() {
    echo "$SHANZHI_WINDOWS_PREFIX/bin"
    dirname "$($triple-gcc-posix -print-libgcc-file-name)"
    echo "/usr/$triple/lib"
}

find_dll() {
    local folder
    while read -r folder; do
        [[ ! -e $folder/$1 ]] || { echo "$folder/$1" && return; }
    done < <(dll_folders)
}

imports_of() { $triple-objdump -p "$1" | sed -n 's/^\s*DLL Name: //p'; }

# add_dlls FOLDER: adds what the programs and plugins below FOLDER need, and what that needs, until nothing is missing.
# Stops when something is neither ours nor known to be part of Windows 10.
add_dlls() {
    local todo=() file name source
    mapfile -t todo < <(find "$1" -name '*.exe' -o -name '*.dll')
    while [[ ${#todo[@]} -gt 0 ]]; do
        file=${todo[0]}
        todo=("${todo[@]:1}")
        while read -r name; do
            [[ ! -e $1/$name ]] || continue
            source=$(find_dll "$name")
            if [[ -n $source ]]; then
                install -m 644 "$source" "$1/$name"
                todo+=("$1/$name")
            elif [[ ! ${name,,} =~ ^(${windows_dlls// /|}|api-ms-win-.*)(\.dll|\.drv)$ ]]; then
                fail "${file##*/} needs $name, which is neither built here nor part of Windows."
            fi
        done < <(imports_of "$file")
    done
}
# Beside these, api-ms-win-…, which stand for parts of them.
windows_dlls="advapi32 authz bcrypt comctl32 comdlg32 crypt32 d2d1 d3d11 d3d9 d3d12 dcomp dwmapi dwrite dxgi gdi32 imm32 \
kernel32 mpr msvcrt netapi32 ntdll ole32 oleaut32 rpcrt4 setupapi shcore shell32 shlwapi user32 userenv uxtheme \
version winmm winspool ws2_32 wtsapi32"
windows_dlls=$(tr -s ' \n' ' ' <<<"$windows_dlls" | sed 's/ $//')

# licences FOLDER: what everything we ship is under, in the words of Debian's copyright files.
licences() {
    local package
    mkdir -p "$1"
    for package in qt6-base qtcharts-opensource-src sqlite3 icu pugixml nettle minizip libxlsxwriter; do
        install -m 644 "$sources/$package/debian/copyright" "$1/$package.txt"
    done
    install -m 644 /usr/share/doc/libz-mingw-w64/copyright "$1/zlib.txt"
    install -m 644 /usr/share/doc/gcc-mingw-w64-base/copyright "$1/gcc-runtime.txt"
    install -m 644 /usr/share/doc/mingw-w64-common/copyright "$1/mingw-w64.txt"
    install -m 644 "$root/resources/fonts/OFL.txt" "$1/fonts-OFL.txt"
}

# deploy FOLDER: everything that is installed, stripped.
deploy() {
    local stage=$1 plugin
    say "Putting the program together"
    rm -rf "$stage"
    mkdir -p "$stage"
    install -m 755 "$program_build"/bin/{shanzhi,shanzhi-cli}.exe "$stage"
    for plugin in platforms/qwindows sqldrivers/qsqlite styles/qwindowsvistastyle imageformats/qico imageformats/qjpeg; do
        install -D -m 644 "$SHANZHI_WINDOWS_PREFIX/plugins/$plugin.dll" "$stage/plugins/$plugin.dll"
    done
    add_dlls "$stage"
    find "$stage" \( -name '*.exe' -o -name '*.dll' \) -exec $triple-strip --strip-unneeded {} +

    printf '[Paths]\nPrefix=.\nPlugins=plugins\nTranslations=translations\n' >"$stage/qt.conf"
    install -D -m 644 /usr/share/qt6/translations/qtbase_zh_CN.qm "$stage/translations/qtbase_zh_CN.qm"
    mkdir -p "$stage/fonts"
    install -m 644 "$program_build"/share/shanzhi/fonts/*.otf "$stage/fonts"
    licences "$stage/licences"
    install -m 644 "$root/LICENSE" "$stage/LICENSE.txt"
    install -m 644 "$root/README.zh-CN.md" "$stage/README.txt"

    # Only ASCII: the installer reads this list back when it upgrades or removes.
    (cd "$stage" && find . -mindepth 1 -type f -printf '%P\n' | LC_ALL=C sort >files.list &&
        find . -mindepth 1 -depth -type d -printf '%P/\n' | tr / '\\' >>files.list &&
        sed -i 's#/#\\#g; s#$#\r#' files.list && grep -v '^files.list' files.list >files.txt && rm files.list)
    ! LC_ALL=C grep -q '[^[:print:][:cntrl:]]' "$stage/files.txt" || fail "A staged file has a name that is not ASCII."
    find "$stage" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
    find "$stage" -maxdepth 2 -name '*.dll' -printf '%s %P\n' | sort -rn | awk '{ printf "%8.1f MB  %s\n", $1 / 1e6, $2 }'
}

# make_installer FOLDER FILE: with sign_uninstaller, a command that signs, also the remover inside is signed.
make_installer() {
    say "Making the installer"
    makensis -V2 -INPUTCHARSET UTF8 ${sign_uninstaller:+-DSIGN="$sign_uninstaller"} -DVERSION="$version" -DSTAGE="$1" -DOUTPUT="$2" \
        -DICON="$program_build/share/icons/shanzhi.ico" -DSIZE="$(du -sk --apparent-size "$1" | cut -f 1)" \
        "$windows/installer.nsi"
}

# The portable edition: the same files, and the folder that makes the program keep its settings beside it.
make_portable() {
    local folder=${1%/*}/portable
    say "Making the portable zip"
    rm -rf "$folder" "$2"
    mkdir -p "$folder"
    cp -a "$1" "$folder/Shanzhi"
    rm "$folder/Shanzhi/files.txt"
    mkdir "$folder/Shanzhi/settings"
    printf '%s\r\n' "便携版的设置保存在本文件夹。删除本文件夹，程序就改用当前用户的设置。" >"$folder/Shanzhi/settings/README.txt"
    find "$folder" -exec touch --date="@$SOURCE_DATE_EPOCH" {} +
    (cd "$folder" && find Shanzhi | LC_ALL=C sort | TZ=UTC zip -X -q -9 "$2" -@)
}
