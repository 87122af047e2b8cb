// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is worth nothing as a key, a place or a row, and what is said of it.
#include "core/registry/organization.h"
#include "core/registry/person.h"
#include "tests/exchange/sheets.h"

using namespace exchangetest;

TEST_CASE("what is no code is no key: each row with 办理中 is an organization of its own")
{
    TestStore store;
    const QString path = store.folder() + u"/a.csv"_s;
    const QStringList head = {u"名称"_s, u"统一社会信用代码"_s, u"类型"_s, u"住所"_s};
    for (const QString &code : {u"办理中"_s, u"新办"_s, u"同上"_s, u"0"_s, u"无代码"_s, u"51330421"_s,
                                u"51330421MJ0005003X"_s, u"000000000000000000"_s, u"没有代码的"_s}) {
        INFO(code.toStdString());
        const auto name = [&](int i) { return u"样例%1%2会"_s.arg(QString(code).remove(u'同')).arg(i); };
        CHECK(
            import(*store, writeSheet(path, {head, {name(1), code, u"社会团体"_s, u"路1"_s}}), "organization")
                .added == 1);
        const ImportReport report = import(*store,
                                           writeSheet(path, {head,
                                                             {name(2), code, u"社会团体"_s, u"路2"_s},
                                                             {name(3), code, u"社会团体"_s, u"路3"_s}}),
                                           "organization");
        CHECK(report.added == 2);
        CHECK(report.remarks.count == 2);
        CHECK(saidOf(report).contains(code));
        CHECK(recordCalled<Organization>(*store, name(1)).address == u"路1"_s);
        // Once more, under its own name, it is the same.
        CHECK(
            import(*store, writeSheet(path, {head, {name(1), code, u"社会团体"_s, u"路1"_s}}), "organization")
                .unchanged == 1);
    }
}

TEST_CASE("words and half numbers where identity numbers stand make one person of nobody")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const QString path = store.folder() + u"/a.csv"_s;
    const QStringList head = {u"社会组织"_s, u"姓名"_s, u"身份证号"_s, u"职务"_s};
    for (const QString &number : {u"台湾居民"_s, u"同上"_s, u"33042119"_s}) {
        INFO(number.toStdString());
        const qint64 before = countOf(*store, u"person"_s);
        const QString suffix{QChar(char16_t(u'甲' + before))};
        import(*store,
               writeSheet(path, {head,
                                 { u"样例甲协会"_s,
                                   u"张三"_s + suffix,
                                   number,
                                   u"会长"_s }}),
               "person");
        const ImportReport report =
            import(*store, writeSheet(path, {head, {u"样例甲协会"_s, u"李四"_s + suffix, number, u"理事"_s}}),
                   "person");
        CHECK(report.added == 1);
        CHECK(report.remarks.count == 1);
        CHECK(recordCalled<Person>(*store, u"张三"_s + suffix).position == u"会长"_s);
    }
    // The paper of a foreigner finds him under his name.
    const auto passport = [&](const QString &name, const QString &post) {
        return import(*store, writeSheet(path, {head, {u"样例甲协会"_s, name, u"E12345678"_s, post}}),
                      "person");
    };
    CHECK(passport(u"王五"_s, u"理事"_s).added == 1);
    CHECK(passport(u"王五"_s, u"会长"_s).updated == 1);
    CHECK(passport(u"赵六"_s, u"理事"_s).added == 1);
    CHECK(recordCalled<Person>(*store, u"王五"_s).identityNumber == u"E12345678"_s);
}

TEST_CASE("two penalties without a number are two")
{
    for (const QString &number : {u"无"_s, u"不详"_s, u"口头"_s}) {
        INFO(number.toStdString());
        TestStore store;
        importFixture(*store, u"p_orgs.csv"_s, "organization");
        const QString path = store.folder() + u"/a.csv"_s;
        const QStringList head = {u"社会组织"_s, u"文号"_s, u"种类"_s, u"决定日期"_s, u"违法事实"_s};
        const ImportReport report =
            import(*store,
                   writeSheet(path, {head,
                                     {u"样例甲协会"_s, number, u"警告"_s, u"2024-01-05"_s, u"甲"_s},
                                     {u"样例甲协会"_s, number, u"警告"_s, u"2025-01-05"_s, u"乙"_s}}),
                   "penalty");
        CHECK(report.added == 2);
        CHECK(report.remarks.count == 2);
    }
}

