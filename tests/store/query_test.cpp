// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/teststore.h"

#include "core/party/partyactivity.h"
#include "core/store/querysql.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

Query queryFrom(const char *json)
{
    QJsonParseError parsed;
    const auto document = QJsonDocument::fromJson(json, &parsed);
    INFO(parsed.errorString().toStdString());
    REQUIRE(parsed.error == QJsonParseError::NoError);
    auto query = Query::fromJson(document.object());
    requireOk(query);
    // The JSON form must carry everything.
    CHECK(Query::fromJson(query->toJson())->toJson() == query->toJson());
    return *query;
}

/// Two towns, three organizations, five activities; the expected answers below are counted by hand.
struct County
{
    TestStore store;
    Division east{.code = u"330421001"_s, .name = u"东门街道"_s, .level = DivisionLevel::Town};
    Division north{.code = u"330421100"_s, .name = u"北亭镇"_s, .level = DivisionLevel::Town};
    Organization a{.name = u"甲协会"_s, .kind = OrganizationKind::Association};
    Organization b{.name = u"白鹤社"_s, .kind = OrganizationKind::CommunityOrganization};
    Organization c{.name = u"阿福会"_s, .kind = OrganizationKind::CommunityOrganization};

    County()
    {
        requireOk(store->change(u"示例"_s, [&](Change &change) -> Status {
            CORE_TRY(change.insert(east));
            CORE_TRY(change.insert(north));
            a.town = east.id;
            a.staffCount = 3;
            a.roles = {OrganizationRole::Hub};
            b.town = north.id;
            b.staffCount = 4;
            CORE_TRY(change.insert(a));
            CORE_TRY(change.insert(b));
            CORE_TRY(change.insert(c));
            const auto add = [&](const Organization &who, QDate on, PartyActivityKind kind,
                                 const QString &title, std::optional<qint64> people) {
                PartyActivity activity{
                    .organization = who.id, .kind = kind, .heldOn = on, .title = title, .attendance = people};
                return change.insert(activity);
            };
            CORE_TRY(add(a, {2025, 1, 5}, PartyActivityKind::ThemeDay, u"一"_s, 10));
            CORE_TRY(add(a, {2025, 1, 25}, PartyActivityKind::ThemeDay, u"二"_s, 20));
            CORE_TRY(add(a, {2025, 12, 31}, PartyActivityKind::Lecture, u"三"_s, {}));
            CORE_TRY(add(a, {2024, 12, 31}, PartyActivityKind::ThemeDay, u"四"_s, 7));
            return add(b, {2025, 6, 1}, PartyActivityKind::ThemeDay, u"五"_s, 5);
        }));
    }

    std::vector<QVariantList> rows(const char *json)
    {
        const auto answer = store->run(queryFrom(json));
        requireOk(answer);
        return answer->rows;
    }
    QString refusal(const char *json)
    {
        const auto answer = store->run(queryFrom(json));
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == Error::Code::InvalidInput);
        return answer.error().text;
    }
};

} // namespace

TEST_CASE("conditions reach through references and lists sort Chinese by pinyin")
{
    County county;
    const auto rows =
        county.rows(R"({"type":"organization","columns":["name","town.name"],"sort":[{"field":"name"}]})");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][0].toString() == u"阿福会"_s); // a, bai, jia
    CHECK(rows[1][0].toString() == u"白鹤社"_s);
    CHECK(rows[2] == QVariantList{u"甲协会"_s, u"东门街道"_s});
    CHECK(
        county
            .rows(R"({"type":"party_activity","where":{"field":"organization.town.name","contains":"东门"}})")
            .size() == 4);
    CHECK(county.rows(R"({"type":"organization","where":{"field":"town","empty":true}})").size() == 1);
    CHECK(county.rows(R"({"type":"organization","where":{"field":"town","empty":false}})").size() == 2);
    CHECK(county.rows(R"({"type":"organization","where":{"field":"roles","oneOf":["hub"]}})").size() == 1);
    CHECK(
        county.rows(R"({"type":"organization","where":{"not":{"field":"roles","oneOf":["hub"]}}})").size() ==
        2);
    CHECK(
        county
            .rows(
                R"({"type":"organization","where":{"any":[{"field":"staff_count","atLeast":4},{"field":"name","startsWith":"甲"}]}})")
            .size() == 2);
    CHECK(county.rows(R"({"type":"organization","where":{"field":"name","contains":"%"}})").empty());
    CHECK(county.rows(R"({"type":"organization","columns":["name"],"sort":["name"]})")[0][0] == u"阿福会"_s);
    CHECK(county.rows(
              R"({"type":"organization","sort":[{"field":"name"}],"offset":1,"limit":1,"columns":["name"]})")
              [0][0] == u"白鹤社"_s);
}

