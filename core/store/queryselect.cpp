// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/queryselect.h"

#include "core/base/tr.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString likeEscaped(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return text;
}

/// "Not removed" in words that no index answers: where a reference, or the order of entry, leads to the rows
/// faster, an index that begins with removed_at would only mislead.
QByteArray liveByTable(const QByteArray &alias)
{
    return "coalesce(" + alias + ".removed_at, '') = ''";
}

} // namespace

QByteArray Select::fromPicked(const QByteArray &picked) const
{
    return "(" + picked + ") picked JOIN " + m_type.key + ' ' + base() + " ON " + base() +
           ".ordinal = picked.ordinal" + m_joins;
}

Result<QByteArray> Select::orderBy(const std::vector<SortKey> &keys)
{
    QByteArray order;
    for (const SortKey &key : keys) {
        CORE_ASSIGN(const Column column, this->column(key.field));
        order += sortSql(column) + (key.descending ? " DESC" : " ASC");
        // Where nothing can be missing the words would only keep an index from being used.
        const bool mayBeMissing =
            column.field->nullable || column.alias != base() || column.field->kind == Kind::Reference;
        order += mayBeMissing ? " NULLS LAST, " : ", ";
    }
    return " ORDER BY " + order + base() + ".ordinal";
}

Result<Select::Column> Select::column(const QString &path)
{
    const RecordType *type = &m_type;
    QByteArray alias = base();
    const QStringList keys = path.split(u'.');
    for (qsizetype i = 0;; ++i) {
        const Field *field = type->field(keys[i]);
        if (!field)
            return wrongQuery(tr("“%1”没有“%2”这个字段，请检查“%3”。").arg(tr(type->title), keys[i], path));
        const bool last = i + 1 == keys.size();
        if (last)
            return Column{field, alias + '.' + field->key, alias, path};
        if (field->kind != Kind::Reference || !field->target)
            return wrongQuery(tr("“%1”下面没有别的字段，请检查“%2”。").arg(tr(field->label), path));
        alias = join(*field, alias, QStringList(keys.mid(0, i + 1)).join(u'.'));
        type = &field->target();
    }
}

QByteArray Select::sortSql(const Column &column)
{
    const Field &field = *column.field;
    if (field.traits.pinyin)
        return column.sql + "_pinyin";
    if (field.kind == Kind::Choice) {
        QByteArray sql = "CASE " + column.sql;
        for (size_t i = 0; i < field.choices.size(); ++i)
            sql += QByteArray(" WHEN '") + field.choices[i].key + "' THEN " + QByteArray::number(i);
        return sql + " END";
    }
    if (field.kind == Kind::Reference && field.target) {
        const QByteArray target = join(field, column.alias, column.path);
        const Field &display = field.target().displayField();
        return target + '.' + display.key + (display.traits.pinyin ? "_pinyin" : "");
    }
    return column.sql;
}

Result<QByteArray> Select::condition(const Condition &condition, QVariantList &values)
{
    using enum Condition::Op;
    switch (condition.op) {
    case All:
    case Any: return joined(condition, values);
    case Not: {
        if (condition.parts.size() != 1)
            return wrongQuery(tr("“非”条件里应恰有一个条件。"));
        CORE_ASSIGN(const QByteArray part, this->condition(condition.parts.front(), values));
        return "NOT coalesce(" + part + ", false)";
    }
    case Exists: return exists(condition, values);
    case Empty: {
        CORE_ASSIGN(const Column column, this->column(condition.field));
        const bool text = column.field->kind == Kind::Text || column.field->kind == Kind::LongText;
        return "(" + column.sql + " IS NULL" + (text ? " OR " + column.sql + " = ''" : QByteArray()) + ")";
    }
    case Is:
    case OneOf:
    case Contains:
    case StartsWith:
    case EndsWith:
    case Below:
    case AtMost:
    case Above:
    case AtLeast: return comparison(condition, values);
    }
    return QByteArray("true");
}

