// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Personal values beside the journal: sealed, destroyed or altered one by one.
#include "core/store/journalvalues.h"

#include "core/registry/person.h"
#include "core/store/historytext.h"
#include "tests/support/tamper.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// A county with one person whose telephone number changed twice.
class PersonalStore
{
public:
    PersonalStore()
    {
        m_organization.name = u"甲协会"_s;
        requireOk(
            store->change(u"新增甲协会"_s, [&](Change &change) { return change.insert(m_organization); }));
        person.organization = m_organization.id;
        person.name = u"周五五"_s;
        person.phone = u"13700000001"_s;
        requireOk(store->change(u"新增负责人"_s, [&](Change &change) { return change.insert(person); }));
        call(u"13700000002"_s);
        call(u"13700000003"_s);
    }

    void call(const QString &phone)
    {
        person.phone = phone;
        requireOk(store->change(u"换电话"_s, [&](Change &change) { return change.update(person); }));
    }

    /// Runs SQL on the closed file.
    void run(const QByteArray &sql)
    {
        store.close();
        tamper(store.path(), sql);
        store.reopen();
    }

    TestStore store;
    Person person;

private:
    Organization m_organization;
};

} // namespace

TEST_CASE("a personal value that was destroyed breaks no chain; what is left is checked and told")
{
    PersonalStore county;
    Store &before = *county.store;
    CHECK(before.verify()->withheld == 0);
    const QString head = before.headHash();
    county.run("UPDATE journal_edit SET after_private = json_remove(after_private, '$.phone')"
               " WHERE type = 'person' AND verb = 'insert';"
               "UPDATE journal_edit SET before_private = '' WHERE sequence = 3");
    Store &store = *county.store;
    const auto report = store.verify();
    requireOk(report);
    CHECK(report->faults == std::vector<QString>());
    CHECK(report->withheld == 2);
    CHECK(report->headHash == head);

    const auto history = store.history(recordType<Person>(), county.person.id.text);
    requireOk(history);
    REQUIRE(history->size() == 3);
    CHECK(isWithheld(history->back().second.after.value(u"phone"_s)));
    CHECK(history->back().second.after.value(u"name"_s) == u"周五五"_s);
    CHECK(historyText(store, history->at(1).second).contains(u"销毁"_s));
    CHECK(historyText(store, history->back().second, 9).contains(u"销毁"_s));

    // The newest step is whole and goes back; the one whose value is gone says so and changes nothing.
    requireOk(store.undo());
    const Status refused = store.undo();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Conflict);
    CHECK(refused.error().text.contains(u"销毁"_s));
    CHECK(store.get(county.person.id)->phone == u"13700000002"_s);
    CHECK(store.verify()->faults == std::vector<QString>());
}

TEST_CASE("a destroyed value hides no field but those that can be destroyed")
{
    PersonalStore county;
    county.run("UPDATE journal_edit SET before_private = '' WHERE sequence = 3"); // not where it was written
    CHECK(county.store->verify()->faults == std::vector<QString>());
    county.run("UPDATE person SET position = '会长'");
    CHECK(county.store->verify()->faults.size() == 1);
}

TEST_CASE("every value of a person may be destroyed, and records altered past the program are still found")
{
    PersonalStore county;
    county.run("UPDATE journal_edit SET after_private = '', before_private = '' WHERE type = 'person'");
    const auto report = county.store->verify();
    requireOk(report);
    CHECK(report->faults == std::vector<QString>());
    CHECK(report->withheld == 6); // name and telephone, and four times before and after
    county.run("UPDATE person SET phone = '13711111111'");
    CHECK(county.store->verify()->faults == std::vector<QString>()); // nobody can tell any more
    county.run("UPDATE person SET position = '会长'");
    CHECK(county.store->verify()->faults.size() == 1);
    // What is written from now on is known again.
    county.run("UPDATE person SET position = ''");
    county.call(u"13700000004"_s);
    CHECK(county.store->verify()->faults == std::vector<QString>());
    county.run("UPDATE person SET phone = '13711111111'");
    CHECK(county.store->verify()->faults.size() == 1);
}

TEST_CASE("a personal value that was altered, exchanged or added beside the journal is found")
{
    const QByteArray statement = GENERATE(
        QByteArray("UPDATE journal_edit SET after_private = replace(after_private, '周五五', '周六六')"),
        QByteArray("UPDATE journal_edit SET after_private = before_private WHERE sequence = 4"),
        QByteArray("UPDATE journal_edit SET before_private = after_private WHERE sequence = 2"),
        QByteArray("UPDATE journal_edit SET after_private = 'x' WHERE sequence = 4"),
        QByteArray("UPDATE journal_edit SET after_private = json_insert(after_private, '$.sex',"
                   " json_array('00112233445566778899aabbccddeeff', 'male')) WHERE sequence = 2"));
    INFO(statement.toStdString());
    PersonalStore county;
    county.run(statement);
    CHECK_FALSE(county.store->verify()->faults.empty());
}

TEST_CASE("what an unknown field of a newer program held is kept for reading, and undo does not drop it")
{
    PersonalStore county;
    county.run("UPDATE journal_edit SET after = replace(after, '{', '{\"web_site\":\"example.org\",')"
               " WHERE type = 'person' AND verb = 'insert'");
    Store &store = *county.store;
    const auto history = store.history(recordType<Person>(), county.person.id.text);
    requireOk(history);
    CHECK(history->back().second.after.value(u"web_site"_s) == u"example.org"_s);
    CHECK_FALSE(historyText(store, history->back().second, 9).contains(u"example.org"_s));
    requireOk(store.undo());
    requireOk(store.undo());
    const Status refused = store.undo();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"较新的程序"_s));
    CHECK(store.get(county.person.id));
}

TEST_CASE("columns that this program does not know are left as they are by every change")
{
    PersonalStore county;
    county.run("ALTER TABLE person ADD COLUMN web_site TEXT; UPDATE person SET web_site = 'example.org'");
    county.call(u"13700000005"_s);
    requireOk(county.store->undo());
    requireOk(county.store->undo());
    auto database = Database::open(county.store.path(), Database::Mode::ReadOnly);
    requireOk(database);
    CHECK(*(*database)->number("SELECT count(*) FROM person WHERE web_site = 'example.org'") == 1);
    // Told by verify, for the file does not say that a newer program has put it there.
    const auto report = county.store->verify();
    requireOk(report);
    REQUIRE(report->faults.size() == 1);
    CHECK(report->faults.front().contains(u"web_site"_s));
}

TEST_CASE("members of a JSON object are told apart without looking into them")
{
    const auto keys = [](QByteArrayView object) {
        QByteArrayList found;
        for (const JsonMember &member : jsonMembers(object))
            found.append(member.key.toByteArray() + ' ' + member.value.toByteArray());
        return found;
    };
    CHECK(keys(R"({"a":"x,\"}y","b":-5,"c":{"d":[1,"]"]},"e":null})") ==
          QByteArrayList{R"(a "x,\"}y")", "b -5", R"(c {"d":[1,"]"]})", "e null"});
    CHECK(keys("{}").isEmpty());
    CHECK(keys("").isEmpty());
    CHECK(keys(R"({"a":"never ends})").isEmpty());
    CHECK(keys("{a:1}").isEmpty());
    CHECK(haveSameMembers(R"({"a":1,"b":"x"})", R"({"b":"x","a":1})"));
    CHECK_FALSE(haveSameMembers(R"({"a":1,"b":"x"})", R"({"b":"y","a":1})"));
    CHECK_FALSE(haveSameMembers(R"({"a":1})", R"({"a":1,"b":"x"})"));
}
