// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/shippedschemes.h"
#include "tests/evaluation/testscheme.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Scheme shipped(const char *key)
{
    const auto json = shippedScheme(QString::fromLatin1(key));
    REQUIRE(json);
    return schemeFrom(*json);
}

} // namespace

TEST_CASE("Every shipped scheme is without findings and named as its file")
{
    const auto all = shippedSchemes();
    CHECK(all.size() == 2);
    for (const ShippedScheme &entry : all) {
        const Scheme scheme = shipped(entry.key.toLatin1().constData());
        INFO(entry.key.toStdString());
        CHECK(scheme.key == entry.key);
        CHECK(scheme.title == entry.title);
        CHECK(errorsOf(scheme) == QString());
        CHECK(warningsOf(scheme) == QString());
    }
    CHECK_FALSE(shippedScheme(u"../secret"_s));
}

TEST_CASE(
    "The demonstration scheme has 3 categories of 40, 35 and 25 and 15 items for registered organizations")
{
    const Plan plan = makePlan(shipped("demo-county"));
    CHECK(plan.scheme->title.contains(u"示范"_s));
    const KindPlan &kind = plan.of(OrganizationKind::ServiceInstitution);
    std::vector<int> categories;
    int items = 0;
    for (const PlanNode &node : kind.nodes) {
        if (node.section != Section::Marks)
            continue;
        if (node.parent < 0)
            categories.push_back(int(node.points.floor()));
        items += node.leaf >= 0 ? 1 : 0;
    }
    CHECK(categories == std::vector{40, 35, 25});
    CHECK(items == 15);
    CHECK(kind.full(Ranking::Party) == Decimal(40));
    CHECK(kind.full(Ranking::Standard) == Decimal(35));
    CHECK(kind.full(Ranking::Service) == Decimal(25));
    CHECK(plan.of(OrganizationKind::CommunityOrganization).full(Ranking::Service) == Decimal(25));
}

TEST_CASE("Huaining's corrected bands keep every whole number where it was published, but 950")
{
    const Scheme scheme = shipped("huaining-2022");
    const auto band = [&](Decimal total) {
        QString found;
        for (const Band &one : scheme.bands) {
            if (one.range.contains(total))
                found += one.name;
        }
        return found;
    };
    const std::tuple<int, int, const char *> published[] = {{951, 1100, "5A"}, {901, 949, "4A"},
                                                            {851, 900, "3A"},  {801, 850, "2A"},
                                                            {701, 800, "1A"},  {0, 700, ""}};
    for (const auto &[from, to, name] : published) {
        for (int total = from; total <= to; ++total) {
            if (band(total) != QString::fromLatin1(name))
                FAIL(total);
        }
    }
    CHECK(band(950) == u"5A"_s);
    CHECK(band(dec("900.5")) == u"4A"_s);
    CHECK(scheme.remarks.contains(u"900.5"_s));
    CHECK(scheme.bands.front().gates.size() == 1); // 未组建党组织的不得参加 5A 评选
}
