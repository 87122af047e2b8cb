// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of an import adds up: what did not get in, and what got in otherwise than it stands, is named.
#include "core/exchange/importpreview.h"
#include "core/registry/organization.h"
#include "core/registry/person.h"
#include "core/tabular/tablereader.h"
#include "tests/exchange/sheets.h"
#include "tests/exchange/workbooks.h"

using namespace exchangetest;

TEST_CASE("rows with a serial number only are skipped, not refused, and their rows are named")
{
    TestStore store;
    const ImportReport report = importFixture(*store, u"e12_prefilled_serials.xlsx"_s, "organization");
    CHECK(report.read == 20);
    CHECK(report.added == 2);
    CHECK(report.refused == 0);
    CHECK(report.skipped.count == 18);
    CHECK(saidOf(report).contains(u"第 4–21 行"_s));
    CHECK(report.ignored == QStringList{u"序号"_s});
}

TEST_CASE("the sheets of a workbook that were not read are named")
{
    TestStore store;
    const ImportReport report = importFixture(*store, u"e14_three_sheets.xlsx"_s, "organization");
    CHECK(report.added == 1);
    CHECK(report.otherSheets == QStringList{u"民非"_s, u"基金会"_s});
    CHECK(saidOf(report).contains(u"民非、基金会"_s));
}

TEST_CASE("A page of words before the table hides it neither from the import nor from its preview")
{
    TestStore store;
    const std::vector<QStringList> words = {
        {u"填表说明"_s}, {u"一、名称写登记证书上的全称。"_s}, {u"二、类型必填。"_s}};
    const std::vector<QStringList> dictionary = {{u"名称"_s, u"类型"_s}, {u"写全称"_s, u"社团"_s}};
    const std::vector<QStringList> table = {{u"名称"_s, u"类型"_s, u"业务主管单位"_s, u"住所"_s},
                                            {u"甲协会"_s, u"社团"_s, u""_s, u""_s}};
    const std::vector<QStringList> other = {{u"名称"_s, u"类型"_s}, {u"乙协会"_s, u"社团"_s}};
    const QString path = store.folder() + u"/a.xlsx"_s;
    for (const auto &[name, first] : {std::pair(u"Sheet1"_s, words), std::pair(u"填表说明"_s, dictionary),
                                      std::pair(u"封面"_s, std::vector<QStringList>())}) {
        INFO(name.toStdString());
        writeWorkbook(path, {{name, first, {}}, {u"名册"_s, table, {}}, {u"旧名册"_s, other, {}}});
        const ImportReport report = import(*store, path, "organization", {.dryRun = true});
        CHECK(report.added == 1);
        CHECK(report.sheet == u"名册");
        CHECK(report.otherSheets == QStringList{name, u"旧名册"_s});
        CHECK(saidOf(report).contains(u"第一张表“%1”不是社会组织表，读的是“名册”表"_s.arg(name)));
        for (const RecordType *type :
             {findRecordType("organization"), static_cast<const RecordType *>(nullptr)}) {
            const auto preview = previewTable(path, type);
            requireOk(preview);
            CHECK(preview->sheet == 1);
            CHECK(preview->type == findRecordType("organization"));
        }
        // What is asked for is read, or refused.
        Progress progress;
        ImportOptions asked{.type = findRecordType("organization"), .sheet = 2, .dryRun = true};
        CHECK(importTable(*store, path, asked, progress)->sheet == u"旧名册");
        asked.sheet = 0;
        CHECK(bool(importTable(*store, path, asked, progress)) == (name == u"填表说明"));
    }
    // Where nothing else is a table, that page may be one; else it is the first sheet that tells what is
    // wrong.
    writeWorkbook(path, {{u"说明"_s, table, {}}, {u"空表"_s, {}, {}}});
    CHECK(import(*store, path, "organization", {.dryRun = true}).sheet == u"说明");
    writeWorkbook(path, {{u"一"_s, words, {}}, {u"二"_s, {}, {}}});
    Progress progress;
    CHECK_FALSE(importTable(*store, path, {.type = findRecordType("organization")}, progress));
}

TEST_CASE("hidden rows are read and told")
{
    TestStore store;
    const ImportReport report = importFixture(*store, u"e9_hidden_row.xlsx"_s, "organization");
    CHECK(report.added == 3);
    CHECK(report.hidden.count == 1);
    CHECK(saidOf(report).contains(u"1 行在表里是隐藏的"_s));
}

