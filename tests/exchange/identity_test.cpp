// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which record a row means: nothing that cannot be trusted finds one, and nothing makes a second one of it.
#include "core/exchange/doubtfulvalue.h"
#include "core/exchange/exportquery.h"
#include "core/registry/person.h"
#include "tests/exchange/sheets.h"

#include <QFile>

#include <map>

using namespace exchangetest;

namespace {

/// The organizations of p_base.csv: two associations with codes, and a dance group in each of two towns.
void addBase(Store &store)
{
    importFixture(store, u"p_towns.csv"_s, "division");
    CHECK(importFixture(store, u"p_base.csv"_s, "organization").added == 4);
}

} // namespace

TEST_CASE("codes that Excel has made numbers of are refused alike, and none becomes a key")
{
    TestStore store;
    const ImportReport report = importFixture(*store, u"a7_codes_scientific.csv"_s, "organization");
    CHECK(report.added == 0);
    REQUIRE(report.refused == 3);
    for (const RowRemark &refusal : report.refusals) {
        CHECK(refusal.text.contains(u"Excel"_s));
        CHECK(refusal.text == report.refusals.front().text);
    }
}

TEST_CASE("persons whose numbers Excel has rounded are two, and have no number")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const ImportReport report = importFixture(*store, u"a7b_ids_scientific.csv"_s, "person");
    CHECK(report.added == 2);
    CHECK(report.remarks.count == 2);
    for (const Person &person : *store->all<Person>())
        CHECK(person.identityNumber.isEmpty());
}

TEST_CASE("what stands in a cell is doubted when something was taken from it, and not otherwise")
{
    const RecordType &person = recordType<Person>();
    const RecordType &organization = recordType<Organization>();
    const auto doubt = [](const RecordType &type, const char *key, const Cell &cell) {
        return doubtOf(*type.field(QAnyStringView(key)), cell);
    };
    for (const QString &lost : {u"3.30421E+17"_s, u"3.3e+17"_s, u"3.30421E17"_s, u"330421199003070000"_s,
                                u"６２２２０２１２３４５６７８９０００"_s})
        CHECK(doubt(person, "identity_number", Cell::fromText(lost)) == Doubt::DigitsLost);
    CHECK(doubt(person, "identity_number", Cell::fromNumber(u"3.30421199003071E+17"_s)) == Doubt::DigitsLost);
    CHECK(doubt(person, "phone", Cell::fromText(u"1.38001E+10"_s)) == Doubt::DigitsLost);
    CHECK(doubt(organization, "credit_code", Cell::fromNumber(u"513304210000000000"_s)) == Doubt::DigitsLost);
    for (const QString &covered :
         {u"330421********0012"_s, u"3304XXXXXXXX0012"_s, u"＊＊＊"_s, u"3304****"_s, u"3304########0012"_s,
          u"330421●●●●0012"_s, u"330421××××0012"_s, u"3304____0012"_s})
        CHECK(doubt(person, "identity_number", Cell::fromText(covered)) == Doubt::Covered);
    for (const QString &covered :
         {u"样**"_s, u"样某某"_s, u"张某"_s, u"李××"_s, u"王●"_s, u"欧阳**"_s, u"张女士"_s, u"李…"_s})
        CHECK(doubt(person, "name", Cell::fromText(covered)) == Doubt::Covered);
    CHECK(doubt(person, "born_on", Cell::fromText(u"1970-**-**"_s)) == Doubt::Covered);
    CHECK(doubt(organization, "credit_code", Cell::fromText(u"5133**********018P"_s)) == Doubt::Covered);
    for (const QString &whole : {u"330421199003070012"_s, u"33042119900307001X"_s, u"33042119900307000X"_s})
        CHECK(doubt(person, "identity_number", Cell::fromText(whole)) == Doubt::None);
    for (const QString &whole : {u"买买提·艾力"_s, u"某甲"_s, u"X"_s})
        CHECK(doubt(person, "name", Cell::fromText(whole)) == Doubt::None);
    CHECK(doubt(organization, "name", Cell::fromText(u"样例:冒号?*协会"_s)) == Doubt::None);
    CHECK(doubt(organization, "address", Cell::fromText(u"1E+2 号楼"_s)) == Doubt::None);
    for (const QString &whole : {u"51330421MJ0000018P"_s, u"51330421MJ000502XX"_s})
        CHECK(doubt(organization, "credit_code", Cell::fromText(whole)) == Doubt::None);
}

