// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/store/query.h"
#include "core/store/queryoperand.h"
#include "core/store/querysql.h"

#include <optional>
#include <utility>
#include <vector>

namespace core {

/// How the rows of a query are counted: in a way of its own, in the order of an index, or by reading all rows
/// in use, which may be done for several queries at once.
enum class CountedBy { Itself, Index, Table };

/// Builds one SELECT, with the joins that the paths in it need.
class Select
{
public:
    /// A path that was found: the column it ends in.
    struct Column
    {
        const Field *field;
        QByteArray sql;
        QByteArray alias; ///< Of the table the column is in.
        QString path;
    };

    Select(const RecordType &type, std::optional<int> year, QByteArray prefix)
        : m_type(type)
        , m_year(year)
        , m_prefix(std::move(prefix))
    {}

    QByteArray base() const { return m_prefix + '0'; }
    /// To be asked after where(), which knows whether an index would help.
    QByteArray from() const
    {
        return QByteArray(m_type.key) + ' ' + base() + (m_scanned ? " NOT INDEXED" : "") + m_joins;
    }
    const QByteArray &joins() const { return m_joins; }
    /// The same for the rows whose ordinals another SELECT has picked.
    QByteArray fromPicked(const QByteArray &picked) const;
    /// True when a condition names the record, or one that it refers to: few rows are left.
    bool isPinned() const { return m_pinned; }

    /// ORDER BY for the keys, the order of entry last.
    Result<QByteArray> orderBy(const std::vector<SortKey> &keys);
    /// Follows a path through references, each of which is joined once, or counts the days of days(A,B).
    Result<Column> column(const QString &path);
    /// What to order by for a column: Chinese by pinyin, choices in their own order, references by name.
    QByteArray sortSql(const Column &column);
    /// The condition as SQL; its operands are appended to \a values.
    Result<QByteArray> condition(const Condition &condition, QVariantList &values);
    /// The condition as a column of every row: what it names does not narrow the rows.
    Result<QByteArray> holds(const Condition &condition, QVariantList &values);
    /// The window of dates as SQL, in the same way.
    Result<QByteArray> window(const DateWindow &window, QVariantList &values);
    /// The conditions of a query, without asking whether the record is in use.
    Result<QByteArray> filter(const Query &query, QVariantList &values);
    /// The conditions of a query, and whether the record is in use or in the recycle bin.
    Result<QByteArray> where(const Query &query, QVariantList &values, Answer answer = Answer::Rows);

    /// How \a query, whose filter() was asked for, is counted.
    CountedBy countedBy(const Query &query) const
    {
        if (!query.group.empty() || !query.measures.empty() || query.removedOnly || isPinned())
            return CountedBy::Itself;
        return isLedByIndex(query) ? CountedBy::Index : CountedBy::Table;
    }
    /// "In use" for reading all rows.
    QByteArray live() const;

private:
    /// True where an index that begins with removed_at leads to few rows, or to their order: that of the
    /// type's date or of its Chinese name. Else it would only be a detour through the whole table, in another
    /// order.
    bool isLedByIndex(const Query &query) const;
    QByteArray join(const Field &field, const QByteArray &from, const QString &path);
    Result<QByteArray> joined(const Condition &condition, QVariantList &values);
    Result<QByteArray> exists(const Condition &condition, QVariantList &values);
    Result<QByteArray> latest(const Condition &condition);
    /// days(A,B): the days between two dates as a column.
    Result<Column> days(const QString &path);
    Result<QByteArray> comparison(const Condition &condition, QVariantList &values);
    static Result<QByteArray> known(const Column &column, const Condition &condition, QVariantList &values);
    /// The column compared with that of the path \a other.
    Result<QByteArray> comparedWith(const Column &column, Condition::Op op, const QString &other);

    const RecordType &m_type;
    std::optional<int> m_year;
    QByteArray m_prefix;
    QByteArray m_joins;
    bool m_pinned = false;
    bool m_everyRow = false; ///< All rows of the answer are wanted, not a window of them.
    bool m_scanned = false;  ///< The table is read from end to end.
    std::vector<std::pair<QString, QByteArray>> m_aliases;
};

/// " LIMIT … OFFSET …", where the query has them.
void appendLimit(QByteArray &text, const Query &query);

} // namespace core
