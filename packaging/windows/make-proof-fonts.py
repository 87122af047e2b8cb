#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes fonts that have the names of official fonts and the shapes of ours, for packaging/windows/verify: Debian has
none of the fonts that a bureau has. Never shipped.

usage: make-proof-fonts.py OUR-FONT.otf FOLDER both|english

A Windows set to Chinese lists a font by its Chinese name, another one by the English name. Fonts made with "english"
have no other, so that they are listed by it everywhere.
"""
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

# English name, Chinese name.
FONTS = [
    ("FangSong_GB2312", "仿宋_GB2312"),
    ("KaiTi_GB2312", "楷体_GB2312"),
    ("SimHei", "黑体"),
    ("FZXiaoBiaoSong-B05S", "方正小标宋简体"),
]
ENGLISH, CHINESE = 0x409, 0x804


def main(source, folder, names):
    folder.mkdir(parents=True, exist_ok=True)
    for english, chinese in FONTS:
        font = TTFont(source)
        table = font["name"]
        table.names = []
        families = [(ENGLISH, english)] + ([(CHINESE, chinese)] if names == "both" else [])
        for language, family in families:
            for name_id, text in ((1, family), (2, "Regular"), (3, english + " proof"), (4, family), (6, english)):
                table.setName(text, name_id, 3, 1, language)
        if "CFF " in font:
            cff = font["CFF "].cff
            cff.fontNames = [english]
            cff.topDictIndex[0].FamilyName = english
            cff.topDictIndex[0].FullName = english
        font.save(folder / f"proof-{english}.otf")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[3] not in ("both", "english"):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