TEST_CASE("covered values never stand where real ones stood")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const std::vector<QStringList> open = {
        {u"社会组织"_s, u"姓名"_s, u"身份证号"_s, u"职务"_s, u"电话"_s},
        {u"样例甲协会"_s, u"样张甲"_s, u"330421197003120027"_s, u"会长"_s, u"13800138000"_s},
        {u"样例甲协会"_s, u"样李乙"_s, u"330421198005060012"_s, u"理事"_s, u"13900139000"_s},
        {u"样例甲协会"_s, u"样李丙"_s, u"330421198005060039"_s, u"理事"_s, u"13900139001"_s}};
    CHECK(import(*store, writeSheet(store.folder() + u"/a.csv"_s, open), "person").added == 3);
    // As the program covers them, one telephone has been changed since, and one row names nobody who is
    // there.
    const std::vector<QStringList> covered = {
        open.front(),
        {u"样例甲协会"_s, u"样**"_s, u"330421********0027"_s, u"会长"_s, u"138****8000"_s},
        {u"样例甲协会"_s, u"样**"_s, u"330421********0012"_s, u"理事"_s, u"139****9999"_s},
        {u"样例甲协会"_s, u"样**"_s, u"330421********0039"_s, u"理事"_s, u"139****9001"_s},
        {u"样例甲协会"_s, u"赵**"_s, u"330421********0055"_s, u"理事"_s, u"139****9001"_s},
        {u"样例甲协会"_s, u"样**"_s, u""_s, u"理事"_s, u""_s}};
    const QString head = store->headHash();
    const ImportReport report = import(*store, writeSheet(store.folder() + u"/b.csv"_s, covered), "person");
    CHECK(report.unchanged == 4);
    CHECK(report.refused == 1);
    CHECK(report.refusals.front().row == 5);
    CHECK(report.refusals.front().text.contains(u"遮盖"_s));
    CHECK(saidOf(report).contains(u"“电话”有 4 格是遮盖过的内容"_s));
    CHECK(saidOf(report).contains(u"3: “电话”里是遮盖过的内容，和原有的对不上"_s));
    CHECK(store->headHash() == head);
    CHECK(recordCalled<Person>(*store, u"样张甲"_s).phone == u"13800138000"_s);
}

TEST_CASE("a covered row brings its open values to the one person it can mean, and asks where there are two")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    import(*store,
           writeSheet(store.folder() + u"/a.csv"_s, {{u"社会组织"_s, u"姓名"_s, u"职务"_s},
                                                     {u"样例甲协会"_s, u"样张甲"_s, u"会长"_s},
                                                     {u"样例甲协会"_s, u"样李乙"_s, u"理事"_s},
                                                     { u"样例甲协会"_s,
                                                       u"样李丙"_s,
                                                       u"理事"_s }}),
           "person");
    const ImportReport report = import(
        *store,
        writeSheet(store.folder() + u"/b.csv"_s, {{u"社会组织"_s, u"姓名"_s, u"职务"_s, u"任职届满"_s},
                                                  {u"样例甲协会"_s, u"样**"_s, u"会长"_s, u"2027-01-01"_s},
                                                  {u"样例甲协会"_s, u"样**"_s, u"理事"_s, u"2027-01-01"_s}}),
        "person");
    CHECK(report.updated == 1);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().text.contains(u"2 条同名"_s));
    CHECK(recordCalled<Person>(*store, u"样张甲"_s).endsOn == QDate(2027, 1, 1));
    CHECK_FALSE(recordCalled<Person>(*store, u"样李乙"_s).endsOn);
}

