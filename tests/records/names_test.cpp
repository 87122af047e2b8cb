// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What records are called, wherever one is named.
#include "core/record/recordname.h"
#include "core/registry/person.h"
#include "core/service/payment.h"
#include "core/store/filtertext.h"
#include "core/store/historytext.h"
#include "core/supervision/inspection.h"
#include "tests/records/recordmaker.h"
#include "tests/support/samplestore.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// One organization with an inspection, a person in charge, and two projects with a payment each.
struct NamedRecords
{
    NamedRecords()
    {
        requireOk(store->change(u"新增"_s, [&](Change &change) -> Status {
            CORE_TRY(change.insert(organization));
            inspection.organization = person.organization = organization.id;
            CORE_TRY(change.insert(inspection));
            CORE_TRY(change.insert(person));
            for (const auto &[project, payment] :
                 {std::pair{&first, &firstPayment}, {&second, &secondPayment}}) {
                project->organization = organization.id;
                CORE_TRY(change.insert(*project));
                payment->project = project->id;
                CORE_TRY(change.insert(*payment));
            }
            return ok();
        }));
    }

    TestStore store;
    Organization organization{.name = u"示范县葡萄协会"_s};
    Inspection inspection{.year = 2025, .conclusion = InspectionConclusion::BasicPass};
    Person person{.name = u"陈小明"_s, .position = u"会长"_s};
    Project first{.year = 2024, .name = u"银龄助餐"_s};
    Project second{.year = 2025, .name = u"安心托管"_s};
    ProjectPayment firstPayment{.number = 1, .amount = Money::yuan(1'000)};
    ProjectPayment secondPayment{.number = 2, .amount = Money::yuan(2'000)};
};

} // namespace

TEST_CASE("no record of the sample county is without a name")
{
    SampleStore store(SampleStore::State::Evaluated);
    QStringList filled;
    forEachType([&](const RecordType &type) {
        const RecordName name(type);
        Query query{.type = QString::fromLatin1(type.key), .columns = name.paths()};
        int nameless = 0;
        requireOk(store->each(query, [&](const QVariantList &row) {
            nameless += name.text(row, 0, Audience::Screen).isEmpty() ? 1 : 0;
            return true;
        }));
        CHECK(nameless == 0);
        const auto count = store->count(query);
        requireOk(count);
        if (*count > 0)
            filled.append(query.type);
    });
    for (const QString &type :
         {u"inspection"_s, u"penalty"_s, u"grade"_s, u"manual_score"_s, u"evaluation_result"_s})
        CHECK(filled.contains(type)); // else there was nothing to look at
}

TEST_CASE("a name is its parts in words, what it refers to by name, persons covered")
{
    NamedRecords records;
    Store &store = *records.store;
    CHECK(store.display(recordType<Inspection>(), records.inspection.id.text) ==
          u"示范县葡萄协会 · 2025 · 基本合格"_s);
    CHECK(store.display(recordType<Person>(), records.person.id.text) == u"陈** · 会长 · 示范县葡萄协会"_s);
    CHECK(store.display(recordType<Person>(), records.person.id.text, Audience::OpenExport) ==
          u"陈小明 · 会长 · 示范县葡萄协会"_s);
    CHECK(store.display(recordType<Person>(), records.person.id.text, Audience::PublicNotice) ==
          u"示范县葡萄协会"_s);
    CHECK(store.display(recordType<ProjectPayment>(), records.firstPayment.id.text) ==
          u"银龄助餐 · 示范县葡萄协会 · 2024 · 1"_s);
    CHECK(store.display(recordType<Inspection>(), newUuid()).isEmpty());
    // The same of values that are not stored.
    QVariantList values = recordType<Inspection>().values(&records.inspection);
    values[recordType<Inspection>().indexOf(u"year")] = 2026LL;
    CHECK(store.display(recordType<Inspection>(), values) == u"示范县葡萄协会 · 2026 · 基本合格"_s);
}

TEST_CASE("history, refusals and the search call a record by its name")
{
    NamedRecords records;
    Store &store = *records.store;
    const auto history = store.history(recordType<Inspection>(), records.inspection.id.text);
    requireOk(history);
    CHECK(historyText(store, history->front().second)
              .startsWith(u"新增年检结论“示范县葡萄协会 · 2025 · 基本合格”"_s));
    records.inspection.year = 1800;
    const Status refused =
        store.change(u"改"_s, [&](Change &change) { return change.update(records.inspection); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"“示范县葡萄协会 · 2025 · 基本合格”"_s));
    const auto hits = store.search(u"陈小明"_s);
    requireOk(hits);
    REQUIRE(hits->size() == 1);
    CHECK(hits->front().title == u"陈** · 会长 · 示范县葡萄协会"_s);
}

TEST_CASE("a list is sorted and filtered by the whole name of what it refers to")
{
    NamedRecords records;
    Query query{.type = u"project_payment"_s, .columns = {u"number"_s}, .sort = {{u"project"_s, false}}};
    auto rows = records.store->run(query);
    requireOk(rows);
    REQUIRE(rows->rows.size() == 2);
    CHECK(rows->rows.front().front() == QVariant(2LL)); // 安心托管 before 银龄助餐
    const Field &project = *recordType<ProjectPayment>().field(u"project");
    for (const auto &[text, expected] :
         {std::pair{u"银龄"_s, 1}, {u"葡萄"_s, 2}, {u"2025"_s, 1}, {u"别的"_s, 0}}) {
        INFO(text.toStdString());
        const auto condition = conditionFromText(project, u"project"_s, text);
        REQUIRE(condition);
        const auto count = records.store->count({.type = query.type, .where = *condition});
        requireOk(count);
        CHECK(*count == expected);
    }
}

TEST_CASE("what others need is not removed, and the advice is that of its type")
{
    TestStore store;
    Division town{.code = u"330421001"_s, .name = u"锦湖街道"_s, .level = DivisionLevel::Town};
    Organization organization{.name = u"示范县葡萄协会"_s};
    Person person{.name = u"陈小明"_s};
    requireOk(store->change(u"新增"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(town));
        organization.town = town.id;
        CORE_TRY(change.insert(organization));
        person.organization = organization.id;
        return change.insert(person);
    }));
    const Status townKept = store->change(u"删"_s, [&](Change &change) { return change.remove(town.id); });
    REQUIRE_FALSE(townKept);
    CHECK(townKept.error().text == u"“锦湖街道”还有 1 条社会组织，不能删除。请先处理这些记录。"_s);
    const Status kept =
        store->change(u"删"_s, [&](Change &change) { return change.remove(organization.id); });
    REQUIRE_FALSE(kept);
    CHECK(kept.error().text == u"“示范县葡萄协会”还有 1 条负责人，不能删除。请先处理这些记录。"
                               u"不再存续的社会组织不用删除，把状态改为“已注销”即可。"_s);
}