Result<QByteArray> Select::window(const DateWindow &window, QVariantList &values)
{
    CORE_ASSIGN(const Column column, this->column(window.field));
    const bool isYear = column.field->kind == Kind::Integer;
    if (!isYear && column.field->kind != Kind::Date)
        return wrongQuery(tr("“%1”不是日期，不能按日期范围查。").arg(tr(column.field->label)));
    QDate from = window.from;
    QDate to = window.to;
    if (window.fromYear && window.toYear) {
        if (!m_year)
            return wrongQuery(tr("查询用到了“年度”，但没有给出年度。"));
        from = QDate(*m_year + *window.fromYear, 1, 1);
        to = QDate(*m_year + *window.toYear, 12, 31);
    }
    QByteArray sql = "true";
    const auto bound = [&](QDate date, const char *op) {
        if (!date.isValid())
            return;
        sql += " AND " + column.sql + op;
        values.append(isYear ? QVariant(qlonglong(date.year())) : QVariant(date.toString(Qt::ISODate)));
    };
    bound(from, " >= ?");
    bound(to, " <= ?");
    return sql;
}

QByteArray Select::join(const Field &field, const QByteArray &from, const QString &path)
{
    for (const auto &[known, alias] : m_aliases) {
        if (known == path)
            return alias;
    }
    QByteArray alias = m_prefix + QByteArray::number(m_aliases.size() + 1);
    m_aliases.emplace_back(path, alias);
    m_joins += " LEFT JOIN " + QByteArray(field.target().key) + ' ' + alias + " ON " + alias +
               ".id = " + from + '.' + field.key;
    return alias;
}

Result<QByteArray> Select::joined(const Condition &condition, QVariantList &values)
{
    const bool all = condition.op == Condition::Op::All;
    QByteArray sql = all ? "(true" : "(false";
    for (const Condition &part : condition.parts) {
        CORE_ASSIGN(const QByteArray one, this->condition(part, values));
        sql += (all ? " AND " : " OR ") + one;
    }
    return sql + ')';
}

Result<QByteArray> Select::exists(const Condition &condition, QVariantList &values)
{
    const RecordType *type = condition.related ? findRecordType(condition.related->type) : nullptr;
    if (!type)
        return wrongQuery(
            tr("没有“%1”这种记录。").arg(condition.related ? condition.related->type : QString()));
    Select inner(*type, m_year, m_prefix + 'r');
    CORE_ASSIGN(const Column via, inner.column(condition.via));
    if (via.field->kind != Kind::Reference || !via.field->target || &via.field->target() != &m_type)
        return wrongQuery(tr("“%1”不指向“%2”。").arg(condition.via, tr(m_type.title)));
    // For a window of rows the related records are looked up one by one; for all rows they are gathered once.
    QByteArray where = m_everyRow ? inner.base() + ".removed_at IS NULL"
                                  : liveByTable(inner.base()) + " AND " + via.sql + " = " + base() + ".id";
    CORE_ASSIGN(const QByteArray more, inner.condition(condition.related->where, values));
    where += " AND " + more;
    if (condition.related->window) {
        CORE_ASSIGN(const QByteArray window, inner.window(*condition.related->window, values));
        where += " AND " + window;
    }
    return m_everyRow
               ? base() + ".id IN (SELECT " + via.sql + " FROM " + inner.from() + " WHERE " + where + ')'
               : "EXISTS (SELECT 1 FROM " + inner.from() + " WHERE " + where + ')';
}