TEST_CASE("a sheet with names only finds the one organization of that name")
{
    TestStore store;
    addBase(*store);
    const ImportReport report = importFixture(*store, u"f2b_社会团体_党员人数.csv"_s, "organization");
    CHECK(report.updated == 2);
    CHECK(report.added == 0);
    CHECK(countOf(*store, u"organization"_s) == 4);
    // The brackets stay as the register writes them.
    CHECK(recordCalled<Organization>(*store, u"样例乙协会（分会）"_s).partyMemberCount == 3);
    CHECK(saidOf(report).contains(u"保留原有的写法"_s));
}

TEST_CASE("a sheet with names only asks for the town where there are two of a name")
{
    TestStore store;
    addBase(*store);
    const ImportReport report = importFixture(*store, u"f2c_社区社会组织_成员.csv"_s, "organization");
    CHECK(report.added + report.updated == 0);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().text.contains(u"镇街"_s));
    CHECK(report.refusals.front().text.contains(u"甲镇、乙街道"_s));
    CHECK(countOf(*store, u"organization"_s) == 4);
}

TEST_CASE("a name with its town, and a name that has got its code, is the organization that is there")
{
    TestStore store;
    addBase(*store);
    CHECK(importFixture(*store, u"f2d_社会团体_党员.csv"_s, "organization").updated == 1);
    CHECK(importFixture(*store, u"f2e_code_added.csv"_s, "organization").updated == 1);
    CHECK(countOf(*store, u"organization"_s) == 4);
    CHECK(recordCalled<Organization>(*store, u"样例舞蹈队"_s).creditCode == u"51330421MJ0000309T"_s);
}

TEST_CASE("a register that comes once more without codes and towns is not doubled")
{
    TestStore store;
    addTowns(*store);
    std::vector<QStringList> full = {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s, u"镇街"_s}};
    std::vector<QStringList> names = {{u"序号"_s, u"名称"_s, u"党员人数"_s}};
    for (int i = 0; i < 40; ++i) {
        full.push_back({u"样例%1协会"_s.arg(i), u""_s, u"社会团体"_s, i % 2 ? u"东门街道"_s : u"北亭镇"_s});
        names.push_back({QString::number(i), u"样例%1协会"_s.arg(i), QString::number(i)});
    }
    names.push_back({u"41"_s, u"没有的协会"_s, u"1"_s});
    import(*store, writeSheet(store.folder() + u"/a.csv"_s, full), "organization");
    // Neither sheet nor file says of what kind they are: what is there is found, what is new cannot be made.
    const ImportReport report =
        import(*store, writeSheet(store.folder() + u"/b.csv"_s, names), "organization");
    CHECK(report.updated == 40);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().text.contains(u"类型"_s));
    CHECK(countOf(*store, u"organization"_s) == 40);
}

TEST_CASE("towns that come later find the organizations that came without them")
{
    TestStore store;
    addTowns(*store);
    const QString path = store.folder() + u"/a.csv"_s;
    import(*store, writeSheet(path, {{u"名称"_s, u"类型"_s}, { u"甲协会"_s, u"社团"_s }}), "organization");
    const ImportReport report = import(
        *store, writeSheet(path, {{u"名称"_s, u"类型"_s, u"镇街"_s}, {u"甲协会"_s, u"社团"_s, u"北亭镇"_s}}),
        "organization");
    CHECK(report.updated == 1);
    CHECK(countOf(*store, u"organization"_s) == 1);
    // Another town is another organization, and another code is one too, which is said.
    const ImportReport others =
        import(*store,
               writeSheet(path, {{u"名称"_s, u"类型"_s, u"镇街"_s, u"统一社会信用代码"_s},
                                 {u"甲协会"_s, u"社团"_s, u"东门街道"_s, u""_s},
                                 {u"乙协会"_s, u"社团"_s, u"东门街道"_s, u"51330421MJ0000018P"_s}}),
               "organization");
    CHECK(others.added == 2);
    const ImportReport renewed =
        import(*store,
               writeSheet(path, {{u"名称"_s, u"类型"_s, u"镇街"_s, u"统一社会信用代码"_s},
                                 {u"乙协会"_s, u"社团"_s, u"东门街道"_s, u"51330421MJ0000026J"_s}}),
               "organization");
    CHECK(renewed.added == 1);
    CHECK(saidOf(renewed).contains(
        u"已有同名的社会组织“乙协会 · 东门街道 · 51330421MJ0000018P”，“统一社会信用代码”不同"_s));
}

