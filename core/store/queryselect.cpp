// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/queryselect.h"

#include "core/base/tr.h"
#include "core/record/recordname.h"

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

/// The number of days(A,B): no field of a record, but it is compared, summed and shown like one.
const Field &daysField()
{
    static const Field field{"days", "天数",  {.unit = "天"}, Kind::Integer, true,
                             {},     nullptr, nullptr,        nullptr,       nullptr};
    return field;
}

bool isDays(const QString &path)
{
    return path.startsWith("days("_L1) && path.endsWith(u')');
}

/// How the comparing operators that may stand between two fields are written; empty: not between fields.
QByteArray betweenFields(Condition::Op op)
{
    switch (op) {
    case Condition::Op::Is: return " = ";
    case Condition::Op::Below: return " < ";
    case Condition::Op::AtMost: return " <= ";
    case Condition::Op::Above: return " > ";
    case Condition::Op::AtLeast: return " >= ";
    case Condition::Op::All:
    case Condition::Op::Any:
    case Condition::Op::Not:
    case Condition::Op::OneOf:
    case Condition::Op::Contains:
    case Condition::Op::StartsWith:
    case Condition::Op::EndsWith:
    case Condition::Op::Known:
    case Condition::Op::Empty:
    case Condition::Op::Exists:
    case Condition::Op::Latest: break;
    }
    return {};
}

/// The path of {"field": path}; empty: the condition compares with values.
QString otherField(const Condition &condition)
{
    if (condition.values.size() != 1 || condition.values.first().typeId() != QMetaType::QVariantMap)
        return {};
    const QVariantMap map = condition.values.first().toMap();
    return map.size() == 1 ? map.value(u"field"_s).toString() : QString();
}

