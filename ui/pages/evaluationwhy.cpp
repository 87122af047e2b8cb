// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluationwhy.h"

#include "core/base/tr.h"
#include "core/evaluation/explain.h"
#include "core/record/format.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::Condition;
using core::Decimal;

namespace {

/// Only a target that is the average of the others cannot be read from the result itself.
bool comparesWithOthers(const core::PlanNode &node)
{
    const auto *ratio = node.rule ? std::get_if<core::RatioRule>(&*node.rule) : nullptr;
    return ratio && ratio->target == core::RatioRule::Target::Average;
}

QString kindName(const QString &key)
{
    for (const core::Choice &choice : core::choicesOf(core::OrganizationKind{})) {
        if (key == QLatin1StringView(choice.key))
            return core::tr(choice.label);
    }
    return {};
}

/// 一、 to 十九、 as official papers number their parts.
QString chineseNumber(int number)
{
    static const QString digits = u"零一二三四五六七八九"_s;
    if (number < 10)
        return digits.at(number);
    return u"十"_s + (number % 10 ? QString(digits.at(number % 10)) : QString());
}

/// The records that the figure of an indicator was drawn from, of one organization.
std::optional<core::Query> recordsBehind(const core::FigureSource &source, const QString &organization,
                                         int year, QDate cutoff)
{
    if (source.person || source.query.type.isEmpty() || source.query.type == "organization"_L1 ||
        source.query.group.empty())
        return {};
    core::Query query = source.query;
    query.where = Condition::all({query.where, Condition::is(query.group.front(), organization)});
    query.group.clear();
    query.measures.clear();
    query.columns.clear();
    query.year = year;
    // As the evaluation reads them: records after the cut-off do not count.
    if (query.window && query.window->fromYear && query.window->toYear == 0) {
        query.window->from = QDate(year + *query.window->fromYear, 1, 1);
        query.window->to = std::min(cutoff, QDate(year, 12, 31));
        query.window->fromYear.reset();
        query.window->toYear.reset();
    }
    return query;
}

class Explainer
{
public:
    Explainer(const core::Store &store, const YearPlan &year, core::EvaluationResult result)
        : m_store(store)
        , m_year(year)
        , m_scheme(*year.plan.scheme)
        , m_result(std::move(result))
    {}

    core::Result<Why> run(const core::EvaluationOutcome *everyone)
    {
        m_why.organization = m_result.organization.text;
        m_why.name = m_store.display(core::recordType<core::Organization>(), m_why.organization);
        core::Candidate candidate;
        core::Score score;
        const qsizetype at = everyone ? everyone->indexOf(m_why.organization) : -1;
        if (at >= 0) {
            candidate = everyone->candidates[size_t(at)];
            score = everyone->scores[size_t(at)];
        } else {
            CORE_ASSIGN(candidate, core::candidateOf(m_year.plan, m_result));
            score = core::scoreAll(m_year.plan, {&candidate, 1}).front();
            takeStoredPoints(candidate, score);
        }
        CORE_TRY(head(candidate));
        remarks();
        if (m_result.rated)
            nodes(candidate, score);
        footer();
        return std::move(m_why);
    }

private:
    QString points(Decimal value) const { return value.toString(m_scheme.places); }

    /// Points that are the average of the kind cannot come from scoring one alone: the result holds them.
    void takeStoredPoints(const core::Candidate &candidate, core::Score &score) const
    {
        const QJsonObject stored =
            QJsonDocument::fromJson(m_result.details.text.toUtf8()).object().value("points"_L1).toObject();
        const std::vector<core::PlanNode> &all = m_year.plan.of(candidate.kind).nodes;
        std::vector<Decimal> below(all.size());
        for (size_t i = std::min(all.size(), score.awards.size()); i-- > 0;) {
            core::Award &award = score.awards[i];
            const std::optional<Decimal> points =
                Decimal::fromString(stored.value(all[i].code).toArray().at(0).toString());
            if (all[i].leaf < 0)
                award.raw = below[i];
            else if (award.state == core::Award::State::Averaged)
                award.raw = points.value_or(award.raw);
            award.points = points.value_or(award.points);
            if (all[i].parent >= 0 && award.state != core::Award::State::NotApplicable)
                below[size_t(all[i].parent)] += award.points;
        }
    }

