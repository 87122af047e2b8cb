// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read what, decided once; and no personal value stands open on any way out.
#include "core/base/runlog.h"
#include "core/exchange/exportquery.h"
#include "core/exchange/importpreview.h"
#include "core/record/format.h"
#include "core/registry/person.h"
#include "core/store/coveredquestion.h"
#include "core/store/filtertext.h"
#include "core/store/historytext.h"
#include "core/tabular/tablewriter.h"
#include "tests/records/recordmaker.h"
#include "tests/support/teststore.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString name = u"欧阳小明"_s;
const QString phone = u"13800001234"_s;
const QString identity = u"330421199003071234"_s;
const QString politics = u"中共党员"_s;
const QDate birthday(1990, 3, 7);

Field fieldOf(Privacy privacy, Kind kind = Kind::Text)
{
    Field field{};
    field.key = "field";
    field.label = "字段";
    field.kind = kind;
    field.traits.privacy = privacy;
    return field;
}

/// A value of a personal field that a reader would know again.
QVariant known(const Field &field)
{
    if (field.kind == Kind::Date)
        return birthday;
    if (field.kind == Kind::Choice)
        return QString::fromLatin1(field.choices.front().key);
    if (field.traits.privacy == Privacy::Sensitive)
        return identity;
    const bool takesName = !field.traits.check || field.traits.check(name).empty();
    return takesName ? name : phone;
}

/// True where \a text shows one of the values above.
bool isBare(const QString &text)
{
    for (const QString &value :
         {name, phone, identity, politics, u"1990-03-07"_s, u"1990/3/7"_s, u"小明"_s, u"19900307"_s}) {
        if (text.contains(value))
            return true;
    }
    return false;
}

QString contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

} // namespace

TEST_CASE("who may read what stands in one table")
{
    enum Shown { Open, Covered, Nothing };
    struct Row
    {
        Audience audience;
        Shown ofPublic, internal, personal, sensitive;
    };
    const Row rows[] = {
        {Audience::Screen, Open, Open, Covered, Covered},
        {Audience::History, Open, Open, Covered, Covered},
        {Audience::ImportPreview, Open, Open, Covered, Covered},
        {Audience::Export, Open, Open, Covered, Covered},
        {Audience::OpenExport, Open, Open, Open, Open},
        {Audience::OpenScreen, Open, Open, Open, Open},
        {Audience::InternalPaper, Open, Open, Covered, Covered},
        {Audience::PublicNotice, Open, Nothing, Nothing, Nothing},
    };
    for (const Row &row : rows) {
        INFO("audience " << int(row.audience));
        const std::pair<Privacy, Shown> cells[] = {{Privacy::Public, row.ofPublic},
                                                   {Privacy::Internal, row.internal},
                                                   {Privacy::Personal, row.personal},
                                                   {Privacy::Sensitive, row.sensitive}};
        for (const auto &[privacy, shown] : cells) {
            INFO("privacy " << int(privacy));
            const Field field = fieldOf(privacy);
            const QString value = privacy == Privacy::Sensitive ? identity : name;
            const QString text = maskedValue(field, value, row.audience);
            CHECK((text == value) == (shown == Open));
            CHECK(text.contains(u'*') == (shown == Covered));
            CHECK(text.isEmpty() == (shown == Nothing));
            CHECK(isCovered(field, row.audience) == (shown != Open));
        }
    }
}

TEST_CASE("what is covered keeps as much as tells two persons apart, and nothing where the form is not known")
{
    const Field personal = fieldOf(Privacy::Personal);
    const auto shown = [](const Field &field, const QVariant &value) {
        return maskedValue(field, value, Audience::Screen);
    };
    CHECK(shown(personal, u"陈小明"_s) == u"陈**"_s);
    CHECK(shown(personal, phone) == u"138****1234"_s);
    CHECK(shown(fieldOf(Privacy::Sensitive), identity) == u"330421********1234"_s);
    CHECK(shown(fieldOf(Privacy::Personal, Kind::Date), birthday) == u"1990-**-**"_s);
    const QString address = u"罗溪镇和平路 88 号 2 幢 301 室"_s;
    CHECK(shown(personal, address) == QString(address.size(), u'*'));
    CHECK(shown(fieldOf(Privacy::Personal, Kind::LongText), u"家住河边"_s) == u"****"_s);
    CHECK(shown(personal, QString()).isEmpty());
    // The number of stars would tell 群众 from 中共党员.
    for (const QString &answer : {u"群众"_s, u"中共党员"_s})
        CHECK(maskedText(fieldOf(Privacy::Personal, Kind::Choice), answer, Audience::Screen) == u"***"_s);
    // A cell that says a date in its own way is no date to the mask.
    CHECK(maskedText(fieldOf(Privacy::Personal, Kind::Date), u"1990年3月7日"_s, Audience::ImportPreview) ==
          u"*********"_s);
}

