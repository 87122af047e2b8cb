// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/evaluation/testscheme.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QString refusal(const QByteArray &json)
{
    const Result<Scheme> scheme = parseScheme(json);
    REQUIRE_FALSE(scheme);
    return scheme.error().text;
}

/// Uses every kind of rule and every member that is not as by default.
const char *const everything = R"({
 "key":"all","version":"2","title":"全部","source":"某处","basis":"某办法","remarks":"注",
 "validFrom":"2025-01-01","validTo":"2026-12-31","fullMarks":"100.5","start":"1","cap":"110","bonusCap":"10",
 "places":0,"rounding":"down",
 "scope":{"text":"在册","when":{"field":"status","oneOf":["active","missing"]}},
 "exclusions":[{"code":"E1","text":"上年受罚","when":{"exists":{"type":"penalty","window":{"field":"decided_on","year":-1}},"via":"organization"}}],
 "indicators":[
  {"code":"A","name":"甲","points":"99.5","tag":"party","children":[
   {"code":"A1","name":"一","text":"标准","required":true,"missing":"average","notApplicable":"zero","kinds":["association"],
    "applies":{"text":"有党员","when":{"field":"party_member_count","atLeast":3}},
    "precondition":{"text":"有章程","when":{"field":"charter_has_party","is":true}},
    "rule":{"perOccurrence":{"each":"0.05","per":"2","cap":"4","period":"month","periodCap":"1","unit":"次"}},
    "figure":{"query":{"type":"party_activity","window":{"field":"held_on","year":0},"group":["organization","held_on:month"],"measures":[{"count":"n"}]},"whenNone":"missing"},
    "variants":[{"kinds":["community_organization"],"text":"另","points":"3","rule":{"manual":{"max":"3"}},"figure":{"person":true}}]},
   {"code":"A2","name":"二","rule":{"choice":{"options":[{"key":"a","label":"甲","points":"1.5"}]}}},
   {"code":"A3","name":"三","rule":{"basePlusIncrement":{"from":"3","base":"5","step":"2","each":"1","cap":"15","unit":"名"}}},
   {"code":"A4","name":"四","rule":{"bands":{"rows":[{"from":"1","to":"2","fromOpen":true,"toOpen":true,"points":"3","label":"档"}],"unit":"次"}}},
   {"code":"A5","name":"五","rule":{"piecewise":{"segments":[{"upTo":"10","per":"1","each":"1"}],"cap":"4","unit":"元"}}},
   {"code":"A6","name":"六","rule":{"deduction":{"start":"5","each":"1","grades":[{"key":"w","label":"警告","points":"2"}],"floor":"1","unit":"次"}}},
   {"code":"A7","name":"七","rule":{"ratio":{"full":"2","target":"average","lowerIsBetter":true,"mode":"proportional","relative":true,"stepSize":"5","perStep":"0.5","step":"linear","rounding":"up","floor":"1","perStepBeyond":"1","beyondCap":"2","unit":"%"}},
    "figure":{"query":{"type":"project","group":["organization"],"measures":[{"sum":"amount","as":"s"}]},
              "dividedBy":{"type":"project","group":["organization"],"measures":[{"count":"n"}]},"times":"100"}},
   {"code":"A8","name":"八","rule":{"kOfN":{"items":[{"key":"k","text":"条","figure":{"query":{"type":"grade","group":["organization"],"measures":[{"count":"n"}]},"exists":true}}],"points":["0","1"]}}},
   {"code":"A9","name":"九","rule":{"levels":{"levels":[{"key":"p","label":"省","points":"3"}],"highestOnly":true,"cap":"5","unit":"篇"}}}]}],
 "bonus":[{"code":"B","name":"加","points":"5","rule":{"manual":{"max":"5"}},"figure":{"person":true}}],
 "deductions":[{"code":"D","name":"扣","rule":{"manual":{"max":"5"}},"figure":{"person":true}}],
 "vetoes":[{"code":"V","text":"撤销","when":{"field":"status","is":"revoked"},"effect":"ceiling","band":"良"}],
 "bands":[{"name":"优","from":"90","gates":[{"text":"未建","when":{"field":"party_member_count","empty":true}}],
           "alsoWhen":{"text":"4A","when":{"field":"status","is":"active"}},"consequence":"优先"},{"name":"良","to":"90","toOpen":true}],
 "tieKeys":["party","registered-on"],
 "warnings":[{"kind":"drop","level":"watch","amount":"10","text":"降"},{"kind":"below","amount":"60"}]
})";

} // namespace

TEST_CASE("A scheme written and read again is the same text")
{
    const Scheme scheme = schemeFrom(everything);
    const QByteArray written = writeScheme(scheme);
    CHECK(writeScheme(schemeFrom(written)) == written);
    // Nothing that was given is lost on the way.
    for (const char *given : {"0.05",
                              "average",
                              "notApplicable",
                              "\"per\": \"2\"",
                              "periodCap",
                              "\"step\": \"2\"",
                              "fromOpen",
                              "beyondCap",
                              "\"times\": \"100\"",
                              "\"places\": 0",
                              "\"rounding\": \"down\"",
                              "highestOnly",
                              "ceiling",
                              "registered-on",
                              "\"level\": \"watch\"",
                              "whenNone",
                              "precondition",
                              "consequence",
                              "alsoWhen",
                              "validTo",
                              "\"year\": -1"})
        CHECK(written.contains(given));
}

TEST_CASE("Numbers in a scheme are exact, written as text or as JSON numbers")
{
    const Scheme scheme = schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":0.3,
        "start":"0.05","bonusCap":1234567.000001})");
    CHECK(scheme.fullMarks == dec("0.3"));
    CHECK(scheme.start == dec("0.05"));
    CHECK(scheme.bonusCap == dec("1234567.000001"));
}

TEST_CASE("A member nobody knows is refused by name, with the place it stands in")
{
    CHECK(refusal(R"({"key":"k","fulMarks":100})").contains(u"不认识“fulMarks”"_s));
    const QString nested =
        refusal(R"({"indicators":[{"code":"A","rule":{"perOccurrence":{"each":"1","limit":"4"}}}]})");
    CHECK(nested.contains(u"indicators[1].rule.perOccurrence"_s));
    CHECK(nested.contains(u"“limit”"_s));
    CHECK(refusal(R"({"indicators":[{"code":"A","rule":{"formula":"x*2"}}]})")
              .contains(u"必须且只能是 choice、"_s));
}

TEST_CASE("Wrong values are refused with a sentence each")
{
    CHECK(refusal("{\"key\":").contains(u"不是完整的 JSON"_s));
    CHECK(refusal(R"({"fullMarks":"一百"})").contains(u"“fullMarks”应是数"_s));
    CHECK(refusal(R"({"places":1.5})").contains(u"“places”应是整数"_s));
    CHECK(refusal(R"({"rounding":"bankers"})").contains(u"down、up、half-up、half-even"_s));
    CHECK(refusal(R"({"validFrom":"2025-02-30"})").contains(u"应是日期"_s));
    CHECK(refusal(R"({"indicators":{}})").contains(u"应是一个列表"_s));
    CHECK(refusal(R"({"bands":["优"]})").contains(u"应是一组内容"_s));
    CHECK(refusal(R"({"scope":{"text":"x","when":{"field":"status"}}})").contains(u"scope.when"_s));
}
