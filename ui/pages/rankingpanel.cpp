// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rankingpanel.h"

#include "core/base/tr.h"
#include "core/registry/organization.h"
#include "core/store/where.h"
#include "ui/models/scorecolumns.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace ui {

using core::Decimal;

namespace {

constexpr int chartHeight = 150;

/// Heights of bars are drawn, never counted with.
double heightOf(Decimal value)
{
    return double(value.micro()) / double(Decimal::one);
}

/// How many organizations of one step of the distribution were warned.
struct Step
{
    qint64 warned = 0;
    qint64 watched = 0;
    qint64 plain = 0;

    qint64 all() const { return warned + watched + plain; }
};

QString groupName(const core::Store &store, bool isTown, const QString &key)
{
    if (key.isEmpty())
        return core::tr("未填");
    if (isTown)
        return store.display(core::recordType<core::Division>(), key);
    for (const core::Choice &choice : core::choicesOf(core::OrganizationKind{})) {
        if (key == QLatin1StringView(choice.key))
            return core::tr(choice.label);
    }
    return key;
}

/// The results of the group that have points.
core::Query ratedOf(const EvaluationScope &scope)
{
    return core::queryOf<core::EvaluationResult>(
        core::Condition::all({scope.group(), core::where::is<&core::EvaluationResult::rated>(true)}));
}

} // namespace

qint64 distributionStep(Decimal full)
{
    static constexpr qint64 steps[] = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1000};
    for (const qint64 step : steps) {
        if (full.floor() / step <= 22)
            return step;
    }
    return full.floor() / 20;
}

RankingPanel::RankingPanel(core::Store &store, QWidget *parent)
    : QWidget(parent)
    , m_modes(makeTabs("chartMode", core::tr("图表")))
    , m_title(new TextLabel(TextRole::Label))
    , m_warned(new TextLabel(TextRole::Label))
    , m_watched(new TextLabel(TextRole::Label))
    , m_chart(new BarChart)
    , m_questions(store)
{
    for (const QString &name : {core::tr("分数分布"), core::tr("按类型平均"), core::tr("按镇街平均")})
        m_modes->addTab(name);
    m_chart->setObjectName(u"chart"_s);
    m_chart->setMinimumHeight(chartHeight);
    m_warned->setTone(Tone::Late);
    m_watched->setTone(Tone::Soon);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(6, 4, size::inset - 1, 4);
    head->setSpacing(size::gutter);
    head->addWidget(m_modes);
    head->addStretch();
    for (TextLabel *label : {m_title, m_warned, m_watched})
        head->addWidget(label);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 4);
    all->setSpacing(0);
    all->addLayout(head);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(size::inset - 1, 0, size::inset - 1, 0);
    inset->addWidget(m_chart);
    all->addLayout(inset, 1);
    connect(m_modes, &QTabBar::currentChanged, this, &RankingPanel::rebuild);
    connect(m_chart, &BarChart::activated, this, &RankingPanel::activate);
}

void RankingPanel::setScope(const EvaluationScope &scope, const QString &who, Decimal full, int places)
{
    m_scope = scope;
    m_who = who;
    m_full = full;
    m_places = places;
    rebuild();
}

void RankingPanel::rebuild()
{
    constexpr int subject = 0;
    const Mode mode = Mode(m_modes->currentIndex());
    m_chart->setAccessibleName(m_modes->tabText(mode));
    m_questions.ask<Chart>(
        subject,
        [mode, scope = m_scope, full = m_full, places = m_places](const core::Store &store) {
            return mode == Distribution ? distribution(store, scope, full)
                                        : averages(store, scope, mode, places);
        },
        [this, mode](core::Result<Chart> chart) {
            if (chart)
                show(mode, *std::move(chart));
            else
                Q_EMIT failed(chart.error());
        },
        StoreQuestions::Wait::Briefly);
}

void RankingPanel::show(Mode mode, Chart chart)
{
    m_chart->setBars(std::move(chart.bars));
    m_chart->setChosen(chart.chosen);
    m_title->setText(mode == Distribution
                         ? core::tr("%1 %2 家").arg(m_who, QLocale().toString(chart.organizations))
                         : core::tr("平均分，点开看名单"));
    m_warned->setText(core::tr("■ 预警 %1").arg(QLocale().toString(chart.warned)));
    m_watched->setText(core::tr("■ 关注 %1").arg(QLocale().toString(chart.watched)));
    m_warned->setVisible(chart.warned > 0);
    m_watched->setVisible(chart.watched > 0);
    m_shown = std::move(chart);
    m_shownMode = mode;
}