Result<QByteArray> Select::comparison(const Condition &condition, QVariantList &values)
{
    using enum Condition::Op;
    CORE_ASSIGN(const Column column, this->column(condition.field));
    const Field &field = *column.field;
    const bool text = field.kind == Kind::Text || field.kind == Kind::LongText;
    const bool pattern = condition.op == Contains || condition.op == StartsWith || condition.op == EndsWith;
    const bool several = field.kind == Kind::MultiChoice;
    const bool ordered = !pattern && condition.op != Is && condition.op != OneOf;
    if (pattern && !text && !(several && condition.op == Contains))
        return wrongQuery(tr("“%1”不是文字，不能按“包含”查。").arg(tr(field.label)));
    if (ordered &&
        (field.kind == Kind::Choice || several || field.kind == Kind::YesNo || field.kind == Kind::Reference))
        return wrongQuery(tr("“%1”没有大小之分，不能比较大小。").arg(tr(field.label)));
    if (field.kind == Kind::Reference && column.alias == base() && !ordered && !pattern)
        m_pinned = true;
    QVariantList operands;
    for (const QVariant &value : condition.values) {
        CORE_ASSIGN(const QVariant operand,
                    queryOperand(field, value, m_year, condition.op == AtMost || condition.op == Above));
        operands.append(operand);
    }
    if (operands.isEmpty() && condition.op != OneOf)
        return wrongQuery(tr("“%1”的条件缺少比较的值。").arg(tr(field.label)));
    if (several) {
        QByteArray sql = "(false";
        for (const QVariant &operand : std::as_const(operands)) {
            sql += " OR " + column.sql + " LIKE ?";
            values.append(u"%,"_s + operand.toString() + u",%"_s);
        }
        return sql + ')';
    }
    if (pattern) {
        QString like = likeEscaped(operands.first().toString());
        if (condition.op != StartsWith)
            like.prepend(u'%');
        if (condition.op != EndsWith)
            like.append(u'%');
        values.append(like);
        return column.sql + " LIKE ? ESCAPE '\\'";
    }
    if (condition.op == OneOf) {
        values.append(operands);
        return operands.isEmpty()
                   ? QByteArray("false")
                   : column.sql + " IN (?" + QByteArray(",?").repeated(operands.size() - 1) + ')';
    }
    values.append(operands.first());
    switch (condition.op) {
    case Below: return column.sql + " < ?";
    case AtMost: return column.sql + " <= ?";
    case Above: return column.sql + " > ?";
    case AtLeast: return column.sql + " >= ?";
    case Is:
    case All:
    case Any:
    case Not:
    case OneOf:
    case Contains:
    case StartsWith:
    case EndsWith:
    case Empty:
    case Exists: break;
    }
    return column.sql + " = ?";
}

bool Select::isLedByIndex(const Query &query) const
{
    const QLatin1StringView date(m_type.traits.date);
    const std::function<bool(const Condition &)> limitsDate = [&](const Condition &condition) {
        if (condition.op == Condition::Op::All)
            return std::any_of(condition.parts.begin(), condition.parts.end(), limitsDate);
        return !condition.values.isEmpty() && condition.field == date;
    };
    if (!date.isEmpty() && ((query.window && query.window->field == date) || limitsDate(query.where)))
        return true;
    if (query.window || !query.where.isTrivial() || query.sort.empty())
        return false;
    const Field *first = m_type.field(query.sort.front().field);
    return first && (first->traits.pinyin || query.sort.front().field == date);
}

Result<QByteArray> Select::where(const Query &query, QVariantList &values, Answer answer)
{
    QByteArray where;
    m_everyRow = query.limit < 0;
    if (!query.where.isTrivial()) {
        CORE_ASSIGN(const QByteArray one, condition(query.where, values));
        where += " AND " + one;
    }
    if (query.window) {
        CORE_ASSIGN(const QByteArray dates, window(*query.window, values));
        where += " AND " + dates;
    }
    if (query.removedOnly)
        return base() + ".removed_at IS NOT NULL" + where;
    const bool isListed = query.group.empty() && query.measures.empty();
    // The groups of a period are made of most of a table: to go to its rows in the order of an index takes
    // twice as long, and ever longer the more there are.
    m_scanned = !query.group.empty() && query.window && !isPinned();
    const bool counts = answer == Answer::Count;
    const bool countsAll = counts && query.where.isTrivial() && !query.window;
    const bool asEntered = !counts && query.sort.empty() && (query.limit >= 0 || !query.window);
    const bool byTable = isPinned() || (isListed && !countsAll && (asEntered || !isLedByIndex(query)));
    return (byTable ? liveByTable(base()) : base() + ".removed_at IS NULL") + where;
}

void appendLimit(QByteArray &text, const Query &query)
{
    if (query.limit >= 0 || query.offset > 0) {
        text += " LIMIT " + QByteArray::number(query.limit) + " OFFSET " + QByteArray::number(query.offset);
    }
}

} // namespace core
