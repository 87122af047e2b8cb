// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

TEST_CASE("due lists what ends until a day, the day included, the earliest first")
{
    const CliFolder folder;
    folder.makeCounty();
    folder.write(u"社会团体.csv"_s, "单位名称,类型,状态,届满日期\n"
                                    "示范县葡萄协会,社会团体,正常,2021年3月5日\n"
                                    "示范县棋类协会,社会团体,正常,2020-12-31\n"
                                    "示范县诗词协会,社会团体,正常,2099-05-01\n");
    const CliRun import = runCli(
        {u"import"_s, folder.county(), folder.path(u"社会团体.csv"_s), u"--type"_s, u"organization"_s});
    INFO(import.error.toStdString());
    REQUIRE(import.code == 0);
    const CliRun words = runCli({u"due"_s, folder.county()});
    INFO(words.out.toStdString());
    CHECK(words.code == 0);
    CHECK(words.out.indexOf(u"示范县棋类协会"_s) < words.out.indexOf(u"示范县葡萄协会"_s));
    CHECK(words.out.contains(u"共 2 项，其中已超期 2 项。"_s));
    CHECK_FALSE(words.out.contains(u"示范县诗词协会"_s));
    const auto names = [&](const QString &until) {
        QStringList found;
        const CliRun run = runCli({u"due"_s, folder.county(), u"--until"_s, until, u"--json"_s});
        CHECK(run.code == 0);
        for (const QJsonValue &item : run.json()["items"_L1].toArray()) {
            CHECK(item["kind"_L1] == u"term"_s);
            found.append(item["organization"_L1].toString().mid(3, 2));
        }
        return found.join(u' ');
    };
    CHECK(names(u"2099-05-01"_s) == u"棋类 葡萄 诗词"_s);
    CHECK(names(u"2099-04-30"_s) == u"棋类 葡萄"_s);
    CHECK(names(u"2021-03-04"_s) == u"棋类"_s);
    const CliRun wrong = runCli({u"due"_s, folder.county(), u"--until"_s, u"明年"_s});
    CHECK(wrong.code == 2);
    CHECK(wrong.error.contains(u"明年"_s));
}