TEST_CASE("a name whose town nobody knows is not taken for its namesake in another town")
{
    TestStore store;
    addTowns(*store);
    const QString path = store.folder() + u"/a.csv"_s;
    const QStringList head = {u"名称"_s, u"类型"_s, u"镇街"_s, u"住所"_s};
    import(*store,
           writeSheet(path, {head,
                             { u"书画社"_s,
                               u"备案组织"_s,
                               u"北亭镇"_s,
                               u"一号"_s }}),
           "organization");
    const ImportReport report =
        import(*store, writeSheet(path, {head, {u"书画社"_s, u"备案组织"_s, u"没有镇"_s, u"二号"_s}}),
               "organization");
    CHECK(report.updated == 0);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().text.contains(u"没有镇"_s));
    CHECK(report.refusals.front().text.contains(u"同名"_s));
}

TEST_CASE("the code of one with the name of another is refused also under the town of neither")
{
    TestStore store;
    addTowns(*store);
    const QString path = store.folder() + u"/社会团体.csv"_s;
    const QStringList head = {u"名称"_s, u"统一社会信用代码"_s, u"镇街"_s};
    import(*store,
           writeSheet(path, {head,
                             {u"葡萄协会"_s, u"51330421MJ0000018P"_s, u"北亭镇"_s},
                             { u"菌菇协会"_s,
                               u""_s,
                               u"北亭镇"_s }}),
           "organization");
    const ImportReport report =
        import(*store, writeSheet(path, {head, {u"菌菇协会"_s, u"51330421MJ0000018P"_s, u"东门街道"_s}}),
               "organization");
    CHECK(report.updated == 0);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().text.contains(u"葡萄协会"_s));
    CHECK(report.refusals.front().text.contains(u"菌菇协会"_s));
}

TEST_CASE("the kind that the name of a file tells does not change what is there")
{
    TestStore store;
    const std::vector<QStringList> rows = {{u"名称"_s, u"党员人数"_s}, {u"甲中心"_s, u"3"_s}};
    import(*store, writeSheet(store.folder() + u"/民非.csv"_s, rows), "organization");
    const ImportReport report =
        import(*store, writeSheet(store.folder() + u"/社会团体.csv"_s, rows), "organization");
    CHECK(report.unchanged == 1);
    CHECK(saidOf(report).contains(u"保留原有的"_s));
    CHECK(recordCalled<Organization>(*store, u"甲中心"_s).kind == OrganizationKind::ServiceInstitution);
}

TEST_CASE("one person under five spellings of the dot, or of the blank, is one person")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    std::vector<QStringList> rows = {{u"社会组织"_s, u"姓名"_s, u"职务"_s}};
    for (const QString &dot : {u"·"_s, u"•"_s, u"・"_s, u"．"_s, u"‧"_s, u" · "_s, u"･"_s, u"."_s, u"⋅"_s})
        rows.push_back({u"样例甲协会"_s, u"买买提%1艾力"_s.arg(dot), u"会长"_s});
    const ImportReport report = import(*store, writeSheet(store.folder() + u"/a.csv"_s, rows), "person");
    CHECK(report.added == 1);
    CHECK(report.unchanged == qint64(rows.size()) - 2);
    CHECK(recordCalled<Person>(*store, u"买买提·艾力"_s).position == u"会长"_s);

    const ImportReport blanks = importFixture(*store, u"f5_spaces_in_names.csv"_s, "person");
    CHECK(blanks.added == 2);
    CHECK(blanks.unchanged == 1);
}

