// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheetkind.h"

#include "core/base/tr.h"
#include "core/exchange/importrows.h"
#include "core/record/format.h"

#include <algorithm>

namespace core {

namespace {

bool reads(const ColumnMapping &mapping, int column)
{
    return std::any_of(mapping.columns.begin(), mapping.columns.end(),
                       [&](const ImportColumn &one) { return one.column == column; });
}

/// True when the type has all that a new record of it needs.
bool isWhole(const RecordType &type, const ColumnMapping &mapping)
{
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const bool isRead = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                        [&](const ImportColumn &one) { return one.field == int(i); });
        if (!isRead && !mayBeLeftOut(type, field) && !field.traits.readOnly &&
            !mapping.constants.contains(QLatin1StringView(field.key)))
            return false;
    }
    return true;
}

/// True when the field can read nearly all that stands in the column.
bool canRead(const Field &field, int column, std::span<const Row> samples)
{
    int filled = 0;
    int read = 0;
    for (const Row &row : samples) {
        if (row.at(column).isBlank())
            continue;
        ++filled;
        read += parseValue(field, row.at(column).value()).problem.isEmpty() ? 1 : 0;
    }
    return filled > 0 && read * 2 > filled;
}

/// The column that makes the sheet one of \a other; null: none does.
const ImportColumn *tellingColumn(const RecordType &other, const ColumnMapping &mapping,
                                  const ColumnMapping &read, std::span<const Row> samples)
{
    const auto found =
        std::find_if(read.columns.begin(), read.columns.end(), [&](const ImportColumn &column) {
            const Field &field = other.fields[size_t(column.field)];
            return column.targetField < 0 && field.kind != Kind::Reference && !mayBeLeftOut(other, field) &&
                   !reads(mapping, column.column) && canRead(field, column.column, samples);
        });
    return found == read.columns.end() ? nullptr : &*found;
}

/// True when \a read understands more than twice as many columns alone as \a mapping does, and both would put
/// some column into their own records; or all that \a mapping understands.
bool isOther(const ColumnMapping &mapping, const ColumnMapping &read)
{
    const auto alone = [](const ColumnMapping &one, const ColumnMapping &other) {
        return std::count_if(one.columns.begin(), one.columns.end(),
                             [&](const ImportColumn &column) { return !reads(other, column.column); });
    };
    const auto isOwn = [](const ColumnMapping &one, int column) {
        return std::any_of(one.columns.begin(), one.columns.end(), [&](const ImportColumn &known) {
            return known.column == column && known.targetField < 0;
        });
    };
    const auto extra = alone(mapping, read);
    const bool shares =
        std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const ImportColumn &column) {
            return isOwn(mapping, column.column) && isOwn(read, column.column);
        });
    return extra == 0 || (shares && alone(read, mapping) > 2 * extra);
}

} // namespace

OtherRegister otherRegister(const RecordType &type, const ColumnMapping &mapping, std::span<const Row> head,
                            const std::vector<CellRange> &merges, const QStringList &names)
{
    OtherRegister found;
    size_t most = 0; // of several the one that reads most
    for (const RecordType *other : allRecordTypes()) {
        if (other == &type || !other->traits.importable)
            continue;
        const auto header =
            findHeader(head, merges, [&](QStringView heading) { return isHeadingOf(*other, heading); });
        if (!header)
            continue;
        std::vector<Row> samples;
        std::copy_if(head.begin(), head.end(), std::back_inserter(samples),
                     [&](const Row &row) { return row.number > header->lastRow; });
        const auto read = mapColumns(*other, *header, samples, header->titles + names);
        if (!read || read->columns.size() <= most || !isWhole(*other, *read))
            continue;
        if (!isOther(mapping, *read))
            continue;
        if (const ImportColumn *column = tellingColumn(*other, mapping, *read, samples)) {
            found = {other, column->heading};
            most = read->columns.size();
        }
    }
    return found;
}

QString otherRegisterText(const RecordType &type, const OtherRegister &other)
{
    return tr("这张表有“%1”一列，看来是%2表，不是%3表，没有导入。请按%2导入；确实要当作%3导入，"
              "请指明“%1”不读，或逐列指明读作什么。")
        .arg(other.heading, tr(other.type->title), tr(type.title));
}

} // namespace core
