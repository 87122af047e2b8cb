// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query.h"

#include "core/base/tr.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct OpName
{
    Condition::Op op;
    QLatin1StringView name;
};
constexpr std::array comparisons = {
    OpName{Condition::Op::Is, "is"_L1},
    OpName{Condition::Op::OneOf, "oneOf"_L1},
    OpName{Condition::Op::Contains, "contains"_L1},
    OpName{Condition::Op::StartsWith, "startsWith"_L1},
    OpName{Condition::Op::EndsWith, "endsWith"_L1},
    OpName{Condition::Op::Known, "known"_L1},
    OpName{Condition::Op::Below, "below"_L1},
    OpName{Condition::Op::AtMost, "atMost"_L1},
    OpName{Condition::Op::Above, "above"_L1},
    OpName{Condition::Op::AtLeast, "atLeast"_L1},
    OpName{Condition::Op::Empty, "empty"_L1},
};

struct MeasureName
{
    Measure::Kind kind;
    QLatin1StringView name;
};
constexpr std::array measureNames = {
    MeasureName{Measure::Kind::Count, "count"_L1}, MeasureName{Measure::Kind::Sum, "sum"_L1},
    MeasureName{Measure::Kind::Min, "min"_L1},     MeasureName{Measure::Kind::Max, "max"_L1},
    MeasureName{Measure::Kind::Average, "avg"_L1}, MeasureName{Measure::Kind::Latest, "latest"_L1},
};

Error wrong(const QString &sentence)
{
    return {Error::Code::InvalidInput, sentence, {}};
}

/// Refuses members that nobody reads: a misspelt "wehre" must not select everything.
Status onlyMembers(const QJsonObject &json, std::initializer_list<QLatin1StringView> known)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (std::find(known.begin(), known.end(), it.key()) == known.end())
            return wrong(tr("查询里的“%1”不认识，请检查拼写。").arg(it.key()));
    }
    return ok();
}

QVariant valueFromJson(const QJsonValue &json)
{
    return json.toVariant();
}

Result<Query> relatedFromJson(const QJsonObject &json);

Result<Condition> conditionFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return wrong(tr("查询的条件应写成 {…}。"));
    const QJsonObject json = value.toObject();
    Condition condition;
    for (const auto &[name, op] : {std::pair{"all"_L1, Condition::Op::All}, {"any"_L1, Condition::Op::Any}}) {
        if (!json.contains(name))
            continue;
        CORE_TRY(onlyMembers(json, {name}));
        condition.op = op;
        for (const QJsonValue &part : json.value(name).toArray()) {
            CORE_ASSIGN(Condition read, conditionFromJson(part));
            condition.parts.push_back(std::move(read));
        }
        return condition;
    }
    if (json.contains("not"_L1)) {
        CORE_TRY(onlyMembers(json, {"not"_L1}));
        CORE_ASSIGN(Condition part, conditionFromJson(json.value("not"_L1)));
        return Condition::no(std::move(part));
    }
    if (json.contains("exists"_L1)) {
        CORE_TRY(onlyMembers(json, {"exists"_L1, "via"_L1}));
        CORE_ASSIGN(Query related, relatedFromJson(json.value("exists"_L1).toObject()));
        return Condition::exists(std::move(related), json.value("via"_L1).toString());
    }
    if (json.contains("latestOf"_L1)) {
        CORE_TRY(onlyMembers(json, {"latestOf"_L1, "by"_L1}));
        return Condition::latest(json.value("latestOf"_L1).toString(), json.value("by"_L1).toString());
    }
    condition.field = json.value("field"_L1).toString();
    for (const OpName &comparison : comparisons) {
        if (!json.contains(comparison.name))
            continue;
        CORE_TRY(onlyMembers(json, {"field"_L1, comparison.name}));
        const QJsonValue operand = json.value(comparison.name);
        condition.op = comparison.op;
        if (comparison.op == Condition::Op::Empty)
            return operand.toBool() ? condition : Condition::no(condition);
        if (comparison.op == Condition::Op::OneOf) {
            for (const QJsonValue &one : operand.toArray())
                condition.values.append(valueFromJson(one));
        } else {
            condition.values.append(valueFromJson(operand));
        }
        return condition;
    }
    return wrong(tr("字段“%1”的条件缺少比较方式（is、oneOf、contains、atLeast……）。").arg(condition.field));
}

