// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importrows.h"
#include "core/exchange/refusedsheet.h"
#include "core/newcounty.h"
#include "core/party/partyactivity.h"
#include "core/registry/organization.h"
#include "core/sample/samplefiles.h"
#include "core/tabular/numberformat.h"
#include "core/tabular/tablereader.h"
#include "tests/exchange/sheets.h"

#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

using namespace exchangetest;

TEST_CASE("a register gets in with its towns, dates, money and codes as the clerk wrote them")
{
    TestStore store;
    addTowns(*store);
    const QString path =
        writeSheet(store.folder() + u"/台账.xlsx"_s,
                   {{u"序号"_s, u"单位名称"_s, u"统一社会信用代码"_s, u"所在镇街"_s, u"成立时间"_s,
                     u"注册资金（万元）"_s, u"从业人员数"_s, u"慈善组织编号"_s},
                    {u"1"_s, u"甲服务中心​ "_s, u"５２330421MJ9876542Ｆ"_s, u"东门街道"_s,
                     u"2016.5.18"_s, u"30"_s, u"14人"_s, u"x"_s},
                    {u"2"_s, u"乙服务中心"_s, u""_s, u"330421100"_s, u"20170102"_s, u"3.5"_s, u""_s, u""_s}},
                   {u"示范县民办非企业单位登记台账"_s});
    const ImportReport report = import(*store, path, "organization");
    CHECK(report.added == 2);
    CHECK(report.refused == 0);
    CHECK(report.ignored == QStringList{u"序号"_s, u"慈善组织编号"_s});
    const auto all = store->all<Organization>({.sort = {{u"name"_s}}});
    requireOk(all);
    REQUIRE(all->size() == 2);
    CHECK(all->at(0).name == u"甲服务中心"_s);
    CHECK(all->at(0).creditCode == u"52330421MJ9876542F"_s);
    CHECK(all->at(0).kind == OrganizationKind::ServiceInstitution);
    CHECK(all->at(0).registeredOn == QDate(2016, 5, 18));
    CHECK(all->at(0).registeredCapital == Money::yuan(300'000));
    CHECK(all->at(0).staffCount == 14);
    CHECK(all->at(1).registeredCapital == Money::yuan(35'000));
    CHECK(store->display(recordType<Division>(), all->at(1).town->text) == u"北亭镇"_s);
}

TEST_CASE("the same sheet twice changes nothing; a changed row updates; one undo takes an import back")
{
    TestStore store;
    addTowns(*store);
    const std::vector<QStringList> rows = {{u"名称"_s, u"类型"_s, u"镇街"_s, u"住所"_s},
                                           {u"甲协会"_s, u"社团"_s, u"东门街道"_s, u"一号"_s},
                                           {u"乙之家"_s, u"备案组织"_s, u""_s, u"二号"_s}};
    const QString path = store.folder() + u"/a.csv"_s;
    CHECK(import(*store, writeSheet(path, rows), "organization").added == 2);
    const ImportReport again = import(*store, path, "organization");
    CHECK(again.unchanged == 2);
    CHECK(again.added + again.updated + again.refused == 0);
    auto changed = rows;
    changed[2][3] = u"三号"_s;
    changed[1][3] = u""_s; // an empty cell says nothing
    const ImportReport third = import(*store, writeSheet(path, changed), "organization");
    CHECK(third.updated == 1);
    CHECK(third.unchanged == 1);
    CHECK(store->all<Organization>({.sort = {{u"name"_s}}})->at(0).address == u"一号"_s);
    requireOk(store->undo());
    CHECK(store->all<Organization>({.sort = {{u"name"_s}}})->at(1).address == u"二号"_s);
    requireOk(store->undo());
    CHECK(*store->count({.type = u"organization"_s}) == 0);
    CHECK(store->verify()->faults.empty());
}

TEST_CASE("refused rows come back as the same sheet with the reason, and the others get in")
{
    TestStore store;
    addTowns(*store);
    const QString path = writeSheet(store.folder() + u"/a.xlsx"_s,
                                    {{u"名称"_s, u"类型"_s, u"镇街"_s, u"登记日期"_s, u"从业人数"_s},
                                     {u"甲协会"_s, u"社团"_s, u"东门街道"_s, u"2021-02-30"_s, u"3"_s},
                                     {u"乙协会"_s, u"俱乐部"_s, u"东门街道"_s, u"2021-02-03"_s, u"3"_s},
                                     {u"丙协会"_s, u"社团"_s, u"西门街道"_s, u""_s, u"3"_s},
                                     {u"丁协会"_s, u"社团"_s, u"东门街道"_s, u"1900-01-01"_s, u"-3"_s},
                                     {u"=1+1"_s, u"社团"_s, u"东门街道"_s, u"1900-01-01"_s, u"约十人"_s},
                                     {u"=戊协会"_s, u"社团"_s, u"东门街道"_s, u"1900-01-01"_s, u"3"_s},
                                     {u"=戊协会"_s, u"社团"_s, u"东门街道"_s, u""_s, u"4"_s}});
    ImportOptions options;
    options.refusedPath = store.folder() + u"/退回.xlsx"_s;
    const ImportReport report = import(*store, path, "organization", options);
    CHECK(report.added == 4);
    REQUIRE(report.refused == 3);
    CHECK(report.refusals[0].row == 3);
    CHECK(report.refusals[0].text.contains(u"俱乐部"_s));
    CHECK(report.refusals[1].row == 5);
    CHECK(report.refusals[2].text.contains(u"第 7 行"_s));
    // What the record does not need is left out, and told: a day that never was, a town that is not known.
    QStringList remarks;
    for (const RowRemark &remark : report.remarks.listed)
        remarks.append(u"%1 %2"_s.arg(remark.row).arg(remark.text));
    CHECK(remarks.join(u'\n').contains(u"2 “登记日期”里的“2021-02-30”这一天不存在"_s));
    CHECK(remarks.join(u'\n').contains(
        u"4 “镇街”里的“西门街道”在区划里找不到，最接近的是“东门街道”。这一格没有导入。"_s));
    CHECK(remarks.join(u'\n').contains(u"“从业人数”里的“约十人”不是数。这一格没有导入。"_s));
    auto reader = openTable(options.refusedPath);
    requireOk(reader);
    Row row;
    REQUIRE(*(*reader)->nextRow(row));
    CHECK(row.cells.back().text == u"原因"_s);
    CHECK(row.cells.front().text == u"名称"_s);
    // Those that got in stand there too, with their name and the cell that did not.
    std::vector<QStringList> rows;
    while (*(*reader)->nextRow(row)) {
        CHECK_FALSE(row.at(5).text.isEmpty());
        rows.push_back({row.at(0).text, row.at(1).text, row.at(2).text, row.at(3).text, row.at(4).text});
    }
    CHECK(rows ==
          std::vector<QStringList>{{u"甲协会"_s, {}, u"东门街道"_s, u"2021-02-30"_s, {}},
                                   {u"乙协会"_s, u"俱乐部"_s, u"东门街道"_s, u"2021-02-03"_s, u"3"_s},
                                   {u"丙协会"_s, {}, u"西门街道"_s, {}, {}},
                                   {u"丁协会"_s, u"社团"_s, u"东门街道"_s, u"1900-01-01"_s, u"-3"_s},
                                   {u"=1+1"_s, {}, u"东门街道"_s, {}, u"约十人"_s},
                                   {u"=戊协会"_s, u"社团"_s, u"东门街道"_s, {}, u"4"_s}}); // no formulas
    for (const Organization &in : *store->all<Organization>())
        CHECK_FALSE(in.registeredOn);
}

TEST_CASE("a dry run reports what an import would do and changes nothing")
{
    TestStore store;
    addTowns(*store);
    const QString head = store->headHash();
    const QString path = writeSheet(store.folder() + u"/a.csv"_s,
                                    {{u"名称"_s, u"类型"_s}, {u"甲协会"_s, u"社团"_s}, {u"乙"_s, u"?"_s}});
    ImportOptions options;
    options.dryRun = true;
    const ImportReport report = import(*store, path, "organization", options);
    CHECK(report.added == 1);
    CHECK(report.refused == 1);
    CHECK(store->headHash() == head);
    CHECK(*store->count({.type = u"organization"_s}) == 0);
}

TEST_CASE("activities find their organization by code, else by name and town")
{
    TestStore store;
    addTowns(*store);
    import(*store,
           writeSheet(store.folder() + u"/o.csv"_s, {{u"名称"_s, u"类型"_s, u"统一社会信用代码"_s, u"镇街"_s},
                                                     {u"书画社"_s, u"备案组织"_s, u""_s, u"东门街道"_s},
                                                     {u"书画社"_s, u"备案组织"_s, u""_s, u"北亭镇"_s},
                                                     { u"甲中心"_s,
                                                       u"民非"_s,
                                                       u"52330421MJ9876542F"_s,
                                                       u"东门街道"_s }}),
           "organization");
    const QString path = writeSheet(
        store.folder() + u"/p.csv"_s,
        {{u"组织名称"_s, u"统一社会信用代码"_s, u"镇街"_s, u"活动类型"_s, u"活动日期"_s, u"主题"_s},
         {u"书画社"_s, u""_s, u"北亭镇"_s, u"主题党日"_s, u"2025年3月5日"_s, u"学习"_s},
         {u"书画社"_s, u""_s, u""_s, u"主题党日"_s, u"2025年3月5日"_s, u"学习"_s},
         {u"改了名"_s, u"52330421MJ9876542F"_s, u""_s, u"党课"_s, u"45721"_s, u"党课"_s},
         {u"没有的"_s, u""_s, u""_s, u"党课"_s, u"2025-1-1"_s, u"党课"_s}});
    const ImportReport report = import(*store, path, "party_activity");
    for (const RowRemark &refusal : report.refusals)
        UNSCOPED_INFO(refusal.row << ": " << refusal.text.toStdString());
    CHECK(report.added == 2);
    REQUIRE(report.refused == 2);
    CHECK(report.refusals[0].row == 3);
    CHECK(report.refusals[0].text.contains(u"2 个同名"_s));
    const auto rows =
        store->run({.type = u"party_activity"_s,
                    .columns = {u"organization.name"_s, u"organization.town.name"_s, u"held_on"_s}});
    requireOk(rows);
    CHECK(rows->rows[0] == QVariantList{u"书画社"_s, u"北亭镇"_s, QDate(2025, 3, 5)});
    CHECK(rows->rows[1] == QVariantList{u"甲中心"_s, u"东门街道"_s, QDate(2025, 3, 5)});
}

TEST_CASE("villages may stand above their towns")
{
    TestStore store;
    const QString path = writeSheet(store.folder() + u"/d.csv"_s,
                                    {{u"代码"_s, u"名称"_s, u"级别"_s, u"上级"_s},
                                     {u"330421001001"_s, u"和平社区"_s, u"社区"_s, u"东门街道"_s},
                                     {u"330421001"_s, u"东门街道"_s, u"街道"_s, u""_s},
                                     {u"330421001002"_s, u"无主社区"_s, u"社区"_s, u"西门街道"_s}});
    const ImportReport report = import(*store, path, "division");
    CHECK(report.added == 2);
    CHECK(report.refused == 1);
}

TEST_CASE("a sheet that is not what was asked for is refused whole")
{
    TestStore store;
    Progress progress;
    const QString path =
        writeSheet(store.folder() + u"/x.csv"_s, {{u"品名"_s, u"数量"_s}, {u"口罩"_s, u"5"_s}});
    const auto report = importTable(*store, path, {.type = &recordType<Organization>()}, progress);
    REQUIRE_FALSE(report);
    CHECK(report.error().text.contains(u"名称"_s));
    const auto kindless = importTable(
        *store, writeSheet(store.folder() + u"/y.csv"_s, {{u"名称"_s, u"住所"_s}, {u"甲"_s, u"一号"_s}}),
        {.type = &recordType<Organization>()}, progress);
    REQUIRE_FALSE(kindless);
    CHECK(kindless.error().text.contains(u"类型"_s));
    CHECK(store->journal()->empty());
}

TEST_CASE("a cancelled import leaves nothing")
{
    TestStore store;
    std::vector<QStringList> rows = {{u"名称"_s, u"类型"_s}};
    for (int i = 0; i < 5000; ++i)
        rows.push_back({u"协会%1"_s.arg(i), u"社团"_s});
    const QString path = writeSheet(store.folder() + u"/x.csv"_s, rows);
    Progress progress;
    progress.cancel();
    const auto report = importTable(*store, path, {.type = &recordType<Organization>()}, progress);
    REQUIRE_FALSE(report);
    CHECK(report.error().code == Error::Code::Cancelled);
    CHECK(*store->count({.type = u"organization"_s}) == 0);
}

TEST_CASE("every workbook of the sample county gets in, and once more changes nothing")
{
    QTemporaryDir folder;
    auto store = createCounty(folder.filePath(u"示范县.shanzhi"_s), u"330421"_s, u"示范县民政局"_s);
    requireOk(store);
    SampleOptions options;
    const auto files = writeSample(folder.path(), options);
    requireOk(files);
    for (const SampleFile &file : *files) {
        const ImportReport report =
            import(**store, folder.filePath(file.name), file.type.toLatin1().constData());
        INFO(file.name.toStdString()
             << ": " << (report.refusals.empty() ? QString() : report.refusals.front().text).toStdString());
        CHECK(report.added + report.updated + report.unchanged == file.rows);
        CHECK(report.refused == 0);
    }
    CHECK(*(*store)->count({.type = u"organization"_s}) == 182 + 336 + 2512 + 50);
    const ImportReport again = import(**store, folder.filePath(files->at(3).name), "organization");
    CHECK(again.unchanged == files->at(3).rows);
    CHECK((*store)->verify()->faults.empty());
}

TEST_CASE("what an import says of persons does not repeat what the sheet says of them")
{
    TestStore store;
    requireOk(store->change(u"组织"_s, [](Change &change) {
        Organization organization{.name = u"甲协会"_s};
        return change.insert(organization);
    }));
    const QString path = writeSheet(
        store.folder() + u"/负责人.csv"_s,
        {{u"社会组织"_s, u"姓名"_s, u"职务"_s, u"身份证号"_s, u"联系电话"_s, u"出生年月"_s, u"政治面貌"_s},
         {u"甲协会"_s, u"欧阳小明"_s, u"会长"_s, u"330421199002301234"_s, u"1381234567"_s, u""_s, u""_s},
         {u"甲协会"_s, u"欧阳小红"_s, u"秘书长"_s, u""_s, u""_s, u"属马那年"_s, u""_s},
         {u"甲协会"_s, u"欧阳小兰"_s, u"理事"_s, u""_s, u""_s, u""_s, u"虔诚教徒"_s}});
    const ImportReport report = import(*store, path, "person");
    CHECK(report.added == 3);
    CHECK(report.refused == 0);
    QStringList said = report.notes;
    for (const auto *remarks : {&report.refusals, &report.remarks.listed}) {
        for (const RowRemark &remark : *remarks)
            said += remark.text;
    }
    const auto kept = store->allProblems();
    requireOk(kept);
    for (const KeptProblem &problem : *kept)
        said += problem.text;
    const QString all = said.join(u'\n');
    INFO(all.toStdString());
    for (const QString &label : {u"身份证号"_s, u"手机号"_s, u"出生日期"_s, u"政治面貌"_s})
        CHECK(all.contains(label));
    for (const QString &value : {u"0230"_s, u"1381234567"_s, u"属马"_s, u"教徒"_s, u"小明"_s})
        CHECK_FALSE(all.contains(value));
}

TEST_CASE("a field of hours takes durations, times and texts like them, other numbers do not")
{
    const RecordType &type = *findRecordType(u"service_activity");
    const auto parsedAs = [&](QStringView key, const Cell &cell) {
        const int field = type.indexOf(key.toString());
        ColumnMapping mapping;
        mapping.columns = {{0, u"数"_s, {}, field, -1}};
        RowParser parser(type, mapping, DateSystem::From1900);
        ParsedRow parsed;
        Row row;
        row.number = 2;
        row.cells = {cell};
        parser.parse(row, parsed);
        return std::pair(parsed.values.at(field), parsed.problems.size() + parsed.notes.size());
    };
    const auto hours = [&](const Cell &cell) { return parsedAs(u"hours", cell).first.toLongLong(); };
    CHECK(hours(Cell::fromDuration(u"12.25"_s)) == 294'000'000);
    CHECK(hours(Cell::fromTime(u"0.395833333333333"_s)) == 9'500'000);
    CHECK(hours(Cell::fromText(u"294:00"_s)) == 294'000'000);
    CHECK(hours(Cell::fromText(u"PT48H"_s)) == 48'000'000);
    CHECK(hours(Cell::fromText(u"3.5小时"_s)) == 3'500'000);
    CHECK(hours(Cell::fromNumber(u"12.25"_s)) == 12'250'000);
    CHECK(parsedAs(u"volunteers", Cell::fromDuration(u"12.25"_s)).second == 1);
    CHECK(parsedAs(u"held_on", Cell::fromDuration(u"12.25"_s)).second == 1);
    CHECK(parsedAs(u"title", Cell::fromTime(u"0.395833333333333"_s)).first == u"09:30"_s);
}

TEST_CASE("an amount has the unit of the row below its heading, or of the column beside it")
{
    TestStore store;
    const auto capitalOf = [&](const std::vector<QStringList> &rows, const QString &file) {
        const ImportReport report =
            import(*store, writeSheet(store.folder() + u'/' + file, rows), "organization");
        INFO(saidOf(report).toStdString());
        CHECK(report.refused == 0);
        CHECK(saidOf(report).contains(u"单位"_s));
        const auto all = store->all<Organization>();
        const auto found = std::find_if(all->begin(), all->end(),
                                        [&](const Organization &one) { return one.name == rows.back()[0]; });
        REQUIRE(found != all->end());
        return found->registeredCapital ? found->registeredCapital->toString() : QString();
    };
    for (const QString &file : {u"a.csv"_s, u"a.xlsx"_s}) {
        CHECK(capitalOf({{u"名称"_s, u"类型"_s, u"注册资金"_s, u"从业人数"_s},
                         {u""_s, u""_s, u"（万元）"_s, u"（人）"_s},
                         {u"样例甲协会"_s, u"社会团体"_s, u"3"_s, u"12"_s}},
                        file) == u"30,000.00");
        CHECK(capitalOf({{u"名称"_s, u"类型"_s, u"注册资金"_s, u"单位"_s},
                         {u"样例丙协会"_s, u"社会团体"_s, u"50000"_s, u"元"_s},
                         {u"样例乙协会"_s, u"社会团体"_s, u"3"_s, u"万元"_s}},
                        file) == u"30,000.00");
    }
}

TEST_CASE("an amount whose unit the column beside it does not say is left out")
{
    TestStore store;
    const ImportReport report = import(
        *store,
        writeSheet(store.folder() + u"/a.csv"_s, {{u"名称"_s, u"类型"_s, u"注册资金"_s, u"单位"_s},
                                                  {u"样例甲协会"_s, u"社会团体"_s, u"3"_s, u"万元"_s},
                                                  {u"样例乙协会"_s, u"社会团体"_s, u"5"_s, u""_s},
                                                  {u"样例丙协会"_s, u"社会团体"_s, u"5万元"_s, u""_s}}),
        "organization");
    CHECK(report.added == 3);
    CHECK(report.leftOut == 1);
    CHECK(saidOf(report).contains(u"3: “注册资金”没有写明单位"_s));
}

TEST_CASE("what comes back of a sheet keeps the units that its formats and columns have said")
{
    TestStore store;
    ImportOptions options;
    options.refusedPath = store.folder() + u"/改.csv"_s;
    const QString sheet =
        writeSheet(store.folder() + u"/a.csv"_s, {{u"名称"_s, u"类型"_s, u"注册资金"_s, u"单位"_s},
                                                  {u"样例甲协会"_s, u"社会团体"_s, u"约3"_s, u"万元"_s}});
    CHECK(import(*store, sheet, "organization", options).leftOut == 1);
    auto reader = openTable(options.refusedPath);
    requireOk(reader);
    CHECK((*reader)->peek(2)->at(1).at(3).value() == u"万元");

    const TableHeader header{
        .firstRow = 1,
        .lastRow = 1,
        .columns = {{.column = 0, .heading = u"注册资金"_s}, {.column = 1, .heading = u"得分"_s}}};
    Row row{.number = 2, .cells = {Cell::fromNumber(u"3"_s), Cell::fromNumber(u"0.55"_s)}};
    row.cells[0].multiple = multipleIn(u"万元");
    row.cells[1].percent = true;
    RefusedSheet refused({store.folder() + u"/b.xlsx"_s, core::Existing::Replace}, header);
    requireOk(refused.add(row, u"某因"_s));
    requireOk(refused.finish());
    reader = openTable(store.folder() + u"/b.xlsx"_s);
    requireOk(reader);
    const std::vector<Row> rows = *(*reader)->peek(2);
    CHECK(rows.at(1).at(0).value() == u"3万元");
    CHECK(rows.at(1).at(1).value() == u"55%");
}

TEST_CASE("what Excel has made a date of is no code, and as a title is told")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const QString path = store.folder() + u"/a.xlsx"_s;
    const auto take = [&](const QString &heading, const Cell &cell, const char *type,
                          const std::vector<QStringList> &further) {
        auto writer = createTable({path, core::Existing::Replace});
        requireOk(writer);
        std::vector<WriteColumn> columns = {{u"社会组织"_s}, {heading, WriteColumn::Kind::Date}};
        std::vector<Cell> cells = {Cell::fromText(u"样例甲协会"_s), cell};
        for (const QStringList &one : further) {
            columns.push_back({one[0]});
            cells.push_back(Cell::fromText(one[1]));
        }
        requireOk((*writer)->addSheet(u"表"_s, columns, {}));
        requireOk((*writer)->writeRow(cells));
        requireOk((*writer)->finish());
        return import(*store, path, type);
    };
    const Cell day = Cell::fromDate(QDate(2026, 1, 2));
    const ImportReport indicator =
        take(u"指标编号"_s, day, "manual_score", {{u"评分"_s, u"3"_s}, {u"年度"_s, u"2025"_s}});
    CHECK(indicator.refused == 1);
    CHECK(saidOf(indicator).contains(u"当成了日期"_s));
    const ImportReport title =
        take(u"活动名称"_s, day, "service_activity", {{u"活动时间"_s, u"2025-03-01"_s}});
    INFO(saidOf(title).toStdString());
    CHECK(title.added == 1);
    CHECK(saidOf(title).contains(u"按“2026-01-02”记"_s));
}

TEST_CASE("a heading of a part does not hide the header, and an apostrophe before a text is no part of it")
{
    TestStore store;
    const ImportReport report = import(
        *store,
        writeSheet(store.folder() + u"/a.csv"_s,
                   {{u"序号"_s, u"名称"_s, u"类型"_s, u"住所"_s, u"其中：女"_s, u"登记日期"_s},
                    {u"1"_s, u"样例甲协会"_s, u"社会团体"_s, u"'路3"_s, u"3"_s, u"2021-03-05 24:00"_s}}),
        "organization");
    CHECK(report.added == 1);
    CHECK(report.ignored.contains(u"其中:女"_s));
    CHECK(store->all<Organization>()->front().address == u"路3");
    CHECK(store->all<Organization>()->front().registeredOn == QDate(2021, 3, 6));
}

TEST_CASE("words and headings of offices are known for the choices and fields they mean")
{
    const auto read = [](const char *type, const char *field, const QString &text) {
        return parseValue(*findRecordType(QAnyStringView(type))->field(QAnyStringView(field)), text).value;
    };
    CHECK(read("inspection", "conclusion", u"未检"_s) == u"absent"_s);
    CHECK(read("person", "political_status", u"无党派"_s) == u"non_party"_s);
    CHECK(read("person", "sex", u"男性"_s) == u"male"_s);
    CHECK(read("person", "sex", u"女性"_s) == u"female"_s);
    for (const QString &yes : {u"写入"_s, u"1.0"_s})
        CHECK(read("organization", "charter_has_party", yes) == true);
    CHECK(read("organization", "charter_has_party", u"0.0"_s) == false);
    for (const auto &[type, heading] : {std::pair("organization", u"中共党员数"),
                                        {"organization", u"场所"},
                                        {"grade", u"评估时间"},
                                        {"service_activity", u"活动时间"}}) {
        INFO(QStringView(heading).toString().toStdString());
        CHECK(isHeadingOf(*findRecordType(QAnyStringView(type)), QStringView(heading)));
    }
}