TEST_CASE("a register of old Excel changes nothing of the same register of new Excel")
{
    TestStore store;
    CHECK(importFixture(*store, u"e9_hidden_row.xlsx"_s, "organization").added == 3);
    const ImportReport report = importFixture(*store, u"../tabular/xls/e9_hidden_row.xls"_s, "organization");
    CHECK(report.unchanged == 3);
    CHECK(report.rows() == 3);
    CHECK(report.hidden.count == 1);
}

TEST_CASE("an organization whose name begins like a total is an organization")
{
    TestStore store;
    const ImportReport report = importFixture(*store, u"e15b_total_like_names.xlsx"_s, "organization");
    CHECK(report.added == 7);
    CHECK(report.refused + report.skipped.count == 0);
}

TEST_CASE("totals, remarks, repeated headers and signatures are skipped, each with its row")
{
    TestStore store;
    const QStringList head = {u"序号"_s, u"名称"_s, u"类型"_s, u"从业人数"_s};
    const ImportReport report =
        import(*store,
               writeSheet(store.folder() + u"/a.csv"_s, {head,
                                                         {u"1"_s, u"甲协会"_s, u"社团"_s, u"3"_s},
                                                         {u""_s, u"甲镇小计"_s, u""_s, u"3"_s},
                                                         head,
                                                         {u"2"_s, u"小计量协会"_s, u"社团"_s, u"4"_s},
                                                         {u"3"_s, u"合计（筹）协会"_s, u"社团"_s, u"4"_s},
                                                         {u"4"_s, u"总计 3 家"_s, u""_s, u"11"_s},
                                                         {u"合计：3 家"_s, u""_s, u""_s, u"11"_s},
                                                         {u"备注：以上数据截至年底"_s, u""_s, u""_s, u""_s},
                                                         {u"2025年1月3日"_s, u""_s, u""_s, u""_s}}),
               "organization");
    CHECK(report.read == 9);
    CHECK(report.added == 3);
    std::vector<int> rows;
    for (const RowRemark &skipped : report.skipped.listed)
        rows.push_back(skipped.row);
    CHECK(rows == std::vector<int>{3, 4, 7, 8, 9, 10});
    const QString said = saidOf(report);
    CHECK(said.contains(u"第 3、7–8 行：合计"_s));
    CHECK(said.contains(u"第 4 行：重复的表头"_s));
    CHECK(said.contains(u"第 9–10 行：表下的说明"_s));
}

TEST_CASE("a birthday on the first day of 1970 is kept, other days that stand for none are dropped and told")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    CHECK(importFixture(*store, u"b6_birthday_1970.csv"_s, "person").added == 3);
    int born = 0;
    for (const Person &person : *store->all<Person>())
        born += person.bornOn == QDate(1970, 1, 1) ? 1 : 0;
    CHECK(born == 2);
    // The same in cells that are dates.
    auto writer = createTable(store.folder() + u"/b.xlsx"_s);
    requireOk(writer);
    using Column = WriteColumn::Kind;
    requireOk((*writer)->addSheet(
        u"表"_s,
        {{u"社会组织"_s}, {u"姓名"_s}, {u"出生日期"_s, Column::Date}, {u"任职开始"_s, Column::Date}}));
    const std::vector<Cell> row = {Cell::fromText(u"样例甲协会"_s), Cell::fromText(u"样周戊"_s),
                                   Cell::fromDate({1970, 1, 1}), Cell::fromDate({1970, 1, 1})};
    requireOk((*writer)->writeRow(row));
    requireOk((*writer)->finish());
    const ImportReport report = import(*store, store.folder() + u"/b.xlsx"_s, "person");
    CHECK(report.added == 1);
    REQUIRE(report.remarks.count == 1);
    CHECK(report.remarks.listed.front().text.contains(u"任职开始"_s));
    CHECK_FALSE(report.remarks.listed.front().text.contains(u"出生日期"_s));
    const Person person = store->all<Person>({.sort = {{u"name"_s}}})->back();
    CHECK(person.name == u"样周戊"_s);
    CHECK(person.bornOn == QDate(1970, 1, 1));
    CHECK_FALSE(person.startedOn);
}

TEST_CASE("columns without a heading and headings that nobody knows are named, and faults that were kept")
{
    TestStore store;
    const QString path = store.folder() + u"/a.csv"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("名称,类型,荣誉,,\n甲协会,社会团体,先进,,另有\n");
    file.close();
    const ImportReport report = import(*store, path, "organization");
    CHECK(report.added == 1);
    CHECK(report.ignored == QStringList{u"荣誉"_s, u"E 列（没有表头）"_s});
    CHECK(report.remarks.count == 0);
    REQUIRE(report.faults.count == 1);
    CHECK(report.faults.listed.front().text.contains(u"缺统一社会信用代码"_s));
    CHECK(saidOf(report).contains(u"第 2 行：缺统一社会信用代码"_s));
}

