// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/yearjob.h"

#include "core/base/sha256.h"
#include "core/base/tr.h"
#include "core/evaluation/evaluationverbs.h"
#include "core/evaluation/figures.h"

#include <QHash>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

Status refusePublished(const Evaluation &evaluation)
{
    if (evaluation.state != EvaluationState::Published)
        return ok();
    return Error{
        Error::Code::Conflict,
        tr("%1 "
           "年度积分评价已公布，成绩已定格，不能重新计算。如确有差错，请在下一年度评价中更正，或者先“撤"
           "销公布”并写明理由。")
            .arg(evaluation.year),
        {}};
}

Status refuseWrongYear(const Scheme &scheme, int year)
{
    const bool early = scheme.validFrom.isValid() && year < scheme.validFrom.year();
    const bool late = scheme.validTo && year > scheme.validTo->year();
    if (!early && !late)
        return ok();
    return Error{Error::Code::InvalidInput,
                 tr("方案“%1”的适用期是 %2 至 %3，不能用于 %4 年度。请换一个方案。")
                     .arg(scheme.title, scheme.validFrom.toString(Qt::ISODate),
                          scheme.validTo ? scheme.validTo->toString(Qt::ISODate) : tr("今后"))
                     .arg(year),
                 {}};
}

Result<std::vector<EvaluationResult>> resultsOf(const Store &store, const Id<Evaluation> &evaluation)
{
    Query query;
    query.where = Condition::is(u"evaluation"_s, evaluation.text);
    return store.all<EvaluationResult>(query);
}

std::vector<EvaluationResult> recordsOf(const EvaluationOutcome &outcome)
{
    std::vector<EvaluationResult> records;
    records.reserve(outcome.scores.size());
    for (size_t i = 0; i < outcome.scores.size(); ++i)
        records.push_back(resultRecord(outcome.plan, outcome.year, outcome.candidates[i], outcome.scores[i]));
    return records;
}

/// The stored scheme with this content; stored now when it is new.
Result<Id<SchemeRecord>> keepScheme(const Store &store, Change &change, const Scheme &scheme)
{
    const QByteArray content = writeScheme(scheme);
    SchemeRecord record;
    record.contentHash = QString::fromLatin1(Sha256::hexOf(content));
    Query query;
    query.where = Condition::is(u"content_hash"_s, record.contentHash);
    CORE_ASSIGN(const std::vector<SchemeRecord> found, store.all<SchemeRecord>(query));
    if (!found.empty())
        return found.front().id;
    record.schemeKey = scheme.key;
    record.version = scheme.version;
    record.title = scheme.title;
    record.content.text = QString::fromUtf8(content);
    CORE_TRY(change.insert(record));
    return record.id;
}

/// Writes the results of one evaluation over those an earlier trial left behind.
Status writeResults(const Store &store, Change &change, const Id<Evaluation> &evaluation,
                    std::vector<EvaluationResult> &records, Progress &progress)
{
    CORE_ASSIGN(const std::vector<EvaluationResult> old, resultsOf(store, evaluation));
    QHash<QString, const EvaluationResult *> byOrganization;
    for (const EvaluationResult &result : old)
        byOrganization.insert(result.organization.text, &result);
    const RecordType &type = recordType<EvaluationResult>();
    qint64 done = 0;
    for (EvaluationResult &record : records) {
        if (progress.isCancelled())
            return Progress::cancelledError();
        progress.report(++done, qint64(records.size()));
        record.evaluation = evaluation;
        const EvaluationResult *before = byOrganization.take(record.organization.text);
        if (!before) {
            CORE_TRY(change.insert(record));
            continue;
        }
        record.id = before->id;
        if (type.values(&record) != type.values(before))
            CORE_TRY(change.update(record));
    }
    for (const EvaluationResult *left : std::as_const(byOrganization))
        CORE_TRY(change.remove(left->id));
    return ok();
}

} // namespace

qsizetype EvaluationOutcome::indexOf(const QString &organization) const
{
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate &candidate) { return candidate.id == organization; });
    return found == candidates.end() ? -1 : found - candidates.begin();
}

Decimal EvaluationOutcome::average(OrganizationKind kind, Tag tag) const
{
    Decimal sum;
    qint64 count = 0;
    for (size_t i = 0; i < scores.size(); ++i) {
        if (scores[i].rated && candidates[i].kind == kind) {
            sum += scores[i].tag(tag);
            ++count;
        }
    }
    const auto average = Decimal::quotient(sum, Decimal::fromInteger(count));
    return average.value_or(Decimal()).rounded(plan.scheme->places);
}

