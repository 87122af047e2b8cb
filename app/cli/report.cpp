// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/calendar.h"
#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/record/path.h"
#include "core/registry/organization.h"
#include "core/report/rankingtable.h"
#include "core/report/yearenddata.h"
#include "core/store/coveredquestion.h"
#include "ui/print/printjob.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

/// The organizations that a query selects.
core::Result<QSet<QString>> selectedIds(const core::Store &store, const QString &path)
{
    CORE_ASSIGN(const QJsonObject json, readJsonFile(path));
    CORE_ASSIGN(core::Query query, core::Query::fromJson(json));
    if (query.type != QLatin1StringView(core::recordType<core::Organization>().key) || !query.group.empty() ||
        !query.measures.empty())
        return core::Error{core::Error::Code::InvalidInput,
                           core::tr("“%1”应查询社会组织（\"type\":\"organization\"），不分组。").arg(path),
                           {}};
    CORE_TRY(core::checkNothingCovered(query, core::Audience::InternalPaper));
    query.columns = {core::path<&core::Organization::id>()};
    CORE_ASSIGN(const core::Rows rows, store.run(query));
    QSet<QString> ids;
    for (const QVariantList &row : rows.rows)
        ids.insert(row.first().toString());
    return ids;
}

/// What is printed for a year, and where it goes.
class ReportRun
{
public:
    /// \a place is a folder, and what holds for all files in it.
    ReportRun(const core::YearEndData &reports, const core::Output &place, core::Progress &progress)
        : m_reports(reports)
        , m_place(place)
        , m_progress(progress)
    {}

    core::Status printReports(const std::vector<qsizetype> &order, ui::FileDivision division)
    {
        const bool one = division == ui::FileDivision::OneFile;
        ui::PrintOptions options = optionsHere();
        options.division = division;
        options.directory = one ? m_place.path : QDir(m_place.path).filePath(core::tr("单位报告"));
        options.fileName = core::tr("%1年度积分评价报告").arg(year());
        const auto source = [&](qsizetype i) -> core::Result<ui::PrintItem> {
            const qsizetype index = order[size_t(i)];
            const core::Score &score = m_reports.outcome().scores[size_t(index)];
            return ui::PrintItem{core::yearEndReport(m_reports.report(index)), m_reports.name(index),
                                 m_reports.town(index), score.inKind.rank};
        };
        return print(qsizetype(order.size()), source, options);
    }

    core::Status printForAll()
    {
        // The publicity period: five working days from tomorrow on.
        core::NoticeRequest request;
        request.issuedOn = QDate::currentDate();
        const core::WorkCalendar &calendar = core::WorkCalendar::shipped();
        request.publicFrom = calendar.addWorkingDays(request.issuedOn, {1}).date;
        request.publicTo = calendar.addWorkingDays(request.issuedOn, {5}).date;
        core::NoticeFigures notice = m_reports.notice(request);
        m_progress.setStage(core::tr("正在写排名表"));
        const QString table = QDir(m_place.path).filePath(core::tr("%1年度积分评价排名.xlsx").arg(year()));
        if (!QDir().mkpath(m_place.path))
            return core::Error{core::Error::Code::Storage,
                               core::tr("建不了文件夹“%1”。请换一个可以写入的位置。").arg(m_place.path),
                               {}};
        CORE_TRY(core::writeRankingTable(notice, {table, m_place.existing, m_place.spared}));
        m_files.append(table);
        CORE_TRY(
            printOne(core::rankingNotice(std::move(notice)), core::tr("%1年度积分评价公示").arg(year())));
        return printOne(core::countySummary(m_reports.summary()), core::tr("%1年度积分评价概览").arg(year()));
    }

    qint64 pages() const { return m_pages; }
    const QStringList &files() const { return m_files; }
    const ui::PaperFonts &fonts() const { return m_fonts; }

private:
    int year() const { return m_reports.outcome().year; }
    ui::PrintOptions optionsHere() const
    {
        ui::PrintOptions options;
        options.existing = m_place.existing;
        options.spared = m_place.spared;
        return options;
    }

