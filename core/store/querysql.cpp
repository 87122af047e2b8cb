// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/querysql.h"

#include "core/base/tr.h"
#include "core/store/database.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Error wrong(const QString &sentence)
{
    return {Error::Code::InvalidInput, sentence, {}};
}

/// A path that was found: the column it ends in.
struct Column
{
    const Field *field;
    QByteArray sql;
    QByteArray alias; ///< Of the table the column is in.
    QString path;
};

/// The stored form of a value as people and JSON files write it.
Result<QVariant> operandOf(const Field &field, const QVariant &value, std::optional<int> year, bool upperEnd)
{
    const auto misfit = [&] {
        return wrong(tr("“%1”不能与“%2”比较。").arg(tr(field.label), value.toString()));
    };
    if (value.typeId() == QMetaType::QVariantMap) {
        const QVariantMap map = value.toMap();
        if (map.size() != 1 || !map.contains(u"year"_s))
            return misfit();
        if (!year)
            return wrong(tr("查询用到了“年度”，但没有给出年度。"));
        const int absolute = *year + map.value(u"year"_s).toInt();
        if (field.kind == Kind::Integer)
            return QVariant(qlonglong(absolute));
        if (field.kind == Kind::Date)
            return QVariant(u"%1-%2"_s.arg(absolute).arg(upperEnd ? "12-31"_L1 : "01-01"_L1));
        return misfit();
    }
    const auto exact = [&]() -> std::optional<Decimal> {
        if (value.typeId() == QMetaType::Double)
            return Decimal::fromString(
                QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest));
        return Decimal::fromString(value.toString());
    };
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::Reference:
    case Kind::Attachment: return QVariant(value.toString());
    case Kind::Integer: {
        const auto number = exact();
        return number && number->micro() % Decimal::one == 0 ? Result<QVariant>(QVariant(number->floor()))
                                                             : misfit();
    }
    case Kind::Decimal: {
        const auto number = exact();
        return number ? Result<QVariant>(QVariant(number->micro())) : misfit();
    }
    case Kind::Money: {
        const auto amount = Money::fromString(value.toString());
        return amount ? Result<QVariant>(QVariant(amount->fen)) : misfit();
    }
    case Kind::YesNo:
        if (value.typeId() == QMetaType::Bool)
            return QVariant(qlonglong(value.toBool()));
        if (value.toString() == "true"_L1 || value.toString() == "是"_L1)
            return QVariant(qlonglong(1));
        if (value.toString() == "false"_L1 || value.toString() == u"否"_s)
            return QVariant(qlonglong(0));
        return misfit();
    case Kind::Date: {
        const QDate date = value.typeId() == QMetaType::QDate
                               ? value.toDate()
                               : QDate::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? Result<QVariant>(QVariant(date.toString(Qt::ISODate))) : misfit();
    }
    case Kind::Time: return QVariant(value.toString());
    case Kind::Choice:
    case Kind::MultiChoice:
        for (const Choice &choice : field.choices) {
            if (value.toString() == QLatin1StringView(choice.key) || value.toString() == tr(choice.label))
                return QVariant(QString::fromLatin1(choice.key));
        }
        return wrong(tr("“%1”没有“%2”这一项。").arg(tr(field.label), value.toString()));
    }
    return misfit();
}

QString likeEscaped(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return text;
}

/// Builds one SELECT, with the joins that the paths in it need.
class Select
{
public:
    Select(const RecordType &type, std::optional<int> year, QByteArray prefix)
        : m_type(type)
        , m_year(year)
        , m_prefix(std::move(prefix))
    {}

    QByteArray base() const { return m_prefix + '0'; }
    QByteArray from() const { return QByteArray(m_type.key) + ' ' + base() + m_joins; }
    /// The same for the rows whose ordinals another SELECT has picked.
    QByteArray fromPicked(const QByteArray &picked) const
    {
        return "(" + picked + ") picked JOIN " + m_type.key + ' ' + base() + " ON " + base() +
               ".ordinal = picked.ordinal" + m_joins;
    }

    /// True when a condition names the record, or one that it refers to: few rows are left.
    bool isPinned() const { return m_pinned; }

