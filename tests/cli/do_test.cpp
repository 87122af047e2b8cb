// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"

using namespace Qt::StringLiterals;

namespace {

/// A county with one association that holds a grade.
struct Graded : CliFolder
{
    Graded()
    {
        makeCounty();
        write(u"社会团体台账.csv"_s, "单位名称,类型\n旧协会,社会团体\n");
        write(u"等级评估.csv"_s, "社会组织,等级,评定日期,有效期至,证书号\n"
                                 "旧协会,4A,2024-05-01,2029-04-30,ZH-1\n");
        take(u"社会团体台账.csv"_s, u"organization"_s);
        take(u"等级评估.csv"_s, u"grade"_s);
    }
    void take(const QString &file, const QString &type) const
    {
        const CliRun run = runCli({u"import"_s, county(), path(file), u"--type"_s, type, u"--json"_s});
        INFO(run.out.toStdString());
        REQUIRE(run.code == 0);
    }
    CliRun act(const QStringList &what) const
    {
        return runCli(QStringList{u"do"_s, county()} + what + QStringList{u"--json"_s});
    }
    QJsonObject grade() const
    {
        const QByteArray query = R"({"type":"grade","columns":["level","decision","valid_to"]})";
        return runCli({u"query"_s, county(), u"-"_s, u"--json"_s}, query)
            .json()["rows"_L1]
            .toArray()
            .first()
            .toObject();
    }
    QJsonObject lastEntry() const
    {
        return runCli({u"history"_s, county(), u"--json"_s})
            .json()["entries"_L1]
            .toArray()
            .first()
            .toObject();
    }
};

} // namespace

TEST_CASE("do without a verb lists what can be done with a record, what is asked, and why something cannot")
{
    const Graded county;
    const CliRun listed = county.act({u"grade"_s, u"ZH-1"_s});
    REQUIRE(listed.code == 0);
    QStringList allowed;
    QStringList refused;
    for (const QJsonValue &verb : listed.json()["verbs"_L1].toArray()) {
        (verb["allowed"_L1].toBool() ? allowed : refused).append(verb["key"_L1].toString());
        CHECK(verb["allowed"_L1].toBool() == verb["refusal"_L1].toString().isEmpty());
    }
    CHECK(allowed == QStringList{u"lower"_s, u"cancel"_s});
    CHECK(refused == QStringList{u"reinstate"_s});
    const CliRun words = runCli({u"do"_s, county.county(), u"grade"_s, u"ZH-1"_s});
    CHECK(words.out.contains(u"降低等级"_s));
    CHECK(words.out.contains(u"level=降为"_s));
    CHECK(words.out.contains(u"这个等级没有降低或取消，不需要恢复。"_s));
    CHECK(county.act({u"grade"_s, u"ZH-2"_s}).json()["error"_L1]["code"_L1] == u"not_found"_s);
    CHECK(county.act({u"graed"_s, u"ZH-1"_s}).code == 2);
    CHECK(county.act({u"grade"_s, u"ZH-1"_s, u"lowr"_s}).code == 1);
}

TEST_CASE("do runs a verb with what it asks for, and undo takes an inward one back")
{
    const Graded county;
    const QStringList lower{u"grade"_s, u"ZH-1"_s, u"lower"_s};
    const QString level = u"level=3A"_s;
    const QString day = u"decided_on=2025-03-01"_s;
    const QString why = u"连续两年年检基本合格"_s;
    const QString was = county.grade()["level"_L1].toString();
    // Something is missing, wrong, or not asked for: nothing is done.
    CHECK(county.act(lower).code == 1);
    CHECK(county.act(lower + QStringList{u"--input"_s, level, u"--reason"_s, why}).code == 1);
    CHECK(county.act(lower + QStringList{u"--input"_s, u"level=5A"_s, u"--input"_s, day, u"--reason"_s, why})
              .code == 1);
    const CliRun unasked = county.act(lower + QStringList{u"--input"_s, u"colour=red"_s});
    CHECK(unasked.code == 1);
    CHECK(unasked.json()["error"_L1]["text"_L1].toString().contains(u"colour"_s));
    CHECK(county.grade()["level"_L1].toString() == was);

    const CliRun done =
        county.act(lower + QStringList{u"--input"_s, level, u"--input"_s, day, u"--reason"_s, why});
    INFO(done.out.toStdString());
    REQUIRE(done.code == 0);
    CHECK(county.grade()["level"_L1].toString() != was);
    CHECK(county.lastEntry()["reason"_L1] == why);
    CHECK(county.lastEntry()["what"_L1].toString().contains(u"降低等级"_s));
    CHECK(runCli({u"undo"_s, county.county()}).code == 0);
    CHECK(county.grade()["level"_L1].toString() == was);
}