    core::Status head(const core::Candidate &candidate)
    {
        if (!m_result.rated) {
            m_why.score = core::tr("不参评");
            m_why.tone = Tone::Neutral;
            return core::ok();
        }
        m_why.score = m_result.band.isEmpty()
                          ? core::tr("%1 分").arg(points(m_result.total))
                          : core::tr("%1 分 · %2").arg(points(m_result.total), m_result.band);
        m_why.tone = m_result.warning == core::WarningLevel::Warning ? Tone::Late
                     : m_result.warning == core::WarningLevel::Watch ? Tone::Soon
                                                                     : Tone::Accent;
        const QString kind = core::Codec<core::OrganizationKind>::toVariant(candidate.kind).toString();
        QStringList places;
        if (m_result.rankInKind)
            places.append(core::tr("%1第 %2 名").arg(kindName(kind)).arg(*m_result.rankInKind));
        if (m_result.rankInTown && !candidate.town.isEmpty())
            places.append(core::tr("%1第 %2 名")
                              .arg(m_store.display(core::recordType<core::Division>(), candidate.town))
                              .arg(*m_result.rankInTown));
        m_why.place = places.join(u"，"_s);
        if (m_result.rankInKind && *m_result.rankInKind > 1) {
            CORE_ASSIGN(const std::optional<Decimal> next, totalAbove(kind));
            if (next)
                m_why.place += core::tr(" · 距上一名还差 %1 分").arg(points(*next - m_result.total));
        }
        return core::ok();
    }

    /// The lowest total above this one among its kind.
    core::Result<std::optional<Decimal>> totalAbove(const QString &kind) const
    {
        core::Query query;
        query.type = u"evaluation_result"_s;
        query.where =
            Condition::all({Condition::is(u"evaluation"_s, m_result.evaluation.text),
                            Condition::is(u"organization.kind"_s, kind), Condition::is(u"rated"_s, true),
                            Condition::compare(Condition::Op::Above, u"total"_s, m_result.total.toString())});
        query.measures = {{core::Measure::Kind::Min, u"total"_s, {}, u"lowest"_s}};
        CORE_ASSIGN(const core::Rows rows, m_store.run(query));
        Decimal lowest;
        if (rows.rows.empty() || rows.rows.front().first().isNull() ||
            !core::Codec<Decimal>::fromVariant(rows.rows.front().first(), lowest))
            return std::optional<Decimal>();
        return std::optional(lowest);
    }

    void remarks()
    {
        const QStringList lines = m_result.note.text.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            Why::Row row;
            row.kind = Why::Row::Kind::Remark;
            row.text = line;
            row.tone = m_result.warning == core::WarningLevel::Warning ? Tone::Late
                       : m_result.warning == core::WarningLevel::Watch ? Tone::Soon
                                                                       : Tone::Neutral;
            m_why.rows.push_back(row);
        }
    }

    void nodes(const core::Candidate &candidate, const core::Score &score)
    {
        const std::vector<core::PlanNode> &all = m_year.plan.of(candidate.kind).nodes;
        int group = 0;
        for (size_t i = 0; i < all.size() && i < score.awards.size(); ++i) {
            const core::PlanNode &node = all[i];
            if (!node.inKind)
                continue;
            const core::Award &award = score.awards[i];
            const bool isGroup = node.leaf < 0;
            // What gave no bonus and took nothing off is not worth a line.
            if (node.section != core::Section::Marks && award.points.isZero() &&
                award.state != core::Award::State::Pending)
                continue;
            Why::Row row;
            row.kind = isGroup ? Why::Row::Kind::Group : Why::Row::Kind::Indicator;
            row.code = node.code;
            row.name = isGroup && node.depth == 0 && node.section == core::Section::Marks
                           ? chineseNumber(++group) + u'、' + node.name
                           : node.name;
            const core::Figure figure = isGroup ? core::Figure() : candidate.figures[size_t(node.leaf)];
            row.text = core::explainNode(m_year.plan, node, figure, award);
            setPoints(row, node, award);
            if (!isGroup)
                addSource(row, node);
            m_why.rows.push_back(std::move(row));
        }
    }