TEST_CASE("what stands in brackets behind the name of a person makes no second one")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const QString path = store.folder() + u"/a.csv"_s;
    const QStringList head = {u"社会组织"_s, u"姓名"_s, u"职务"_s};
    for (const QString &name :
         {u"李四（女）"_s, u"李四"_s, u"李四(女，回族)"_s, u"李四〔中共党员〕"_s, u"李四（ 男 ）"_s}) {
        INFO(name.toStdString());
        const ImportReport report =
            import(*store, writeSheet(path, {head, {u"样例甲协会"_s, name, u"会长"_s}}), "person");
        CHECK(report.rows() == 1);
        CHECK(report.refused == 0);
        CHECK(report.remarks.count == (name == u"李四"_s ? 0 : 1));
    }
    CHECK(countOf(*store, u"person"_s) == 1);
    CHECK(recordCalled<Person>(*store, u"李四"_s).position == u"会长"_s);
}

TEST_CASE("a refusal for a cell that was dropped quotes the cell and says why it was not read")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const QString path = store.folder() + u"/a.csv"_s;
    const auto refusalOf = [&](const std::vector<QStringList> &rows, const char *type) {
        const ImportReport report = import(*store, writeSheet(path, rows), type);
        REQUIRE(report.refused == 1);
        return report.refusals.front().text;
    };
    const QString lost =
        refusalOf({{u"统一社会信用代码"_s, u"年度"_s, u"结论"_s}, {u"5.13304E+17"_s, u"2025"_s, u"合格"_s}},
                  "inspection");
    CHECK(lost.contains(u"“5.13304E+17”被 Excel 当成了数字"_s));
    CHECK(lost.contains(u"不能为空"_s));
    for (const QString &name : {u"无"_s, u"1.5E+3"_s, u"000000000000000000"_s}) {
        INFO(name.toStdString());
        CHECK(refusalOf({{u"名称"_s, u"类型"_s}, {name, u"社会团体"_s}}, "organization")
                  .contains(u"“名称”里的“%1”"_s.arg(name)));
        CHECK(refusalOf({{u"社会组织"_s, u"活动名称"_s, u"活动类型"_s, u"活动日期"_s},
                         {u"样例甲协会"_s, name, u"主题党日"_s, u"2025-03-01"_s}},
                        "party_activity")
                  .contains(u"”里的“%1”"_s.arg(name)));
    }
    CHECK(refusalOf({{u"社会组织"_s, u"年度"_s, u"指标编号"_s, u"评分"_s},
                     {u"样例甲协会"_s, u"2025"_s, u"A"_s, u"满分"_s}},
                    "manual_score")
              .contains(u"“满分”"_s));
}