TEST_CASE("figures are counted within the window, both ends included")
{
    County county;
    const auto rows =
        county.rows(R"({"type":"party_activity","year":2025,"window":{"field":"held_on","year":0},
        "group":["organization.name"],"measures":[{"count":"n"},{"sum":"attendance","as":"people"},
        {"avg":"attendance","as":"mean"},{"max":"held_on","as":"last"},{"latest":"title","by":"held_on","as":"title"}],
        "sort":[{"field":"n","descending":true}]})");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0] == QVariantList{u"甲协会"_s, 3LL, 30LL, 15'000'000LL, QDate(2025, 12, 31), u"三"_s});
    CHECK(rows[1] == QVariantList{u"白鹤社"_s, 1LL, 5LL, 5'000'000LL, QDate(2025, 6, 1), u"五"_s});
    const auto months =
        county.rows(R"({"type":"party_activity","year":2025,"window":{"field":"held_on","year":0},
        "where":{"field":"kind","is":"theme_day"},"group":["organization.name","held_on:month"],"measures":[{"count":"n"}]})");
    REQUIRE(months.size() == 2);
    CHECK(months[0] == QVariantList{u"甲协会"_s, u"2025-01"_s, 2LL});
    CHECK(county.rows(R"({"type":"party_activity","year":2025,"window":{"field":"held_on","years":[-1,0]}})")
              .size() == 5);
    CHECK(
        county
            .rows(
                R"({"type":"party_activity","window":{"field":"held_on","from":"2024-12-31","to":"2024-12-31"}})")
            .size() == 1);
    CHECK(county.rows(R"({"type":"party_activity","measures":[{"count":"n"}]})")[0][0] == 5LL);
    // Counts within a group that only some records meet, beside those of all; operands of both kinds.
    const auto some =
        county.rows(R"({"type":"party_activity","where":{"field":"held_on","atLeast":"2025-01-01"},
        "measures":[{"count":"n"},{"count":"large","where":{"field":"attendance","atLeast":10}},
        {"count":"lectures","where":{"field":"kind","is":"lecture"}}]})");
    CHECK(some[0][0] == 4LL);
    CHECK(some[0][1] == 2LL);
    CHECK(some[0][2] == 1LL);
    CHECK(county.rows(R"({"type":"organization","group":["town"],"measures":[{"count":"n"},
        {"count":"active","where":{"exists":{"type":"party_activity","where":{"field":"kind","is":"lecture"}},
        "via":"organization"}}],"sort":[{"field":"active","descending":true}]})")[0] ==
          QVariantList{county.east.id.text, 1LL, 1LL});
    CHECK(county.refusal(R"({"type":"organization","measures":[{"count":"n","where":{"field":"x","is":1}}]})")
              .contains(u"x"_s));
    const auto quarter =
        county.rows(R"({"type":"party_activity","group":["held_on:quarter"],"measures":[{"count":"n"}]})");
    REQUIRE(quarter.size() == 4);
    CHECK(quarter[0][0] == u"2024-Q4"_s);
    CHECK(quarter[1] == QVariantList{u"2025-Q1"_s, 2LL});
}

