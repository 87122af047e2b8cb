// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/recordlookup.h"

namespace core {

/// What a mention was found to mean.
struct MentionReading
{
    std::vector<RecordLookup::Entry> entries; ///< Of one without a problem it is the record.
    QStringList notes;                        ///< What was assumed.
    QString problem;                          ///< Why none is taken, what could be meant; empty: one is.
    bool isUnknown = false;                   ///< Nothing of it is known: it may come later in the sheet.
};

/// The records that a mention names, by their names or by another form of them.
std::vector<RecordLookup::Entry> entriesOf(const RecordLookup &lookup, const RecordLookup::Mention &mention);

/// Finds the one record that \a mention means for \a field, which refers to the type of \a lookup. A code
/// and a name that belong to two records mean neither; a name that nobody has beside a code, and a code that
/// fails its check beside a name, are told. \a mention holds all that is known, among and related too.
MentionReading readMention(const Field &field, const RecordLookup &lookup,
                           const RecordLookup::Mention &mention);

/// The words of the sheet that name a record, persons covered.
QString saidOf(const RecordType &target, const RecordLookup::Mention &mention);

} // namespace core
