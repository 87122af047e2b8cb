// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

#include <QString>
#include <QVariantList>

#include <vector>

namespace core {

class Store;

/// What an import makes of a field, in words for the clerk; what they say of persons is covered.
struct FieldChange
{
    QString field;  ///< Label.
    QString before; ///< Empty: nothing was entered.
    QString after;
};

/// A record that a row of the sheet changes.
struct RecordChange
{
    int row = 0; ///< As Excel shows it.
    QString name;
    std::vector<FieldChange> fields;
};

/// Records that are there and that a sheet changes: the first of them, and how many fields of all.
struct RecordChanges
{
    static constexpr size_t mostListed = 5'000;
    std::vector<RecordChange> listed;
    qint64 fields = 0;

    /// Takes what becomes of the record \a before by the row.
    void add(const Store &store, const RecordType &type, int row, const QVariantList &before,
             const QVariantList &after);
};

} // namespace core