TEST_CASE("a town of another county is none of ours")
{
    TestStore store;
    importFixture(*store, u"p_towns.csv"_s, "division");
    const QString path = store.folder() + u"/a.csv"_s;
    CHECK(import(*store,
                 writeSheet(path, {{u"区划代码"_s, u"名称"_s, u"级别"_s, u"上级"_s},
                                   {u"330421"_s, u"示范县"_s, u"县"_s, u""_s},
                                   {u"330421001001"_s, u"一村"_s, u"村"_s, u"甲镇"_s}}),
                 "division")
              .added == 2);
    const auto townOf = [&](const QString &written) {
        static int count = 0;
        const QString name = u"样例第%1协会"_s.arg(++count);
        const ImportReport report = import(
            *store, writeSheet(path, {{u"名称"_s, u"类型"_s, u"镇街"_s}, {name, u"社会团体"_s, written}}),
            "organization");
        CHECK(report.added == 1);
        const auto rows = store->run({.type = u"organization"_s,
                                      .columns = {u"town.name"_s},
                                      .where = Condition::is(u"name"_s, name)});
        requireOk(rows);
        QString town = rows->rows.front().front().toString();
        CHECK((!town.isEmpty() || saidOf(report).contains(u"找不到"_s)));
        return town;
    };
    for (const QString &other : {u"平湖市甲镇"_s, u"海盐县乙街道"_s, u"江苏省苏州市吴中区甲镇"_s,
                                 u"平湖市甲镇人民政府"_s, u"浙江省平湖市甲镇"_s}) {
        INFO(other.toStdString());
        CHECK(townOf(other).isEmpty());
    }
    for (const QString &ours :
         {u"嘉善县乙街道"_s, u"嘉善乙街道"_s, u"浙江省嘉兴市嘉善县乙街道办事处"_s, u"浙江嘉善乙街道"_s,
          u"示范县乙街道"_s, u"本县乙街道"_s, u"嘉善经济开发区乙街道"_s}) {
        INFO(ours.toStdString());
        CHECK(townOf(ours) == u"乙街道"_s);
    }
}

TEST_CASE("a village is not taken beside a town in which it does not lie")
{
    TestStore store;
    importFixture(*store, u"p_towns.csv"_s, "division");
    const QString path = store.folder() + u"/a.csv"_s;
    import(*store,
           writeSheet(path, {{u"区划代码"_s, u"名称"_s, u"级别"_s, u"上级"_s},
                             { u"330421001001"_s,
                               u"一村"_s,
                               u"村"_s,
                               u"甲镇"_s }}),
           "division");
    const ImportReport report =
        import(*store,
               writeSheet(path, {{u"名称"_s, u"类型"_s, u"镇街"_s, u"村社区"_s},
                                 {u"样例甲会"_s, u"社会团体"_s, u"大云镇"_s, u"一村"_s},
                                 {u"样例乙会"_s, u"社会团体"_s, u"乙街道"_s, u"一村"_s},
                                 {u"样例丙会"_s, u"社会团体"_s, u""_s, u"丁镇一村"_s},
                                 {u"样例丁会"_s, u"社会团体"_s, u"甲镇"_s, u"一村"_s},
                                 {u"样例戊会"_s, u"社会团体"_s, u""_s, u"甲镇一村村委会"_s}}),
               "organization");
    CHECK(report.added == 5);
    const auto village = [&](const QString &name) {
        const auto rows = store->run({.type = u"organization"_s,
                                      .columns = {u"village.name"_s},
                                      .where = Condition::is(u"name"_s, name)});
        requireOk(rows);
        return rows->rows.front().front().toString();
    };
    for (const QString &name : {u"样例甲会"_s, u"样例乙会"_s, u"样例丙会"_s})
        CHECK(village(name).isEmpty());
    for (const QString &name : {u"样例丁会"_s, u"样例戊会"_s})
        CHECK(village(name) == u"一村"_s);
    CHECK(saidOf(report).contains(u"2: "_s));
    CHECK(saidOf(report).contains(u"“村社区”里的“一村”登记的“上级”不是表里的“大云镇”"_s));
    CHECK_FALSE(saidOf(report).contains(u"5: "_s));
}