TEST_CASE("what stands between and below the rows of a register is no organization")
{
    const std::pair<const char16_t *, bool> names[] = {{u"合计", true},
                                                       {u"合  计", true},
                                                       {u"全县总计", true},
                                                       {u"本页小计：", true},
                                                       {u"甲镇小计", true},
                                                       {u"共计 12 家", true},
                                                       {u"共12家", true},
                                                       {u"平均值", true},
                                                       {u"总数", true},
                                                       {u"以上数据截至年底", true},
                                                       {u"一、社会团体", true},
                                                       {u"（二）基金会", true},
                                                       {u"（以下空白）", true},
                                                       {u"合计划生育协会", false},
                                                       {u"总计量检测协会", false},
                                                       {u"小计算机社", false},
                                                       {u"共一家公益中心", false},
                                                       {u"平均律音乐社", false},
                                                       {u"注册会计师协会", false},
                                                       {u"以下棋为乐社", false},
                                                       {u"说明书收藏协会", false},
                                                       {u"共计公益社", false}};
    TestStore store;
    // Every name stands alone in its row; the kind is told by the title.
    std::vector<QStringList> rows = {{u"序号"_s, u"名称"_s, u"住所"_s, u"从业人数"_s}};
    std::vector<int> skipped;
    for (const auto &[name, isSkipped] : names) {
        rows.push_back({u""_s, QString::fromUtf16(name), u""_s, u""_s});
        if (isSkipped)
            skipped.push_back(int(rows.size()));
        rows.push_back({u"1"_s, u"垫%1协会"_s.arg(rows.size()), u"甲路"_s, u"3"_s});
    }
    const ImportReport report =
        import(*store, writeSheet(store.folder() + u"/社会团体.csv"_s, rows), "organization");
    std::vector<int> found;
    for (const RowRemark &row : report.skipped.listed)
        found.push_back(row.row);
    CHECK(found == skipped);
    CHECK(report.refused == 0);
}

TEST_CASE("an organization is no signature and no total, whatever stands before or below it")
{
    TestStore store;
    const QStringList head = {u"序号"_s, u"名称"_s, u"住所"_s, u"从业人数"_s};
    const auto row = [](const QString &name) { return QStringList{u""_s, name, u""_s, u""_s}; };
    const ImportReport report =
        import(*store,
               writeSheet(store.folder() + u"/社会团体.csv"_s, {head,
                                                                {u"1"_s, u"甲协会"_s, u"甲路"_s, u"3"_s},
                                                                row(u"一、乙二协会"_s),
                                                                row(u"（一）丁舞蹈队"_s),
                                                                row(u"一、社会团体"_s),
                                                                row(u"二、行业协会商会类"_s),
                                                                row(u"（三）基金会"_s),
                                                                row(u"总计(筹)协会"_s),
                                                                row(u"社会团体小计"_s),
                                                                row(u"Total"_s),
                                                                row(u"丙协会"_s),
                                                                row(u"戊中心"_s),
                                                                row(u"示范县民政局"_s),
                                                                row(u"备注：以上"_s),
                                                                row(u"己协会"_s),
                                                                row(u"庚村村民委员会"_s),
                                                                row(u"2025年1月3日"_s)}),
               "organization");
    std::vector<int> rows;
    for (const RowRemark &skipped : report.skipped.listed)
        rows.push_back(skipped.row);
    CHECK(rows == std::vector<int>{5, 6, 7, 9, 10, 13, 14, 16, 17});
    CHECK(report.added == 7);
    CHECK(report.refused == 0);
}

namespace {

/// The rows of a table that was written, as text.
std::vector<QStringList> rowsOf(const QString &path)
{
    auto reader = openTable(path);
    requireOk(reader);
    const auto rows = (*reader)->peek(20);
    requireOk(rows);
    std::vector<QStringList> texts;
    for (const Row &row : *rows) {
        QStringList cells;
        for (const Cell &cell : row.cells)
            cells.append(cell.value());
        texts.push_back(cells);
    }
    return texts;
}

Organization named(Store &store, const QString &name)
{
    const auto all = store.all<Organization>();
    requireOk(all);
    const auto found =
        std::find_if(all->begin(), all->end(), [&](const Organization &one) { return one.name == name; });
    REQUIRE(found != all->end());
    return *found;
}

} // namespace

