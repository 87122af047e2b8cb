// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/verb.h"
#include "core/store/journalentry.h"

namespace core {

/// The values of a verb's input with nothing given, in the order of its fields: unlike the default values of
/// its struct, in which a choice already stands that nobody has made.
QVariantList blankInput(const Verb &verb);

/// Does \a verb to the record \a id, as one change that is called after both: “公布 2025 年度积分评价”.
/// Refusal and guard are asked within the change, so that nothing moves between them and what is done. \a
/// input: by key of the verb's input (core/record/codec.h form). InvalidInput when it is incomplete, Conflict
/// with the sentence of the refusal when the record does not allow the verb, or the error of the guard.
Status runVerb(Store &store, const Verb &verb, const QString &id, const QVariantMap &input = {},
               const QDateTime &now = QDateTime::currentDateTimeUtc());

/// The verb that made this entry; null: none did, or one of a newer program.
const Verb *verbOf(const JournalEntry &entry);

} // namespace core