TEST_CASE("rows that head others are no organizations, and are named")
{
    TestStore store;
    importFixture(*store, u"p_towns.csv"_s, "division");
    const QString path = store.folder() + u"/a.xlsx"_s;
    const ImportReport report = import(*store,
                                       writeSheet(path,
                                                  {{u"序号"_s, u"名称"_s, u"住所"_s, u"登记日期"_s},
                                                   {u"一、"_s, u"行业性社会团体"_s, u""_s, u""_s},
                                                   {u""_s, u"甲镇（2家）"_s, u""_s, u""_s},
                                                   {u"1"_s, u"样例甲协会"_s, u"甲路"_s, u"2020-01-01"_s},
                                                   {u"2"_s, u"总计量检测行业协会"_s, u""_s, u""_s},
                                                   {u"（二）"_s, u"学术性"_s, u""_s, u""_s},
                                                   {u""_s, u"丙街道 3家"_s, u""_s, u""_s},
                                                   {u"3"_s, u"甲镇商会"_s, u""_s, u""_s},
                                                   {u"4"_s, u"样例乙协会"_s, u"乙路"_s, u"2020-01-01"_s}},
                                                  {u"嘉善县社会团体台账"_s}),
                                       "organization");
    CHECK(report.added == 4);
    CHECK(report.skipped.count == 4);
    CHECK(saidOf(report).contains(u"小标题“行业性社会团体”"_s));
    CHECK(saidOf(report).contains(u"小标题“甲镇（2家）”"_s));
    const ImportReport narrow = import(*store,
                                       writeSheet(path,
                                                  {{u"名称"_s},
                                                   {u"行业性社会团体"_s},
                                                   {u"样例丙协会"_s},
                                                   {u"二、学术性"_s},
                                                   {u"甲镇"_s},
                                                   {u"样例丁协会"_s},
                                                   {u"嘉善县民政局"_s}},
                                                  {u"嘉善县社会团体台账"_s}),
                                       "organization");
    CHECK(narrow.added == 2);
    CHECK(narrow.skipped.count == 4);
}

TEST_CASE("the code of one organization with the name of another is refused whatever town the row gives")
{
    TestStore store;
    const QString path = store.folder() + u"/a.csv"_s;
    REQUIRE(import(*store,
                   writeSheet(path, {{u"名称"_s, u"区划代码"_s, u"级别"_s},
                                     {u"甲镇"_s, u"330421101"_s, u"镇街"_s},
                                     {u"乙镇"_s, u"330421102"_s, u"镇街"_s}}),
                   "division")
                .added == 2);
    const QStringList head = {u"名称"_s, u"统一社会信用代码"_s, u"类型"_s, u"镇街"_s};
    REQUIRE(import(*store,
                   writeSheet(path, {head,
                                     {u"样例甲协会"_s, u"51330421MJ00001141"_s, u"社会团体"_s, u"甲镇"_s},
                                     {u"样例乙协会"_s, u"51330421MJ0000122U"_s, u"社会团体"_s, u"乙镇"_s}}),
                   "organization")
                .added == 2);
    const QString before = store->headHash();
    for (const QString &town : {u"甲镇"_s, u"乙镇"_s, QString()}) {
        INFO(town.toStdString());
        const ImportReport report = import(
            *store, writeSheet(path, {head, {u"样例乙协会"_s, u"51330421MJ00001141"_s, u"社会团体"_s, town}}),
            "organization");
        CHECK(report.refused == 1);
        CHECK(report.refusals.front().text.contains(u"按“名称”却是另外一条“样例乙协会”"_s));
        CHECK(store->headHash() == before);
    }
    CHECK(
        import(*store,
               writeSheet(path, {head, {u"样例丙协会"_s, u"51330421MJ00001141"_s, u"社会团体"_s, u"甲镇"_s}}),
               "organization")
            .updated == 1); // a name that nobody has is a new name
}

TEST_CASE("a telephone that is none does not replace one that is, and comes where there is none")
{
    TestStore store;
    const QString path = store.folder() + u"/a.csv"_s;
    const QStringList head = {u"名称"_s, u"类型"_s, u"联系电话"_s};
    const auto take = [&](const QString &phone) {
        return import(*store, writeSheet(path, {head, {u"样例甲协会"_s, u"社会团体"_s, phone}}),
                      "organization");
    };
    const auto stored = [&] { return recordCalled<Organization>(*store, u"样例甲协会"_s).contactPhone; };
    CHECK(take(u"1399"_s).added == 1);
    CHECK(take(u"13812345678"_s).updated == 1);
    const ImportReport report = take(u"1399"_s);
    CHECK(report.unchanged == 1);
    CHECK(saidOf(report).contains(u"“联系电话”与原有的不同，校验也不对，保留原有的"_s));
    CHECK(stored() == u"13812345678"_s);
    CHECK(take(u"13987654321"_s).updated == 1);
    CHECK(stored() == u"13987654321"_s);
}