TEST_CASE(
    "no personal value of any type stands open in names, history, search, exports, previews and refusals")
{
    TestStore store;
    RecordMaker maker(*store);
    runlog::begin(store.folder());
    int number = 70;
    int walked = 0;
    forEachType([&](const RecordType &type) {
        QVariantList values = maker.values(type, ++number);
        std::vector<QString> columns;
        for (size_t i = 1; i < type.fields.size(); ++i) {
            columns.push_back(QString::fromLatin1(type.fields[i].key));
            if (isPersonal(type.fields[i]))
                values[qsizetype(i)] = known(type.fields[i]);
        }
        if (std::none_of(type.fields.begin(), type.fields.end(), isPersonal))
            return;
        ++walked;
        const QString id = values.first().toString();
        requireOk(
            changeAsProgram(*store, u"新增"_s, [&](Change &change) { return change.insert(type, values); }));
        CHECK_FALSE(isBare(store->display(type, id)));
        CHECK_FALSE(isBare(store->display(type, values)));
        const auto history = store->history(type, id);
        requireOk(history);
        CHECK_FALSE(isBare(historyText(*store, history->front().second, 100)));
        for (const QString &wanted : {name, phone}) {
            const auto hits = store->search(wanted);
            requireOk(hits);
            for (const SearchHit &hit : *hits) {
                CHECK_FALSE(isBare(hit.title));
                CHECK_FALSE(isBare(hit.hint));
            }
        }
        // Refused for a text that is too long or a record that is there already.
        const Status twice = changeAsProgram(*store, u"再来"_s, [&](Change &change) {
            QVariantList again = values;
            again[0] = newUuid();
            return change.insert(type, again);
        });
        if (!twice) {
            CHECK_FALSE(isBare(twice.error().text));
            runlog::note(twice.error());
        }

        const QString path = store.folder() + u'/' + QString::fromLatin1(type.key) + u".csv"_s;
        Progress progress;
        const Query query{.type = QString::fromLatin1(type.key), .columns = columns};
        requireOk(exportQuery(*store, query, path, Audience::Export, progress));
        CHECK_FALSE(isBare(contentOf(path)));
        requireOk(exportQuery(*store, query, {path, Existing::Replace}, Audience::OpenExport, progress));
        CHECK(isBare(contentOf(path))); // the test can see one
        if (!type.traits.importable)
            return;
        const auto preview = previewTable(path, &type);
        requireOk(preview);
        for (const ImportPreview::Column &column : preview->columns) {
            INFO("column " << column.heading.toStdString());
            for (const QString &sample : column.samples)
                CHECK_FALSE(isBare(sample));
        }
    });
    const QString log = contentOf(runlog::path());
    CHECK(log.contains(u"Conflict"_s)); // what was refused is there
    CHECK_FALSE(isBare(log));
    runlog::end();
    CHECK(walked >= 4); // organizations, persons in charge, party organizations, instructors
}

