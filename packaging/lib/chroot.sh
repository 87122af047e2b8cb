# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after setup.sh by what is proven in a bare Debian. Mounts and processes live in namespaces of their own
# and are gone with the script, however it ends.

# enter_namespaces SCRIPT ARGUMENT…: starts SCRIPT again as root, with mounts and processes of its own. Does nothing
# the second time.
enter_namespaces() {
    [[ -z ${SHANZHI_IN_NAMESPACES:-} ]] || return 0
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || fail "A bare Debian can only be made by root."
        exec sudo -- "$@"
    fi
    SHANZHI_IN_NAMESPACES=1 exec unshare --mount --pid --fork --kill-child "$@"
}

# The sources of Debian itself that apt uses on this machine, for this release: lines of sources.list.
debian_sources() {
    local codename
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    apt-get indextargets --format '$(ORIGIN)|deb $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        sed -n "s/^Debian|\(deb [^ ]* $codename.* main\)$/\1/p" | sort -u
}

# make_chroot FOLDER: a bare Debian of this release, by the mirror and with the settings that apt has here.
make_chroot() {
    local folder=$1 place codename mirror proxy
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    mirror=$(debian_sources | awk -v suite="$codename" '$3 == suite { print $2; exit }')
    [[ -n $mirror ]] || fail "apt knows no source of Debian $codename on this machine (run apt-get update)."
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    rm -rf --one-file-system -- "$folder"
    mkdir -p "$folder"
    # debootstrap does not work in a folder with blanks in its name: it gets the folder by another one.
    place=$(mktemp -d)
    mount --bind "$folder" "$place"
    http_proxy=${proxy:-${http_proxy:-}} debootstrap --variant=minbase "$codename" "$place" "$mirror" >"$folder.log" ||
        { tail -n 20 "$folder.log" && fail "debootstrap failed."; }
    umount "$place"
    rmdir "$place"
    debian_sources >"$folder/etc/apt/sources.list"
    apt-config dump Acquire | grep -E '^Acquire::(Check-|https?::|Retries)' >"$folder/etc/apt/apt.conf.d/90machine" || true
    echo 'Acquire::Languages "none";' >>"$folder/etc/apt/apt.conf.d/90machine"
    cp -L /etc/resolv.conf /etc/hosts "$folder/etc/"
    mount -t proc proc "$folder/proc"
    in_chroot "$folder" apt-get update -qq
}

# in_chroot FOLDER COMMAND…: as root, with nothing of this machine's environment.
in_chroot() {
    local folder=$1
    shift
    chroot "$folder" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}
