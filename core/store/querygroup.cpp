// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/querygroup.h"

#include "core/base/tr.h"
#include "core/store/queryselect.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Result<Select::Column> groupColumn(Select &select, const QString &group, ResultColumn &result)
{
    const qsizetype colon = group.indexOf(u':');
    const QString path = colon < 0 ? group : group.left(colon);
    CORE_ASSIGN(Select::Column column, select.column(path));
    result = {group, column.field->kind, column.field};
    if (colon < 0)
        return column;
    const QString part = group.mid(colon + 1);
    if (column.field->kind != Kind::Date)
        return wrongQuery(tr("“%1”不是日期，不能按“%2”分组。").arg(tr(column.field->label), part));
    const QByteArray date = column.sql;
    result = {group, Kind::Text, nullptr};
    if (part == "year"_L1)
        column.sql = "substr(" + date + ", 1, 4)";
    else if (part == "month"_L1)
        column.sql = "substr(" + date + ", 1, 7)";
    else if (part == "quarter"_L1)
        column.sql =
            "substr(" + date + ", 1, 4) || '-Q' || ((CAST(substr(" + date + ", 6, 2) AS INTEGER) + 2) / 3)";
    else
        return wrongQuery(tr("日期只能按 year、quarter、month 分组，没有“%1”。").arg(part));
    return column;
}

/// Sums and averages stay exact: an average is the sum over the count, rounded half up at the last
/// place the kind has (six places for whole numbers).
Result<QByteArray> aggregate(const Measure &measure, const QByteArray &argument, const Field *field,
                             ResultColumn &result)
{
    const Kind kind = field ? field->kind : Kind::Integer;
    const bool number = kind == Kind::Integer || kind == Kind::Decimal || kind == Kind::Money;
    result = {measure.name, kind, field};
    switch (measure.kind) {
    case Measure::Kind::Count:
        return measure.where.isTrivial() ? QByteArray("COUNT(*)")
                                         : "COUNT(*) FILTER (WHERE " + argument + ')';
    case Measure::Kind::Min: return "MIN(" + argument + ')';
    case Measure::Kind::Max:
    case Measure::Kind::Latest: return "MAX(" + argument + ')';
    case Measure::Kind::Sum:
        if (number)
            return "SUM(" + argument + ')';
        break;
    case Measure::Kind::Average:
        if (!number)
            break;
        const QByteArray scaled =
            kind == Kind::Integer ? "(SUM(" + argument + ") * 1000000)" : "SUM(" + argument + ')';
        if (kind == Kind::Integer)
            result = {measure.name, Kind::Decimal, nullptr};
        return "CASE WHEN COUNT(" + argument + ") > 0 THEN (2 * " + scaled + " + COUNT(" + argument +
               ")) / (2 * COUNT(" + argument + ")) END";
    }
    return wrongQuery(tr("“%1”不是数，不能求和或平均。").arg(tr(field->label)));
}

bool isName(const QString &name)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_]*$"_s);
    return pattern.match(name).hasMatch();
}

} // namespace