/// True for kinds whose values have an order that means something.
bool isOrdered(Kind kind)
{
    return kind != Kind::Choice && kind != Kind::MultiChoice && kind != Kind::YesNo &&
           kind != Kind::Reference;
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

Result<Select::Column> Select::days(const QString &path)
{
    const QStringList ends = path.mid(5).chopped(1).split(u',');
    QByteArray sql[2];
    QByteArray alias;
    for (qsizetype i = 0; i < ends.size() && ends.size() == 2; ++i) {
        const QString end = ends[i].trimmed();
        if (const QDate day = QDate::fromString(end, Qt::ISODate); day.isValid()) {
            sql[i] = "julianday('" + day.toString(Qt::ISODate).toLatin1() + "')";
            continue;
        }
        CORE_ASSIGN(const Column column, this->column(end));
        if (column.field->kind != Kind::Date)
            return wrongQuery(tr("“%1”不是日期，算不出天数。").arg(tr(column.field->label)));
        sql[i] = "julianday(" + column.sql + ')';
        alias = column.alias;
    }
    if (alias.isEmpty())
        return wrongQuery(tr("“%1”应写成 days(日期字段,日期字段) 或 days(日期字段,2025-12-31)。").arg(path));
    return Column{&daysField(), "CAST(" + sql[1] + " - " + sql[0] + " AS INTEGER)", alias, path};
}

Result<Select::Column> Select::column(const QString &path)
{
    if (isDays(path))
        return days(path);
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
        QByteArray sql;
        const RecordName name(field.target(), column.path + u'.');
        for (const QString &part : name.paths()) {
            const auto partColumn = this->column(part);
            if (!partColumn)
                continue;
            const QByteArray key = sortSql(*partColumn);
            sql = sql.isEmpty() ? key : "coalesce(" + sql + ", '') || ' ' || coalesce(" + key + ", '')";
        }
        return sql;
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
    case Latest: return latest(condition);
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
    case Known:
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

Result<QByteArray> Select::latest(const Condition &condition)
{
    CORE_ASSIGN(const Column of, column(condition.field));
    CORE_ASSIGN(const Column by, column(condition.via));
    if (!isOrdered(by.field->kind))
        return wrongQuery(tr("“%1”没有先后之分，不能按它取最新的一条。").arg(tr(by.field->label)));
    // Below every value that is stored, so that what has none comes first.
    const bool isText = by.field->kind == Kind::Date || by.field->kind == Kind::Time ||
                        by.field->kind == Kind::Text || by.field->kind == Kind::LongText;
    const QByteArray none = isText ? "''" : "-9223372036854775808";
    Select inner(m_type, m_year, m_prefix + 'l');
    CORE_ASSIGN(const Column innerOf, inner.column(condition.field));
    CORE_ASSIGN(const Column innerBy, inner.column(condition.via));
    // A reference of the record itself has an index: the few others of the same are looked up one by one.
    if (of.field->kind == Kind::Reference && of.alias == base()) {
        return "NOT EXISTS (SELECT 1 FROM " + inner.from() + " WHERE " + liveByTable(inner.base()) + " AND " +
               innerOf.sql + " = " + of.sql + " AND (coalesce(" + innerBy.sql + ", " + none + "), " +
               inner.base() + ".ordinal) > (coalesce(" + by.sql + ", " + none + "), " + base() + ".ordinal))";
    }
    return base() + ".ordinal IN (SELECT ordinal FROM (SELECT " + inner.base() + ".ordinal AS ordinal, " +
           innerOf.sql + " AS part, ROW_NUMBER() OVER (PARTITION BY " + innerOf.sql + " ORDER BY coalesce(" +
           innerBy.sql + ", " + none + ") DESC, " + inner.base() + ".ordinal DESC) AS place FROM " +
           inner.from() + " WHERE " + inner.base() + ".removed_at IS NULL) WHERE place = 1 OR part IS NULL)";
}

Result<QByteArray> Select::comparedWith(const Column &column, Condition::Op op, const QString &other)
{
    CORE_ASSIGN(const Column second, this->column(other));
    const Field &field = *column.field;
    const QByteArray sign = betweenFields(op);
    if (sign.isEmpty())
        return wrongQuery(tr("两个字段之间只能比较大小或相等，“%1”不行。").arg(tr(field.label)));
    const bool isSame = field.kind == second.field->kind && field.target == second.field->target &&
                        field.choices.data() == second.field->choices.data();
    if (!isSame || field.kind == Kind::MultiChoice || field.kind == Kind::Attachment)
        return wrongQuery(
            tr("“%1”不能与“%2”比较：两个字段的类型不同。").arg(tr(field.label), tr(second.field->label)));
    if (op != Condition::Op::Is && !isOrdered(field.kind))
        return wrongQuery(tr("“%1”没有大小之分，不能比较大小。").arg(tr(field.label)));
    return column.sql + sign + second.sql;
}

Result<QByteArray> Select::known(const Column &column, const Condition &condition, QVariantList &values)
{
    const Field &field = *column.field;
    if (field.kind != Kind::Text && field.kind != Kind::LongText && field.kind != Kind::Date)
        return wrongQuery(tr("“%1”不是文字，不能按“包含”查。").arg(tr(field.label)));
    if (condition.values.size() != 1)
        return wrongQuery(tr("“%1”的条件缺少比较的值。").arg(tr(field.label)));
    values.append(condition.values.first().toString());
    return "finds_covered(" + column.sql + ", ?, " + QByteArray::number(int(field.traits.privacy)) + ", " +
           QByteArray::number(int(field.kind)) + ')';
}

Result<QByteArray> Select::comparison(const Condition &condition, QVariantList &values)
{
    using enum Condition::Op;
    CORE_ASSIGN(const Column column, this->column(condition.field));
    if (const QString other = otherField(condition); !other.isEmpty())
        return comparedWith(column, condition.op, other);
    const Field &field = *column.field;
    if (condition.op == Known)
        return known(column, condition, values);
    const bool text = field.kind == Kind::Text || field.kind == Kind::LongText;
    const bool pattern = condition.op == Contains || condition.op == StartsWith || condition.op == EndsWith;
    const bool several = field.kind == Kind::MultiChoice;
    const bool ordered = !pattern && condition.op != Is && condition.op != OneOf;
    if (pattern && !text && !(several && condition.op == Contains))
        return wrongQuery(tr("“%1”不是文字，不能按“包含”查。").arg(tr(field.label)));
    if (ordered && !isOrdered(field.kind))
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
    case Known:
    case Empty:
    case Exists:
    case Latest: break;
    }
    return column.sql + " = ?";
}

bool Select::isLedByIndex(const Query &query) const
{
    const QLatin1StringView date(m_type.traits.date);
    const std::function<bool(const Condition &)> limitsDate = [&](const Condition &condition) {
        if (condition.op == Condition::Op::All)
            return std::any_of(condition.parts.begin(), condition.parts.end(), limitsDate);
        return !condition.values.isEmpty() && condition.field == date && otherField(condition).isEmpty();
    };
    if (!date.isEmpty() && ((query.window && query.window->field == date) || limitsDate(query.where)))
        return true;
    if (query.window || !query.where.isTrivial() || query.sort.empty())
        return false;
    const Field *first = m_type.field(query.sort.front().field);
    return first && (first->traits.pinyin || query.sort.front().field == date);
}

Result<QByteArray> Select::holds(const Condition &condition, QVariantList &values)
{
    const bool wasPinned = m_pinned;
    m_everyRow = true;
    CORE_ASSIGN(const QByteArray sql, this->condition(condition, values));
    m_pinned = wasPinned;
    return '(' + sql + ')';
}

QByteArray Select::live() const
{
    return liveByTable(base());
}

Result<QByteArray> Select::filter(const Query &query, QVariantList &values)
{
    QByteArray filter = "true";
    m_everyRow = query.limit < 0;
    if (!query.where.isTrivial()) {
        CORE_ASSIGN(const QByteArray one, condition(query.where, values));
        filter += " AND " + one;
    }
    if (query.window) {
        CORE_ASSIGN(const QByteArray dates, window(*query.window, values));
        filter += " AND " + dates;
    }
    return filter;
}

Result<QByteArray> Select::where(const Query &query, QVariantList &values, Answer answer)
{
    CORE_ASSIGN(const QByteArray filter, this->filter(query, values));
    const QByteArray where = " AND " + filter;
    if (query.removedOnly)
        return base() + ".removed_at IS NOT NULL" + where;
    const bool isListed = query.group.empty() && query.measures.empty();
    // Groups are made of most of a table: to go to its rows in the order of an index takes twice as long, and
    // ever longer the more there are. A window of dates is no exception.
    m_scanned = !query.group.empty() && !isPinned() && (query.window || !isLedByIndex(query));
    const bool counts = answer == Answer::Count;
    const bool countsAll = counts && query.where.isTrivial() && !query.window;
    const bool asEntered = !counts && query.sort.empty() && (query.limit >= 0 || !query.window);
    const bool byTable = isPinned() || (isListed && !countsAll && (asEntered || !isLedByIndex(query)));
    return (byTable ? live() : base() + ".removed_at IS NULL") + where;
}

void appendLimit(QByteArray &text, const Query &query)
{
    if (query.limit >= 0 || query.offset > 0) {
        text += " LIMIT " + QByteArray::number(query.limit) + " OFFSET " + QByteArray::number(query.offset);
    }
}

} // namespace core
