// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace core {

/// A record to be inserted and all that follows from its values alone: what costs time and needs no file.
/// An import makes it beside the thread that writes.
struct PreparedRecord
{
    QVariantList values;           ///< By field; values[0] is the id.
    std::vector<Problem> problems; ///< RecordType::problems().
    QStringList sortKeys;          ///< Pinyin keys of the fields that are sorted as Chinese, in their order.
    QString searchText;            ///< searchTextOf().
    QByteArray json;               ///< The filled fields as the journal keeps them.
};

/// Pure; may run in any thread.
PreparedRecord prepareRecord(const RecordType &type, QVariantList values);

/// What a search may type, one a line and each line after a line feed: values of searchable fields in lower
/// case, and pinyin initials. "\nabc" then finds what begins with abc. Empty: nothing to search.
QString searchTextOf(const RecordType &type, const QVariantList &values);

} // namespace core
