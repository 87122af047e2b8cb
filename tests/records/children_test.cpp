// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that belong to a record go, come back and are told with it; a reference that may go to one of several
// types goes to exactly one.
#include "core/record/describe.h"
#include "tests/records/recordmaker.h"

#include <QThread>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// Who is paid a subsidy: a town or an organization.
struct Subsidy
{
    Id<Subsidy> id;
    QString name;
    std::optional<Id<Division>> town;
    std::optional<Id<Organization>> organization;
};

/// Makes records and rows that belong to them.
struct Family
{
    QVariantList record(const RecordType &type) { return maker.values(type, ++number); }
    QVariantList row(const RecordType &child, const QVariantList &record)
    {
        QVariantList row = maker.values(child, ++number);
        row[child.indexOf(QAnyStringView(child.traits.parent))] = record.first();
        return row;
    }

    TestStore store;
    RecordMaker maker{*store};
    int number = 40;
};

/// Runs \a body(child, parent) for every type whose records are rows of another one.
template<typename Body>
void forEachChild(const Body &body)
{
    int found = 0;
    forEachType([&](const RecordType &type) {
        if (!type.traits.parent)
            return;
        ++found;
        body(type, type.field(QAnyStringView(type.traits.parent))->target());
    });
    CHECK(found > 0);
}

} // namespace

namespace core {

template<>
const RecordType &recordType<Subsidy>()
{
    static const RecordType type = record<Subsidy, 4>(
        "subsidy", "补贴", {.exactlyOne = {{"town", "organization"}}},
        {idField<Subsidy>(), field<&Subsidy::name>("name", "名称"), field<&Subsidy::town>("town", "镇街"),
         field<&Subsidy::organization>("organization", "社会组织")});
    return type;
}

} // namespace core

TEST_CASE("rows are removed and restored with their record, and only those that went with it")
{
    Family family;
    TestStore &store = family.store;
    forEachChild([&](const RecordType &child, const RecordType &parent) {
        const QVariantList record = family.record(parent);
        const QString id = record.first().toString();
        std::vector<QString> rows;
        requireOk(changeAsProgram(*store, u"新增"_s, [&](Change &change) -> Status {
            CORE_TRY(change.insert(parent, record));
            return ok();
        }));
        for (int i = 0; i < 3; ++i) {
            const QVariantList row = family.row(child, record);
            rows.push_back(row.first().toString());
            requireOk(changeAsProgram(*store, u"加一行"_s,
                                      [&](Change &change) { return change.insert(child, row); }));
        }
        const auto removedRows = [&] {
            return std::count_if(rows.begin(), rows.end(),
                                 [&](const QString &row) { return store->isRemoved(child, row); });
        };
        requireOk(changeAsProgram(*store, u"去一行"_s,
                                  [&](Change &change) { return change.remove(child, rows[0]); }));
        CHECK(removedRows() == 1);
        QThread::msleep(2); // rows that went in the same millisecond count as gone with their parent
        requireOk(
            changeAsProgram(*store, u"删"_s, [&](Change &change) { return change.remove(parent, id); }));
        CHECK(store->isRemoved(parent, id));
        CHECK(removedRows() == 3);
        requireOk(
            changeAsProgram(*store, u"还原"_s, [&](Change &change) { return change.restore(parent, id); }));
        CHECK(removedRows() == 1);
        requireOk(store->undo());
        CHECK(removedRows() == 3);
        requireOk(store->undo());
        CHECK(removedRows() == 1);
        requireOk(store->redo());
        CHECK(removedRows() == 3);
        const Status alone = changeAsProgram(*store, u"还原"_s,
                                             [&](Change &change) { return change.restore(child, rows[1]); });
        REQUIRE_FALSE(alone);
        CHECK(alone.error().text.contains(u'“' + store->display(parent, id) + u'”'));
        requireOk(
            changeAsProgram(*store, u"还原"_s, [&](Change &change) { return change.restore(parent, id); }));
        CHECK_FALSE(store->isRemoved(parent, id));
        CHECK(removedRows() == 1);
        CHECK(store->isRemoved(child, rows[0]));
        requireOk(store->undo());
        CHECK(removedRows() == 3);
    });
    CHECK(store->verify()->faults.empty());
}

TEST_CASE("the history of a record tells of its rows")
{
    Family family;
    TestStore &store = family.store;
    forEachChild([&](const RecordType &child, const RecordType &parent) {
        const QVariantList record = family.record(parent);
        const QVariantList other = family.record(parent);
        const QVariantList row = family.row(child, record);
        const QVariantList foreign = family.row(child, other);
        requireOk(changeAsProgram(*store, u"新增"_s, [&](Change &change) -> Status {
            CORE_TRY(change.insert(parent, record));
            CORE_TRY(change.insert(parent, other));
            CORE_TRY(change.insert(child, row));
            return change.insert(child, foreign);
        }));
        const auto history = store->history(parent, record.first().toString());
        requireOk(history);
        REQUIRE(history->size() == 2);
        CHECK((*history)[0].second.id == row.first().toString());
        CHECK((*history)[1].second.id == record.first().toString());
    });
}

TEST_CASE("a reference to one of several types is set exactly once")
{
    const RecordType &type = recordType<Subsidy>();
    const auto problemsOf = [&](bool town, bool organization) {
        Subsidy subsidy{.id = Id<Subsidy>::create(), .name = u"场地补助"_s};
        if (town)
            subsidy.town = Id<Division>::create();
        if (organization)
            subsidy.organization = Id<Organization>::create();
        return type.problems(type.values(&subsidy));
    };
    CHECK(problemsOf(true, false).empty());
    CHECK(problemsOf(false, true).empty());
    for (const bool both : {false, true}) {
        const std::vector<Problem> problems = problemsOf(both, both);
        REQUIRE(problems.size() == 1);
        CHECK((problems.front().severity == Problem::Severity::Block));
        CHECK(problems.front().text == u"“镇街”、“社会组织”里要填一项，也只能填一项。"_s);
        CHECK(std::string(problems.front().field) == "town");
    }
}
