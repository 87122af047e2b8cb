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