TEST_CASE("a covered value is found by what is seen of it or by all of it, and by no other part")
{
    TestStore store;
    Organization organization = someOrganization(u"示范县葡萄协会"_s);
    requireOk(insertOne(*store, organization));
    Person person{.organization = organization.id, .name = u"陈小明"_s};
    person.phone = u"0573-84021234、13812345678"_s;
    person.identityNumber = u"330421196005010018"_s;
    person.bornOn = QDate(1960, 5, 1);
    person.politicalStatus = PoliticalStatus::Masses;
    requireOk(insertOne(*store, person));
    const RecordType &type = recordType<Person>();
    // −1: it is not answered at all.
    const auto found = [&](const QString &key, const QString &typed, Audience audience = Audience::Screen) {
        INFO(key.toStdString() << ' ' << typed.toStdString());
        const auto condition = conditionFromText(*type.field(key), key, typed, audience);
        REQUIRE(condition);
        const Query query{.type = QString::fromLatin1(type.key), .where = *condition};
        if (!checkNothingCovered(query, audience))
            return -1;
        const auto again = Query::fromJson(query.toJson());
        requireOk(again);
        const auto count = store->count(*again);
        requireOk(count);
        return int(*count);
    };
    for (const auto &[key, typed] : {std::pair{u"phone"_s, u"138"_s},
                                     {u"phone"_s, u"5678"_s},
                                     {u"phone"_s, u"0573"_s},
                                     {u"phone"_s, u"138 1234 5678"_s},
                                     {u"phone"_s, u"(0573) 84021234"_s},
                                     {u"name"_s, u"陈"_s},
                                     {u"name"_s, u"陈小明"_s},
                                     {u"identity_number"_s, u"330421"_s},
                                     {u"identity_number"_s, u"330421 19600501 0018"_s},
                                     {u"born_on"_s, u"1960"_s},
                                     {u"born_on"_s, u"1960年"_s},
                                     {u"born_on"_s, u"1960.5.1"_s}})
        CHECK(found(key, typed) == 1);
    for (const auto &[key, typed] : {std::pair{u"phone"_s, u"1381"_s},
                                     {u"phone"_s, u"45678"_s},
                                     {u"phone"_s, u"8402"_s},
                                     {u"name"_s, u"小"_s},
                                     {u"name"_s, u"陈小"_s},
                                     {u"identity_number"_s, u"3304211"_s},
                                     {u"identity_number"_s, u"1960"_s},
                                     {u"born_on"_s, u"1960-05"_s},
                                     {u"born_on"_s, u"<1970"_s}}) {
        CHECK(found(key, typed) == 0);
    }
    CHECK(found(u"political_status"_s, u"群众"_s) == -1);
    CHECK(found(u"phone"_s, u"8402"_s, Audience::OpenScreen) == 1);
    CHECK(found(u"political_status"_s, u"群众"_s, Audience::OpenScreen) == 1);
    // A file of queries could try all numbers there are.
    CHECK(found(u"phone"_s, u"13812345678"_s, Audience::Export) == -1);
}

TEST_CASE("the search on top finds a person by what is seen of the name or by all of it")
{
    TestStore store;
    Organization organization = someOrganization(u"示范县小明协会"_s);
    requireOk(insertOne(*store, organization));
    Person person{.organization = organization.id, .name = u"陈小明"_s};
    requireOk(insertOne(*store, person));
    const auto found = [&](const Store &asked, const QString &typed) {
        const auto hits = asked.search(typed, 1, &recordType<Person>());
        requireOk(hits);
        return hits->size();
    };
    const auto second = Store::open(store.path(), Store::Access::Read);
    requireOk(second);
    requireOk((*second)->prepareSearch());
    for (const Store *asked : {&*store, second->get()}) {
        for (const QString &typed : {u"陈"_s, u"陈小明"_s, u"c"_s, u"cxm"_s, u"CXM"_s})
            CHECK(found(*asked, typed) == 1);
        for (const QString &typed : {u"小"_s, u"陈小"_s, u"小明"_s, u"cx"_s, u"xm"_s})
            CHECK(found(*asked, typed) == 0);
        // What cannot be told does not take the place of what can.
        const auto hits = asked->search(u"小明"_s, 1);
        requireOk(hits);
        REQUIRE(hits->size() == 1);
        CHECK(hits->front().id == organization.id.text);
    }
    // Else the lines of a search text would have to be told apart.
    forEachType([](const RecordType &type) {
        INFO(type.key);
        const auto covered = std::count_if(type.fields.begin(), type.fields.end(), [](const Field &field) {
            return field.traits.searchable && isCovered(field, Audience::Screen);
        });
        const auto all = std::count_if(type.fields.begin(), type.fields.end(),
                                       [](const Field &field) { return field.traits.searchable; });
        CHECK((covered == 0 || covered == all));
    });
}