QJsonObject conditionToJson(const Condition &condition)
{
    switch (condition.op) {
    case Condition::Op::All:
    case Condition::Op::Any: {
        QJsonArray parts;
        for (const Condition &part : condition.parts)
            parts.append(conditionToJson(part));
        return {{condition.op == Condition::Op::All ? u"all"_s : u"any"_s, parts}};
    }
    case Condition::Op::Not:
        if (condition.parts.front().op == Condition::Op::Empty)
            return {{u"field"_s, condition.parts.front().field}, {u"empty"_s, false}};
        return {{u"not"_s, conditionToJson(condition.parts.front())}};
    case Condition::Op::Exists:
        return {{u"exists"_s, condition.related->toJson()}, {u"via"_s, condition.via}};
    case Condition::Op::Latest: return {{u"latestOf"_s, condition.field}, {u"by"_s, condition.via}};
    case Condition::Op::Empty: return {{u"field"_s, condition.field}, {u"empty"_s, true}};
    case Condition::Op::Is:
    case Condition::Op::OneOf:
    case Condition::Op::Contains:
    case Condition::Op::StartsWith:
    case Condition::Op::EndsWith:
    case Condition::Op::Known:
    case Condition::Op::Below:
    case Condition::Op::AtMost:
    case Condition::Op::Above:
    case Condition::Op::AtLeast: break;
    }
    const auto *name = std::find_if(comparisons.begin(), comparisons.end(),
                                    [&](const OpName &known) { return known.op == condition.op; });
    const QJsonValue operand = condition.op == Condition::Op::OneOf
                                   ? QJsonValue(QJsonArray::fromVariantList(condition.values))
                                   : QJsonValue::fromVariant(condition.values.value(0));
    return {{u"field"_s, condition.field}, {name->name, operand}};
}

Result<DateWindow> windowFromJson(const QJsonObject &json)
{
    CORE_TRY(onlyMembers(json, {"field"_L1, "from"_L1, "to"_L1, "year"_L1, "years"_L1}));
    DateWindow window;
    window.field = json.value("field"_L1).toString();
    for (const auto &[name, date] : {std::pair{"from"_L1, &window.from}, {"to"_L1, &window.to}}) {
        if (!json.contains(name))
            continue;
        *date = QDate::fromString(json.value(name).toString(), Qt::ISODate);
        if (!date->isValid())
            return wrong(
                tr("日期范围里的“%1”不是日期，应写成 2025-12-31。").arg(json.value(name).toString()));
    }
    if (json.contains("year"_L1))
        window.fromYear = window.toYear = json.value("year"_L1).toInt();
    const QJsonArray years = json.value("years"_L1).toArray();
    if (years.size() == 2) {
        window.fromYear = years.at(0).toInt();
        window.toYear = years.at(1).toInt();
    }
    return window;
}

Result<Measure> measureFromJson(const QJsonObject &json)
{
    Measure measure;
    for (const MeasureName &known : measureNames) {
        if (!json.contains(known.name))
            continue;
        measure.kind = known.kind;
        const QString operand = json.value(known.name).toString();
        if (known.kind == Measure::Kind::Count) {
            CORE_TRY(onlyMembers(json, {known.name, "where"_L1}));
            measure.name = operand.isEmpty() ? u"count"_s : operand;
            if (json.contains("where"_L1)) {
                CORE_ASSIGN(measure.where, conditionFromJson(json.value("where"_L1)));
            }
        } else {
            CORE_TRY(onlyMembers(json, {known.name, "as"_L1, "by"_L1}));
            measure.field = operand;
            measure.name = json.value("as"_L1).toString(known.name);
        }
        measure.by = json.value("by"_L1).toString();
        return measure;
    }
    return wrong(tr("统计项应是 count、sum、min、max、avg、latest 之一。"));
}

Result<Query> relatedFromJson(const QJsonObject &json)
{
    CORE_TRY(onlyMembers(json, {"type"_L1, "where"_L1, "window"_L1}));
    return Query::fromJson(json);
}

} // namespace

Condition Condition::all(std::vector<Condition> parts)
{
    return {.parts = std::move(parts)};
}

Condition Condition::any(std::vector<Condition> parts)
{
    return {.op = Op::Any, .parts = std::move(parts)};
}

Condition Condition::no(Condition part)
{
    return {.op = Op::Not, .parts = {std::move(part)}};
}

Condition Condition::is(const QString &field, const QVariant &value)
{
    return compare(Op::Is, field, value);
}

Condition Condition::compare(Op op, const QString &field, const QVariant &value)
{
    return {.op = op, .field = field, .values = {value}};
}

Condition Condition::oneOf(const QString &field, const QVariantList &values)
{
    return {.op = Op::OneOf, .field = field, .values = values};
}

Condition Condition::empty(const QString &field)
{
    return {.op = Op::Empty, .field = field};
}

Condition Condition::exists(Query related, const QString &via)
{
    return {.op = Op::Exists, .related = std::make_shared<const Query>(std::move(related)), .via = via};
}

Condition Condition::fields(Op op, const QString &field, const QString &other)
{
    return compare(op, field, QVariantMap{{u"field"_s, other}});
}