Result<QuerySql> groupSql(const RecordType &type, const Query &query, Answer answer)
{
    if (!query.columns.empty())
        return wrongQuery(tr("分组统计时不能再列出明细字段。"));
    QuerySql sql;
    Select select(type, query.year, "t");
    QByteArray inner;  // g0, g1, …, a0, a1, … of the inner SELECT
    QByteArray groups; // g0, g1, …
    QByteArray outer;
    QByteArray notNull;
    std::vector<std::pair<QString, QByteArray>> names;
    for (size_t i = 0; i < query.group.size(); ++i) {
        ResultColumn result;
        CORE_ASSIGN(const Select::Column column, groupColumn(select, query.group[i], result));
        const QByteArray name = 'g' + QByteArray::number(i);
        inner += (inner.isEmpty() ? "" : ", ") + column.sql + " AS " + name;
        groups += (groups.isEmpty() ? "" : ", ") + name;
        outer += (outer.isEmpty() ? "" : ", ") + name;
        QByteArray sortName = name;
        const bool sorted = std::any_of(query.sort.begin(), query.sort.end(),
                                        [&](const SortKey &key) { return key.field == query.group[i]; });
        if (sorted && result.field) {
            sortName = "MIN(s" + QByteArray::number(i) + ')';
            inner += ", " + select.sortSql(column) + " AS s" + QByteArray::number(i);
        }
        names.emplace_back(query.group[i], sortName);
        sql.columns.push_back(result);
    }
    // The partition of a "latest" is the group, written out as the inner SELECT does not know its names yet.
    QByteArray partition;
    for (const QString &group : query.group) {
        ResultColumn ignored;
        CORE_ASSIGN(const Select::Column column, groupColumn(select, group, ignored));
        partition += (partition.isEmpty() ? "PARTITION BY " : ", ") + column.sql;
    }
    for (size_t i = 0; i < query.measures.size(); ++i) {
        const Measure &measure = query.measures[i];
        if (!isName(measure.name))
            return wrongQuery(tr("统计项的名称“%1”只能用小写字母、数字和下划线。").arg(measure.name));
        const QByteArray argument = 'a' + QByteArray::number(i);
        const Field *field = nullptr;
        if (measure.kind == Measure::Kind::Count) {
            if (!measure.where.isTrivial()) {
                CORE_ASSIGN(const QByteArray holds, select.holds(measure.where, sql.values));
                inner += (inner.isEmpty() ? "" : ", ") + holds + " AS " + argument;
            }
        } else {
            CORE_ASSIGN(const Select::Column column, select.column(measure.field));
            field = column.field;
            QByteArray value = column.sql;
            if (measure.kind == Measure::Kind::Latest) {
                CORE_ASSIGN(const Select::Column by, select.column(measure.by));
                value = "FIRST_VALUE(" + column.sql + ") OVER (" + partition + " ORDER BY " + by.sql +
                        " DESC NULLS LAST, " + select.base() + ".ordinal DESC)";
            }
            inner += (inner.isEmpty() ? "" : ", ") + value + " AS " + argument;
        }
        ResultColumn result;
        CORE_ASSIGN(const QByteArray expression, aggregate(measure, argument, field, result));
        const QByteArray name = 'm' + QByteArray::number(i);
        outer += (outer.isEmpty() ? "" : ", ") + expression + " AS " + name;
        names.emplace_back(measure.name, name);
        sql.columns.push_back(result);
    }
    if (outer.isEmpty())
        return wrongQuery(tr("分组统计至少要有一个分组或统计项。"));
    QByteArray order;
    for (const SortKey &key : query.sort) {
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const auto &n) { return n.first == key.field; });
        if (found == names.end())
            return wrongQuery(tr("排序用的“%1”不在分组和统计项里。").arg(key.field));
        order += (order.isEmpty() ? " ORDER BY " : ", ") + found->second +
                 (key.descending ? " DESC" : " ASC") + " NULLS LAST";
    }
    if (!groups.isEmpty())
        order += (order.isEmpty() ? " ORDER BY " : ", ") + groups;
    CORE_ASSIGN(const QByteArray where, select.where(query, sql.values));
    const QByteArray source = "(SELECT " + (inner.isEmpty() ? QByteArray("1 AS one") : inner) + " FROM " +
                              select.from() + " WHERE " + where + ") q";
    const QByteArray body = " FROM " + source + (groups.isEmpty() ? QByteArray() : " GROUP BY " + groups);
    if (answer == Answer::Count) {
        sql.text = "SELECT COUNT(*) FROM (SELECT " + outer + body + ") c";
        return sql;
    }
    sql.text = "SELECT " + outer + body + order;
    appendLimit(sql.text, query);
    return sql;
}

} // namespace core
