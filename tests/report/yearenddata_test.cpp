// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/yearenddata.h"

#include "tests/support/catch.h"
#include "tests/support/samplestore.h"
#include "tests/support/teststore.h"

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using core::Decimal;

namespace {

const core::YearEndData &sample()
{
    static const core::YearEndData data = [] {
        SampleStore store(SampleStore::State::Evaluated);
        auto loaded = core::YearEndData::load(*store, evaluationOf(*store, 2025));
        requireOk(loaded);
        return *std::move(loaded);
    }();
    return data;
}

qsizetype count()
{
    return static_cast<qsizetype>(sample().outcome().candidates.size());
}

} // namespace

TEST_CASE("A year that was not evaluated has no documents")
{
    SampleStore store(SampleStore::State::Imported);
    const auto loaded = core::YearEndData::load(*store, {});
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == core::Error::Code::NotFound);
}

TEST_CASE("In every report the categories add up to the total, and the lines of bonus to its sum, up to caps")
{
    REQUIRE(count() > 100);
    int rated = 0;
    for (qsizetype i = 0; i < count(); ++i) {
        const auto figures = sample().report(i);
        if (!figures.rated) {
            CHECK_FALSE(figures.unratedReason.isEmpty());
            continue;
        }
        ++rated;
        Decimal sum, marks;
        for (const auto &category : figures.categories) {
            sum += category.points;
            if (!category.extra)
                marks += category.maximum;
        }
        INFO(figures.organization.toStdString());
        CHECK(marks == figures.fullMarks);
        const core::Score &score = sample().outcome().scores[static_cast<size_t>(i)];
        if (score.vetoes.empty())
            CHECK(figures.total == std::min(sum, Decimal(110)));
        CHECK(figures.dimensions.size() == 3);
        CHECK_FALSE(figures.band.isEmpty());
    }
    CHECK(rated > 80);
}

TEST_CASE("Every indicator of a report is explained in words")
{
    for (qsizetype i = 0; i < count(); ++i)
        for (const auto &category : sample().report(i).categories)
            for (const auto &indicator : category.indicators) {
                INFO(indicator.name.toStdString());
                CHECK_FALSE(indicator.explanation.isEmpty());
            }
}

TEST_CASE("Reports are printed by kind and rank, unrated ones last in their kind, each once")
{
    const auto order = sample().printOrder();
    REQUIRE(static_cast<qsizetype>(order.size()) == count());
    CHECK(std::set<qsizetype>(order.begin(), order.end()).size() == order.size());
    std::map<QString, qint64> last;
    for (const qsizetype index : order) {
        const auto figures = sample().report(index);
        const qint64 rank = figures.rated ? figures.inKind.rank : 1'000'000;
        CHECK(rank >= last[figures.kind]);
        last[figures.kind] = rank;
    }
}

TEST_CASE("Last year's points of a ranking are those of last year's report")
{
    SampleStore store(SampleStore::State::Evaluated);
    const auto before = core::YearEndData::load(*store, evaluationOf(*store, 2024));
    requireOk(before);
    int compared = 0;
    for (qsizetype i = 0; i < count(); ++i) {
        const auto now = sample().report(i);
        for (qsizetype k = 0; k < static_cast<qsizetype>(before->outcome().candidates.size()); ++k) {
            const auto then = before->report(k);
            if (then.organization != now.organization || then.town != now.town || !now.rated || !then.rated)
                continue;
            ++compared;
            CHECK(now.previousTotal == then.total);
            for (size_t d = 0; d < 3; ++d)
                CHECK(now.dimensions[d].previous == then.dimensions[d].points);
        }
    }
    CHECK(compared > 50);
}

TEST_CASE("The notice lists each rated organization of a kind once, in the order of ranks, the tie rule said")
{
    core::NoticeRequest request;
    request.kinds = {core::OrganizationKind::CommunityOrganization};
    request.publicFrom = QDate(2026, 1, 16); // a Friday
    request.publicTo = QDate(2026, 1, 22);   // Thursday
    request.rankingLength = 10;
    const auto notice = sample().notice(request);
    CHECK(notice.workingDays == 5);
    REQUIRE(notice.results.size() == 1);
    REQUIRE(notice.scopes.size() == 1);
    CHECK(static_cast<qint64>(notice.results[0].rows.size()) == notice.scopes[0].all);
    qint64 rated = 0, last = 0;
    for (const auto &row : notice.results[0].rows) {
        if (row.place.rank == 0) {
            CHECK(row.note.startsWith(u"不参评"_s));
            continue;
        }
        ++rated;
        CHECK(row.place.rank >= last);
        last = row.place.rank;
    }
    CHECK(rated == notice.scopes[0].rated);
    REQUIRE(notice.rankings.size() == 3);
    for (const auto &ranking : notice.rankings) {
        REQUIRE(ranking.entries.size() >= 10);
        for (size_t i = 1; i < ranking.entries.size(); ++i)
            CHECK(ranking.entries[i].points <= ranking.entries[i - 1].points);
    }
    CHECK(
        notice.tieRule ==
        u"按得分由高到低排名；得分相同的，依次比较党建活跃度得分、规范化建设得分、登记（备案）先后；仍相同的名次并列，下一名次跳号。"_s);
}

TEST_CASE("The summary counts every organization once by kind, town, band and step of points")
{
    const auto summary = sample().summary();
    qint64 all = 0, rated = 0, towns = 0, bands = 0, steps = 0;
    for (const auto &kind : summary.kinds) {
        all += kind.all;
        rated += kind.rated;
    }
    for (const auto &town : summary.towns)
        towns += town.count;
    for (const auto &band : summary.bands)
        bands += band.count;
    for (const auto &step : summary.distribution)
        steps += step.count;
    CHECK(all == count());
    CHECK(towns == all);
    CHECK(bands == rated);
    CHECK(steps == rated);
    CHECK(summary.rankings.size() == 3);
}