TEST_CASE("organizations without a record of the year are found")
{
    County county;
    CHECK(county
              .rows(R"({"type":"organization","year":2025,"where":{"not":{"exists":{"type":"party_activity",
        "window":{"field":"held_on","year":0}},"via":"organization"}}})")
              .size() == 1);
    CHECK(county
              .rows(R"({"type":"organization","year":2024,"where":{"exists":{"type":"party_activity",
        "window":{"field":"held_on","year":0}},"via":"organization"}})")
              .size() == 1);
    CHECK(*county.store->count(queryFrom(
              R"({"type":"party_activity","group":["organization"],"measures":[{"count":"n"}]})")) == 2);
}

TEST_CASE("queries counted together have the counts that each has by itself, with one reading of a table")
{
    County county;
    Organization gone{.name = u"撤销会"_s, .kind = OrganizationKind::Association};
    requireOk(county.store->change(u"登记"_s, [&](Change &change) { return change.insert(gone); }));
    requireOk(county.store->change(u"删除"_s, [&](Change &change) { return change.remove(gone.id); }));
    Query bin{.type = u"organization"_s};
    bin.removedOnly = true;
    const std::vector<std::pair<Query, qint64>> asked{
        {queryFrom(R"({"type":"organization"})"), 3},
        {queryFrom(R"({"type":"party_activity"})"), 5},
        {queryFrom(R"({"type":"organization","where":{"field":"kind","is":"association"}})"), 1},
        {bin, 1},
        {queryFrom(R"({"type":"organization","where":{"field":"town.name","contains":"北亭"}})"), 1},
        {queryFrom(R"({"type":"organization","where":{"not":{"field":"town.name","contains":"北亭"}}})"), 2},
        {queryFrom(
             R"({"type":"organization","limit":1,"where":{"field":"kind","is":"community_organization"}})"),
         2},
        {queryFrom(R"({"type":"party_activity","where":{"field":"attendance","atLeast":10}})"), 2},
        {queryFrom(R"({"type":"organization","where":{"exists":{"type":"party_activity",
            "where":{"field":"kind","is":"lecture"}},"via":"organization"}})"),
         1},
        {queryFrom(R"({"type":"organization","where":{"not":{"exists":{"type":"party_activity"},
            "via":"organization"}}})"),
         1},
        {queryFrom(R"({"type":"party_activity","group":["organization"],"measures":[{"count":"n"}]})"), 2},
        {queryFrom(R"({"type":"party_activity","year":2025,"window":{"field":"held_on","year":0}})"), 4},
        {queryFrom(R"({"type":"party_activity","where":{"field":"held_on","atLeast":"1949-10-01"}})"), 5},
        {queryFrom(R"({"type":"organization","year":2024,"where":{"exists":{"type":"party_activity",
            "window":{"field":"held_on","year":0}},"via":"organization"}})"),
         1},
    };
    std::vector<Query> queries;
    for (const auto &[query, count] : asked)
        queries.push_back(query);
    const auto counts = county.store->counts(queries);
    requireOk(counts);
    REQUIRE(counts->size() == asked.size());
    for (size_t i = 0; i < asked.size(); ++i) {
        CAPTURE(i);
        CHECK((*counts)[i] == asked[i].second);
        CHECK(*county.store->count(queries[i]) == asked[i].second);
    }
    CHECK(county.store->counts({})->empty());

    // Seven of organizations and three of activities read their tables once, one of them with dates that have
    // an index; the bin, the groups, and the two of other years stand alone.
    const auto statements = countSql(queries);
    requireOk(statements);
    CHECK(statements->size() == 6);
    queries.push_back(queryFrom(R"({"type":"organization","where":{"field":"nothing","is":1}})"));
    CHECK(county.store->counts(queries).error().code == Error::Code::InvalidInput);
}