TEST_CASE("cells that were left out come back beside what finds their record, and are put in from there")
{
    TestStore store;
    const QString sheet =
        writeSheet(store.folder() + u"/台账.xlsx"_s,
                   {{u"名称"_s, u"类型"_s, u"登记日期"_s, u"从业人数"_s, u"住所"_s},
                    {u"甲协会"_s, u"社会团体"_s, u"2023-02-30"_s, u"若干"_s, u"东路 1 号"_s},
                    {u"乙协会"_s, u"社会团体"_s, u"2020-05-01"_s, u"3"_s, u"西路 2 号"_s},
                    {u"丙协会"_s, u"有限公司"_s, u"2020-05-01"_s, u"3"_s, u"西路 3 号"_s}});
    ImportOptions options;
    options.refusedPath = store.folder() + u"/改.xlsx"_s;
    const ImportReport report = import(*store, sheet, "organization", options);
    CHECK(report.added == 2);
    CHECK(report.refused == 1);
    CHECK(report.leftOut == 2);
    std::vector<QStringList> rows = rowsOf(options.refusedPath);
    REQUIRE(rows.size() == 3);
    REQUIRE(rows[1].size() == 6);
    CHECK(rows[1].first(5) == QStringList{u"甲协会"_s, {}, u"2023-02-30"_s, u"若干"_s, {}});
    CHECK(rows[1][5].contains(u"“登记日期”"_s));
    CHECK(rows[1][5].contains(u"“从业人数”"_s));
    CHECK(rows[1][5].contains(u"只补这几格"_s));
    CHECK(rows[2].first(2) == QStringList{u"丙协会"_s, u"有限公司"_s});

    // Somebody has worked on the record before the clerk comes back with the one cell she could find out.
    Organization first = named(*store, u"甲协会"_s);
    CHECK(first.address == u"东路 1 号"_s);
    requireOk(moveOne(*store, first, u"南路 9 号"_s));
    rows[1][2] = u"2023-02-28"_s;
    rows[2][1] = u"社会团体"_s;
    const ImportReport mended =
        import(*store, writeSheet(store.folder() + u"/改好.xlsx"_s, rows), "organization");
    CHECK(mended.updated == 1);
    CHECK(mended.added == 1);
    CHECK(mended.refused == 0);
    CHECK(mended.leftOut == 1);
    first = named(*store, u"甲协会"_s);
    CHECK(first.registeredOn == QDate(2023, 2, 28));
    CHECK(first.address == u"南路 9 号"_s);
    CHECK(named(*store, u"丙协会"_s).address == u"西路 3 号"_s);
}

TEST_CASE("the sheet of refused rows says itself what the name of the file has said of all")
{
    TestStore store;
    ImportOptions options;
    options.refusedPath = store.folder() + u"/改.csv"_s;
    const QString sheet =
        writeSheet(store.folder() + u"/社会团体.csv"_s, {{u"名称"_s, u"住所"_s, u"从业人数"_s},
                                                         {u"甲协会"_s, u"东路 1 号"_s, u"3"_s},
                                                         {u"甲协会"_s, u"东路 2 号"_s, u"3"_s}});
    CHECK(import(*store, sheet, "organization", options).refused == 1);
    TestStore other;
    CHECK(import(*other, options.refusedPath, "organization").added == 1);
    CHECK(named(*other, u"甲协会"_s).kind == OrganizationKind::Association);
}

