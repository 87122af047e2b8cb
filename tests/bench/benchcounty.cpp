// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchcounty.h"

#include "core/evaluation/evaluate.h"
#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/storedevaluation.h"
#include "core/exchange/importtable.h"
#include "core/newcounty.h"
#include "core/registry/organization.h"
#include "core/sample/sampleclerk.h"
#include "core/sample/samplefiles.h"
#include "core/tabular/tablewriter.h"
#include "tests/bench/measure.h"

#include <xlsxwriter.h>

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace core;

namespace bench {

namespace {

using Kind = WriteColumn::Kind;

std::vector<WriteColumn> registerHeader()
{
    return {{u"单位名称"_s},
            {u"统一社会信用代码"_s},
            {u"类型"_s},
            {u"备案类别"_s},
            {u"状态"_s},
            {u"登记日期"_s, Kind::Date},
            {u"证书编号"_s},
            {u"行业"_s},
            {u"所在镇街"_s},
            {u"所在村社区"_s},
            {u"住所"_s},
            {u"住所来源"_s},
            {u"用房面积"_s, Kind::Integer},
            {u"业务主管单位"_s},
            {u"注册资金（万元）"_s, Kind::Decimal},
            {u"法定代表人"_s},
            {u"联系人"_s},
            {u"联系电话"_s},
            {u"从业人数"_s, Kind::Integer},
            {u"党员人数"_s, Kind::Integer},
            {u"单位会员数"_s, Kind::Integer},
            {u"个人会员数"_s, Kind::Integer},
            {u"理事数"_s, Kind::Integer},
            {u"上次换届"_s, Kind::Date},
            {u"党建入章"_s, Kind::YesNo}};
}

std::vector<Cell> registerRow(const SampleCounty &county, const SampleOrganization &o, SampleClerk &clerk)
{
    return {clerk.text(o.name),
            Cell::fromText(o.creditCode),
            clerk.choice(o.kind),
            o.category ? clerk.choice(*o.category) : Cell(),
            clerk.choice(o.status),
            clerk.date(o.registeredOn),
            clerk.maybe(o.certificateNumber),
            clerk.choice(o.industry),
            clerk.text(county.towns()[size_t(o.town)].name),
            clerk.text(county.villages()[size_t(o.village)].code),
            clerk.text(o.address),
            clerk.choice(o.premisesSource),
            clerk.number(o.premisesArea),
            clerk.text(o.supervisingUnit),
            clerk.tenThousandYuan(o.capital),
            clerk.text(o.head),
            clerk.maybe(o.contact),
            clerk.digits(o.phone),
            clerk.number(o.staff),
            clerk.number(o.partyMembers),
            clerk.number(o.unitMembers),
            clerk.number(o.individualMembers),
            clerk.number(o.council),
            clerk.maybeDate(o.termStartedOn),
            clerk.yesNo(o.charterHasParty)};
}

Status importFile(Store &store, const QString &path, const QString &type)
{
    Progress progress;
    ImportOptions options;
    options.type = findRecordType(type);
    CORE_ASSIGN(const ImportReport report, importTable(store, path, options, progress));
    if (report.refused > 0)
        return Error{Error::Code::InvalidInput,
                     u"%1: %2 rows refused, the first: %3"_s.arg(path)
                         .arg(report.refused)
                         .arg(report.refusals.front().text),
                     {}};
    return ok();
}

/// A workbook with a table of strings; what TableWriter does not write, because it needs all of them in
/// memory.
class SharedStringsWriter
{
public:
    explicit SharedStringsWriter(const QString &path)
        : m_workbook(workbook_new(QFile::encodeName(path).constData()))
        , m_sheet(workbook_add_worksheet(m_workbook, nullptr))
        , m_date(workbook_add_format(m_workbook))
    {
        format_set_num_format(m_date, "yyyy-mm-dd");
        std::vector<Cell> header;
        for (const WriteColumn &column : registerHeader())
            header.push_back(Cell::fromText(column.heading));
        writeRow(header);
    }
    void writeRow(const std::vector<Cell> &cells)
    {
        for (size_t i = 0; i < cells.size(); ++i) {
            const Cell &cell = cells[i];
            const auto column = lxw_col_t(i);
            if (cell.kind == Cell::Kind::Number) {
                worksheet_write_number(m_sheet, m_row, column, cell.text.toDouble(), nullptr);
            } else if (cell.kind == Cell::Kind::Date) {
                lxw_datetime day = {cell.date.year(), cell.date.month(), cell.date.day(), 0, 0, 0};
                worksheet_write_datetime(m_sheet, m_row, column, &day, m_date);
            } else if (!cell.isEmpty()) {
                worksheet_write_string(m_sheet, m_row, column, cell.value().toUtf8().constData(), nullptr);
            }
        }
        ++m_row;
    }
    Status finish()
    {
        if (const lxw_error error = workbook_close(m_workbook); error != LXW_NO_ERROR)
            return Error{Error::Code::Storage, QString::fromUtf8(lxw_strerror(error)), {}};
        return ok();
    }

private:
    lxw_workbook *m_workbook;
    lxw_worksheet *m_sheet;
    lxw_format *m_date;
    lxw_row_t m_row = 0;
};

} // namespace

Status writeRegister(const QString &path, qint64 organizations, Strings strings)
{
    SampleOptions options;
    options.organizations = organizations;
    CORE_ASSIGN(const SampleCounty county, SampleCounty::create(options));
    SampleClerk clerk(county.random(1, 0));
    if (strings == Strings::Shared) {
        SharedStringsWriter writer(path);
        for (qint64 i = 0; i < organizations; ++i)
            writer.writeRow(registerRow(county, county.organization(i), clerk));
        return writer.finish();
    }
    CORE_ASSIGN(const std::unique_ptr<TableWriter> writer, createTable({path, Existing::Replace}));
    CORE_TRY(writer->addSheet(u"社会组织台账"_s, registerHeader(), {u"示范县社会组织登记备案台账"_s}));
    for (qint64 i = 0; i < organizations; ++i)
        CORE_TRY(writer->writeRow(registerRow(county, county.organization(i), clerk)));
    return writer->finish();
}

Status makeCounty(const QString &path, qint64 organizations)
{
    QTemporaryDir folder;
    SampleOptions options;
    options.organizations = organizations;
    CORE_ASSIGN(const SampleCounty county, SampleCounty::create(options));
    CORE_ASSIGN(const std::unique_ptr<Store> store, createCounty(path, u"330421"_s, u"示范县民政局"_s));
    CORE_ASSIGN(const auto counties, store->all<Division>());
    return store->change(u"区划"_s, [&](Change &change) -> Status {
        std::vector<Division> towns;
        for (const SampleTown &town : county.towns()) {
            Division &made = towns.emplace_back(
                Division{.code = town.code, .name = town.name, .level = DivisionLevel::Town});
            made.parent = counties.front().id;
            CORE_TRY(change.insert(made));
        }
        for (const SampleVillage &village : county.villages()) {
            Division made{.code = village.code, .name = village.name, .level = DivisionLevel::Village};
            made.parent = towns[size_t(village.town)].id;
            CORE_TRY(change.insert(made));
        }
        return ok();
    });
}

Result<std::unique_ptr<Store>> openCounty(const QString &path, qint64 organizations, bool withRecords)
{
    if (QFile::exists(path))
        return Store::open(path);
    const QString part = path + u".part"_s;
    QFile::remove(part);
    {
        QTemporaryDir folder;
        if (withRecords) {
            SampleOptions options;
            options.organizations = organizations;
            CORE_ASSIGN(const std::vector<SampleFile> files, writeSample(folder.path(), options));
            CORE_ASSIGN(const std::unique_ptr<Store> store,
                        createCounty(part, u"330421"_s, u"示范县民政局"_s));
            for (const SampleFile &file : files)
                CORE_TRY(importFile(*store, folder.filePath(file.name), file.type));
        } else {
            const QString workbook = folder.filePath(u"台账.xlsx"_s);
            CORE_TRY(writeRegister(workbook, organizations, Strings::Inline));
            CORE_TRY(makeCounty(part, organizations));
            CORE_ASSIGN(const std::unique_ptr<Store> store, Store::open(part));
            CORE_TRY(importFile(*store, workbook, u"organization"_s));
        }
    }
    if (!QFile::rename(part, path))
        return Error{Error::Code::Storage, u"cannot rename %1"_s.arg(part), {}};
    return Store::open(path);
}

QString evaluatedCounty(const QDir &folder, qint64 organizations)
{
    const QString path = folder.filePath(u"evaluated-%1.shanzhi"_s.arg(organizations));
    if (QFile::exists(path))
        return path;
    const QString part = path + u".part"_s;
    const Status made = [&]() -> Status {
        CORE_ASSIGN(const std::unique_ptr<Store> store, openCounty(part, organizations, true));
        CORE_ASSIGN(const QByteArray json, shippedScheme(u"demo-county"_s));
        CORE_ASSIGN(const Scheme scheme, readScheme(json));
        for (const int year : {2024, 2025}) {
            Progress progress;
            CORE_ASSIGN(EvaluationOutcome outcome,
                        evaluateYear(*store, year, scheme, progress, QDate(2026, 1, 15)));
            CORE_TRY(storeEvaluation(*store, outcome, progress));
        }
        return ok();
    }();
    if (!made || !QFile::rename(part, path))
        return failed(u"cannot make the county"_s, made ? path : made.error().text), QString();
    return path;
}

} // namespace bench