TEST_CASE("do withdraws a published year, which undo does not")
{
    const Graded county;
    const auto evaluate = [&](const QStringList &more) {
        return runCli(QStringList{u"evaluate"_s, county.county(), u"--year"_s, u"2024"_s} + more);
    };
    REQUIRE(evaluate({u"--publish"_s}).code == 0);
    const CliRun undone = runCli({u"undo"_s, county.county(), u"--json"_s});
    CHECK(undone.code == 1);
    CHECK(undone.out.contains(u"公布 2024 年度积分评价"_s));
    CHECK(evaluate({}).code == 1);
    const QStringList withdraw{u"evaluation"_s, u"2024"_s, u"withdraw"_s};
    CHECK(county.act(withdraw).code == 1);
    const CliRun done = county.act(withdraw + QStringList{u"--reason"_s, u"处罚漏录"_s});
    INFO(done.out.toStdString());
    REQUIRE(done.code == 0);
    CHECK(done.json()["outward"_L1] == true);
    CHECK(county.lastEntry()["reason"_L1] == u"处罚漏录"_s);
    CHECK(evaluate({}).code == 0);
    CHECK(runCli({u"verify"_s, county.county()}).code == 0);
}

TEST_CASE("old papers may bring a decision, and the journal says where it came from")
{
    const Graded county;
    county.write(u"往年 等级.csv"_s, "社会组织,等级,评定日期,证书号,等级处理,处理日期,处理理由\n"
                                     "旧协会,3A,2016-05-01,ZH-0,已取消,2018-03-01,未参加年检\n"
                                     "旧协会,2A,2012-05-01,ZH-2,,,\n");
    county.take(u"往年 等级.csv"_s, u"grade"_s);
    const CliRun listed = county.act({u"grade"_s, u"ZH-0"_s});
    REQUIRE(listed.code == 0);
    for (const QJsonValue &verb : listed.json()["verbs"_L1].toArray())
        CHECK(verb["allowed"_L1].toBool() == (verb["key"_L1] == u"reinstate"_s));
    const QString reason = county.lastEntry()["reason"_L1].toString();
    CHECK(reason.startsWith(u"补录：来自《往年 等级.csv》"_s));

    // Of the records it brought, history marks those whose decision came so.
    const QString sequence = QString::number(county.lastEntry()["sequence"_L1].toInteger());
    const QStringList history{u"history"_s, county.county(), u"--entry"_s, sequence};
    const QJsonArray edits = runCli(history + QStringList{u"--json"_s}).json()["edits"_L1].toArray();
    REQUIRE(edits.size() == 2);
    const QString mark = u"其中“等级处理”“处理日期”“处理理由”取自原有材料（补录：来自《往年 等级.csv》）。"_s;
    CHECK(edits[0]["text"_L1].toString().endsWith(mark));
    CHECK_FALSE(edits[1]["text"_L1].toString().contains(u"补录"_s));
    CHECK(runCli(history).out.count(mark) == 1);
}

TEST_CASE("do tells what it assumed of a value")
{
    const Graded county;
    const QStringList lower{u"grade"_s,
                            u"ZH-1"_s,
                            u"lower"_s,
                            u"--input"_s,
                            u"level=3A"_s,
                            u"--input"_s,
                            u"decided_on=2025年3月"_s,
                            u"--reason"_s,
                            u"年检不合格"_s};
    const CliRun done = county.act(lower);
    CHECK(done.code == 0);
    CHECK(done.json()["notes"_L1][0] == u"“处理日期”只有年月，按 1 日记。"_s);
    CHECK(runCli({u"undo"_s, county.county()}).code == 0);
    CHECK(runCli(QStringList{u"do"_s, county.county()} + lower)
              .out.contains(u"“处理日期”只有年月，按 1 日记。"_s));
}