TEST_CASE("a person whose number is known keeps the name of the register, however its dot is written")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const QStringList head = {u"社会组织"_s, u"姓名"_s, u"身份证号"_s, u"职务"_s};
    const auto row = [&](const QString &dot) {
        return QStringList{u"样例甲协会"_s, u"买买提%1艾力"_s.arg(dot), u"330421197003120027"_s, u"会长"_s};
    };
    const QString path = store.folder() + u"/a.csv"_s;
    CHECK(import(*store, writeSheet(path, {head, row(u"·"_s), row(u"﹒"_s)}), "person").unchanged == 1);
    for (const QString &dot : {u"•"_s, u"．"_s, u"‧"_s, u"･"_s, u"・"_s, u"."_s, u"。"_s, u"｡"_s, u"﹒"_s,
                               u"⋅"_s, u"∙"_s, u"ㆍ"_s, u"˙"_s, u""_s, u" "_s}) {
        INFO(dot.toStdString());
        const ImportReport report = import(*store, writeSheet(path, {head, row(dot)}), "person");
        CHECK(report.unchanged == 1);
        CHECK(recordCalled<Person>(*store, u"买买提·艾力"_s).position == u"会长"_s);
    }
    const ImportReport other = import(
        *store,
        writeSheet(path, {head, {u"样例甲协会"_s, u"买买提江·艾力"_s, u"330421197003120027"_s, u"会长"_s}}),
        "person");
    CHECK(other.updated == 1);
    CHECK(saidOf(other).contains(u"“姓名”与原有的不同，按表里的改了"_s));
}

TEST_CASE("an organization is found under all brackets, quotation marks and dashes of its name")
{
    TestStore store;
    addBase(*store);
    const ImportReport report = importFixture(*store, u"f3_brackets.csv"_s, "person");
    CHECK(report.added == 4);
    CHECK(report.refused == 0);
    const std::vector<QStringList> names = {{u"名称"_s, u"类型"_s},
                                            {u"样例“丹青”书画—棋牌社"_s, u"社会团体"_s}};
    import(*store, writeSheet(store.folder() + u"/a.csv"_s, names), "organization");
    for (const QString &name :
         {u"样例\"丹青\"书画-棋牌社"_s, u"样例「丹青」书画－棋牌社"_s, u"样例《丹青》书画–棋牌社"_s}) {
        const ImportReport again =
            import(*store, writeSheet(store.folder() + u"/a.csv"_s, {names.front(), {name, u"社会团体"_s}}),
                   "organization");
        INFO(name.toStdString());
        CHECK(again.unchanged == 1);
    }
}

TEST_CASE("a code that fails its check makes no second organization and takes no sound one's place")
{
    TestStore store;
    addBase(*store);
    const QString path = store.folder() + u"/a.csv"_s;
    const ImportReport report =
        import(*store,
               writeSheet(path, {{u"名称"_s, u"登记证号"_s, u"类型"_s, u"党员人数"_s},
                                 {u"样例甲协会"_s, u"嘉社证字第12号"_s, u"社会团体"_s, u"7"_s},
                                 {u"样例乙协会（分会）"_s, u"51330421MJ00001228"_s, u"社会团体"_s, u"8"_s}}),
               "organization");
    CHECK(report.updated == 2);
    CHECK(report.added == 0);
    CHECK(saidOf(report).contains(u"校验也不对"_s));
    const Organization first = recordCalled<Organization>(*store, u"样例甲协会"_s);
    CHECK(first.creditCode == u"51330421MJ00001141"_s);
    CHECK(first.partyMemberCount == 7);
}