TEST_CASE("what a sheet would change is told field by field, old and new, with persons covered")
{
    TestStore store;
    const QStringList head = {u"名称"_s, u"类型"_s, u"住所"_s, u"联系电话"_s, u"从业人数"_s};
    import(*store,
           writeSheet(store.folder() + u"/旧.csv"_s,
                      {head,
                       {u"甲协会"_s, u"社会团体"_s, u"园区路 8 号"_s, u"13812341020"_s, u""_s},
                       {u"乙协会"_s, u"社会团体"_s, u"西路"_s, u"13812341020"_s, u"22"_s},
                       { u"丙协会"_s,
                         u"社会团体"_s,
                         u"西路"_s,
                         u"13812341020"_s,
                         u"22"_s }}),
           "organization");
    ImportOptions options;
    options.dryRun = true;
    const ImportReport report =
        import(*store,
               writeSheet(store.folder() + u"/新.csv"_s,
                          {head,
                           {u"丙协会"_s, u"社会团体"_s, u"西路"_s, u"13812341020"_s, u"22"_s},
                           {u"丁协会"_s, u"社会团体"_s, u"西路"_s, u"13812341020"_s, u"22"_s},
                           {u"甲协会"_s, u"社会团体"_s, u"园区路 18 号"_s, u"13900004471"_s, u"9"_s},
                           {u"乙协会"_s, u"社会团体"_s, u"西路"_s, u"13899991020"_s, u""_s}}),
               "organization", options);
    CHECK(report.updated == 2);
    CHECK(report.changes.fields == 4);
    REQUIRE(report.changes.listed.size() == 2);
    const auto told = [](const RecordChange &change) {
        QStringList fields;
        for (const FieldChange &field : change.fields)
            fields.append(field.field + u'：' + field.before + u'→' + field.after);
        fields.sort();
        return u"%1 %2 "_s.arg(change.row).arg(change.name) + fields.join(u'；');
    };
    const QString first = told(report.changes.listed[0]);
    CHECK(first.startsWith(u"4 甲协会"_s));
    CHECK(first.contains(u"住所：园区路 8 号→园区路 18 号"_s));
    CHECK(first.contains(u"：138****1020→139****4471"_s));
    CHECK(first.contains(u"从业人数：→9"_s));
    const QString second = told(report.changes.listed[1]);
    CHECK(second.startsWith(u"5 乙协会"_s));
    CHECK(second.contains(u"：138****1020→138****1020（遮盖的部分不同）"_s));
    CHECK(named(*store, u"甲协会"_s).address == u"园区路 8 号"_s); // nothing has been changed
}

TEST_CASE("what says nothing replaces nothing that is there, and each column of it is told once")
{
    TestStore store;
    const auto take = [&](const std::vector<QStringList> &rows) {
        return import(*store, writeSheet(store.folder() + u"/a.csv"_s, rows), "organization");
    };
    const QStringList head = {u"名称"_s,   u"类型"_s, u"身份"_s,     u"住所"_s, u"业务主管单位"_s, u"宗旨"_s,
                              u"联系人"_s, u"邮编"_s, u"证书编号"_s, u"备注"_s, u"联系电话"_s};
    const QStringList real = {u"样例甲协会"_s, u"社会团体"_s, u"枢纽型、慈善组织"_s, u"样例路 3 号"_s,
                              u"县教育局"_s,   u"服务会员"_s, u"样张甲"_s,           u"314100"_s,
                              u"浙嘉 001"_s,   u"每年换届"_s, u"0573-84012345"_s};
    CHECK(take({head, real}).added == 1);
    const QString before = store->headHash();
    for (const QString &nothing :
         {u"/"_s,   u"、"_s,   u"，"_s,     u"；"_s,   u"-"_s,     u"\\"_s,  u"？"_s,
          u"无"_s,  u"不详"_s, u"暂无"_s,   u"未知"_s, u"待补"_s,  u"N/A"_s, u"null"_s,
          u"nan"_s, u"None"_s, u"（空）"_s, u"#N/A"_s, u"#REF!"_s, u"同上"_s}) {
        QStringList row = {real[0], real[1]};
        while (row.size() < head.size())
            row.append(nothing);
        const ImportReport report = take({head, row});
        INFO(nothing.toStdString() << ": " << saidOf(report).toStdString());
        CHECK(report.unchanged == 1);
        CHECK(store->headHash() == before);
        CHECK(saidOf(report).contains(u"“备注”有 1 格"_s));
    }
    for (const QString &nothing : {u"办理中"_s, u"0"_s, u"无代码"_s})
        CHECK(take({{u"名称"_s, u"联系电话"_s}, {real[0], nothing}}).unchanged == 1);
    // A new one keeps what clerks write, and a value replaces it.
    CHECK(
        take({{u"名称"_s, u"类型"_s, u"业务主管单位"_s}, {u"样例乙协会"_s, u"社会团体"_s, u"无"_s}}).added ==
        1);
    const auto all = store->all<Organization>();
    CHECK(std::any_of(all->begin(), all->end(),
                      [](const Organization &one) { return one.supervisingUnit == u"无"; }));
    CHECK_FALSE(
        saidOf(take({{u"名称"_s, u"业务主管单位"_s}, {u"样例乙协会"_s, u"无"_s}})).contains(u"没有替换"_s));
    CHECK(take({{u"名称"_s, u"业务主管单位"_s}, {u"样例乙协会"_s, u"县民政局"_s}}).updated == 1);
}
