// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tr.h"
#include "core/evaluation/jsonarchive.h"
#include "core/evaluation/scheme.h"

#include <QJsonDocument>

namespace core {

using namespace Qt::StringLiterals;

// The JSON form of a scheme: one function a struct, for reading and for writing alike. They stand in the
// namespace of the structs so that the archive finds them.

namespace {

/// The names of an enum's values, in their order; as many as it has.
template<typename E, size_t count>
std::span<const char *const> namesOf(const char *const (&names)[count])
{
    static_assert(count == enumCount<E>, "one name for each enumerator");
    return names;
}

} // namespace

std::span<const char *const> jsonNames(Rounding)
{
    static constexpr const char *names[] = {"down", "up", "half-up", "half-even"};
    return namesOf<Rounding>(names);
}
std::span<const char *const> jsonNames(Ranking)
{
    static constexpr const char *names[] = {"party", "standard", "service"};
    return namesOf<Ranking>(names);
}
std::span<const char *const> jsonNames(Absent)
{
    static constexpr const char *names[] = {"zero", "average", "scale-rest", "person", "full"};
    return namesOf<Absent>(names);
}
std::span<const char *const> jsonNames(TieKey)
{
    static constexpr const char *names[] = {"party", "service", "standard", "bonus", "registered-on"};
    return namesOf<TieKey>(names);
}
std::span<const char *const> jsonNames(FigureSource::WhenNone)
{
    static constexpr const char *names[] = {"auto", "zero", "missing"};
    return namesOf<FigureSource::WhenNone>(names);
}
std::span<const char *const> jsonNames(PerOccurrenceRule::Period)
{
    static constexpr const char *names[] = {"none", "month", "quarter", "year"};
    return namesOf<PerOccurrenceRule::Period>(names);
}
std::span<const char *const> jsonNames(RatioRule::Target)
{
    static constexpr const char *names[] = {"constant", "average", "last-year"};
    return namesOf<RatioRule::Target>(names);
}
std::span<const char *const> jsonNames(RatioRule::Mode)
{
    static constexpr const char *names[] = {"steps", "proportional"};
    return namesOf<RatioRule::Mode>(names);
}
std::span<const char *const> jsonNames(RatioRule::Step)
{
    static constexpr const char *names[] = {"whole", "linear"};
    return namesOf<RatioRule::Step>(names);
}
std::span<const char *const> jsonNames(Veto::Effect)
{
    static constexpr const char *names[] = {"zero", "band", "ceiling"};
    return namesOf<Veto::Effect>(names);
}
std::span<const char *const> jsonNames(WarningLine::Kind)
{
    static constexpr const char *names[] = {"below", "drop", "drop-share", "required", "share"};
    return namesOf<WarningLine::Kind>(names);
}

/// A number whose default is 1.
template<typename A>
void memberOne(A &a, const char *key, Decimal &value)
{
    if (A::reading || value != Decimal(1))
        a.always(key, value);
}

template<typename A>
void members(A &a, FigureSource &v)
{
    a.member("person", v.person);
    if constexpr (A::reading) {
        if (a.has("query"))
            a.member("query", v.query);
    } else if (!v.query.type.isEmpty()) {
        a.force("query", v.query.toJson());
    }
    a.member("dividedBy", v.dividedBy);
    memberOne(a, "times", v.times);
    a.member("exists", v.exists);
    a.member("whenNone", v.whenNone);
}

template<typename A>
void members(A &a, Interval &v)
{
    a.member("from", v.from);
    a.member("to", v.to);
    a.member("fromOpen", v.fromOpen);
    a.member("toOpen", v.toOpen);
}

template<typename A>
void members(A &a, KeyPoints &v)
{
    a.member("key", v.key);
    a.member("label", v.label);
    a.member("points", v.points);
}

template<typename A>
void members(A &a, ChoiceRule &v)
{
    a.member("options", v.options);
}

template<typename A>
void members(A &a, PerOccurrenceRule &v)
{
    a.member("each", v.each);
    memberOne(a, "per", v.per);
    a.member("cap", v.cap);
    a.member("period", v.period);
    a.member("periodCap", v.periodCap);
    a.member("unit", v.unit);
}

template<typename A>
void members(A &a, BasePlusIncrementRule &v)
{
    a.member("from", v.from);
    a.member("base", v.base);
    memberOne(a, "step", v.step);
    a.member("each", v.each);
    a.member("cap", v.cap);
    a.member("unit", v.unit);
}

template<typename A>
void members(A &a, BandsRule::Row &v)
{
    members(a, v.range);
    a.member("points", v.points);
    a.member("label", v.label);
}

template<typename A>
void members(A &a, BandsRule &v)
{
    a.member("rows", v.rows);
    a.member("unit", v.unit);
}

template<typename A>
void members(A &a, PiecewiseRule::Segment &v)
{
    a.member("upTo", v.upTo);
    a.member("per", v.per);
    a.member("each", v.each);
}

template<typename A>
void members(A &a, PiecewiseRule &v)
{
    a.member("segments", v.segments);
    a.member("cap", v.cap);
    a.member("unit", v.unit);
}

template<typename A>
void members(A &a, DeductionRule &v)
{
    a.member("start", v.start);
    a.member("each", v.each);
    a.member("grades", v.grades);
    a.member("floor", v.floor);
    a.member("unit", v.unit);
}

template<typename A>
void members(A &a, RatioRule &v)
{
    a.member("full", v.full);
    a.member("target", v.target);
    a.member("constant", v.constant);
    a.member("lowerIsBetter", v.lowerIsBetter);
    a.member("mode", v.mode);
    a.member("relative", v.relative);
    memberOne(a, "stepSize", v.stepSize);
    a.member("perStep", v.perStep);
    a.member("step", v.step);
    a.member("rounding", v.rounding);
    a.member("floor", v.floor);
    a.member("perStepBeyond", v.perStepBeyond);
    a.member("beyondCap", v.beyondCap);
    a.member("unit", v.unit);
}

template<typename A>
void members(A &a, KOfNRule::Item &v)
{
    a.member("key", v.key);
    a.member("text", v.text);
    a.member("figure", v.figure);
}

template<typename A>
void members(A &a, KOfNRule &v)
{
    a.member("items", v.items);
    a.member("points", v.points);
}

template<typename A>
void members(A &a, LevelsRule &v)
{
    a.member("levels", v.levels);
    a.member("highestOnly", v.highestOnly);
    a.member("cap", v.cap);
    a.member("unit", v.unit);
}

template<typename A>
void members(A &a, ManualRule &v)
{
    a.member("min", v.min);
    a.member("max", v.max);
}

namespace {

/// Names of the rules, in the order of the variant.
constexpr const char *ruleNames[] = {
    "choice", "perOccurrence", "basePlusIncrement", "bands", "piecewise", "deduction", "ratio", "kOfN",
    "levels", "manual"};
static_assert(std::size(ruleNames) == std::variant_size_v<Rule>);

template<size_t I>
void readAlternative(JsonReader &reader, Rule &rule)
{
    if (reader.has(ruleNames[I]))
        reader.member(ruleNames[I], rule.emplace<I>());
}

template<size_t... I>
void readRule(JsonReader &reader, Rule &rule, std::index_sequence<I...>)
{
    const int given = (int(reader.has(ruleNames[I])) + ... + 0);
    if (given != 1) {
        QStringList names;
        (names.append(QString::fromLatin1(ruleNames[I])), ...);
        reader.fault(reader.path(),
                     tr("“%1”：每个计分规则必须且只能是 %2 之一。").arg(reader.path(), names.join(u'、')));
    }
    (readAlternative<I>(reader, rule), ...);
}

} // namespace

template<typename A>
void members(A &a, Rule &v)
{
    if constexpr (A::reading)
        readRule(a, v, std::make_index_sequence<std::variant_size_v<Rule>>());
    else
        std::visit([&](const auto &rule) { a.force(ruleNames[v.index()], A::write(rule)); }, v);
}

template<typename A>
void members(A &a, Clause &v)
{
    a.member("text", v.text);
    a.member("when", v.when);
}

template<typename A>
void members(A &a, KindVariant &v);

template<typename A>
void members(A &a, Indicator &v)
{
    a.member("code", v.code);
    a.member("name", v.name);
    a.member("text", v.text);
    a.member("points", v.points);
    a.member("tag", v.ranking);
    a.member("required", v.required);
    a.member("missing", v.missing);
    if (A::reading || v.notApplicable != Absent::ScaleRest)
        a.always("notApplicable", v.notApplicable);
    a.member("kinds", v.kinds);
    a.member("applies", v.applies);
    a.member("precondition", v.precondition);
    a.member("rule", v.rule);
    a.member("figure", v.figure);
    a.member("children", v.children);
    a.member("variants", v.variants);
}

template<typename A>
void members(A &a, KindVariant &v)
{
    a.member("kinds", v.kinds);
    a.member("text", v.text);
    a.member("points", v.points);
    a.member("rule", v.rule);
    a.member("figure", v.figure);
    a.member("children", v.children);
}

template<typename A>
void members(A &a, Exclusion &v)
{
    a.member("code", v.code);
    members(a, v.clause);
}

template<typename A>
void members(A &a, Veto &v)
{
    a.member("code", v.code);
    members(a, v.clause);
    a.member("effect", v.effect);
    a.member("band", v.band);
}

template<typename A>
void members(A &a, Band &v)
{
    a.member("name", v.name);
    members(a, v.range);
    a.member("gates", v.gates);
    a.member("alsoWhen", v.alsoWhen);
    a.member("consequence", v.consequence);
}

template<typename A>
void members(A &a, WarningLine &v)
{
    a.member("kind", v.kind);
    if (A::reading || v.level != WarningLevel::Warning)
        a.always("level", v.level);
    a.member("amount", v.amount);
    a.member("text", v.text);
}

template<typename A>
void members(A &a, Scheme &v)
{
    a.member("key", v.key);
    a.member("version", v.version);
    a.member("title", v.title);
    a.member("source", v.source);
    a.member("basis", v.basis);
    a.member("remarks", v.remarks);
    if (A::reading || v.validFrom.isValid())
        a.member("validFrom", v.validFrom);
    a.member("validTo", v.validTo);
    a.member("fullMarks", v.fullMarks);
    a.member("start", v.start);
    a.member("cap", v.cap);
    a.member("bonusCap", v.bonusCap);
    if (A::reading || v.places != 1)
        a.always("places", v.places);
    if (A::reading || v.rounding != Rounding::HalfUp)
        a.always("rounding", v.rounding);
    a.member("scope", v.scope);
    a.member("exclusions", v.exclusions);
    a.member("indicators", v.indicators);
    a.member("bonus", v.bonus);
    a.member("deductions", v.deductions);
    a.member("vetoes", v.vetoes);
    a.member("bands", v.bands);
    a.member("tieKeys", v.tieKeys);
    a.member("warnings", v.warnings);
}

Result<Scheme> parseScheme(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject())
        return Error{
            Error::Code::FileFormat,
            tr("积分方案读不出来：不是完整的 JSON 文件（第 %1 个字节附近）。请换一份完好的方案文件。")
                .arg(parse.offset),
            parse.errorString()};
    Scheme scheme;
    QStringList faults;
    JsonReader reader(document.object(), {}, faults);
    members(reader, scheme);
    reader.finish();
    if (!faults.isEmpty())
        return Error{Error::Code::FileFormat,
                     tr("积分方案有 %1 处写法不对，未采用：\n").arg(faults.size()) + faults.join(u'\n'),
                     {}};
    return scheme;
}

Result<Scheme> readScheme(const QByteArray &json)
{
    CORE_ASSIGN(Scheme scheme, parseScheme(json));
    QStringList faults;
    for (const Finding &finding : checkScheme(scheme)) {
        if (finding.severity == Finding::Severity::Error)
            faults.append(finding.path.isEmpty() ? finding.text : finding.path + u'：' + finding.text);
    }
    if (!faults.isEmpty())
        return Error{Error::Code::InvalidInput,
                     tr("积分方案“%1”有 %2 处错误，未采用：\n").arg(scheme.title).arg(faults.size()) +
                         faults.join(u'\n'),
                     {}};
    return scheme;
}

QByteArray writeScheme(const Scheme &scheme)
{
    return QJsonDocument(JsonWriter::write(scheme).toObject()).toJson(QJsonDocument::Indented);
}

} // namespace core
