// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"

#include <QByteArray>

namespace core {

/// The hashes of the journal as files of schema 1 had them. Frozen: they stand on papers, and are computed
/// again as long as every value they cover is there.
///     edits_hash = SHA-256 over its edits, each as: position, type, record, verb, before, after
///     hash       = SHA-256 over: previous hash, sequence, kind, target, at, actor, site, what, edits,
///     edits_hash
/// every part followed by a line feed; before and after hold personal values as they are.
class FormerHash
{
public:
    /// The edits of an entry, in their order, and then takeHex() of the entry itself.
    void add(const StoredEdit &edit);
    /// The hash of \a entry; begins anew. \a previousHash: of the entry before, in this format. Empty when a
    /// personal value of an edit is not there any more.
    QByteArray takeHex(const StoredEntry &entry, const QByteArray &previousHash);

private:
    Sha256 m_edits;
    bool m_isComplete = true;
};

} // namespace core
