// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/storedevaluation.h"

#include "core/base/sha256.h"
#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluationverbs.h"
#include "core/store/where.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>
#include <numeric>

namespace core {

namespace {

/// The stored scheme with this content; stored now when it is new.
Result<Id<SchemeRecord>> keepScheme(const Store &store, Change &change, const Scheme &scheme)
{
    const QByteArray content = writeScheme(scheme);
    SchemeRecord record;
    record.contentHash = QString::fromLatin1(Sha256::hexOf(content));
    CORE_ASSIGN(const std::vector<SchemeRecord> found,
                store.all<SchemeRecord>(
                    queryOf<SchemeRecord>(where::is<&SchemeRecord::contentHash>(record.contentHash))));
    if (!found.empty())
        return found.front().id;
    record.schemeKey = scheme.key;
    record.version = scheme.version;
    record.title = scheme.title;
    record.content.text = QString::fromUtf8(content);
    CORE_TRY(change.insert(record));
    return record.id;
}

/// Calls \a take with each result of an evaluation, in the order of entry. All of them at once are too much
/// for the memory: the details of each have thousands of letters.
Status eachResult(const Store &store, const Id<Evaluation> &evaluation,
                  const std::function<Status(const EvaluationResult &)> &take)
{
    Status taken = ok();
    CORE_TRY(store.each(queryOf<EvaluationResult>(where::is<&EvaluationResult::evaluation>(evaluation)),
                        [&](const QVariantList &row) {
                            EvaluationResult result;
                            recordType<EvaluationResult>().assign(&result, row);
                            taken = take(result);
                            return bool(taken);
                        }));
    return taken;
}

/// Hashes what computing again gave, and says whether it is what is stored: \a stored are the hashes of the
/// single results, in the order of the candidates.
void compareWith(const std::vector<QByteArray> &stored, EvaluationOutcome &outcome)
{
    std::vector<size_t> order(outcome.candidates.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::sort(order, {}, [&](size_t i) -> const QString & { return outcome.candidates[i].id; });
    Sha256 all;
    outcome.matchesStored = true;
    for (const size_t i : order) {
        const QByteArray bytes =
            hashedBytes(resultRecord(outcome.plan, outcome.year, outcome.candidate(i), outcome.score(i)));
        all.add(bytes);
        outcome.matchesStored = outcome.matchesStored && Sha256::hexOf(bytes) == stored[i];
    }
    outcome.resultHash = QString::fromLatin1(all.takeHex());
    outcome.matchesStored = outcome.matchesStored && outcome.resultHash == outcome.evaluation.resultHash;
}

/// What an evaluation is called: “2025 年度积分评价”, and with the scheme's title when the year has one by
/// another scheme, so that no two are called alike. It keeps that name when it is computed again.
Result<QString> titleFor(const Store &store, const EvaluationOutcome &outcome)
{
    const QString plain = tr("%1 年度积分评价").arg(outcome.year);
    CORE_ASSIGN(const std::vector<Evaluation> all, evaluationsOf(store, outcome.year));
    const Scheme &scheme = *outcome.plan.scheme;
    const bool isOnly = std::ranges::all_of(
        all, [&](const Evaluation &one) { return schemeKeyOf(store, one) == scheme.key; });
    return isOnly ? plain : tr("%1（%2）").arg(plain, scheme.title);
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

Status refusePublished(const Evaluation &evaluation)
{
    if (evaluation.state != EvaluationState::Published)
        return ok();
    return Error{
        Error::Code::Conflict,
        tr("%1已公布，成绩已定格，不能重新计算。如确有差错，请在下一年度评价中更正，或者先“撤销公布”并写明"
           "理由。")
            .arg(evaluation.title),
        {}};
}

Result<std::vector<EvaluationResult>> resultsOf(const Store &store, const Id<Evaluation> &evaluation)
{
    return store.all<EvaluationResult>(
        queryOf<EvaluationResult>(where::is<&EvaluationResult::evaluation>(evaluation)));
}

Result<Evaluation> storeEvaluation(Store &store, EvaluationOutcome &outcome, Progress &progress)
{
    progress.setStage(tr("保存成绩"));
    std::vector<EvaluationResult> records = outcome.records();
    outcome.resultHash = hashOf(records);
    const Result<Evaluation> earlier = findEvaluation(store, outcome.year, outcome.plan.scheme->key);
    if (!earlier && earlier.error().code != Error::Code::NotFound)
        return earlier.error();
    if (earlier)
        CORE_TRY(refusePublished(*earlier));
    Evaluation evaluation = earlier ? *earlier : Evaluation();
    const bool isNew = evaluation.id.isNull();
    evaluation.year = outcome.year;
    if (isNew) {
        CORE_ASSIGN(evaluation.title, titleFor(store, outcome));
    }
    evaluation.state = EvaluationState::Draft;
    evaluation.computedAt = QDateTime::currentDateTimeUtc();
    evaluation.cutoff = outcome.cutoff;
    evaluation.journalHead = outcome.journalHead;
    evaluation.resultHash = outcome.resultHash;
    const QString what = tr("%1试算").arg(evaluation.title);
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

Result<Scheme> schemeOf(const Store &store, const Evaluation &evaluation)
{
    CORE_ASSIGN(const SchemeRecord record, store.get(evaluation.scheme));
    return parseScheme(record.content.text.toUtf8());
}

Result<EvaluationOutcome> loadScores(const Store &store, const Id<Evaluation> &evaluation, Recheck recheck)
{
    EvaluationOutcome outcome;
    CORE_ASSIGN(outcome.evaluation, store.get(evaluation));
    CORE_ASSIGN(const Scheme scheme, schemeOf(store, outcome.evaluation));
    outcome.year = int(outcome.evaluation.year);
    outcome.cutoff = outcome.evaluation.cutoff;
    outcome.journalHead = outcome.evaluation.journalHead;
    outcome.resultHash = outcome.evaluation.resultHash;
    outcome.plan = makePlan(scheme);
    std::vector<QByteArray> stored; // the hash of each
    QSet<QString> towns;
    CORE_TRY(eachResult(store, outcome.evaluation.id, [&](const EvaluationResult &result) -> Status {
        CORE_ASSIGN(Candidate candidate, candidateOf(outcome.plan, result));
        outcome.figures.add(candidate.figures);
        candidate.figures = std::vector<Figure>(); // “= {}” would keep their room, twice that of all the rest
        candidate.town = *towns.insert(candidate.town); // one text for all of a town
        outcome.candidates.push_back(std::move(candidate));
        if (recheck == Recheck::Yes)
            stored.push_back(Sha256::hexOf(hashedBytes(result)));
        return ok();
    }));
    Candidate whole;
    ScoredYear scored = scoreYear(outcome.plan, outcome.candidates, [&](size_t i) -> const Candidate & {
        whole = outcome.candidate(i);
        return whole;
    });
    outcome.scores = std::move(scored.scores);
    outcome.averages = std::move(scored.averages);
    if (recheck == Recheck::Yes)
        compareWith(stored, outcome);
    return outcome;
}

Result<QStringList> schemesCounting(const Store &store, int year, const QString &indicator)
{
    CORE_ASSIGN(const std::vector<Evaluation> evaluations, evaluationsOf(store, year));
    QStringList titles;
    for (const Evaluation &evaluation : evaluations) {
        CORE_ASSIGN(Scheme scheme, schemeOf(store, evaluation));
        const QString title = scheme.title;
        const Plan plan = makePlan(std::move(scheme));
        if (std::any_of(plan.kinds.begin(), plan.kinds.end(),
                        [&](const KindPlan &kind) { return kind.node(indicator) != nullptr; }))
            titles.append(title);
    }
    return titles;
}

} // namespace core
