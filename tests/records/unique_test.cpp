// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the thing itself allows only once is there only once, whichever way it comes in.
#include "core/exchange/importtable.h"
#include "core/supervision/inspection.h"
#include "core/supervision/penalty.h"
#include "core/tabular/tablewriter.h"
#include "tests/records/recordmaker.h"
#include "tests/support/tamper.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// Runs \a body(type, keys) for every key that a type allows only once.
template<typename Body>
void forEachKey(const Body &body)
{
    forEachType([&](const RecordType &type) {
        std::vector<std::vector<const char *>> keys = type.traits.unique;
        for (const Field &field : type.fields) {
            if (field.traits.unique)
                keys.push_back({field.key});
        }
        for (const auto &key : keys) {
            INFO("key " << key.front() << " …");
            body(type, key);
        }
    });
}

QVariantList withKeyOf(const RecordType &type, const std::vector<const char *> &key, const QVariantList &one,
                       QVariantList other)
{
    for (const char *field : key)
        other[type.indexOf(QAnyStringView(field))] = one.at(type.indexOf(QAnyStringView(field)));
    return other;
}

} // namespace

TEST_CASE("a second record with the same key is refused on insert, on change and on coming back, with a name")
{
    TestStore store;
    RecordMaker maker(*store);
    int number = 20;
    forEachKey([&](const RecordType &type, const std::vector<const char *> &key) {
        const QVariantList first = maker.values(type, ++number);
        const QVariantList second = withKeyOf(type, key, first, maker.values(type, ++number));
        const QString name = store->display(type, first);
        const auto write = [&](const auto &body) { return changeAsProgram(*store, u"一步"_s, body); };
        const auto checkRefused = [&](const Status &done) {
            REQUIRE_FALSE(done);
            CHECK(done.error().code == Error::Code::Conflict);
            INFO(done.error().text.toStdString());
            CHECK(done.error().text.contains(u'“' + name + u'”'));
            CHECK(done.error().text.contains(QString::fromUtf8(type.title)));
        };
        requireOk(write([&](Change &change) { return change.insert(type, first); }));
        checkRefused(write([&](Change &change) { return change.insert(type, second); }));

        QVariantList other = maker.values(type, ++number);
        other[0] = second.first();
        requireOk(write([&](Change &change) { return change.insert(type, other); }));
        checkRefused(write([&](Change &change) { return change.update(type, second); }));

        const QString id = first.first().toString();
        requireOk(write([&](Change &change) { return change.remove(type, id); }));
        requireOk(write([&](Change &change) { return change.update(type, second); })); // it is free now
        const Status back = write([&](Change &change) { return change.restore(type, id); });
        REQUIRE_FALSE(back);
        CHECK(back.error().code == Error::Code::Conflict);
        CHECK(back.error().text.contains(u'“' + store->display(type, second) + u'”'));
    });
    CHECK(store->verify()->faults.empty());
}

TEST_CASE("a key of which a part is not filled is no key")
{
    TestStore store;
    RecordMaker maker(*store);
    Penalty penalty{.organization = {maker.target(recordType<Organization>())},
                    .kind = PenaltyKind::Fine,
                    .decidedOn = QDate(2025, 3, 1)};
    for (int i = 0; i < 2; ++i) {
        penalty.id = {};
        requireOk(changeAsProgram(*store, u"新增"_s, [&](Change &change) { return change.insert(penalty); }));
    }
}

TEST_CASE("an import does not give a record the key of another one")
{
    TestStore store;
    RecordMaker maker(*store);
    const QString organization = maker.target(recordType<Organization>());
    Penalty first{.organization = {organization},
                  .documentNumber = u"示民罚字〔2025〕1号"_s,
                  .kind = PenaltyKind::Fine,
                  .decidedOn = QDate(2025, 3, 1)};
    requireOk(changeAsProgram(*store, u"新增"_s, [&](Change &change) { return change.insert(first); }));
    const QString path = store.folder() + u"/处罚.csv"_s;
    auto writer = createTable(path);
    requireOk(writer);
    requireOk((*writer)->addSheet(
        u"表"_s, {{u"社会组织"_s}, {u"种类"_s}, {u"决定日期"_s}, {u"文号"_s}, {u"罚款金额"_s}}));
    // The same number and kind is the record that is there: it is changed, never a second one beside it.
    const QString name = store->display(recordType<Organization>(), organization);
    requireOk((*writer)->writeRow(
        std::vector<Cell>{Cell::fromText(name), Cell::fromText(u"罚款"_s), Cell::fromText(u"2025-03-02"_s),
                          Cell::fromText(u"示民罚字〔2025〕1号"_s), Cell::fromText(u"500"_s)}));
    requireOk((*writer)->finish());
    Progress progress;
    ImportOptions options;
    options.type = &recordType<Penalty>();
    const auto report = importTable(*store, path, options, progress);
    requireOk(report);
    CHECK(report->updated == 1);
    CHECK(report->added == 0);
    CHECK(*store->count({.type = u"penalty"_s}) == 1);
}

TEST_CASE("a double from before the key was known is let be, told, and mended when it can be")
{
    TestStore store;
    RecordMaker maker(*store);
    Inspection first{.organization = {maker.target(recordType<Organization>())}, .year = 2024};
    Inspection second{.organization = first.organization, .year = 2023};
    requireOk(changeAsProgram(*store, u"新增"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(first));
        return change.insert(second);
    }));
    store.close();
    tamper(store.path(), "UPDATE inspection SET year = 2024");
    store.reopen();
    second.year = 2024;
    second.remarks = u"补报"_s;
    requireOk(changeAsProgram(*store, u"改备注"_s, [&](Change &change) { return change.update(second); }));
    auto problems = store->problems(recordType<Inspection>(), second.id.text);
    requireOk(problems);
    REQUIRE(problems->size() == 1);
    CHECK(problems->front().text.contains(u"2024"_s));
    second.year = 2022;
    requireOk(changeAsProgram(*store, u"改年度"_s, [&](Change &change) { return change.update(second); }));
    problems = store->problems(recordType<Inspection>(), second.id.text);
    requireOk(problems);
    CHECK(problems->empty());
}