TEST_CASE("an export names records that share a name so that they are found again")
{
    TestStore store;
    addBase(*store);
    const std::vector<QStringList> rows = {{u"社会组织"_s, u"镇街"_s, u"姓名"_s, u"职务"_s},
                                           {u"样例舞蹈队"_s, u"甲镇"_s, u"样张甲"_s, u"队长"_s},
                                           {u"样例舞蹈队"_s, u"乙街道"_s, u"样李乙"_s, u"队长"_s},
                                           {u"样例甲协会"_s, u""_s, u"样王丙"_s, u"会长"_s}};
    CHECK(import(*store, writeSheet(store.folder() + u"/a.csv"_s, rows), "person").added == 3);
    Progress progress;
    const QString path = store.folder() + u"/导出.csv"_s;
    requireOk(exportQuery(*store, {.type = u"person"_s}, path, Audience::Export, progress));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString written = QString::fromUtf8(file.readAll());
    CHECK(written.contains(u"样例舞蹈队 · 甲镇"_s));
    CHECK_FALSE(written.contains(u"样例甲协会 ·"_s));
    CHECK(import(*store, path, "person").unchanged == 3);
}

TEST_CASE("a row that comes twice is the same, and says whose double it is")
{
    TestStore store;
    const std::vector<QStringList> rows = {
        {u"名称"_s, u"类型"_s}, {u"甲协会"_s, u"社团"_s}, {u"甲协会"_s, u"社团"_s}};
    const ImportReport report =
        import(*store, writeSheet(store.folder() + u"/a.csv"_s, rows), "organization");
    CHECK(report.added == 1);
    CHECK(report.unchanged == 1);
    CHECK(saidOf(report).contains(u"3: 与第 2 行重复"_s));
}

TEST_CASE("the code of a town tells two organizations of a name apart, that of the county is left aside")
{
    TestStore store;
    addBase(*store);
    const std::vector<QStringList> rows = {{u"社会组织"_s, u"行政区划代码"_s, u"姓名"_s, u"职务"_s},
                                           {u"样例舞蹈队"_s, u"330421001000"_s, u"样张甲"_s, u"队长"_s},
                                           {u"样例舞蹈队"_s, u"330421002"_s, u"样张乙"_s, u"队长"_s},
                                           {u"样例甲协会"_s, u"330421000000"_s, u"样李乙"_s, u"会长"_s},
                                           {u"样例甲协会"_s, u"330421"_s, u"样李丙"_s, u"理事"_s},
                                           {u"样例舞蹈队"_s, u"330421"_s, u"样李丁"_s, u"理事"_s}};
    const ImportReport report = import(*store, writeSheet(store.folder() + u"/a.csv"_s, rows), "person");
    CHECK(report.added == 4);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().row == 6);
    const auto town = store->run({.type = u"person"_s,
                                  .columns = {u"organization.town.name"_s},
                                  .where = Condition::is(u"name"_s, u"样张乙"_s)});
    requireOk(town);
    CHECK(town->rows.front().front() == u"乙街道"_s);
}

TEST_CASE("what may be meant is named once, however many are called so")
{
    TestStore store;
    addBase(*store);
    const ImportReport report = import(
        *store,
        writeSheet(store.folder() + u"/a.csv"_s, {{u"社会组织"_s, u"姓名"_s}, {u"样例舞蹈"_s, u"样张甲"_s}}),
        "person");
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().text.count(u"样例舞蹈队"_s) == 1);
}