    core::Status printOne(const core::Document &document, const QString &name)
    {
        ui::PrintOptions options = optionsHere();
        options.division = ui::FileDivision::OneFile;
        options.directory = QDir(m_place.path).filePath(core::tr("公示与概览"));
        options.fileName = name;
        return print(
            1,
            [&](qsizetype) {
                return ui::PrintItem{document, name, {}, 0};
            },
            options);
    }

    core::Status print(qsizetype count, const ui::PrintSource &source, const ui::PrintOptions &options)
    {
        CORE_ASSIGN(const ui::PrintOutcome outcome,
                    ui::printReports(count, source, options, m_fonts, m_progress));
        m_pages += outcome.pages;
        for (const QString &file : outcome.files)
            m_files.append(QDir(options.directory).filePath(file));
        return core::ok();
    }

    const core::YearEndData &m_reports;
    const core::Output m_place;
    core::Progress &m_progress;
    const ui::PaperFonts m_fonts;
    qint64 m_pages = 0;
    QStringList m_files;
};

} // namespace

int runReport(Console &console, const QStringList &arguments)
{
    CommandLine line(
        console, arguments,
        core::tr("把一个年度的评价结果做成 PDF：每家一份年终报告，另有公示、概览和排名表（.xlsx）。\n"
                 "给了 --query 时只做选中组织的报告。"));
    addCountyFile(line);
    line.addYear(core::tr("年度，须已评价"));
    line.addNeeded(u"out"_s, u"DIR"_s, core::tr("放报告的文件夹"));
    line.addOption(
        u"scheme"_s, u"KEY"_s,
        core::tr("同一年度有几份评价时，用哪个方案的（方案标识）；不给时用最后公布的，都没公布就用最后算的"));
    line.addFlag(u"single-file"_s, core::tr("全部报告合为一个 PDF"));
    line.addForce();
    line.addOption(u"query"_s, u"QUERY.json"_s, core::tr("只做查询选中的社会组织"));
    int end = Done;
    const std::unique_ptr<core::Store> store = parseAndOpen(console, line, core::Store::Access::Read, end);
    if (!store)
        return end;
    const int year = line.year();
    const auto evaluation = line.has(u"scheme"_s)
                                ? core::findEvaluation(*store, year, line.value(u"scheme"_s))
                                : core::evaluationThatCounts(*store, year);
    if (!evaluation)
        return console.refused(evaluation.error());
    const auto reports = core::YearEndData::load(*store, evaluation->id);
    if (!reports)
        return console.refused(reports.error());
    std::vector<qsizetype> order = reports->printOrder();
    if (line.has(u"query"_s)) {
        const auto ids = selectedIds(*store, line.value(u"query"_s));
        if (!ids)
            return console.refused(ids.error());
        std::erase_if(
            order, [&](qsizetype i) { return !ids->contains(reports->outcome().candidates[size_t(i)].id); });
        if (order.empty())
            return console.refused(
                {core::Error::Code::NotFound, core::tr("查询没有选中参加本年度评价的组织。"), {}});
    }

    core::Progress progress;
    const core::Output place(line.value(u"out"_s), line.existing(),
                             store->ownFiles() + line.values(u"query"_s));
    ReportRun run(*reports, place, progress);
    const auto status = [&]() -> core::Status {
        const ProgressLine shown(progress);
        if (!line.has(u"query"_s))
            CORE_TRY(run.printForAll());
        return run.printReports(order, line.has(u"single-file"_s) ? ui::FileDivision::OneFile
                                                                  : ui::FileDivision::PerOrganization);
    }();
    if (!status) {
        core::Error error = status.error();
        if (!run.files().isEmpty())
            error.text += core::tr("此前已经写出：%1。").arg(run.files().join(u'、'));
        return console.refused(error);
    }
    console.say(core::tr("已做好 %1 家的报告，共 %2 页、%3 个文件，在 %4。")
                    .arg(order.size())
                    .arg(run.pages())
                    .arg(run.files().size())
                    .arg(line.value(u"out"_s)));
    if (const QString fonts = run.fonts().report(); !fonts.isEmpty())
        console.say(fonts);
    return console.done({{u"year"_s, year},
                         {u"reports"_s, qint64(order.size())},
                         {u"pages"_s, run.pages()},
                         {u"files"_s, QJsonArray::fromStringList(run.files())},
                         {u"fonts"_s, run.fonts().report()}});
}

} // namespace cli