Condition Condition::latest(const QString &of, const QString &by)
{
    return {.op = Op::Latest, .field = of, .via = by};
}

QString daysBetween(const QString &from, const QString &to)
{
    return u"days(%1,%2)"_s.arg(from, to);
}

QString daysBetween(const QString &from, QDate to)
{
    return daysBetween(from, to.toString(Qt::ISODate));
}

Result<Query> Query::fromJson(const QJsonObject &json)
{
    CORE_TRY(onlyMembers(json, {"type"_L1, "columns"_L1, "where"_L1, "window"_L1, "group"_L1, "measures"_L1,
                                "sort"_L1, "offset"_L1, "limit"_L1, "year"_L1, "removedOnly"_L1}));
    Query query;
    query.type = json.value("type"_L1).toString();
    for (const QJsonValue &column : json.value("columns"_L1).toArray())
        query.columns.push_back(column.toString());
    if (json.contains("where"_L1)) {
        CORE_ASSIGN(query.where, conditionFromJson(json.value("where"_L1)));
    }
    if (json.contains("window"_L1)) {
        CORE_ASSIGN(query.window, windowFromJson(json.value("window"_L1).toObject()));
    }
    for (const QJsonValue &path : json.value("group"_L1).toArray())
        query.group.push_back(path.toString());
    for (const QJsonValue &measure : json.value("measures"_L1).toArray()) {
        CORE_ASSIGN(Measure read, measureFromJson(measure.toObject()));
        query.measures.push_back(std::move(read));
    }
    for (const QJsonValue &key : json.value("sort"_L1).toArray()) {
        if (key.isString()) { // the short form: ascending
            query.sort.push_back({key.toString(), false});
            continue;
        }
        if (!key.isObject())
            return wrong(tr("排序应写成字段名，或 {\"field\":…, \"descending\":true}。"));
        const QJsonObject sort = key.toObject();
        CORE_TRY(onlyMembers(sort, {"field"_L1, "descending"_L1}));
        query.sort.push_back({sort.value("field"_L1).toString(), sort.value("descending"_L1).toBool()});
    }
    query.offset = json.value("offset"_L1).toInteger(0);
    query.limit = json.value("limit"_L1).toInteger(-1);
    if (json.contains("year"_L1))
        query.year = json.value("year"_L1).toInt();
    query.removedOnly = json.value("removedOnly"_L1).toBool();
    return query;
}

QJsonObject Query::toJson() const
{
    QJsonObject json{{u"type"_s, type}};
    if (!columns.empty())
        json.insert(u"columns"_s, QJsonArray::fromStringList(QStringList(columns.begin(), columns.end())));
    if (!where.isTrivial())
        json.insert(u"where"_s, conditionToJson(where));
    if (window) {
        QJsonObject object{{u"field"_s, window->field}};
        if (window->from.isValid())
            object.insert(u"from"_s, window->from.toString(Qt::ISODate));
        if (window->to.isValid())
            object.insert(u"to"_s, window->to.toString(Qt::ISODate));
        if (window->fromYear && window->fromYear == window->toYear)
            object.insert(u"year"_s, *window->fromYear);
        else if (window->fromYear && window->toYear)
            object.insert(u"years"_s, QJsonArray{*window->fromYear, *window->toYear});
        json.insert(u"window"_s, object);
    }
    if (!group.empty())
        json.insert(u"group"_s, QJsonArray::fromStringList(QStringList(group.begin(), group.end())));
    QJsonArray measuresJson;
    for (const Measure &measure : measures) {
        const auto *known = std::find_if(measureNames.begin(), measureNames.end(),
                                         [&](const MeasureName &name) { return name.kind == measure.kind; });
        QJsonObject object;
        if (measure.kind == Measure::Kind::Count) {
            object.insert(known->name, measure.name);
            if (!measure.where.isTrivial())
                object.insert(u"where"_s, conditionToJson(measure.where));
        } else {
            object.insert(known->name, measure.field);
            object.insert(u"as"_s, measure.name);
        }
        if (!measure.by.isEmpty())
            object.insert(u"by"_s, measure.by);
        measuresJson.append(object);
    }
    if (!measuresJson.isEmpty())
        json.insert(u"measures"_s, measuresJson);
    QJsonArray sortJson;
    for (const SortKey &key : sort) {
        QJsonObject object{{u"field"_s, key.field}};
        if (key.descending)
            object.insert(u"descending"_s, true);
        sortJson.append(object);
    }
    if (!sortJson.isEmpty())
        json.insert(u"sort"_s, sortJson);
    if (offset != 0)
        json.insert(u"offset"_s, offset);
    if (limit >= 0)
        json.insert(u"limit"_s, limit);
    if (year)
        json.insert(u"year"_s, *year);
    if (removedOnly)
        json.insert(u"removedOnly"_s, true);
    return json;
}

} // namespace core
