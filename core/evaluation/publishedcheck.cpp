// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/publishedcheck.h"

#include "core/base/tr.h"
#include "core/evaluation/storedevaluation.h"

namespace core {

using namespace Qt::StringLiterals;

namespace {

/// Names of organizations whose stored result is not what its details give; the first few.
QStringList differing(const Store &store, const EvaluationOutcome &outcome)
{
    const Result<std::vector<EvaluationResult>> stored = resultsOf(store, outcome.evaluation.id);
    if (!stored)
        return {};
    QStringList names;
    const std::vector<EvaluationResult> again = outcome.records();
    for (size_t i = 0; i < again.size() && i < stored->size() && names.size() < 5; ++i) {
        if (hashedBytes(again[i]) != hashedBytes((*stored)[i]))
            names.append(store.display(recordType<Organization>(), again[i].organization.text));
    }
    return names;
}

} // namespace

Status requireUnchanged(const Store &store, const EvaluationOutcome &outcome)
{
    if (outcome.matchesStored)
        return ok();
    const QStringList names = differing(store, outcome);
    const QString which = names.isEmpty() ? tr("结果有增减") : tr("涉及：%1").arg(names.join(u'、'));
    return Error{Error::Code::Conflict,
                 tr("按保存的方案和数据重新计算 %1 "
                    "年度评价，与保存的成绩不一致（%2）。请先校验数据文件，未查明前不要使用这份成绩。")
                     .arg(QString::number(outcome.year), which),
                 outcome.resultHash + u" / "_s + outcome.evaluation.resultHash};
}

Status recheckPublished(const Store &store, const Id<Evaluation> &id)
{
    CORE_ASSIGN(const EvaluationOutcome outcome, loadScores(store, id, Recheck::Yes));
    if (outcome.evaluation.state != EvaluationState::Published)
        return Error{Error::Code::InvalidInput, tr("%1 年度积分评价还没有公布。").arg(outcome.year), {}};
    return requireUnchanged(store, outcome);
}

} // namespace core
