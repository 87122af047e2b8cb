// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <nettle/sha2.h>

namespace core {

/// SHA-256 (FIPS 180-4) of what is added piece by piece. By nettle, which uses the processor's instructions
/// for it: the journal of a large import has a hundred megabytes.
class Sha256
{
public:
    Sha256() { sha256_init(&m_context); }
    void add(QByteArrayView bytes);
    /// The hash of all that was added, in hexadecimal digits; begins anew.
    QByteArray takeHex();

    /// The hash of \a bytes in hexadecimal digits.
    static QByteArray hexOf(QByteArrayView bytes);

private:
    sha256_ctx m_context;
};

} // namespace core
