// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a sheet is which field: by its heading, by what an export writes, by what somebody decided.
#include "core/exchange/exportquery.h"
#include "core/exchange/importpreview.h"
#include "core/registry/organization.h"
#include "tests/exchange/sheets.h"
#include "tests/support/samplestore.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// What the headings of one row are read as, "heading → field"; the others as the report calls them.
ImportReport readHeadings(const QStringList &headings, const ColumnChoices &choices = {},
                          const QStringList &titles = {})
{
    TestStore store;
    QStringList row = headings;
    for (QString &cell : row)
        cell = u"x"_s;
    ImportOptions options;
    options.dryRun = true;
    options.choices = choices;
    return import(*store, writeSheet(store.folder() + u"/社会团体.csv"_s, {headings, row}, titles),
                  "organization", options);
}

} // namespace

TEST_CASE("headings are read as offices write them")
{
    for (const auto &[heading, label] : {std::pair(u"统一社会信用代码/注册号", u"统一社会信用代码"),
                                         {u"统一社会信用代码（或登记证号）", u"统一社会信用代码"},
                                         {u"统一社会信用代码（18位）", u"统一社会信用代码"},
                                         {u"注册日期", u"登记日期"},
                                         {u"注册资金/万元", u"注册资金"},
                                         {u"注册资金万元", u"注册资金"},
                                         {u"开办资金（人民币万元）", u"注册资金"},
                                         {u"法定代表人/负责人", u"法定代表人"},
                                         {u"所在乡镇（街道）", u"镇街"},
                                         {u"乡镇/街道", u"镇街"},
                                         {u"用房面积（m²）", u"用房面积"},
                                         {u"已公开信息项数（项）", u"已公开信息项数"},
                                         {u"负责人（党组织）", u""},
                                         {u"党员人数/从业人数", u""}}) {
        const QString written = QStringView(heading).toString();
        INFO(written.toStdString());
        const ImportReport report = readHeadings({u"名称"_s, written});
        if (QStringView(label).isEmpty()) {
            CHECK(report.columns.size() == 1);
            CHECK(report.ignored.size() == 1);
        } else {
            REQUIRE(report.columns.size() == 2);
            CHECK(report.columns[1].endsWith(u"→ "_s + QStringView(label).toString()));
        }
    }
    for (const QString &name :
         {u"社会组织名称（全称）"_s, u"单位名称（公章）"_s, u"社会组织全称"_s, u"名称（与证书一致）"_s}) {
        INFO(name.toStdString());
        CHECK(readHeadings({name, u"住所"_s}).columns.size() == 2);
    }
}

TEST_CASE("a heading that says a field alone goes before one that says two")
{
    const ImportReport report =
        readHeadings({u"名称"_s, u"统一社会信用代码/注册号"_s, u"统一社会信用代码"_s});
    CHECK(report.columns == QStringList{u"A 名称 → 名称"_s, u"C 统一社会信用代码 → 统一社会信用代码"_s});
    CHECK(report.ignored == QStringList{u"统一社会信用代码/注册号"_s});
}

