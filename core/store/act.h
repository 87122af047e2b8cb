// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/store/store.h"

#include <span>

namespace core {

/// Something the program does of itself, not to one record, that writes read-only fields: it keeps what it
/// has computed. A feature names its acts beside its verbs; there is no other way past the read-only fields
/// but verbs, acts and the back-filling of old papers.
struct Act
{
    const char *key = nullptr;   ///< Unique.
    const char *title = nullptr; ///< Chinese.
    TypeList writes;             ///< The types whose read-only fields it writes.
};

/// Every act of the program.
std::span<const Act *const> allActs();

/// Runs \a body as Store::change() does, and lets it write what \a act may write.
Status runAct(Store &store, const Act &act, const QString &what, const std::function<Status(Change &)> &body,
              const ChangeOptions &options = {});

/// Old papers that are read into fields which only verbs write today (补录): those of one type that its
/// description marks so (FieldTraits::backFill).
struct BackFill
{
    const RecordType &type;
    QString source; ///< Where it was read: file and sheet.
};

/// What stands in the journal as the reason of such a change: “补录：来自…”.
QString backFillReason(const BackFill &papers);
/// Whether this entry is that of such a change; its undo and redo are not.
bool isBackFill(const JournalEntry &entry);

/// Runs \a body as Store::change() does, and lets it write what \a papers may fill. The source stands in the
/// journal, and in the history of every record whose read-only fields it filled.
Status runBackFill(Store &store, const BackFill &papers, const QString &what,
                   const std::function<Status(Change &)> &body, ChangeOptions options = {});

} // namespace core