    void setPoints(Why::Row &row, const core::PlanNode &node, const core::Award &award) const
    {
        switch (node.section) {
        case core::Section::Marks:
            row.points = node.points.isZero() ? points(award.points)
                                              : points(award.points) + u" / "_s + node.points.toString();
            if (row.kind == Why::Row::Kind::Group || node.points.isZero())
                return;
            if (award.state == core::Award::State::NotApplicable) {
                row.points = u"—"_s;
                return;
            }
            row.tone = award.points.isZero()        ? Tone::Late
                       : award.points < node.points ? Tone::Soon
                                                    : Tone::Neutral;
            return;
        case core::Section::Bonus:
            row.points = u'+' + points(award.points);
            row.tone = Tone::Fine;
            return;
        case core::Section::Deduction:
            row.points = u'−' + points(award.points);
            row.tone = Tone::Late;
            return;
        }
    }

    void addSource(Why::Row &row, const core::PlanNode &node) const
    {
        for (const core::PlanSlot &slot : m_year.plan.figures) {
            if (slot.code != node.code || !slot.item.isEmpty() ||
                std::find(slot.leaf.begin(), slot.leaf.end(), node.leaf) == slot.leaf.end())
                continue;
            row.manual = slot.source.person;
            row.records = recordsBehind(slot.source, m_why.organization,
                                        m_year.evaluation.year == 0 ? 0 : int(m_year.evaluation.year),
                                        m_year.evaluation.cutoff);
            if (!row.records)
                return;
            const core::Result<qint64> count = m_store.count(*row.records);
            if (count && *count > 0)
                row.linkText = core::tr("查看 %1 条记录").arg(*count);
            else
                row.records.reset();
            return;
        }
    }

    void footer()
    {
        QStringList parts;
        if (!m_scheme.basis.isEmpty())
            parts.append(core::tr("依据：%1").arg(m_scheme.basis));
        parts.append(core::tr("数据截至 %1").arg(m_year.evaluation.cutoff.toString(Qt::ISODate)));
        parts.append(core::tr("计算于 %1")
                         .arg(m_year.evaluation.computedAt.toLocalTime().toString(u"M月d日 HH:mm"_s)));
        m_why.footer = parts.join(u" · "_s);
    }

    const core::Store &m_store;
    const YearPlan &m_year;
    const core::Scheme &m_scheme;
    core::EvaluationResult m_result;
    Why m_why;
};

} // namespace

core::Result<YearPlan> loadYearPlan(const core::Store &store, int year)
{
    YearPlan loaded;
    CORE_ASSIGN(loaded.evaluation, core::findEvaluation(store, year));
    CORE_ASSIGN(const core::SchemeRecord record, store.get(loaded.evaluation.scheme));
    CORE_ASSIGN(core::Scheme scheme, core::parseScheme(record.content.text.toUtf8()));
    loaded.plan = core::makePlan(std::move(scheme));
    for (const core::KindPlan &kind : loaded.plan.kinds) {
        loaded.needsEveryone =
            loaded.needsEveryone || std::any_of(kind.nodes.begin(), kind.nodes.end(), comparesWithOthers);
    }
    return loaded;
}

core::Result<Why> explainResult(const core::Store &store, const YearPlan &year, const QString &resultId,
                                const core::EvaluationOutcome *everyone)
{
    CORE_ASSIGN(core::EvaluationResult result, store.get(core::Id<core::EvaluationResult>{resultId}));
    return Explainer(store, year, std::move(result)).run(everyone);
}

} // namespace ui
