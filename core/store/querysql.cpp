// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/querysql.h"

#include "core/base/tr.h"
#include "core/store/querygroup.h"
#include "core/store/queryselect.h"

namespace core {

namespace {

QByteArray pickedByList(const RecordType &type, const Select &select)
{
    return "json_each(?) picked LEFT JOIN " + QByteArray(type.key) + ' ' + select.base() + " ON " +
           select.base() + ".ordinal = picked.value" + select.joins() + " ORDER BY picked.key";
}

/// A window of a list picks its rows first and fetches their columns afterwards: rows that are skipped
/// cost no join, and a sort carries only its keys.
Result<QByteArray> pickedRows(const RecordType &type, const Query &query, QVariantList &values)
{
    Select select(type, query.year, "w");
    CORE_ASSIGN(const QByteArray order, select.orderBy(query.sort));
    CORE_ASSIGN(const QByteArray where, select.where(query, values));
    QByteArray text =
        "SELECT " + select.base() + ".ordinal AS ordinal FROM " + select.from() + " WHERE " + where + order;
    appendLimit(text, query);
    return text;
}

Result<QuerySql> listSql(const RecordType &type, const Query &query, Answer answer)
{
    QuerySql sql;
    Select select(type, query.year, "t");
    if (answer == Answer::Count) {
        CORE_ASSIGN(const QByteArray where, select.where(query, sql.values, answer));
        sql.text = "SELECT COUNT(*) FROM " + select.from() + " WHERE " + where;
        return sql;
    }
    if (answer == Answer::Order) {
        Query all = query;
        all.limit = -1;
        all.offset = 0;
        CORE_ASSIGN(sql.text, pickedRows(type, all, sql.values));
        sql.columns.push_back({{}, Kind::Integer, nullptr});
        return sql;
    }
    QByteArray columns;
    std::vector<QString> paths = query.columns;
    if (paths.empty()) {
        for (const Field &field : type.fields)
            paths.push_back(QString::fromLatin1(field.key));
    }
    for (const QString &path : paths) {
        CORE_ASSIGN(const Select::Column column, select.column(path));
        columns += (columns.isEmpty() ? "" : ", ") + column.sql;
        sql.columns.push_back({path, column.field->kind, column.field});
    }
    if (answer == Answer::Picked) {
        sql.text = "SELECT " + columns + " FROM " + pickedByList(type, select);
        return sql;
    }
    CORE_ASSIGN(const QByteArray order, select.orderBy(query.sort));
    if (query.limit >= 0) {
        CORE_ASSIGN(const QByteArray picked, pickedRows(type, query, sql.values));
        sql.text = "SELECT " + columns + " FROM " + select.fromPicked(picked) + order;
        return sql;
    }
    CORE_ASSIGN(const QByteArray where, select.where(query, sql.values));
    sql.text = "SELECT " + columns + " FROM " + select.from() + " WHERE " + where + order;
    appendLimit(sql.text, query);
    return sql;
}

} // namespace

Result<QuerySql> querySql(const Query &query, Answer answer)
{
    const RecordType *type = findRecordType(query.type);
    if (!type)
        return wrongQuery(tr("没有“%1”这种记录。").arg(query.type));
    return query.group.empty() && query.measures.empty() ? listSql(*type, query, answer)
                                                         : groupSql(*type, query, answer);
}

Result<std::vector<CountSql>> countSql(std::span<const Query> queries)
{
    std::vector<CountSql> statements;
    std::vector<QuerySql> alone;
    std::vector<CountedBy> ways;
    for (const Query &query : queries) {
        CORE_ASSIGN(QuerySql one, querySql(query, Answer::Count));
        alone.push_back(std::move(one));
        Select select(*findRecordType(query.type), query.year, "t");
        QVariantList values;
        CORE_TRY(select.filter(query, values));
        ways.push_back(select.countedBy(query));
    }
    // Where the table is read for another query, an index would be a detour to rows that are read anyway.
    const auto isReadFor = [&](size_t i) {
        for (size_t other = 0; other < queries.size(); ++other) {
            if (other != i && ways[other] == CountedBy::Table && queries[other].type == queries[i].type &&
                queries[other].year == queries[i].year)
                return true;
        }
        return false;
    };
    std::vector<size_t> left; // those that read a whole table
    for (size_t i = 0; i < queries.size(); ++i) {
        if (ways[i] != CountedBy::Itself && isReadFor(i))
            left.push_back(i);
        else
            statements.push_back({std::move(alone[i].text), std::move(alone[i].values), {i}});
    }
    while (!left.empty()) {
        const Query &first = queries[left.front()];
        Select select(*findRecordType(first.type), first.year, "t");
        CountSql together;
        std::vector<size_t> others;
        QByteArray columns;
        for (const size_t i : left) {
            if (queries[i].type != first.type || queries[i].year != first.year) {
                others.push_back(i);
                continue;
            }
            CORE_ASSIGN(const QByteArray filter, select.filter(queries[i], together.values));
            columns +=
                (columns.isEmpty() ? "COUNT(*) FILTER (WHERE " : ", COUNT(*) FILTER (WHERE ") + filter + ')';
            together.queries.push_back(i);
        }
        together.text = "SELECT " + columns + " FROM " + select.from() + " WHERE " + select.live();
        statements.push_back(std::move(together));
        left = std::move(others);
    }
    return statements;
}

Status checkQuery(const Query &query)
{
    Query copy = query;
    if (!copy.year)
        copy.year = 2000; // any: relative years are lawful in a query that is only checked
    CORE_TRY(querySql(copy));
    return ok();
}

} // namespace core
