// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluationpage.h"

#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/storedevaluation.h"
#include "core/store/where.h"
#include "ui/dialogs/schemedialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/tag.h"

#include <QComboBox>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

// Which evaluation the page shows, and how it stands.

using namespace Qt::StringLiterals;

namespace ui {

void EvaluationPage::fillYears()
{
    const int thisYear = session().today().year();
    QSet<int> years = {thisYear, thisYear - 1};
    if (const core::Result<std::vector<int>> evaluated = core::evaluatedYears(store()))
        years.unite(QSet<int>(evaluated->begin(), evaluated->end()));
    else
        session().prompt.error(evaluated.error());
    if (m_scope.year == 0)
        m_scope.year = core::yearAtWork(session().today());
    QList<int> sorted(years.begin(), years.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const QSignalBlocker quiet(m_year);
    m_year->clear();
    for (const int year : sorted)
        m_year->addItem(QString::number(year), year);
    m_year->setCurrentIndex(m_year->findData(m_scope.year));
}

/// Which evaluations of the year there are. The chosen one stays chosen; else the one that counts is shown.
void EvaluationPage::fillEvaluations()
{
    const core::Result<std::vector<core::Evaluation>> found = core::evaluationsOf(store(), m_scope.year);
    if (!found)
        session().prompt.error(found.error());
    const QSignalBlocker quiet(m_evaluation);
    m_evaluation->clear();
    if (found) {
        for (const core::Evaluation &evaluation : *found)
            m_evaluation->addItem(core::schemeTitleOf(store(), evaluation), evaluation.id.text);
    }
    const int chosen = m_evaluation->findData(m_scope.evaluation.text);
    m_evaluation->setCurrentIndex(std::max(0, chosen));
    m_scope.evaluation.text = m_evaluation->currentData().toString();
    m_evaluation->setVisible(m_evaluation->count() > 1);
}

void EvaluationPage::setEvaluation(const core::Id<core::Evaluation> &evaluation)
{
    if (evaluation == m_scope.evaluation)
        return;
    m_scope.evaluation = evaluation;
    m_scope.range.reset();
    m_chosen.reset();
    m_lastRun.clear();
    reload();
}

void EvaluationPage::fillTowns()
{
    using core::Division;
    core::Query query = core::queryOf<Division>(core::where::is<&Division::level>(core::DivisionLevel::Town));
    query.columns = {core::path<&Division::id>(), core::path<&Division::name>()};
    query.sort = {core::ascending<&Division::code>()};
    const QSignalBlocker quiet(m_town);
    m_town->clear();
    m_town->addItem(core::tr("全部镇街"), QString());
    const core::Status asked = store().each(query, [&](const QVariantList &row) {
        m_town->addItem(row.at(1).toString(), row.at(0).toString());
        return true;
    });
    if (!asked)
        session().prompt.error(asked.error());
    m_town->setCurrentIndex(std::max(0, m_town->findData(m_scope.town)));
}

void EvaluationPage::setYear(int year)
{
    if (year == m_scope.year)
        return;
    m_scope.year = year;
    m_scope.evaluation = {};
    m_scope.range.reset();
    m_chosen.reset();
    m_lastRun.clear();
    fillYears();
    reload();
}

void EvaluationPage::reload()
{
    m_plan.reset();
    m_everyone.reset();
    m_questions.giveUp(Everyone);
    m_questions.giveUp(Explaining);
    fillEvaluations();
    if (!m_scope.evaluation.isNull()) {
        const core::Result<core::Evaluation> evaluation = store().get(m_scope.evaluation);
        core::Result<core::StoredPlan> plan = evaluation ? core::loadPlan(store(), *evaluation)
                                                         : core::Result<core::StoredPlan>(evaluation.error());
        if (plan)
            m_plan = std::make_shared<core::StoredPlan>(*std::move(plan));
        else
            session().prompt.error(plan.error());
    }
    m_stack->setCurrentIndex(m_plan ? 0 : 1);
    if (!m_plan)
        m_empty->setText(
            core::tr("%1 年度还没有评价").arg(m_scope.year),
            core::tr("按积分方案给每一家社会组织计分、排名、定等次。计算不改动台账，可以随时重算。"));
    showState();
    if (m_plan)
        applyScope();
}

const core::Scheme *EvaluationPage::schemeInUse()
{
    if (m_chosen)
        return &*m_chosen;
    if (m_plan)
        return m_plan->plan.scheme.get();
    const std::vector<core::ShippedScheme> shipped = core::shippedSchemes();
    if (shipped.empty())
        return nullptr;
    const core::Result<QByteArray> json = core::shippedScheme(shipped.front().key);
    core::Result<core::Scheme> scheme =
        json ? core::readScheme(*json) : core::Result<core::Scheme>(json.error());
    if (!scheme) {
        session().prompt.error(scheme.error());
        return nullptr;
    }
    m_chosen = *std::move(scheme);
    return &*m_chosen;
}

void EvaluationPage::showState()
{
    const core::Scheme *scheme = schemeInUse();
    m_schemeTag->setVisible(scheme);
    if (scheme) {
        m_schemeTag->setText(core::tr("%1 · %2").arg(scheme->version, schemeSummary(*scheme)));
        m_schemeTag->setToolTip(core::tr("%1 %2").arg(scheme->title, scheme->version));
    }
    const bool isPublished = m_plan && m_plan->evaluation.state == core::EvaluationState::Published;
    const bool isStale = m_plan && !isPublished && isOutOfDate();
    const bool isOtherScheme = m_chosen && m_plan;
    const bool isBeside = isAnotherScheme();
    m_stateTag->setVisible(m_plan != nullptr);
    m_rangeTag->setVisible(m_plan && m_scope.range);
    m_stateTag->setTone(isPublished && !isBeside   ? Tone::Fine
                        : isStale || isOtherScheme ? Tone::Soon
                                                   : Tone::Neutral);
    m_stateTag->setText(
        isPublished && !isBeside
            ? core::tr("已公布 · %1")
                  .arg(m_plan->evaluation.publishedAt->toLocalTime().date().toString(u"M月d日"_s))
        : isBeside      ? core::tr("另一方案，计算后与现有评价并存")
        : isOtherScheme ? core::tr("已换方案，需重新计算")
        : isStale       ? core::tr("数据已改，需重新计算")
                        : core::tr("试算"));
    m_compute->setText(m_plan ? m_lastRun.isEmpty() ? core::tr("重新计算")
                                                    : core::tr("重新计算 %1").arg(m_lastRun)
                              : core::tr("开始评价"));
    const bool isWritable = !store().isReadOnly();
    m_compute->setEnabled(isWritable && (!isPublished || isBeside));
    m_scheme->setEnabled(isWritable);
    m_publish->setVisible(!isPublished && m_plan);
    m_publish->setEnabled(isWritable && !isStale && !isOtherScheme);
    m_publish->setToolTip(m_publish->isEnabled() ? QString() : core::tr("先重新计算，再公布"));
    m_withdraw->setVisible(isPublished);
    m_withdraw->setEnabled(isWritable);
    m_print->setEnabled(m_plan != nullptr);
}

/// Whether the scheme chosen is not a version of the one shown: computing adds an evaluation to the year.
bool EvaluationPage::isAnotherScheme() const
{
    return m_chosen && m_plan && m_chosen->key != m_plan->plan.scheme->key;
}

bool EvaluationPage::isOutOfDate() const
{
    const auto history = store().history(core::recordType<core::Evaluation>(), m_plan->evaluation.id.text);
    if (!history || history->empty())
        return false;
    constexpr int looked = 20;
    const auto entries = store().journal(looked);
    if (!entries)
        return false;
    for (const core::JournalEntry &entry : *entries) {
        if (entry.sequence <= history->front().first.sequence)
            return false;
        // Evaluating other years, and schemes, change nothing in the registers.
        const auto edits = store().edits(entry.sequence, 1);
        if (edits && !edits->empty() && edits->front().type != &core::recordType<core::Evaluation>() &&
            edits->front().type != &core::recordType<core::EvaluationResult>() &&
            edits->front().type != &core::recordType<core::SchemeRecord>())
            return true;
    }
    return entries->size() == size_t(looked);
}

} // namespace ui
