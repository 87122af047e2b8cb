#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the fonts our documents are printed with from the system's Noto CJK collections.

Qt 6.4 writes the text of a PDF by asking the font which character a glyph belongs to, and takes the lowest
code point. In Noto CJK the Kangxi radicals (U+2F00…) share glyphs with 一用页月日, and layout features swap
the glyphs of digits, so copied text comes out damaged although it looks right. These subsets hold every
glyph for one character only, and no layout features.

usage: make-fonts.py OUTPUT_DIRECTORY [NOTO_DIRECTORY]
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection

# output file, collection, family inside the collection, our family, bold
FONTS = [
    ("ShanzhiSerif-Regular.otf", "NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "Shanzhi Serif", False),
    ("ShanzhiSerif-Bold.otf", "NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", "Shanzhi Serif", True),
    ("ShanzhiSans-Regular.otf", "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "Shanzhi Sans", False),
    ("ShanzhiSans-Bold.otf", "NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", "Shanzhi Sans", True),
]
EXTRA = "−×÷±≤≥≠≈√∞〔〕〖〗【】《》〈〉「」『』“”‘’—–…·•①②③④⑤⑥⑦⑧⑨⑩㎡℃€￥％‰→←↑↓▲△▼▽◆◇●○■□★☆✓"


def characters():
    """ASCII, Latin-1, everything GBK can write (GB 2312 is a part of it), the rarer Chinese characters of names
    (CJK extensions A, as GB 18030-2022 asks for at level 1, and those beyond the BMP), and what tables need
    besides. What Noto does not have is left out by the subsetter."""
    wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | {ord(c) for c in EXTRA}
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                wanted.add(ord(bytes((lead, trail)).decode("gbk")))
            except UnicodeDecodeError:
                pass
    wanted |= set(range(0x3400, 0x4DC0)) | set(range(0x9FA6, 0xA000)) | set(range(0x20000, 0x2F800))
    return {c for c in wanted if not 0x2E80 <= c <= 0x2FDF and not 0xE000 <= c <= 0xF8FF}


def gb2312(code):
    try:
        chr(code).encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def one_character_per_glyph(font):
    """Of characters that share a glyph keeps one: ASCII, then GB 2312, then the lowest."""
    best = {}
    for code, glyph in font.getBestCmap().items():
        rank = (code >= 0x7F, not gb2312(code), code)
        if glyph not in best or rank < best[glyph]:
            best[glyph] = rank
    kept = {rank[2]: glyph for glyph, rank in best.items()}
    for table in font["cmap"].tables:
        table.cmap = {code: glyph for code, glyph in table.cmap.items() if kept.get(code) == glyph}


def rename(font, family, bold):
    style = "Bold" if bold else "Regular"
    texts = {1: family, 2: style, 3: f"{family} {style}; Shanzhi subset", 4: f"{family} {style}",
             6: f"{family.replace(' ', '')}-{style}"}
    names = font["name"]
    # Copyright (0), licence (13, 14) and version (5) stay as they came.
    names.names = [n for n in names.names if n.nameID in (0, 5, 13, 14)]
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames[0] = texts[6]
    cff[0].FamilyName, cff[0].FullName = family, texts[4]
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["head"].macStyle = 1 if bold else 0


def make(source, member, family, bold, target):
    collection = TTCollection(str(source), lazy=True)
    font = next(f for f in collection.fonts if f["name"].getDebugName(1) == member)
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "JSTF", "VORG", "vhea", "vmtx", "DSIG"]
    options.layout_closure = False
    # Reading every outline to drop its hints and unused subroutines takes twenty times as long and
    # saves a fifth of the size; CID fonts have no accents composed of other glyphs to follow either.
    options.hinting = True
    outlines = type(font["CFF "])
    outlines.remove_unused_subroutines = lambda self: None
    outlines.closure_glyphs = lambda self, subsetter: None
    font.recalcBBoxes = font.recalcTimestamp = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters())
    worker.subset(font)
    one_character_per_glyph(font)
    rename(font, family, bold)
    part = target.with_suffix(".part")
    font.save(str(part))
    part.replace(target)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    out = pathlib.Path(sys.argv[1])
    noto = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else "/usr/share/fonts/opentype/noto")
    out.mkdir(parents=True, exist_ok=True)
    for name, collection, member, family, bold in FONTS:
        if not (noto / collection).exists():
            sys.exit(f"{noto / collection} is missing: install fonts-noto-cjk")
        make(noto / collection, member, family, bold, out / name)
        print(f"{name}: {(out / name).stat().st_size / 1e6:.1f} MB")


main()
