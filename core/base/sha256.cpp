// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

namespace core {

void Sha256::add(QByteArrayView bytes)
{
    sha256_update(&m_context, size_t(bytes.size()), reinterpret_cast<const uint8_t *>(bytes.data()));
}

QByteArray Sha256::takeHex()
{
    QByteArray digest(SHA256_DIGEST_SIZE, Qt::Uninitialized);
    sha256_digest(&m_context, size_t(digest.size()), reinterpret_cast<uint8_t *>(digest.data()));
    return digest.toHex();
}

QByteArray Sha256::hexOf(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.takeHex();
}

} // namespace core
