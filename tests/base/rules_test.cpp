// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rules.h"
#include "tests/support/catch.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QByteArray rules(const QByteArray &entries)
{
    return "{\"rules\":[" + entries + "]}";
}

QByteArray entry(const QByteArray &value, const QByteArray &from, const QByteArray &to = {})
{
    return "{\"key\":\"k\",\"title\":\"t\",\"value\":\"" + value + "\",\"source\":\"s\",\"validFrom\":\"" +
           from + '"' + (to.isEmpty() ? QByteArray() : ",\"validTo\":\"" + to + '"') + '}';
}

} // namespace

TEST_CASE("the shipped rules are whole and say where they come from")
{
    QFile file(u":/rules/rules.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto read = rulesFromJson(file.readAll());
    REQUIRE(read);
    for (const DatedRule &rule : *read)
        CHECK(rule.source.size() > 3);
}

TEST_CASE("a rule holds from its first to its last day")
{
    // 中国共产党支部工作条例（试行）, in force since 2018-10-28: three full members.
    CHECK_FALSE(ruleOn(u"party_members_required", {2018, 10, 27}));
    REQUIRE(ruleOn(u"party_members_required", {2018, 10, 28}));
    CHECK(ruleOn(u"party_members_required", {2025, 12, 8})->number() == 3);
    CHECK(ruleOn(u"inspected_if_registered_by", {2025, 12, 8})->dayOf(2025) == QDate(2025, 6, 30));
    CHECK_FALSE(ruleOn(u"no_such_rule", {2025, 12, 8}));
}

TEST_CASE("a rule that is not whole, or holds twice on a day, is refused")
{
    CHECK(rulesFromJson(rules(entry("1", "2020-01-01", "2020-12-31") + ',' + entry("2", "2021-01-01"))));
    CHECK_FALSE(rulesFromJson(rules(entry("1", "2020-01-01") + ',' + entry("2", "2021-01-01"))));
    CHECK_FALSE(rulesFromJson(rules(entry("1", "2020-13-01"))));
    CHECK_FALSE(rulesFromJson(rules(entry("", "2020-01-01"))));
    CHECK_FALSE(rulesFromJson("{}"));
    CHECK_FALSE(rulesFromJson("not json"));
}
