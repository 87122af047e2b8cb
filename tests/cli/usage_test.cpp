// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"

using namespace Qt::StringLiterals;

TEST_CASE("Without a verb, or with one that does not exist, the overview comes and the code is 2")
{
    const CliRun none = runCli({});
    CHECK(none.code == 2);
    CHECK(none.error.contains(u"用法：shanzhi-cli"_s));
    const CliRun unknown = runCli({u"imprt"_s});
    CHECK(unknown.code == 2);
    CHECK(unknown.error.contains(u"没有动词“imprt”"_s));
    CHECK(unknown.out.isEmpty());
}

TEST_CASE("Every listed verb explains itself with --help and refuses unknown options with code 2")
{
    const QStringList verbs = listedVerbs();
    REQUIRE(verbs.size() >= 9);
    for (const QString &verb : verbs) {
        INFO(verb.toStdString());
        const CliRun help = runCli({verb, u"--help"_s});
        CHECK(help.code == 0);
        CHECK(help.out.startsWith(u"用法：shanzhi-cli "_s + verb));
        CHECK(help.out.contains(u"--json"_s));
        const CliRun wrong = runCli({verb, u"--nosuch"_s});
        CHECK(wrong.code == 2);
        CHECK(wrong.error.contains(u"没有选项“--nosuch”"_s));
        const CliRun machine = runCli({verb, u"--nosuch"_s, u"--json"_s});
        CHECK(machine.code == 2);
        CHECK(machine.json()["ok"_L1] == false);
        CHECK(machine.json()["error"_L1]["code"_L1] == u"usage"_s);
    }
}

TEST_CASE("A missing argument, one too many and a missing option are wrong usage")
{
    CHECK(runCli({u"verify"_s}).code == 2);
    CHECK(runCli({u"verify"_s}).error.contains(u"缺少 COUNTY.shanzhi"_s));
    CHECK(runCli({u"verify"_s, u"一.shanzhi"_s, u"二.shanzhi"_s}).error.contains(u"多了“二.shanzhi”"_s));
    const CliRun sample = runCli({u"sample"_s});
    CHECK(sample.code == 2);
    CHECK(sample.error.contains(u"缺少选项 --out"_s));
    const CliRun value = runCli({u"sample"_s, u"--out"_s});
    CHECK(value.code == 2);
    CHECK(value.error.contains(u"选项“--out”"_s));
    CHECK(runCli({u"sample"_s, u"--out"_s, u"x"_s, u"--organizations"_s, u"19"_s}).code == 2);
}