TEST_CASE("a village is found in the town that its name or its row says")
{
    TestStore store;
    addTowns(*store);
    import(*store,
           writeSheet(store.folder() + u"/a.csv"_s, {{u"区划代码"_s, u"名称"_s, u"级别"_s, u"上级"_s},
                                                     {u"330421001001"_s, u"东村"_s, u"村"_s, u"330421001"_s},
                                                     { u"330421100001"_s,
                                                       u"东村"_s,
                                                       u"村"_s,
                                                       u"330421100"_s }}),
           "division");
    const ImportReport report = import(
        *store,
        writeSheet(store.folder() + u"/b.csv"_s, {{u"名称"_s, u"类型"_s, u"镇街"_s, u"村社区"_s},
                                                  {u"甲队"_s, u"备案组织"_s, u"北亭镇"_s, u"北亭镇东村"_s},
                                                  {u"乙队"_s, u"备案组织"_s, u""_s, u"东门街道东村村委会"_s},
                                                  {u"丙队"_s, u"备案组织"_s, u"东门街道"_s, u"东村"_s},
                                                  {u"丁队"_s, u"备案组织"_s, u""_s, u"东村"_s}}),
        "organization");
    CHECK(report.added == 4);
    const auto rows = store->run({.type = u"organization"_s,
                                  .columns = {u"name"_s, u"village.code"_s},
                                  .sort = {{u"village.code"_s}, {u"name"_s}}});
    requireOk(rows);
    std::map<QString, QString> codes;
    for (const QVariantList &row : rows->rows)
        codes.emplace(row.at(0).toString(), row.at(1).toString());
    CHECK(codes.at(u"甲队"_s) == u"330421100001"_s);
    CHECK(codes.at(u"乙队"_s) == u"330421001001"_s);
    CHECK(codes.at(u"丙队"_s) == u"330421001001"_s);
    CHECK(codes.at(u"丁队"_s).isEmpty());
}

TEST_CASE("the town of a row decides between villages of a name, wherever its column stands")
{
    TestStore store;
    addTowns(*store);
    import(*store,
           writeSheet(store.folder() + u"/a.csv"_s, {{u"区划代码"_s, u"名称"_s, u"级别"_s, u"上级"_s},
                                                     {u"330421001001"_s, u"东村"_s, u"村"_s, u"330421001"_s},
                                                     {u"330421100001"_s, u"东村"_s, u"村"_s, u"330421100"_s},
                                                     { u"330421100002"_s,
                                                       u"西村"_s,
                                                       u"村"_s,
                                                       u"330421100"_s }}),
           "division");
    const ImportReport report = import(
        *store,
        writeSheet(store.folder() + u"/b.csv"_s, {{u"村社区"_s, u"名称"_s, u"类型"_s, u"镇街"_s},
                                                  {u"东村"_s, u"甲队"_s, u"备案组织"_s, u"北亭镇"_s},
                                                  {u"北亭镇东村"_s, u"乙队"_s, u"备案组织"_s, u"东门街道"_s},
                                                  {u"西村"_s, u"丙队"_s, u"备案组织"_s, u"东门街道"_s}}),
        "organization");
    CHECK(report.added == 3);
    const auto villages = store->run({.type = u"organization"_s,
                                      .columns = {u"name"_s, u"village.code"_s},
                                      .sort = {{u"village.code"_s}}});
    requireOk(villages);
    std::map<QString, QString> codes;
    for (const QVariantList &row : villages->rows)
        codes.emplace(row.at(0).toString(), row.at(1).toString());
    CHECK(codes.at(u"甲队"_s) == u"330421100001"_s);
    CHECK(codes.at(u"乙队"_s).isEmpty()); // the cell says one town and the row another
    CHECK(codes.at(u"丙队"_s).isEmpty()); // the village is another town's
    CHECK(report.remarks.count == 2);
    CHECK(saidOf(report).contains(u"3: “村社区”里的“北亭镇东村”有 2 个同名"_s));
    CHECK(saidOf(report).contains(u"4: “村社区”里的“西村”登记的“上级”不是表里写的那一个"_s));
}

TEST_CASE("a name is the same under small, vertical and ornamental brackets")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    for (const QString &name :
         {u"样例乙协会﹙分会﹚"_s, u"样例乙协会{分会}"_s, u"样例乙协会｛分会｝"_s, u"样例乙协会〈分会〉"_s,
          u"样例乙协会❨分会❩"_s, u"样例乙协会︵分会︶"_s, u"样例乙协会<分会>"_s, u"样例乙协会【分会】"_s}) {
        const ImportReport report = import(
            *store, writeSheet(store.folder() + u"/b.csv"_s, {{u"名称"_s, u"类型"_s}, {name, u"社会团体"_s}}),
            "organization");
        INFO(name.toStdString());
        CHECK(report.unchanged == 1);
    }
}
