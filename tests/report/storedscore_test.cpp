// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/storedevaluation.h"
#include "core/evaluation/storedscore.h"
#include "core/report/yearenddata.h"
#include "tests/support/catch.h"
#include "tests/support/samplestore.h"
#include "tests/support/teststore.h"

using namespace Qt::StringLiterals;

namespace {

/// The sample county, and what the scores of its year are read with.
struct EvaluatedYear
{
    EvaluatedYear()
    {
        const auto evaluation = store->get(id);
        requireOk(evaluation);
        auto loaded = core::loadPlan(*store, *evaluation);
        requireOk(loaded);
        plan = *std::move(loaded);
        auto found = core::resultsOf(*store, id);
        requireOk(found);
        results = *std::move(found);
    }

    SampleStore store{SampleStore::State::Evaluated};
    core::Id<core::Evaluation> id = evaluationOf(*store, 2025);
    core::StoredPlan plan;
    std::vector<core::EvaluationResult> results;
};

} // namespace

TEST_CASE("A stored score read alone says the same as among all, and what its result keeps")
{
    EvaluatedYear year;
    const core::Store &store = *year.store;
    const auto everyone = core::loadScores(store, year.id, core::Recheck::No);
    requireOk(everyone);
    int averaged = 0;
    int said = 0;
    for (const core::EvaluationResult &result : year.results) {
        const auto alone = core::storedScore(store, year.plan, result.id);
        const auto among = core::storedScore(store, year.plan, result.id, &*everyone);
        requireOk(alone);
        requireOk(among);
        INFO(alone->organization.toStdString());
        REQUIRE(alone->remarks.all().join(u'\n').toStdString() == result.note.text.toStdString());
        REQUIRE(among->remarks.all() == alone->remarks.all());
        said += alone->remarks.warnings.isEmpty() ? 0 : 1;
        const auto candidate = core::candidateOf(year.plan.plan, result);
        requireOk(candidate);
        if (result.rated) {
            // The steps lead to the points that are kept, also where others were needed for them.
            const std::vector<core::Workings> workings =
                core::workingsOf(year.plan.plan, *candidate, alone->score);
            for (size_t n = 0; n < workings.size(); ++n)
                REQUIRE(workings[n].points() == alone->score.awards[n].points);
        }
        REQUIRE(alone->lines.size() == among->lines.size());
        for (size_t i = 0; i < alone->lines.size(); ++i) {
            INFO(alone->lines[i].code.toStdString());
            REQUIRE(alone->lines[i].explanation.toStdString() == among->lines[i].explanation.toStdString());
            REQUIRE(alone->lines[i].points == among->lines[i].points);
            averaged += alone->lines[i].explanation.contains(u"同类平均"_s) ? 1 : 0;
        }
    }
    CHECK(averaged > 0);
    CHECK(said > 0);
}

TEST_CASE("What is missing to the next place is the distance to the lowest better total of the same kind")
{
    EvaluatedYear year;
    const core::Store &store = *year.store;
    const auto kindOf = [&](const core::EvaluationResult &result) {
        const auto organization = store.get(result.organization);
        requireOk(organization);
        return organization->kind;
    };
    int missing = 0;
    for (const core::EvaluationResult &result : year.results) {
        std::optional<core::Decimal> next;
        for (const core::EvaluationResult &other : year.results) {
            if (result.rated && other.rated && other.total > result.total && kindOf(other) == kindOf(result))
                next = next ? std::min(*next, other.total - result.total) : other.total - result.total;
        }
        const auto score = core::storedScore(store, year.plan, result.id);
        requireOk(score);
        INFO(score->organization.toStdString());
        REQUIRE(score->score.total == result.total);
        REQUIRE(score->toNext == next);
        missing += next ? 1 : 0;
    }
    CHECK(missing > 50);
}

TEST_CASE("The records behind a figure are of the organization and of its year")
{
    EvaluatedYear year;
    const core::Store &store = *year.store;
    qint64 all = 0;
    int dated = 0;
    for (const core::EvaluationResult &result : year.results) {
        const auto score = core::storedScore(store, year.plan, result.id);
        requireOk(score);
        for (const core::ScoreLine &line : score->lines) {
            if (!line.evidence)
                continue;
            INFO(score->organization.toStdString() << " " << line.code.toStdString());
            const core::RecordType &type = *core::findRecordType(line.evidence->records.type);
            core::Query query = line.evidence->records;
            query.columns = {u"organization"_s, QString::fromLatin1(type.traits.date)};
            qint64 rows = 0;
            requireOk(store.each(query, [&](const QVariantList &row) {
                ++rows;
                REQUIRE(row.at(0).toString() == result.organization.text);
                if (line.evidence->records.window && row.at(1).metaType().id() == QMetaType::QDate) {
                    ++dated;
                    REQUIRE(row.at(1).toDate() <= SampleStore::today());
                    REQUIRE(row.at(1).toDate() >= QDate(2023, 1, 1));
                    if (type.key == QByteArray("party_activity"))
                        REQUIRE(row.at(1).toDate().year() == 2025);
                }
                return true;
            }));
            REQUIRE(rows == line.evidence->count);
            all += rows;
        }
    }
    CHECK(all > 100);
    CHECK(dated > 100);
}

TEST_CASE("Papers are made of one evaluation, whatever else the year was evaluated by")
{
    SampleStore store(SampleStore::State::Evaluated);
    const core::Id<core::Evaluation> first = evaluationOf(*store, 2025);
    const auto before = core::YearEndData::load(*store, first);
    requireOk(before);
    core::Progress progress;
    const auto scheme = core::readScheme(*core::shippedScheme(u"huaining-2022"_s));
    requireOk(scheme);
    auto outcome = core::evaluateYear(*store, 2025, *scheme, progress, SampleStore::today());
    requireOk(outcome);
    const auto second = core::storeEvaluation(*store, *outcome, progress);
    requireOk(second);
    const auto after = core::YearEndData::load(*store, first);
    const auto other = core::YearEndData::load(*store, second->id);
    requireOk(after);
    requireOk(other);
    CHECK(after->summary().kinds.size() == before->summary().kinds.size());
    CHECK(after->report(0).total == before->report(0).total);
    CHECK(after->report(0).provenance.scheme == before->report(0).provenance.scheme);
    CHECK(other->report(0).provenance.scheme.startsWith(u"怀宁县"_s));
    CHECK(other->report(0).fullMarks == core::Decimal(1000));
}

TEST_CASE("Every kind that has organizations is in the papers, with every ranking")
{
    SampleStore store(SampleStore::State::Evaluated);
    const auto data = core::YearEndData::load(*store, evaluationOf(*store, 2025));
    requireOk(data);
    core::NoticeRequest request;
    for (const core::OrganizationKind kind : core::allOf<core::OrganizationKind>())
        request.kinds.push_back(kind);
    const core::NoticeFigures notice = data->notice(request);
    REQUIRE(notice.results.size() == core::enumCount<core::OrganizationKind>);
    REQUIRE(notice.rankings.size() ==
            core::enumCount<core::OrganizationKind> * core::enumCount<core::Ranking>);
    size_t rows = 0;
    for (const core::NoticeFigures::Results &results : notice.results)
        rows += results.rows.size();
    CHECK(rows == data->outcome().candidates.size());
}
