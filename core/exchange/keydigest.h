// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace core {

/// Stands for a text that is only ever compared: sixteen bytes, however long the text is. Two texts have the
/// same one by chance only, once in 2^128: among the million rows of the longest sheet, and as many records,
/// once in 10^26 imports. Nobody can write a sheet in which two have: the key of the hash is drawn anew in
/// every process, and no digest leaves it.
struct KeyDigest
{
    quint64 high = 0;
    quint64 low = 0;

    /// Stands for no text.
    bool isNull() const { return high == 0 && low == 0; }
    friend bool operator==(const KeyDigest &, const KeyDigest &) = default;
    friend size_t qHash(const KeyDigest &digest, size_t seed = 0) { return size_t(digest.high) ^ seed; }
};

/// Of a text that is not empty; the same in all threads of this process.
KeyDigest digestOf(QStringView text);

/// SipHash-2-4 with 128 bits (Aumasson and Bernstein, https://www.aumasson.jp/siphash/). The bytes of the
/// result stand in little endian order, low before high.
KeyDigest sipHash(const KeyDigest &key, QByteArrayView bytes);

} // namespace core
