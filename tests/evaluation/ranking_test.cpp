// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluationresult.h"
#include "core/evaluation/rankinglists.h"
#include "core/evaluation/resultrecord.h"
#include "tests/evaluation/testscheme.h"

#include <QSet>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

enum class Colour { Red, Green, Blue };
enum class Lonely : unsigned char { Only };

} // namespace

TEST_CASE("The compiler counts enumerators, so that nothing sized by them is too short")
{
    STATIC_REQUIRE(enumCount<Colour> == 3);
    STATIC_REQUIRE(enumCount<Lonely> == 1);
    STATIC_REQUIRE(allOf<Colour>().back() == Colour::Blue);
    ByEnum<Colour, int> values(7);
    values[Colour::Blue] = 1;
    CHECK(std::vector<int>(values.begin(), values.end()) == std::vector<int>{7, 7, 1});
}

TEST_CASE("Every kind of organization is scored, ranked and kept, and every ranking has its own field")
{
    QByteArray indicators;
    for (const char *name : {"party", "standard", "service"}) {
        if (!indicators.isEmpty())
            indicators += ',';
        indicators += QByteArray(R"({"code":")") + name + R"(","name":"n","points":"10","tag":")" + name +
                      R"(","rule":{"manual":{"max":"10"}},"figure":{"person":true}})";
    }
    const Plan plan = makePlan(schemeFrom(
        R"({"key":"k","version":"1","title":"t","fullMarks":"30","indicators":[)" + indicators + "]}"));
    std::vector<Candidate> all;
    for (const OrganizationKind kind : allOf<OrganizationKind>())
        all.push_back(candidate(plan, QString::number(int(kind)),
                                {{u"party"_s, Figure::number(1)},
                                 {u"standard"_s, Figure::number(2)},
                                 {u"service"_s, Figure::number(4)}},
                                {}, kind));
    const std::vector<Score> scores = scoreAll(plan, all);
    QSet<QString> fields;
    for (size_t i = 0; i < all.size(); ++i) {
        INFO("kind " << i);
        CHECK(scores[i].total == Decimal(7));
        CHECK(scores[i].inKind == Rank{1, 1}); // one of each kind: alone in its own
        const EvaluationResult kept = resultRecord(plan, 2025, all[i], scores[i]);
        CHECK(kept.partyPoints == Decimal(1));
        CHECK(kept.standardPoints == Decimal(2));
        CHECK(kept.servicePoints == Decimal(4));
        const auto back = candidateOf(plan, kept);
        REQUIRE(back);
        CHECK(back->kind == all[i].kind);
    }
    for (const Ranking ranking : allOf<Ranking>()) {
        fields.insert(pointsField(ranking));
        CHECK(!rankingName(ranking).isEmpty());
        CHECK(!rankingShortName(ranking).isEmpty());
        CHECK(plan.of(OrganizationKind::Intermediary).full(ranking) == Decimal(10));
    }
    CHECK(fields == QSet<QString>{u"party_points"_s, u"standard_points"_s, u"service_points"_s});
}
