// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/report/samples.h"
#include "tests/support/catch.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using core::Decimal;

TEST_CASE("The report of an organization says every indicator with calculation, limit and points")
{
    const auto figures = samples::report();
    const QString text = core::toPlainText(core::yearEndReport(figures));
    CHECK(text.contains(u"三会一课\t12 次 × 1 分 = 12 分，封顶 10 分\t10\t10.0\n"_s));
    CHECK(text.contains(u"财务审计\t未见换届审计报告；换届当年应有\t10\t6.0\n"_s));
    CHECK(text.contains(u"规范化建设\t35\t31.0\n"_s));
    CHECK(text.contains(u"合计\t100+10\t93.2\n"_s));
    for (const auto &category : figures.categories)
        for (const auto &indicator : category.indicators)
            CHECK(text.contains(indicator.explanation));
}

TEST_CASE("The report says total, band, both ranks and the change from last year")
{
    const QString text = core::toPlainText(core::yearEndReport(samples::report()));
    CHECK(text.contains(u"93.2\t总分\n优秀\t等次\n4 / 336\t同类名次\n1 / 42\t云塘镇名次\n+1.5\t较上年\n"_s));
    // 31.0 − 32.5; the minus is U+2212.
    CHECK(text.contains(u"规范化建设\t31.0\t32.5\t−1.5\t22.1\t12 / 336\t2 / 42\n"_s));
}

TEST_CASE("The report says what it rests on: cut-off, scheme and the short journal head")
{
    const auto document = core::yearEndReport(samples::report());
    CHECK(document.footer ==
          u"数据截至 2025-11-30 · 方案：示范县社会组织年度积分评价方案 v3 · 日志首 7f3a 91c0 ... c21e"_s);
}

TEST_CASE("A first year has no change and a report without last year does not invent one")
{
    auto figures = samples::report();
    figures.previousTotal.reset();
    const QString text = core::toPlainText(core::yearEndReport(figures));
    CHECK(text.contains(u"首次\t较上年"_s));
    CHECK(text.contains(u"公益服务\t22.2\t—\t—\t"_s));
}

TEST_CASE("An organization that is not rated gets the reason and no table of points")
{
    auto figures = samples::report();
    figures.rated = false;
    figures.unratedReason = u"成立不满一年"_s;
    const QString text = core::toPlainText(core::yearEndReport(figures));
    CHECK(text.contains(u"本年度不参评：成立不满一年"_s));
    CHECK_FALSE(text.contains(u"依据与计算"_s));
    CHECK(text.contains(u"二、评价依据"_s));
}

TEST_CASE("A report of an unpublished year says so on its face")
{
    auto figures = samples::report();
    figures.draft = true;
    CHECK(core::yearEndReport(figures).title.back().contains(u"未公布"_s));
}

TEST_CASE("The notice says basis, scope, period, objections and the rule for equal points")
{
    const QString text = core::toPlainText(core::rankingNotice(samples::notice(10)));
    CHECK(text.contains(u"根据《社会组织评估管理办法》（民政部令第39号）"_s));
    // 182 + 336 + 2512 and 180 + 331 + 2512.
    CHECK(text.contains(u"共纳入社会组织 3030 家，参评 3023 家"_s));
    CHECK(text.contains(u"不参评 7 家"_s));
    CHECK(text.contains(u"公示期自2026年1月16日起至2026年1月22日止，共 5 个工作日。"_s));
    CHECK(text.contains(u"以书面形式提出"_s));
    CHECK(text.contains(u"下一名次跳号"_s));
    CHECK(text.contains(u"附件：1. 社会团体积分评价结果"_s));
    CHECK(text.contains(u"3. 积分预警名单"_s));
    CHECK(text.contains(
        u"8\t示范县第8行业协会\t51330421MJ98A7025X\t社会团体\t清河街道\t35.9\t29.6\t21.5\t2.0\t0.0\t"
        "93.6\t优秀\t上年度检查基本合格，等次不高于良好\n"_s));
}

TEST_CASE("The notice makes the rows of its results when they are asked for, from the first to the last")
{
    const core::Document notice = core::rankingNotice(samples::notice(40));
    const core::Table *results = nullptr;
    for (const core::Block &block : notice.blocks) {
        if (const auto *table = std::get_if<core::Table>(&block.content); table && !results)
            results = table;
    }
    REQUIRE(results);
    CHECK(results->rows.empty());
    CHECK(results->later.count == 40);
    QStringList ranks;
    core::eachRow(*results, [&](const core::Table::Row &row) {
        ranks.append(row.cells.front());
        return ranks.size() < 3;
    });
    CHECK(ranks == QStringList{u"1"_s, u"2"_s, u"3"_s});
}

TEST_CASE("Rows that are there stand above those that are made later")
{
    core::Table table;
    table.rows = {{{u"甲"_s}}, {{u"乙"_s}}};
    table.later = {2, [](size_t at) { return core::Table::Row{{QString::number(at)}}; }};
    QStringList seen;
    core::eachRow(table, [&](const core::Table::Row &row) {
        seen.append(row.cells.front());
        return true;
    });
    CHECK(seen == QStringList{u"甲"_s, u"乙"_s, u"0"_s, u"1"_s});
}

TEST_CASE("The notice shows nothing that looks like a mobile telephone or an identity number")
{
    const QString text = core::toPlainText(core::rankingNotice(samples::notice(40)));
    static const QRegularExpression mobile(u"(?<![0-9A-Z])1[3-9][0-9]{9}(?![0-9A-Z])"_s);
    static const QRegularExpression identity(u"(?<![0-9A-Z])[1-9][0-9]{16}[0-9X](?![0-9A-Z])"_s);
    CHECK_FALSE(mobile.match(text).hasMatch());
    CHECK_FALSE(identity.match(text).hasMatch());
}

TEST_CASE("The summary adds up the kinds")
{
    const QString text = core::toPlainText(core::countySummary(samples::summary()));
    // 182 + 336 + 2512 + 50; 180 + 331 + 2512; 6 + 14 + 96.
    CHECK(text.contains(u"合计\t3080\t3023\t—\t—\t116\n"_s));
    CHECK(text.contains(u"积分预警（共 116 家）"_s));
    CHECK(text.contains(u"只列总分最低的 5 家"_s));
}

TEST_CASE("The hash of a document changes with any figure and only then")
{
    const auto figures = samples::report();
    auto changed = figures;
    changed.categories[1].indicators[2].points += Decimal::fromMicro(100'000);
    CHECK(core::contentHash(core::yearEndReport(figures)) == core::contentHash(core::yearEndReport(figures)));
    CHECK(core::contentHash(core::yearEndReport(figures)) != core::contentHash(core::yearEndReport(changed)));
}