TEST_CASE("the latest of each is found by date, then by entry, among the records in use")
{
    County county;
    // a: 2025-12-31 is the last of four; b has one. Of two of the same day the one entered later counts.
    PartyActivity twin{.organization = county.b.id,
                       .kind = PartyActivityKind::Lecture,
                       .heldOn = {2025, 6, 1},
                       .title = u"六"_s};
    requireOk(county.store->change(u"再记一次"_s, [&](Change &change) { return change.insert(twin); }));
    const auto titles = [&](const char *json) {
        QStringList found;
        for (const QVariantList &row : county.rows(json))
            found.append(row.front().toString());
        return found.join(QString());
    };
    constexpr const char *latest = R"({"type":"party_activity","columns":["title"],"sort":["title"],
        "where":{"latestOf":"organization","by":"held_on"}})";
    CHECK(titles(latest) == u"三六"_s); // er, liu, san, si, wu, yi: titles sort by their characters here
    // Conditions beside it choose among the latest; they do not make another record the latest.
    CHECK(titles(R"({"type":"party_activity","columns":["title"],"where":{"all":[
        {"latestOf":"organization","by":"held_on"},{"field":"kind","is":"theme_day"}]}})") == QString());
    CHECK(titles(R"({"type":"party_activity","columns":["title"],"sort":["held_on"],"where":{"not":
        {"latestOf":"organization","by":"held_on"}}})") == u"四一二五"_s);
    // Through references: the last activity of each town.
    CHECK(titles(R"({"type":"party_activity","columns":["title"],"sort":["title"],
        "where":{"latestOf":"organization.town","by":"held_on"}})") == u"三六"_s);
    CHECK(titles(R"({"type":"party_activity","columns":["title"],
        "where":{"latestOf":"organization.town.level","by":"held_on"}})") == u"三"_s);
    // Organizations whose last activity was none of theirs of December.
    CHECK(titles(R"({"type":"organization","columns":["name"],"where":{"exists":{"type":"party_activity",
        "where":{"all":[{"latestOf":"organization","by":"held_on"},{"field":"held_on","below":"2025-12-01"}]}},
        "via":"organization"}})") == u"白鹤社"_s);
    requireOk(county.store->change(u"删去"_s, [&](Change &change) { return change.remove(twin.id); }));
    CHECK(titles(latest) == u"三五"_s);
    CHECK(county.refusal(R"({"type":"party_activity","where":{"latestOf":"organization","by":"kind"}})")
              .contains(u"先后"_s));
    CHECK(county.refusal(R"({"type":"party_activity","where":{"latestOf":"nobody","by":"held_on"}})")
              .contains(u"nobody"_s));
}

TEST_CASE("the latest of each organization is looked up by the index of the reference, not by reading all")
{
    TestStore store;
    Query query;
    query.type = u"grade"_s;
    query.where = Condition::all({Condition::compare(Condition::Op::Below, u"valid_to"_s, QDate(2025, 12, 8)),
                                  Condition::latest(u"organization"_s, u"assessed_on"_s)});
    const auto sql = querySql(query, Answer::Count);
    requireOk(sql);
    QStringList plan;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plan"_s);
        database.setDatabaseName(store.path());
        REQUIRE(database.open());
        QSqlQuery explain(database);
        REQUIRE(explain.prepare(u"EXPLAIN QUERY PLAN "_s + QString::fromUtf8(sql->text)));
        for (const QVariant &value : sql->values)
            explain.addBindValue(value);
        REQUIRE(explain.exec());
        while (explain.next())
            plan.append(explain.value(3).toString());
    }
    QSqlDatabase::removeDatabase(u"plan"_s);
    INFO(plan.join(u'\n').toStdString());
    CHECK(plan.filter(u"grade_organization (organization=?)"_s).size() == 1);
}

TEST_CASE("what has no date is before all that have one, and what belongs to none stands for itself")
{
    County county;
    requireOk(county.store->change(u"登记"_s, [&](Change &change) -> Status {
        county.a.registeredOn = QDate(2020, 1, 1);
        CORE_TRY(change.update(county.a));
        county.b.town = county.east.id; // beside a, without a date
        return change.update(county.b);
    }));
    const auto rows = county.rows(R"({"type":"organization","columns":["name"],"sort":["name"],
        "where":{"latestOf":"town","by":"registered_on"}})");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][0] == u"阿福会"_s); // of no town
    CHECK(rows[1][0] == u"甲协会"_s);
}

