// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluationpage.h"

#include "core/base/tr.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/storedevaluation.h"
#include "ui/dialogs/schemedialog.h"
#include "ui/dialogs/scoredialog.h"
#include "ui/dialogs/verbdialog.h"
#include "ui/taskrunner.h"
#include "ui/widgets/prompt.h"

#include <QElapsedTimer>
#include <QPushButton>

// What the clerk asks of the evaluation page.

using namespace Qt::StringLiterals;

namespace ui {

void EvaluationPage::compute()
{
    const core::Scheme *scheme = schemeInUse();
    if (!scheme)
        return;
    QElapsedTimer timer;
    timer.start();
    const int year = m_scope.year;
    struct Computed
    {
        core::Evaluation evaluation;
        QStringList remarks;
    };
    tellBusy(session().tasks.start<Computed>(
        this, core::tr("%1 年度评价").arg(year),
        [scheme = *scheme, year,
         today = session().today()](core::Store &own, core::Progress &progress) -> core::Result<Computed> {
            CORE_ASSIGN(core::EvaluationOutcome outcome,
                        core::evaluateYear(own, year, scheme, progress, today));
            CORE_ASSIGN(core::Evaluation kept, core::storeEvaluation(own, outcome, progress));
            return Computed{std::move(kept), std::move(outcome.manualRemarks)};
        },
        [this, year, timer](const core::Result<Computed> &computed) {
            if (!computed) {
                session().prompt.error(computed.error());
                return;
            }
            if (year != m_scope.year)
                return;
            m_lastRun = core::tr("%1 秒").arg(double(timer.elapsed()) / 1000.0, 0, 'f', 1);
            m_chosen.reset();
            m_scope.evaluation = computed->evaluation.id;
            m_reloadTimer.stop();
            reload();
            session().navigator.tell(
                core::tr("%1 年度评价算好了，用时 %2").arg(QString::number(year), m_lastRun));
            if (const QStringList &remarks = computed->remarks; !remarks.isEmpty()) {
                constexpr qsizetype mostShown = 8;
                QString text = remarks.mid(0, mostShown).join(u'\n');
                if (remarks.size() > mostShown)
                    text += u'\n' +
                            core::tr("还有 %1 处，改好上面的再算时会列出。").arg(remarks.size() - mostShown);
                session().prompt.inform(core::tr("有的人工评分没有照原样计分"), text);
            }
        }));
}

void EvaluationPage::chooseScheme()
{
    const core::Scheme *scheme = schemeInUse();
    if (!scheme)
        return;
    auto *dialog = new SchemeDialog(session(), m_scope.year, *scheme, this);
    connect(dialog, &SchemeDialog::chosen, this, [this](const core::Scheme &chosen) {
        if (m_plan && core::writeScheme(chosen) == core::writeScheme(*m_plan->plan.scheme))
            m_chosen.reset();
        else
            m_chosen = chosen;
        showState();
    });
    dialog->open();
}

void EvaluationPage::askVerb(const char *key)
{
    const core::Verb *verb = core::findVerb(core::recordType<core::Evaluation>(), key);
    if (verb && m_plan)
        ui::askVerb(session(), *verb, m_plan->evaluation.id.text, window());
}

void EvaluationPage::scoreIndicator(const QString &code)
{
    const core::Result<core::Organization> organization =
        store().get(core::Id<core::Organization>{m_selected});
    if (!organization) {
        session().prompt.error(organization.error());
        return;
    }
    const core::PlanNode *node = m_plan ? m_plan->plan.of(organization->kind).node(code) : nullptr;
    if (!node)
        return;
    auto *dialog = new ScoreDialog(session(), *node, m_selected, m_scope.year, this);
    connect(dialog, &ScoreDialog::saved, this, [this] {
        showState();
        session().navigator.tell(core::tr("评分已保存，重新计算后计入总分"), core::tr("重新计算"),
                                 [this] { compute(); });
    });
    dialog->open();
}

void EvaluationPage::follow(const core::ChangeSet &changes)
{
    if (!isVisible())
        return; // enter() asks again
    if (changes.of(core::recordType<core::EvaluationResult>()) ||
        changes.of(core::recordType<core::Evaluation>()))
        m_reloadTimer.start();
    else
        showState();
}

} // namespace ui
