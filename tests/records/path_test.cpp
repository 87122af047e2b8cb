// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paths made from members, and the conditions on them, are the ones that JSON writes.
#include "core/evaluation/evaluationresult.h"
#include "core/party/partyactivity.h"
#include "core/registry/organization.h"
#include "core/service/project.h"
#include "core/store/where.h"
#include "core/supervision/grade.h"
#include "core/supervision/inspection.h"
#include "tests/records/recordmaker.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QByteArray json(const Query &query)
{
    return QJsonDocument(query.toJson()).toJson(QJsonDocument::Compact);
}

QByteArray json(Condition condition)
{
    return json(Query{.type = u"t"_s, .where = std::move(condition)});
}

} // namespace

TEST_CASE("a path is the keys of its members")
{
    CHECK(path<&Organization::creditCode>() == u"credit_code"_s);
    CHECK(path<&Grade::organization, &Organization::status>() == u"organization.status"_s);
    CHECK(path<&Grade::organization, &Organization::town, &Division::name>() == u"organization.town.name"_s);
    CHECK(&path<&Grade::level>() == &path<&Grade::level>()); // made once
    CHECK(std::string(fieldOf<&Organization::registeredOn>().label) == "登记日期");
}

TEST_CASE("every field stands for a member of its own")
{
    QSet<const void *> tags;
    forEachType([&](const RecordType &type) {
        for (const Field &field : type.fields) {
            INFO("field " << field.key);
            CHECK(field.tag != nullptr);
            CHECK_FALSE(tags.contains(field.tag));
            tags.insert(field.tag);
        }
    });
}

TEST_CASE("typed conditions are those that JSON writes")
{
    CHECK(json(where::is<&Organization::status>(OrganizationStatus::Active)) ==
          R"({"type":"t","where":{"field":"status","is":"active"}})");
    CHECK(json(where::oneOf<&Organization::roles>({OrganizationRole::Hub, OrganizationRole::Federation})) ==
          R"({"type":"t","where":{"field":"roles","oneOf":["hub","federation"]}})");
    CHECK(json(where::below<&Organization::termEndsOn>(QDate(2025, 3, 1))) ==
          R"({"type":"t","where":{"below":"2025-03-01","field":"term_ends_on"}})");
    CHECK(json(where::is<&Inspection::year>(2025)) == R"({"type":"t","where":{"field":"year","is":2025}})");
    CHECK(json(where::is<&Grade::organization>(Id<Organization>{u"x"_s})) ==
          R"({"type":"t","where":{"field":"organization","is":"x"}})");
    CHECK(json(where::empty<&Organization::creditCode>()) ==
          R"({"type":"t","where":{"empty":true,"field":"credit_code"}})");
    CHECK(json(where::exists<&Inspection::organization>(where::is<&Inspection::year>(2024))) ==
          R"({"type":"t","where":{"exists":{"type":"inspection","where":{"field":"year","is":2024}},)"
          R"("via":"organization"}})");
    Query query = queryOf<Project>(where::atLeast<&Project::amount>(Money::yuan(300'000)));
    query.sort = {descending<&Project::organization, &Organization::name>()};
    query.window = withinYears<&Project::year>(-2, 0);
    CHECK(json(query) == R"({"sort":[{"descending":true,"field":"organization.name"}],"type":"project",)"
                         R"("where":{"atLeast":"300,000.00","field":"amount"},)"
                         R"("window":{"field":"year","years":[-2,0]}})");
}

TEST_CASE("typed conditions find the records whose values they name")
{
    TestStore store;
    Organization organization{.id = Id<Organization>::create(),
                              .name = u"城南书画社"_s,
                              .kind = OrganizationKind::CommunityOrganization,
                              .status = OrganizationStatus::Missing,
                              .roles = {OrganizationRole::Hub},
                              .premisesArea = Decimal::fromString(u"80.5"),
                              .registeredCapital = Money{123'456}};
    requireOk(store->change(u"新增"_s, [&](Change &change) { return change.insert(organization); }));
    const auto found = [&](const Condition &condition) {
        const auto count = store->count(queryOf<Organization>(condition));
        requireOk(count);
        return *count;
    };
    CHECK(found(where::is<&Organization::registeredCapital>(Money{123'456})) == 1);
    CHECK(found(where::above<&Organization::registeredCapital>(Money{123'456})) == 0);
    CHECK(found(where::is<&Organization::premisesArea>(*Decimal::fromString(u"80.5"))) == 1);
    CHECK(found(where::below<&Organization::premisesArea>(*Decimal::fromString(u"80.5"))) == 0);
    CHECK(found(where::oneOf<&Organization::roles>({OrganizationRole::Hub})) == 1);
    CHECK(found(where::oneOf<&Organization::roles>({OrganizationRole::Federation})) == 0);
    CHECK(found(where::is<&Organization::id>(organization.id)) == 1);
    CHECK(found(where::contains<&Organization::name>(u"书画"_s)) == 1);
    CHECK(found(where::filled<&Organization::registeredOn>()) == 0);
}