TEST_CASE("two fields of a record are compared, also through references")
{
    County county;
    requireOk(county.store->change(u"登记"_s, [&](Change &change) -> Status {
        county.a.registeredOn = QDate(2025, 1, 25);
        county.a.partyMemberCount = 3;
        CORE_TRY(change.update(county.a));
        county.b.registeredOn = QDate(2025, 6, 2);
        county.b.partyMemberCount = 5;
        return change.update(county.b);
    }));
    const auto titles = [&](const char *op) {
        QStringList found;
        for (
            const QVariantList &row : county.rows(
                (QByteArray(
                     R"({"type":"party_activity","columns":["title"],"sort":["held_on"],"where":{"field":"held_on",")") +
                 op + R"(":{"field":"organization.registered_on"}}})")
                    .constData()))
            found.append(row.front().toString());
        return found.join(QString());
    };
    CHECK(titles("below") == u"四一五"_s);
    CHECK(titles("is") == u"二"_s);
    CHECK(titles("atLeast") == u"二三"_s);
    CHECK(titles("above") == u"三"_s);
    CHECK(
        county.rows(
            R"({"type":"organization","columns":["name"],"where":{"field":"party_member_count","above":{"field":"staff_count"}}})") ==
        std::vector<QVariantList>{{u"白鹤社"_s}});
    CHECK(county
              .refusal(
                  R"({"type":"organization","where":{"field":"staff_count","is":{"field":"registered_on"}}})")
              .contains(u"类型不同"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"field":"kind","below":{"field":"kind"}}})")
              .contains(u"大小"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"field":"name","contains":{"field":"address"}}})")
              .contains(u"两个字段之间"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"field":"name","is":{"field":"nmae"}}})")
              .contains(u"nmae"_s));
}

TEST_CASE("days between two dates are listed, compared, summed and sorted like a number")
{
    County county;
    requireOk(county.store->change(u"登记"_s, [&](Change &change) -> Status {
        county.a.registeredOn = QDate(2024, 2, 28); // a leap year: two days to the 1st of March
        county.a.termEndsOn = QDate(2024, 3, 1);
        CORE_TRY(change.update(county.a));
        county.b.registeredOn = QDate(2025, 3, 1);
        county.b.termEndsOn = QDate(2025, 2, 28);
        return change.update(county.b);
    }));
    const auto rows =
        county.rows(R"json({"type":"organization","columns":["name","days(registered_on,term_ends_on)"],
        "sort":[{"field":"days(registered_on,term_ends_on)","descending":true}]})json");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == QVariantList{u"甲协会"_s, 2LL});
    CHECK(rows[1] == QVariantList{u"白鹤社"_s, -1LL});
    CHECK(rows[2][0] == u"阿福会"_s);
    CHECK(rows[2][1].isNull());
    CHECK(
        county.rows(
            R"json({"type":"organization","columns":["name"],"where":{"field":"days(registered_on,term_ends_on)","atLeast":0}})json") ==
        std::vector<QVariantList>{{u"甲协会"_s}});
    CHECK(
        county.rows(
            R"json({"type":"organization","columns":["name"],"where":{"field":"days(term_ends_on,2025-03-01)","is":1}})json") ==
        std::vector<QVariantList>{{u"白鹤社"_s}});
    CHECK(county.rows(
              R"json({"type":"organization","measures":[{"sum":"days(registered_on,term_ends_on)","as":"all"},
        {"min":"days(registered_on,term_ends_on)","as":"least"}]})json") ==
          std::vector<QVariantList>{{1LL, -1LL}});
    // Through a reference: activity one was 2025-01-05, 312 days after the registration of a.
    CHECK(
        county.rows(
            R"json({"type":"party_activity","columns":["days(organization.registered_on,held_on)"],"where":{"field":"title","is":"一"}})json") ==
        std::vector<QVariantList>{{312LL}});
    for (const char *wrong : {"days(name,term_ends_on)", "days(term_ends_on)", "days(2025-01-01,2025-01-02)",
                              "days(term_ends_on,2025-13-01)"}) {
        INFO(wrong);
        CHECK_FALSE(
            county
                .refusal((QByteArray(R"json({"type":"organization","columns":[")json") + wrong + "\"]}")
                             .constData())
                .isEmpty());
    }
}

