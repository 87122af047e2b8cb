// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journalformat1.h"

#include <utility>

namespace core {

namespace {

void addLine(Sha256 &hash, QByteArrayView bytes)
{
    hash.add(bytes);
    hash.add("\n");
}

} // namespace

void FormerHash::add(const StoredEdit &edit)
{
    const std::optional<QByteArray> before = plainJson(edit.before);
    const std::optional<QByteArray> after = plainJson(edit.after);
    if (!before || !after) {
        m_isComplete = false;
        return;
    }
    addLine(m_edits, QByteArray::number(edit.position));
    addLine(m_edits, edit.type);
    addLine(m_edits, edit.record);
    addLine(m_edits, edit.verb);
    addLine(m_edits, *before);
    addLine(m_edits, *after);
}

QByteArray FormerHash::takeHex(const StoredEntry &entry, const QByteArray &previousHash)
{
    const QByteArray edits = m_edits.takeHex();
    if (!std::exchange(m_isComplete, true))
        return {};
    Sha256 hash;
    addLine(hash, previousHash);
    addLine(hash, QByteArray::number(entry.entry.sequence));
    addLine(hash, kindName(entry.entry.kind));
    addLine(hash, QByteArray::number(entry.entry.target));
    addLine(hash, entry.entry.at.toUTC().toString(Qt::ISODateWithMs).toLatin1());
    addLine(hash, entry.entry.actor.toUtf8());
    addLine(hash, entry.site.toLatin1());
    addLine(hash, entry.entry.what.toUtf8());
    addLine(hash, QByteArray::number(entry.entry.edits));
    addLine(hash, edits);
    return hash.takeHex();
}

} // namespace core