Result<EvaluationOutcome> evaluateYear(const Store &store, int year, const Scheme &scheme, Progress &progress,
                                       QDate today)
{
    CORE_TRY(refuseWrongYear(scheme, year));
    EvaluationOutcome outcome;
    outcome.year = year;
    outcome.cutoff = std::min(today, QDate(year, 12, 31));
    if (const Result<Evaluation> earlier = findEvaluation(store, year)) {
        CORE_TRY(refusePublished(*earlier));
        outcome.evaluation = *earlier;
    } else if (earlier.error().code != Error::Code::NotFound) {
        return earlier.error();
    }
    outcome.plan = makePlan(scheme);
    outcome.journalHead = store.headHash();
    CORE_ASSIGN(outcome.candidates, readCandidates(store, outcome.plan, year, outcome.cutoff, progress));
    progress.setStage(tr("计分排名"));
    outcome.scores = scoreAll(outcome.plan, outcome.candidates);
    return outcome;
}

Result<Evaluation> storeEvaluation(Store &store, EvaluationOutcome &outcome, Progress &progress)
{
    progress.setStage(tr("保存成绩"));
    std::vector<EvaluationResult> records = recordsOf(outcome);
    outcome.resultHash = hashOf(records);
    const Result<Evaluation> earlier = findEvaluation(store, outcome.year);
    if (!earlier && earlier.error().code != Error::Code::NotFound)
        return earlier.error();
    if (earlier)
        CORE_TRY(refusePublished(*earlier));
    Evaluation evaluation = earlier ? *earlier : Evaluation();
    const bool isNew = evaluation.id.isNull();
    evaluation.year = outcome.year;
    evaluation.title = tr("%1 年度积分评价").arg(outcome.year);
    evaluation.state = EvaluationState::Draft;
    evaluation.computedAt = QDateTime::currentDateTimeUtc();
    evaluation.cutoff = outcome.cutoff;
    evaluation.journalHead = outcome.journalHead;
    evaluation.resultHash = outcome.resultHash;
    const QString what = tr("%1 年度积分评价试算").arg(outcome.year);
    const Status kept = runAct(store, keepYear(), what, [&](Change &change) -> Status {
        CORE_ASSIGN(evaluation.scheme, keepScheme(store, change, *outcome.plan.scheme));
        if (isNew)
            CORE_TRY(change.insert(evaluation));
        else
            CORE_TRY(change.update(evaluation));
        return writeResults(store, change, evaluation.id, records, progress);
    });
    if (!kept)
        return kept.error();
    outcome.evaluation = evaluation;
    return evaluation;
}

Result<Evaluation> findEvaluation(const Store &store, int year)
{
    Query query;
    query.where = Condition::is(u"year"_s, year);
    CORE_ASSIGN(const std::vector<Evaluation> found, store.all<Evaluation>(query));
    if (found.empty())
        return Error{Error::Code::NotFound, tr("%1 年度还没有积分评价。请先运行年度评价。").arg(year), {}};
    return found.front();
}

Result<EvaluationOutcome> loadScores(const Store &store, int year)
{
    CORE_ASSIGN(const Evaluation evaluation, findEvaluation(store, year));
    return loadScores(store, evaluation);
}

Result<EvaluationOutcome> loadScores(const Store &store, const Evaluation &evaluation)
{
    EvaluationOutcome outcome;
    outcome.evaluation = evaluation;
    CORE_ASSIGN(const SchemeRecord record, store.get(outcome.evaluation.scheme));
    CORE_ASSIGN(const Scheme scheme, parseScheme(record.content.text.toUtf8()));
    CORE_ASSIGN(const std::vector<EvaluationResult> results, resultsOf(store, outcome.evaluation.id));
    outcome.year = int(evaluation.year);
    outcome.cutoff = evaluation.cutoff;
    outcome.journalHead = evaluation.journalHead;
    outcome.plan = makePlan(scheme);
    outcome.candidates.reserve(results.size());
    for (const EvaluationResult &result : results) {
        CORE_ASSIGN(Candidate candidate, candidateOf(outcome.plan, result));
        outcome.candidates.push_back(std::move(candidate));
    }
    outcome.scores = scoreAll(outcome.plan, outcome.candidates);
    outcome.resultHash = hashOf(recordsOf(outcome));
    outcome.matchesStored =
        outcome.resultHash == evaluation.resultHash && outcome.resultHash == hashOf(results);
    return outcome;
}

namespace {

/// Names of organizations whose stored result is not what its details give; the first few.
QStringList differing(const Store &store, const EvaluationOutcome &outcome)
{
    const Result<std::vector<EvaluationResult>> stored = resultsOf(store, outcome.evaluation.id);
    if (!stored)
        return {};
    QStringList names;
    const std::vector<EvaluationResult> again = recordsOf(outcome);
    for (size_t i = 0; i < again.size() && i < stored->size() && names.size() < 5; ++i) {
        if (hashOf({again[i]}) != hashOf({(*stored)[i]}))
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

Status recheckPublished(const Store &store, int year)
{
    CORE_ASSIGN(const EvaluationOutcome outcome, loadScores(store, year));
    if (outcome.evaluation.state != EvaluationState::Published)
        return Error{Error::Code::InvalidInput, tr("%1 年度积分评价还没有公布。").arg(year), {}};
    return requireUnchanged(store, outcome);
}

} // namespace core