TEST_CASE("a query that makes no sense is refused with a sentence")
{
    County county;
    CHECK(county.refusal(R"({"type":"organisation"})").contains(u"organisation"_s));
    CHECK(county.refusal(R"({"type":"organization","columns":["nmae"]})").contains(u"nmae"_s));
    CHECK(county.refusal(R"({"type":"organization","columns":["name.town"]})").contains(u"name.town"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"field":"kind","is":"club"}})")
              .contains(u"club"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"field":"kind","atLeast":"association"}})")
              .contains(u"类型"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"field":"staff_count","is":"many"}})")
              .contains(u"many"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"field":"staff_count","contains":"1"}})")
              .contains(u"从业人数"_s));
    CHECK(
        county.refusal(R"({"type":"organization","where":{"field":"registered_on","atLeast":"2025-13-01"}})")
            .contains(u"2025-13-01"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"field":"registered_on","atLeast":{"year":0}}})")
              .contains(u"年度"_s));
    CHECK(county.refusal(R"({"type":"organization","measures":[{"sum":"name","as":"x"}]})")
              .contains(u"名称"_s));
    CHECK(county.refusal(R"({"type":"organization","measures":[{"count":"x; DROP TABLE organization"}]})")
              .contains(u"DROP"_s));
    CHECK(county.refusal(R"({"type":"organization","group":["name:month"],"measures":[{"count":"n"}]})")
              .contains(u"日期"_s));
    CHECK(county.refusal(R"({"type":"organization","where":{"exists":{"type":"division"},"via":"parent"}})")
              .contains(u"parent"_s));
    CHECK_FALSE(Query::fromJson(QJsonDocument::fromJson(R"({"type":"organization","sort":[1]})").object()));
    const auto unknown =
        Query::fromJson(QJsonDocument::fromJson(R"({"type":"organization","wehre":{}})").object());
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().text.contains(u"wehre"_s));
}

TEST_CASE("windows of an order hold the same rows as the query itself, in the same order")
{
    TestStore store;
    requireOk(store->change(u"新增"_s, [](Change &change) -> Status {
        for (int i = 0; i < 40; ++i) {
            Organization one;
            one.name = u"组织%1"_s.arg(i);
            one.kind = i % 3 == 0 ? OrganizationKind::Association : OrganizationKind::ServiceInstitution;
            one.staffCount = i * 7 % 11;
            CORE_TRY(change.insert(one));
        }
        return ok();
    }));
    Query query;
    query.type = u"organization"_s;
    query.columns = {u"id"_s, u"name"_s, u"town.name"_s};
    query.where = Condition::is(u"kind"_s, u"service_institution"_s);
    query.sort = {{u"staff_count"_s, true}, {u"name"_s, false}};
    const auto whole = store->run(query);
    requireOk(whole);
    const auto order = store->order(query);
    requireOk(order);
    REQUIRE(order->size() == whole->rows.size());
    CHECK(qint64(order->size()) == *store->count(query));
    const auto part = store->rowsOf(query, std::span<const qint64>(*order).subspan(5, 8));
    requireOk(part);
    REQUIRE(part->rows.size() == 8);
    for (size_t i = 0; i < 8; ++i)
        CHECK(part->rows[i] == whole->rows[i + 5]);
    const QString id = whole->rows[5].first().toString();
    CHECK(*store->numberOf(recordType<Organization>(), id) == (*order)[5]);
    CHECK(*store->numberOf(recordType<Organization>(), newUuid()) == 0);
    // A number that is no record any more keeps its place.
    const qint64 some[] = {(*order)[1], 987'654, (*order)[0]};
    const auto mixed = store->rowsOf(query, some);
    requireOk(mixed);
    REQUIRE(mixed->rows.size() == 3);
    CHECK(mixed->rows[0] == whole->rows[1]);
    CHECK(mixed->rows[1].first().toString().isEmpty());
    CHECK(mixed->rows[2] == whole->rows[0]);
}
