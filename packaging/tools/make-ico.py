#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts square PNG files of up to 256 pixels into one Windows icon (.ico).

usage: make-ico.py OUTPUT.ico PNG…
"""
import pathlib
import struct
import sys


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    images = [pathlib.Path(name).read_bytes() for name in sys.argv[2:]]
    head = struct.pack("<HHH", 0, 1, len(images))
    offset = len(head) + 16 * len(images)
    for image in images:
        side, height = struct.unpack(">II", image[16:24])
        if image[:8] != b"\x89PNG\r\n\x1a\n" or side != height or side > 256:
            sys.exit("not a square PNG of up to 256 pixels")
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    pathlib.Path(sys.argv[1]).write_bytes(head + b"".join(images))


main()