    /// ORDER BY for the keys, the order of entry last.
    Result<QByteArray> orderBy(const std::vector<SortKey> &keys)
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

    Result<Column> column(const QString &path)
    {
        const RecordType *type = &m_type;
        QByteArray alias = base();
        const QStringList keys = path.split(u'.');
        for (qsizetype i = 0;; ++i) {
            const Field *field = type->field(keys[i]);
            if (!field)
                return wrong(tr("“%1”没有“%2”这个字段，请检查“%3”。").arg(tr(type->title), keys[i], path));
            const bool last = i + 1 == keys.size();
            if (last)
                return Column{field, alias + '.' + field->key, alias, path};
            if (field->kind != Kind::Reference || !field->target)
                return wrong(tr("“%1”下面没有别的字段，请检查“%2”。").arg(tr(field->label), path));
            alias = join(*field, alias, QStringList(keys.mid(0, i + 1)).join(u'.'));
            type = &field->target();
        }
    }

    /// What to order by for a column: Chinese by pinyin, choices in their own order, references by name.
    QByteArray sortSql(const Column &column)
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

    Result<QByteArray> condition(const Condition &condition, QVariantList &values)
    {
        using enum Condition::Op;
        switch (condition.op) {
        case All:
        case Any: return joined(condition, values);
        case Not: {
            if (condition.parts.size() != 1)
                return wrong(tr("“非”条件里应恰有一个条件。"));
            CORE_ASSIGN(const QByteArray part, this->condition(condition.parts.front(), values));
            return "NOT coalesce(" + part + ", false)";
        }
        case Exists: return exists(condition, values);
        case Empty: {
            CORE_ASSIGN(const Column column, this->column(condition.field));
            const bool text = column.field->kind == Kind::Text || column.field->kind == Kind::LongText;
            return "(" + column.sql + " IS NULL" + (text ? " OR " + column.sql + " = ''" : QByteArray()) +
                   ")";
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

    Result<QByteArray> window(const DateWindow &window, QVariantList &values)
    {
        CORE_ASSIGN(const Column column, this->column(window.field));
        const bool isYear = column.field->kind == Kind::Integer;
        if (!isYear && column.field->kind != Kind::Date)
            return wrong(tr("“%1”不是日期，不能按日期范围查。").arg(tr(column.field->label)));
        QDate from = window.from;
        QDate to = window.to;
        if (window.fromYear && window.toYear) {
            if (!m_year)
                return wrong(tr("查询用到了“年度”，但没有给出年度。"));
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

private:
    QByteArray join(const Field &field, const QByteArray &from, const QString &path)
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

    Result<QByteArray> joined(const Condition &condition, QVariantList &values)
    {
        const bool all = condition.op == Condition::Op::All;
        QByteArray sql = all ? "(true" : "(false";
        for (const Condition &part : condition.parts) {
            CORE_ASSIGN(const QByteArray one, this->condition(part, values));
            sql += (all ? " AND " : " OR ") + one;
        }
        return sql + ')';
    }

    Result<QByteArray> exists(const Condition &condition, QVariantList &values)
    {
        const RecordType *type = condition.related ? findRecordType(condition.related->type) : nullptr;
        if (!type)
            return wrong(
                tr("没有“%1”这种记录。").arg(condition.related ? condition.related->type : QString()));
        Select inner(*type, m_year, m_prefix + 'r');
        CORE_ASSIGN(const Column via, inner.column(condition.via));
        if (via.field->kind != Kind::Reference || !via.field->target || &via.field->target() != &m_type)
            return wrong(tr("“%1”不指向“%2”。").arg(condition.via, tr(m_type.title)));
        QByteArray where =
            "coalesce(" + inner.base() + ".removed_at, '') = '' AND " + via.sql + " = " + base() + ".id";
        CORE_ASSIGN(const QByteArray more, inner.condition(condition.related->where, values));
        where += " AND " + more;
        if (condition.related->window) {
            CORE_ASSIGN(const QByteArray window, inner.window(*condition.related->window, values));
            where += " AND " + window;
        }
        return "EXISTS (SELECT 1 FROM " + inner.from() + " WHERE " + where + ')';
    }

    Result<QByteArray> comparison(const Condition &condition, QVariantList &values)
    {
        using enum Condition::Op;
        CORE_ASSIGN(const Column column, this->column(condition.field));
        const Field &field = *column.field;
        const bool text = field.kind == Kind::Text || field.kind == Kind::LongText;
        const bool pattern =
            condition.op == Contains || condition.op == StartsWith || condition.op == EndsWith;
        const bool several = field.kind == Kind::MultiChoice;
        const bool ordered = !pattern && condition.op != Is && condition.op != OneOf;
        if (pattern && !text && !(several && condition.op == Contains))
            return wrong(tr("“%1”不是文字，不能按“包含”查。").arg(tr(field.label)));
        if (ordered && (field.kind == Kind::Choice || several || field.kind == Kind::YesNo ||
                        field.kind == Kind::Reference))
            return wrong(tr("“%1”没有大小之分，不能比较大小。").arg(tr(field.label)));
        if (field.kind == Kind::Reference && column.alias == base() && !ordered && !pattern)
            m_pinned = true;
        QVariantList operands;
        for (const QVariant &value : condition.values) {
            CORE_ASSIGN(const QVariant operand,
                        operandOf(field, value, m_year, condition.op == AtMost || condition.op == Above));
            operands.append(operand);
        }
        if (operands.isEmpty() && condition.op != OneOf)
            return wrong(tr("“%1”的条件缺少比较的值。").arg(tr(field.label)));
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

    const RecordType &m_type;
    std::optional<int> m_year;
    QByteArray m_prefix;
    QByteArray m_joins;
    bool m_pinned = false;
    std::vector<std::pair<QString, QByteArray>> m_aliases;
};

Result<Column> groupColumn(Select &select, const QString &group, ResultColumn &result)
{
    const qsizetype colon = group.indexOf(u':');
    const QString path = colon < 0 ? group : group.left(colon);
    CORE_ASSIGN(Column column, select.column(path));
    result = {group, column.field->kind, column.field};
    if (colon < 0)
        return column;
    const QString part = group.mid(colon + 1);
    if (column.field->kind != Kind::Date)
        return wrong(tr("“%1”不是日期，不能按“%2”分组。").arg(tr(column.field->label), part));
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
        return wrong(tr("日期只能按 year、quarter、month 分组，没有“%1”。").arg(part));
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
    case Measure::Kind::Count: return QByteArray("COUNT(*)");
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
    return wrong(tr("“%1”不是数，不能求和或平均。").arg(tr(field->label)));
}

bool isName(const QString &name)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_]*$"_s);
    return pattern.match(name).hasMatch();
}

/// "Not removed" in words that no index answers: where a reference, or the order of entry, leads to the rows
/// faster, an index that begins with removed_at would only mislead.
QByteArray liveByTable(const QByteArray &alias)
{
    return "coalesce(" + alias + ".removed_at, '') = ''";
}

Result<QByteArray> whereClause(Select &select, const Query &query, QVariantList &values)
{
    QByteArray where;
    if (!query.where.isTrivial()) {
        CORE_ASSIGN(const QByteArray condition, select.condition(query.where, values));
        where += " AND " + condition;
    }
    if (query.window) {
        CORE_ASSIGN(const QByteArray window, select.window(*query.window, values));
        where += " AND " + window;
    }
    if (query.removedOnly)
        return select.base() + ".removed_at IS NOT NULL" + where;
    const bool listed = query.group.empty() && query.measures.empty();
    const bool byTable = select.isPinned() || (listed && query.sort.empty() && query.limit >= 0);
    return (byTable ? liveByTable(select.base()) : select.base() + ".removed_at IS NULL") + where;
}

void appendLimit(QByteArray &text, const Query &query)
{
    if (query.limit >= 0 || query.offset > 0) {
        text += " LIMIT " + QByteArray::number(query.limit) + " OFFSET " + QByteArray::number(query.offset);
    }
}

/// A window of a list picks its rows first and fetches their columns afterwards: rows that are skipped
/// cost no join, and a sort carries only its keys.
Result<QByteArray> pickedRows(const RecordType &type, const Query &query, QVariantList &values)
{
    Select select(type, query.year, "w");
    CORE_ASSIGN(const QByteArray order, select.orderBy(query.sort));
    CORE_ASSIGN(const QByteArray where, whereClause(select, query, values));
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
        CORE_ASSIGN(const QByteArray where, whereClause(select, query, sql.values));
        sql.text = "SELECT COUNT(*) FROM " + select.from() + " WHERE " + where;
        return sql;
    }
    QByteArray columns;
    std::vector<QString> paths = query.columns;
    if (paths.empty()) {
        for (const Field &field : type.fields)
            paths.push_back(QString::fromLatin1(field.key));
    }
    for (const QString &path : paths) {
        CORE_ASSIGN(const Column column, select.column(path));
        columns += (columns.isEmpty() ? "" : ", ") + column.sql;
        sql.columns.push_back({path, column.field->kind, column.field});
    }
    CORE_ASSIGN(const QByteArray order, select.orderBy(query.sort));
    if (query.limit >= 0) {
        CORE_ASSIGN(const QByteArray picked, pickedRows(type, query, sql.values));
        sql.text = "SELECT " + columns + " FROM " + select.fromPicked(picked) + order;
        return sql;
    }
    CORE_ASSIGN(const QByteArray where, whereClause(select, query, sql.values));
    sql.text = "SELECT " + columns + " FROM " + select.from() + " WHERE " + where + order;
    appendLimit(sql.text, query);
    return sql;
}

Result<QuerySql> groupSql(const RecordType &type, const Query &query, Answer answer)
{
    if (!query.columns.empty())
        return wrong(tr("分组统计时不能再列出明细字段。"));
    QuerySql sql;
    Select select(type, query.year, "t");
    QByteArray inner;  // g0, g1, …, a0, a1, … of the inner SELECT
    QByteArray groups; // g0, g1, …
    QByteArray outer;
    QByteArray notNull;
    std::vector<std::pair<QString, QByteArray>> names;
    for (size_t i = 0; i < query.group.size(); ++i) {
        ResultColumn result;
        CORE_ASSIGN(const Column column, groupColumn(select, query.group[i], result));
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
        CORE_ASSIGN(const Column column, groupColumn(select, group, ignored));
        partition += (partition.isEmpty() ? "PARTITION BY " : ", ") + column.sql;
    }
    for (size_t i = 0; i < query.measures.size(); ++i) {
        const Measure &measure = query.measures[i];
        if (!isName(measure.name))
            return wrong(tr("统计项的名称“%1”只能用小写字母、数字和下划线。").arg(measure.name));
        const QByteArray argument = 'a' + QByteArray::number(i);
        const Field *field = nullptr;
        if (measure.kind != Measure::Kind::Count) {
            CORE_ASSIGN(const Column column, select.column(measure.field));
            field = column.field;
            QByteArray value = column.sql;
            if (measure.kind == Measure::Kind::Latest) {
                CORE_ASSIGN(const Column by, select.column(measure.by));
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
        return wrong(tr("分组统计至少要有一个分组或统计项。"));
    QByteArray order;
    for (const SortKey &key : query.sort) {
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const auto &n) { return n.first == key.field; });
        if (found == names.end())
            return wrong(tr("排序用的“%1”不在分组和统计项里。").arg(key.field));
        order += (order.isEmpty() ? " ORDER BY " : ", ") + found->second +
                 (key.descending ? " DESC" : " ASC") + " NULLS LAST";
    }
    if (!groups.isEmpty())
        order += (order.isEmpty() ? " ORDER BY " : ", ") + groups;
    CORE_ASSIGN(const QByteArray where, whereClause(select, query, sql.values));
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

} // namespace

Result<QuerySql> querySql(const Query &query, Answer answer)
{
    const RecordType *type = findRecordType(query.type);
    if (!type)
        return wrong(tr("没有“%1”这种记录。").arg(query.type));
    return query.group.empty() && query.measures.empty() ? listSql(*type, query, answer)
                                                         : groupSql(*type, query, answer);
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
