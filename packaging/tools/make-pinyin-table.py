#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/pinyin/readings.txt from the Unihan database (Debian package unicode-data).

    packaging/tools/make-pinyin-table.py > resources/pinyin/readings.txt

A line is "N syllable characters". N = 1: the characters whose usual reading this is, the syllable with
its tone (0: neutral), lines and characters in the order of GB/T 13418: letters, tone, strokes, code
point. N = 2, 3, ...: the characters that have this as their second, third, ... reading, without tone.
"""
import bz2
import re
import sys
import unicodedata
from collections import defaultdict

UNIHAN = '/usr/share/unicode/Unihan_%s.txt.bz2'

# Where the usual reading in the names of places and organizations is not the one Unihan puts first.
USUAL = {
    '长': 'cháng', '厦': 'xià', '行': 'háng', '兴': 'xīng', '调': 'tiáo', '都': 'dū', '参': 'cān',
    '少': 'shào', '创': 'chuàng', '种': 'zhǒng', '乐': 'lè', '会': 'huì', '区': 'qū', '曾': 'zēng',
    '仇': 'chóu', '传': 'chuán', '藏': 'cáng', '重': 'zhòng', '埔': 'pǔ', '台': 'tái', '解': 'jiě',
}

TONES = {'\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4}


def numbered(reading):
    """'lǜ' -> ('lü', 4)"""
    tone = 0
    letters = []
    for c in unicodedata.normalize('NFD', reading):
        if c in TONES:
            tone = TONES[c]
        elif c == '\u0308':
            letters[-1] = 'ü'
        elif c == '\u0302':
            pass  # ê
        else:
            letters.append(c)
    return ''.join(letters), tone


def order(syllable):
    """lu < lü < luan < lüe < lun: ü is u with a mark."""
    return syllable.replace('ü', 'u'), syllable


def fields(name, *keys):
    with bz2.open(UNIHAN % name, 'rt', encoding='utf-8') as lines:
        for line in lines:
            if not line.startswith('U+'):
                continue
            code, key, value = line.rstrip('\n').split('\t')
            if key in keys:
                yield chr(int(code[2:], 16)), key, value


def main():
    raw = defaultdict(dict)
    for char, key, value in fields('Readings', 'kMandarin', 'kTGHZ2013', 'kHanyuPinlu', 'kXHC1983', 'kHanyuPinyin'):
        raw[char][key] = value
    strokes = {}
    for char, _, value in fields('IRGSources', 'kTotalStrokes'):
        strokes[char] = int(value.split()[0])

    first = defaultdict(list)
    further = defaultdict(list)
    for char, values in raw.items():
        common = '\u3400' <= char <= '\u9fff' and len(char) == 1
        if 'kMandarin' not in values or not (common or 'kTGHZ2013' in values or char == '〇'):
            continue
        readings = [USUAL[char]] if char in USUAL else []
        readings += values['kMandarin'].split()[:1]
        readings += [re.sub(r'\(.*', '', r) for r in values.get('kHanyuPinlu', '').split()]
        # The dictionaries: the list of 2013 for common characters; older ones only where it is silent,
        # because they add readings nobody types.
        for key in ('kTGHZ2013', 'kXHC1983', 'kHanyuPinyin'):
            if key in values:
                for entry in values[key].split():
                    readings += entry.split(':')[1].split(',')
                break
        syllables = []
        for reading in readings:
            syllable, tone = numbered(reading)
            if not syllables:
                first[(order(syllable), syllable, tone or 5, tone)].append(char)
            if syllable not in syllables:
                syllables.append(syllable)
        for position, syllable in enumerate(syllables[1:], 2):
            further[(position, order(syllable), syllable)].append(char)

    out = sys.stdout
    out.write('# Readings of Chinese characters, made by packaging/tools/make-pinyin-table.py from\n'
              '# the Unihan database 15.0.0 (kMandarin, kTGHZ2013, kHanyuPinlu, kXHC1983, kHanyuPinyin,\n'
              '# kTotalStrokes), (C) Unicode, Inc., Unicode-DFS-2016 (https://www.unicode.org/license.txt).\n')
    for (_, syllable, _, tone), chars in sorted(first.items()):
        chars.sort(key=lambda c: (strokes.get(c, 99), c))
        out.write(f"1 {syllable}{tone} {''.join(chars)}\n")
    for (position, _, syllable), chars in sorted(further.items()):
        out.write(f"{position} {syllable} {''.join(sorted(chars))}\n")


main()