core::Result<RankingPanel::Chart> RankingPanel::distribution(const core::Store &store,
                                                             const EvaluationScope &scope, Decimal full)
{
    core::Query query = ratedOf(scope);
    query.group = {scope.points(), core::path<&core::EvaluationResult::warning>()};
    query.measures = {core::countAs(u"organizations"_s)};
    const qint64 width = distributionStep(full);
    std::map<qint64, Step> steps;
    Chart chart;
    EvaluationScope everyone = scope;
    everyone.range.reset();
    CORE_ASSIGN(chart.organizations, store.count(everyone.query()));
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        Step &step = steps[decimalOf(row.at(0)).floor() / width];
        const qint64 count = row.at(2).toLongLong();
        switch (warningLevelOf(row.at(1))) {
        case core::WarningLevel::None: step.plain += count; break;
        case core::WarningLevel::Watch:
            step.watched += count;
            chart.watched += count;
            break;
        case core::WarningLevel::Warning:
            step.warned += count;
            chart.warned += count;
            break;
        }
        return true;
    }));
    if (steps.empty())
        return chart;
    for (qint64 at = steps.begin()->first; at <= steps.rbegin()->first; ++at) {
        const Step step = steps[at];
        const Decimal from = Decimal::fromInteger(at * width);
        const Decimal to = Decimal::fromInteger((at + 1) * width);
        const QString count = QLocale().toString(step.all());
        chart.bars.push_back({from.toString(), step.all() ? count : QString(),
                              core::tr("%1—%2 分，%3 家").arg(from.toString(), to.toString(), count),
                              double(step.warned), double(step.watched), double(step.plain)});
        if (scope.range && scope.range->from == from)
            chart.chosen = int(chart.ranges.size());
        chart.ranges.push_back({from, to});
    }
    return chart;
}

core::Result<RankingPanel::Chart> RankingPanel::averages(const core::Store &store,
                                                         const EvaluationScope &shown, Mode mode, int places)
{
    // Averages compare groups: only what does not belong to the grouping narrows them.
    EvaluationScope scope = shown;
    const bool isTown = mode == ByTown;
    (isTown ? scope.town : scope.kind).clear();
    core::Query query = ratedOf(scope);
    using R = core::EvaluationResult;
    query.group = {isTown ? core::path<&R::organization, &core::Organization::town>()
                          : core::path<&R::organization, &core::Organization::kind>()};
    query.measures = {{core::Measure::Kind::Average, scope.points(), {}, u"average"_s},
                      core::countAs(u"organizations"_s)};
    query.sort = {{u"average"_s, true}};
    Chart chart;
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        const QString key = row.at(0).toString();
        const Decimal average = decimalOf(row.at(1));
        const QString name = groupName(store, isTown, key);
        chart.bars.push_back(
            {name, average.toString(places),
             core::tr("%1：%2 家，平均 %3 分")
                 .arg(name, QLocale().toString(row.at(2).toLongLong()), average.toString(places)),
             0, 0, heightOf(average)});
        if (!key.isEmpty() && key == (isTown ? shown.town : shown.kind))
            chart.chosen = int(chart.keys.size());
        chart.keys.append(key);
        return true;
    }));
    return chart;
}

void RankingPanel::activate(int bar)
{
    switch (m_shownMode) {
    case Distribution:
        if (bar < int(m_shown.ranges.size())) {
            const EvaluationScope::Range &range = m_shown.ranges[size_t(bar)];
            Q_EMIT rangeChosen(range, core::tr("%1—%2 分").arg(range.from.toString(), range.to->toString()));
        }
        break;
    case ByKind:
        if (bar < m_shown.keys.size() && !m_shown.keys.at(bar).isEmpty())
            Q_EMIT kindChosen(m_shown.keys.at(bar));
        break;
    case ByTown:
        if (bar < m_shown.keys.size() && !m_shown.keys.at(bar).isEmpty())
            Q_EMIT townChosen(m_shown.keys.at(bar));
        break;
    }
}

} // namespace ui