TEST_CASE("the unit above the table counts for amounts that say none")
{
    TestStore store;
    const ImportReport report =
        import(*store,
               writeSheet(store.folder() + u"/a.xlsx"_s,
                          {{u"名称"_s, u"类型"_s, u"注册资金"_s}, {u"甲协会"_s, u"社团"_s, u"3"_s}},
                          {u"社会组织台账"_s, u"单位：万元"_s}),
               "organization");
    CHECK(report.notes.contains(u"注册资金：按标题以万元为单位"_s));
    CHECK(store->all<Organization>()->front().registeredCapital == Money::yuan(30'000));
}

TEST_CASE("columns can be mapped and left out, by heading or letter")
{
    const QStringList headings = {u"甲栏"_s, u"乙栏"_s, u"住所"_s};
    const ImportReport report =
        readHeadings(headings, {{{u"甲栏"_s, u"名称"_s}, {u"B"_s, u"registered_capital"_s}}, {u"住所"_s}});
    CHECK(report.columns == QStringList{u"A 甲栏 → 名称"_s, u"B 乙栏 → 注册资金"_s});
    CHECK(report.ignored == QStringList{u"住所"_s});
    // The field goes to the column that was chosen, not to the one that has its heading.
    const ImportReport moved =
        readHeadings({u"名称"_s, u"地点"_s, u"住所"_s}, {{{u"地点"_s, u"住所"_s}}, {}});
    CHECK(moved.columns == QStringList{u"A 名称 → 名称"_s, u"B 地点 → 住所"_s});
    CHECK(moved.ignored == QStringList{u"住所"_s});
}

TEST_CASE("what was decided about columns holds for the next sheet of the same layout, and only for it")
{
    TestStore store;
    const std::vector<QStringList> rows = {{u"全名"_s, u"住所"_s, u"备注"_s},
                                           {u"甲协会"_s, u"一号"_s, u"x"_s}};
    const QString path = writeSheet(store.folder() + u"/社会团体.csv"_s, rows);
    ImportOptions options;
    options.choices = {{{u"全名"_s, u"名称"_s}}, {u"备注"_s}};
    CHECK(import(*store, path, "organization", options).added == 1);
    auto next = rows;
    next[1] = {u"乙协会"_s, u"二号"_s, u"y"_s};
    const ImportReport again =
        import(*store, writeSheet(store.folder() + u"/社会团体2.csv"_s, next), "organization");
    CHECK(again.added == 1);
    CHECK(again.ignored == QStringList{u"备注"_s});
    CHECK(again.notes.contains(u"列的对应沿用上次导入这种表样时的选择"_s));
    const auto layouts = rememberedLayouts(*store);
    requireOk(layouts);
    const auto preview = previewTable(path, &recordType<Organization>(), -1, *layouts);
    requireOk(preview);
    CHECK(preview->problem.isEmpty());
    CHECK(preview->columns[0].meaning == u"名称"_s);
    CHECK(preview->columns[2].meaning.isEmpty());
    next[0] = {u"全名"_s, u"地址"_s, u"备注"_s};
    Progress progress;
    CHECK_FALSE(importTable(*store, writeSheet(store.folder() + u"/社会团体3.csv"_s, next),
                            {.type = &recordType<Organization>()}, progress));
    // A dry run remembers nothing, and undo forgets.
    requireOk(store->undo());
    requireOk(store->undo());
    options.dryRun = true;
    import(*store, path, "organization", options);
    CHECK_FALSE(importTable(*store, path, {.type = &recordType<Organization>()}, progress));
}

TEST_CASE("a choice for a column or a field that does not exist is refused whole, with those that do")
{
    TestStore store;
    const QString path =
        writeSheet(store.folder() + u"/社会团体.csv"_s, {{u"名称"_s, u"住所"_s}, {u"甲"_s, u"x"_s}});
    Progress progress;
    const auto with = [&](const ColumnChoices &choices) {
        return importTable(*store, path, {.type = &recordType<Organization>(), .choices = choices}, progress);
    };
    const auto noColumn = with({{{u"没有的"_s, u"住所"_s}}, {}});
    REQUIRE_FALSE(noColumn);
    CHECK(noColumn.error().text.contains(u"表里的列是：名称、住所"_s));
    const auto noField = with({{{u"住所"_s, u"没有的"_s}}, {}});
    REQUIRE_FALSE(noField);
    CHECK(noField.error().text.contains(u"可以是：名称、统一社会信用代码、"_s));
    CHECK_FALSE(with({{}, {u"C"_s}}));
    CHECK(*store->count({.type = u"organization"_s}) == 0);
}

TEST_CASE("every heading that an export writes is read back as the field it came from")
{
    for (const RecordType *type : allRecordTypes()) {
        if (!type->traits.importable)
            continue;
        for (const Field &field : type->fields) {
            const bool isRead =
                (!field.traits.readOnly || field.traits.backFill) && field.kind != Kind::Attachment;
            if (!isRead)
                continue;
            const QString heading = pathHeading(*type, QString::fromLatin1(field.key));
            INFO(type->key << " " << heading.toStdString());
            CHECK(isHeadingOf(*type, readHeading(heading).heading));
            CHECK(readHeading(heading).unit == tr(field.traits.unit));
        }
    }
}

TEST_CASE("an export of every register, imported back, changes nothing")
{
    SampleStore store(SampleStore::State::Imported);
    Progress progress;
    for (const RecordType *type : allRecordTypes()) {
        if (!type->traits.importable)
            continue;
        Query query{.type = QString::fromLatin1(type->key)};
        for (size_t i = 1; i < type->fields.size(); ++i) {
            const Field &field = type->fields[i];
            query.columns.push_back(QString::fromLatin1(field.key));
            // What a list shows beside a reference.
            if (field.kind == Kind::Reference && field.target().field("credit_code"))
                query.columns.push_back(QString::fromLatin1(field.key) + u".credit_code"_s);
            if (field.kind == Kind::Reference && field.target().field("town"))
                query.columns.push_back(QString::fromLatin1(field.key) + u".town"_s);
        }
        const QString path = store.folder() + u"/%1.xlsx"_s.arg(QString::fromLatin1(type->key));
        const auto rows = exportQuery(*store, query, path, Audience::OpenExport, progress);
        requireOk(rows);
        if (*rows == 0)
            continue;
        const ImportReport report = import(*store, path, type->key);
        INFO(type->key << " " << saidOf(report).left(2000).toStdString());
        CHECK(report.unchanged == *rows);
        CHECK(report.remarks.count == 0);
    }
}

TEST_CASE("of two columns that differ by their unit the one that is not read is named with it")
{
    TestStore store;
    const QStringList head = {u"名称"_s, u"类型"_s, u"注册资金"_s, u"注册资金（万元）"_s};
    const QString path = store.folder() + u"/a.csv"_s;
    const auto both = import(*store, writeSheet(path, {head, {u"甲协会"_s, u"社团"_s, u"30000"_s, u"3"_s}}),
                             "organization");
    CHECK(both.ignored == QStringList{u"注册资金（万元）"_s});
    // What is filled is read.
    const auto second =
        import(*store, writeSheet(path, {head, {u"乙协会"_s, u"社团"_s, u""_s, u"3"_s}}), "organization");
    CHECK(second.ignored == QStringList{u"注册资金"_s});
    // What is said of a column means this column.
    ImportOptions options;
    options.choices.mapped = {{u"注册资金（万元）"_s, u"注册资金"_s}};
    const auto mapped = import(*store, writeSheet(path, {head, {u"丙协会"_s, u"社团"_s, u"1"_s, u"3"_s}}),
                               "organization", options);
    CHECK(mapped.ignored == QStringList{u"注册资金"_s});
    for (const Organization &organization : *store->all<Organization>())
        CHECK(organization.registeredCapital == Money{3'000'000});
    const auto twins = import(*store,
                              writeSheet(path, {{u"名称"_s, u"类型"_s, u"备注"_s, u"备注"_s},
                                                {u"丁协会"_s, u"社团"_s, u"一"_s, u"二"_s}}),
                              "organization");
    CHECK(twins.ignored == QStringList{u"D 列 备注"_s});
}

TEST_CASE("two columns are not read into one field, and every field that is offered is known by its name")
{
    TestStore store;
    const QString path = writeSheet(store.folder() + u"/a.csv"_s, {{u"名称"_s, u"类型"_s, u"甲"_s, u"乙"_s},
                                                                   {u"甲协会"_s, u"社团"_s, u"1"_s, u"2"_s}});
    Progress progress;
    ImportOptions options;
    options.type = &recordType<Organization>();
    options.choices.mapped = {{u"甲"_s, u"备注"_s}, {u"乙"_s, u"备注"_s}};
    const auto report = importTable(*store, path, options, progress);
    REQUIRE_FALSE(report);
    CHECK(report.error().text.contains(u"“甲”和“乙”两列都要读作“备注”"_s));
    for (const RecordType *type : allRecordTypes()) {
        if (!type->traits.importable)
            continue;
        for (const MappableField &field : mappableFields(*type)) {
            INFO(type->key << ": " << field.said.toStdString());
            ColumnChoices choices;
            choices.mapped = {{u"甲"_s, field.said}};
            const auto preview = previewTable(path, type, -1, {}, choices);
            requireOk(preview);
            const bool isRead = std::any_of(
                preview->columns.begin(), preview->columns.end(), [&](const ImportPreview::Column &column) {
                    return column.heading == u"甲"_s && column.field == field.said &&
                           column.meaning == field.label;
                });
            CHECK((isRead || preview->problem.contains(u"看不出每一行是哪一条"_s)));
        }
    }
}

TEST_CASE("a preview covers numbers of persons in columns that are read as nothing, or as something else")
{
    TestStore store;
    const QString path =
        writeSheet(store.folder() + u"/社会团体.csv"_s,
                   {{u"名称"_s, u"经办人手机"_s, u"身份证"_s, u"备注"_s, u"统一社会信用代码"_s},
                    {u"甲协会"_s, u"13800138000"_s, u"330421199001010018"_s, u"找样某 13900139000"_s,
                     u"51330421MJ00001141"_s}});
    const auto preview = previewTable(path, &recordType<Organization>());
    requireOk(preview);
    QStringList shown;
    for (const ImportPreview::Column &column : preview->columns)
        shown += column.samples;
    CHECK(shown == QStringList{u"甲协会"_s, u"138****8000"_s, u"330421********0018"_s,
                               u"找样某 139****9000"_s, u"51330421MJ00001141"_s});
}

TEST_CASE("the register of a sheet is seen by its columns and by what stands in them, or asked for")
{
    struct Layout
    {
        QStringList head;
        QStringList row;
        const char *type; ///< Several, divided by a blank: they are asked for.
    };
    const QString code = u"51330421MJ0000018P"_s;
    // Heads as offices write them: registers of the county, lists of the towns, what other units send.
    const std::vector<Layout> layouts = {
        {{u"序号"_s, u"社团名称"_s, u"统一社会信用代码"_s, u"法定代表人"_s, u"住所"_s},
         {u"1"_s, u"样例甲协会"_s, code, u"样某"_s, u"人民路1号"_s},
         "organization"},
        {{u"单位名称"_s, u"法定代表人"_s, u"联系电话"_s, u"地址"_s},
         {u"样例甲协会"_s, u"样甲"_s, u"0573-84000000"_s, u"人民路1号"_s},
         "organization"},
        {{u"单位名称"_s, u"法定代表人"_s}, {u"样例甲协会"_s, u"样甲"_s}, "organization"},
        {{u"社团名称"_s, u"法定代表人"_s, u"业务主管单位"_s},
         {u"样例甲协会"_s, u"样甲"_s, u"教育局"_s},
         "organization"},
        {{u"序号"_s, u"登记时间"_s, u"登记部门"_s, u"登记证号"_s, u"单位名称"_s, u"法定代表人"_s, u"地址"_s,
          u"邮编"_s, u"电话"_s, u"业务主管部门"_s},
         {u"1"_s, u"2001-05-08"_s, u"民政局"_s, code, u"样例甲协会"_s, u"样甲"_s, u"人民路1号"_s, u"314100"_s,
          u"84000000"_s, u"教育局"_s},
         "organization"},
        {{u"序号"_s, u"名称"_s, u"类别"_s, u"村社区"_s, u"镇街"_s, u"负责人"_s, u"电话"_s, u"成员数"_s,
          u"党员数"_s, u"场所"_s, u"资金"_s, u"备案日期"_s, u"备案号"_s, u"状态"_s},
         {u"1"_s, u"样例舞蹈队"_s, u"文体活动类"_s, u"东村"_s, u"北亭镇"_s, u"样甲"_s, u"13800138000"_s,
          u"20"_s, u"3"_s, u"文化礼堂"_s, u"500"_s, u"2020-01-02"_s, u"备1号"_s, u"正常"_s},
         "organization"},
        {{u"名称"_s, u"统一社会信用代码"_s}, {u"样例甲协会"_s, code}, "organization"},
        {{u"名称"_s, u"代码"_s}, {u"样例甲协会"_s, code}, "organization"},
        {{u"名称"_s, u"代码"_s}, {u"北亭镇"_s, u"330421100"_s}, "division"},
        {{u"社会组织名称"_s, u"业务主管单位"_s, u"党员人数"_s, u"从业人数"_s},
         {u"样例甲协会"_s, u"教育局"_s, u"3"_s, u"12"_s},
         "organization"},
        {{u"组织名称"_s, u"所属镇街"_s, u"成立日期"_s},
         {u"样例甲协会"_s, u"北亭镇"_s, u"2001-05-08"_s},
         "organization"},
        {{u"名称"_s, u"类型"_s, u"行政区划代码"_s},
         {u"样例1协会"_s, u"社会团体"_s, u"330421001"_s},
         "organization"},
        {{u"区划代码"_s, u"名称"_s, u"级别"_s, u"上级"_s},
         {u"330421100"_s, u"北亭镇"_s, u"镇街"_s, u""_s},
         "division"},
        {{u"镇街"_s, u"镇街代码"_s, u"人口"_s}, {u"北亭镇"_s, u"330421100"_s, u"32000"_s}, "division"},
        {{u"村社区名称"_s, u"所属镇街"_s, u"代码"_s, u"常住人口"_s, u"网格数"_s},
         {u"东村"_s, u"北亭镇"_s, u"330421100001"_s, u"1200"_s, u"5"_s},
         "division"},
        {{u"社会组织"_s, u"姓名"_s, u"职务"_s, u"身份证号"_s, u"电话"_s},
         {u"样例甲协会"_s, u"样甲"_s, u"会长"_s, u"330421197003120027"_s, u"13800138000"_s},
         "person"},
        {{u"单位名称"_s, u"姓名"_s, u"性别"_s, u"出生年月"_s, u"职务"_s, u"政治面貌"_s},
         {u"样例甲协会"_s, u"样甲"_s, u"男"_s, u"1970-03-12"_s, u"会长"_s, u"群众"_s},
         "person"},
        {{u"社团名称"_s, u"负责人姓名"_s, u"职务"_s, u"联系电话"_s},
         {u"样例甲协会"_s, u"样甲"_s, u"会长"_s, u"13800138000"_s},
         "person"},
        {{u"年度"_s, u"名称"_s, u"代码"_s, u"是否慈善"_s, u"网填日期"_s, u"结论"_s},
         {u"2024"_s, u"样例甲协会"_s, code, u"否"_s, u"2025-03-02"_s, u"合格"_s},
         "inspection"},
        {{u"单位名称"_s, u"年检年度"_s, u"年检结论"_s},
         {u"样例甲协会"_s, u"2024"_s, u"合格"_s},
         "inspection"},
        {{u"序号"_s, u"组织名称"_s, u"评估等级"_s}, {u"1"_s, u"样例甲协会"_s, u"4A"_s}, "grade"},
        {{u"名称"_s, u"等级"_s, u"评定日期"_s, u"有效期至"_s, u"证书编号"_s},
         {u"样例甲协会"_s, u"3A"_s, u"2022-11-30"_s, u"2027-11-29"_s, u"评2022-1"_s},
         "grade"},
        {{u"社会组织名称"_s, u"评估等级"_s, u"评估得分"_s}, {u"样例甲协会"_s, u"5A"_s, u"955"_s}, "grade"},
        {{u"当事人"_s, u"文号"_s, u"处罚种类"_s, u"决定日期"_s, u"罚款金额"_s},
         {u"样例甲协会"_s, u"民罚〔2024〕1号"_s, u"罚款"_s, u"2024-03-01"_s, u"5000"_s},
         "penalty"},
        {{u"单位名称"_s, u"处罚决定书文号"_s, u"案由"_s, u"处罚结果"_s},
         {u"样例甲协会"_s, u"民罚〔2024〕1号"_s, u"未按规定年检"_s, u"警告"_s},
         "penalty"},
        {{u"社会组织"_s, u"党组织名称"_s, u"组建形式"_s, u"书记"_s, u"党员人数"_s},
         {u"样例甲协会"_s, u"样例甲协会党支部"_s, u"单独组建"_s, u"样甲"_s, u"5"_s},
         "party_organization"},
        {{u"单位名称"_s, u"党组织名称"_s, u"党组织书记"_s, u"成立时间"_s, u"上级党组织"_s},
         {u"样例甲协会"_s, u"样例甲协会党支部"_s, u"样甲"_s, u"2015-07-01"_s, u"综合党委"_s},
         "party_organization"},
        {{u"社会组织"_s, u"指导员姓名"_s, u"派出单位"_s, u"联系电话"_s},
         {u"样例甲协会"_s, u"样乙"_s, u"教育局"_s, u"13800138000"_s},
         "party_instructor"},
        {{u"单位名称"_s, u"姓名"_s, u"派出单位"_s, u"选派时间"_s},
         {u"样例甲协会"_s, u"样乙"_s, u"教育局"_s, u"2023-01-05"_s},
         "party_instructor"},
        {{u"社会组织"_s, u"活动类型"_s, u"活动时间"_s, u"活动主题"_s, u"参加人数"_s, u"地点"_s},
         {u"样例甲协会"_s, u"主题党日"_s, u"2024-07-01"_s, u"学习"_s, u"12"_s, u"会议室"_s},
         "party_activity"},
        {{u"组织名称"_s, u"日期"_s, u"主题"_s, u"类型"_s},
         {u"样例甲协会"_s, u"2024-07-01"_s, u"学习"_s, u"主题党日"_s},
         "party_activity"},
        {{u"社会组织"_s, u"活动名称"_s, u"活动日期"_s, u"服务时长"_s, u"志愿者人次"_s, u"受益人次"_s},
         {u"样例甲协会"_s, u"义诊"_s, u"2024-05-12"_s, u"3"_s, u"12"_s, u"80"_s},
         "service_activity"},
        {{u"组织名称"_s, u"项目"_s, u"时间"_s, u"地点"_s, u"志愿者人数"_s, u"服务人次"_s},
         {u"样例甲协会"_s, u"义诊"_s, u"2024-05-12"_s, u"东村"_s, u"12"_s, u"80"_s},
         "service_activity"},
        {{u"承接组织"_s, u"项目名称"_s, u"年度"_s, u"购买主体"_s, u"合同金额"_s},
         {u"样例甲协会"_s, u"为老服务"_s, u"2024"_s, u"民政局"_s, u"80000"_s},
         "project"},
        {{u"社会组织"_s, u"项目名称"_s, u"委托单位"_s, u"合同额"_s, u"开始日期"_s, u"结束日期"_s},
         {u"样例甲协会"_s, u"为老服务"_s, u"民政局"_s, u"80000"_s, u"2024-01-01"_s, u"2024-12-31"_s},
         "project"},
        {{u"项目"_s, u"期次"_s, u"拨付金额"_s, u"应付日期"_s, u"实付日期"_s},
         {u"为老服务"_s, u"1"_s, u"40000"_s, u"2024-03-01"_s, u"2024-03-05"_s},
         "project_payment"},
        {{u"购买服务项目"_s, u"第几期"_s, u"付款金额"_s, u"付款日期"_s, u"凭证号"_s},
         {u"为老服务"_s, u"1"_s, u"40000"_s, u"2024-03-05"_s, u"记3"_s},
         "project_payment"},
        {{u"社会组织"_s, u"年度"_s, u"指标编号"_s, u"评分"_s, u"佐证"_s},
         {u"样例甲协会"_s, u"2024"_s, u"A1"_s, u"8"_s, u"台账"_s},
         "manual_score"},
        {{u"组织名称"_s, u"指标"_s, u"得分"_s, u"评分人"_s},
         {u"样例甲协会"_s, u"A1"_s, u"8"_s, u"样丙"_s},
         "manual_score"},
        {{u"组织名称"_s, u"姓名"_s, u"电话"_s},
         {u"样例甲协会"_s, u"样甲"_s, u"13800138000"_s},
         "person party_instructor"},
        {{u"物资名称"_s, u"规格"_s, u"数量"_s}, {u"口罩"_s, u"N95"_s, u"200"_s}, ""},
    };
    const TestStore store;
    const QString path = store.folder() + u"/1.csv"_s;
    for (const Layout &layout : layouts) {
        INFO(layout.head.join(u' ').toStdString());
        const auto preview = previewTable(writeSheet(path, {layout.head, layout.row}));
        requireOk(preview);
        const QStringList types = QString::fromLatin1(layout.type).split(u' ', Qt::SkipEmptyParts);
        CHECK((preview->type ? QString::fromLatin1(preview->type->key) : QString()) ==
              (types.size() == 1 ? types.front() : QString()));
        for (const QString &type : types.size() == 1 ? QStringList() : types)
            CHECK(preview->problem.contains(tr(findRecordType(type)->title)));
    }
}

TEST_CASE("a title says of which register a sheet is where its columns do not")
{
    const TestStore store;
    const std::vector<QStringList> rows = {{u"组织名称"_s, u"姓名"_s, u"电话"_s},
                                           {u"样例甲协会"_s, u"样甲"_s, u"13800138000"_s}};
    const auto typeUnder = [&](const QString &title) {
        const auto preview = previewTable(writeSheet(store.folder() + u"/1.xlsx"_s, rows, {title}));
        requireOk(preview);
        return preview->type ? QString::fromLatin1(preview->type->key) : preview->problem;
    };
    CHECK(typeUnder(u"嘉善县社会组织负责人名册"_s) == u"person"_s);
    CHECK(typeUnder(u"社会组织党建指导员名单"_s) == u"party_instructor"_s);
    CHECK(typeUnder(u"社会组织通讯录"_s).contains(u"负责人还是党建指导员"_s));
}

TEST_CASE("a sheet of organizations is not read as one of towns, and one of towns with telephones is")
{
    TestStore store;
    importFixture(*store, u"p_towns.csv"_s, "division");
    const QString head = store->headHash();
    Progress progress;
    ImportOptions options;
    options.type = &recordType<Division>();
    const QString path = store.folder() + u"/1.csv"_s;
    const std::vector<std::vector<QStringList>> sheets = {
        {{u"名称"_s, u"类型"_s, u"行政区划代码"_s}, {u"样例1协会"_s, u"社会团体"_s, u"330421001"_s}},
        {{u"名称"_s, u"统一社会信用代码"_s, u"行政区划代码"_s},
         {u"样例1协会"_s, u"51330421MJ0000018P"_s, u"330421001"_s}},
        {{u"名称"_s, u"行政区划代码"_s, u"法定代表人"_s}, {u"样例1协会"_s, u"330421001"_s, u"样甲"_s}},
        {{u"名称"_s, u"行政区划代码"_s}, {u"样例1协会"_s, u"330421001"_s}}};
    for (const auto &rows : sheets) {
        INFO(rows.front().join(u' ').toStdString());
        const auto report = importTable(*store, writeSheet(path, rows), options, progress);
        REQUIRE_FALSE(report);
        CHECK(report.error().text.contains(u"看来是社会组织表"_s));
    }
    CHECK(store->headHash() == head);
    const ImportReport towns =
        import(*store,
               writeSheet(path, {{u"名称"_s, u"行政区划代码"_s, u"负责人"_s, u"联系电话"_s},
                                 {u"丙镇"_s, u"330421102"_s, u"样甲"_s, u"0573-84000000"_s}}),
               "division");
    CHECK(towns.added == 1);
}
