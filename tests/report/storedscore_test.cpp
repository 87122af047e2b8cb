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

TEST_CASE("A stored score read alone says the same as among all, and what its result keeps")
{
    SampleStore store(SampleStore::State::Evaluated);
    const core::Id<core::Evaluation> id = evaluationOf(*store, 2025);
    const auto evaluation = store->get(id);
    requireOk(evaluation);
    const auto plan = core::loadPlan(*store, *evaluation);
    requireOk(plan);
    const auto everyone = core::loadScores(*store, id);
    requireOk(everyone);
    const auto results = core::resultsOf(*store, id);
    requireOk(results);
    int averaged = 0;
    int said = 0;
    for (const core::EvaluationResult &result : *results) {
        const auto alone = core::storedScore(*store, *plan, result.id);
        const auto among = core::storedScore(*store, *plan, result.id, &*everyone);
        requireOk(alone);
        requireOk(among);
        INFO(alone->organization.toStdString());
        REQUIRE(alone->remarks.all().join(u'\n').toStdString() == result.note.text.toStdString());
        REQUIRE(among->remarks.all() == alone->remarks.all());
        said += alone->remarks.warnings.isEmpty() ? 0 : 1;
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
