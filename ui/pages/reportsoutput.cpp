// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "core/base/dateparse.h"
#include "core/base/tr.h"
#include "core/report/rankingtable.h"
#include "ui/pages/reportlistmodel.h"
#include "ui/print/filenames.h"
#include "ui/print/layout.h"
#include "ui/print/pdf.h"
#include "ui/print/reportsource.h"
#include "ui/taskrunner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/prompt.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QUrl>

// What leaves the reports page: paper, PDF, the workbook of the ranking.

using namespace Qt::StringLiterals;

namespace ui {

core::NoticeRequest ReportsPage::request() const
{
    core::NoticeRequest request;
    request.number = m_number->text().trimmed();
    request.issuedOn = session().today();
    request.publicFrom = core::parseDate(m_from->text()).value_or(QDate());
    request.publicTo = core::parseDate(m_to->text()).value_or(QDate());
    request.objectionsTo = m_objections->text().trimmed();
    return request;
}

std::function<core::Document()> ReportsPage::paperAt(qsizetype row) const
{
    switch (kind()) {
    case Reports:
        return [data = m_data, at = m_model->rows()[size_t(row)], today = session().today()] {
            return core::yearEndReport(data->report(at, {}, today));
        };
    case Notice:
        return [data = m_data, wanted = request()] { return core::rankingNotice(data->notice(wanted)); };
    case Summary: break;
    }
    return [data = m_data] { return core::countySummary(data->summary()); };
}

QString ReportsPage::baseName() const
{
    const QString names[] = {core::tr("%1年度积分评价报告"), core::tr("%1年度积分评价公示"),
                             core::tr("%1年度积分评价总表")};
    return safeFileName(names[kind()].arg(m_year));
}

void ReportsPage::tellBusy(bool started)
{
    if (!started)
        session().prompt.inform(core::tr("请稍候"), core::tr("另一项工作正在进行，做完以后再试。"));
}

void ReportsPage::print()
{
    if (!m_data || (kind() == Reports && m_model->rowCount() == 0))
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(baseName());
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this, printer] { printOn(printer); });
    dialog->open();
}

void ReportsPage::printOn(std::shared_ptr<QPrinter> printer)
{
    // The documents are values; pages are made and sent to the printer off the window's thread.
    const Data year = m_data;
    const QDate today = session().today();
    const bool many = kind() == Reports;
    const std::vector<qsizetype> rows = many ? m_model->rows() : std::vector<qsizetype>{0};
    const std::function<core::Document()> single = many ? nullptr : paperAt(0);
    tellBusy(session().tasks.start<qint64>(
        this, core::tr("打印"),
        [=, fonts = m_fonts](core::Store &, core::Progress &progress) -> core::Result<qint64> {
            std::vector<PageSet> documents;
            for (const qsizetype at : rows) {
                if (progress.isCancelled())
                    return core::Progress::cancelledError();
                documents.push_back(
                    layoutPages(many ? core::yearEndReport(year->report(at, {}, today)) : single(), fonts));
                progress.report(qint64(documents.size()), qint64(rows.size()));
            }
            progress.setStage(core::tr("送往打印机"));
            CORE_TRY(printPages(*printer, documents, fonts));
            return qint64(documents.size());
        },
        [this](const core::Result<qint64> &printed) {
            if (printed)
                session().navigator.tell(core::tr("已送往打印机：%1 份").arg(QLocale().toString(*printed)));
            else
                session().prompt.error(printed.error());
        }));
}

void ReportsPage::savePdf()
{
    if (!m_data || (kind() == Reports && m_model->rowCount() == 0))
        return;
    const bool toFolder =
        kind() == Reports && FileDivision(m_division->currentData().toInt()) != FileDivision::OneFile;
    if (toFolder) {
        session().prompt.chooseFolder(core::tr("选择存放报告的文件夹"),
                                      [this](const std::optional<QString> &folder) {
                                          if (folder)
                                              saveReports(*folder);
                                      });
        return;
    }
    const QString suggested = QFileInfo(store().path()).dir().filePath(baseName() + u".pdf"_s);
    session().prompt.saveFile(
        core::tr("存为 PDF"), suggested, core::tr("PDF (*.pdf)"), [this](const std::optional<QString> &path) {
            if (!path)
                return;
            PrintOptions options;
            options.division = FileDivision::OneFile;
            options.directory = QFileInfo(*path).absolutePath();
            options.fileName = QFileInfo(*path).completeBaseName();
            if (kind() == Reports) {
                const std::vector<qsizetype> rows = m_model->rows();
                runPdf(qsizetype(rows.size()), reportSource(m_data, rows, {}, session().today()), options);
                return;
            }
            runPdf(
                1,
                [paper = paperAt(0), name = baseName()](qsizetype) -> core::Result<PrintItem> {
                    return PrintItem{paper(), name, {}, 0};
                },
                options);
        });
}

void ReportsPage::saveReports(const QString &folder)
{
    PrintOptions options;
    options.division = FileDivision(m_division->currentData().toInt());
    options.directory = folder;
    options.fileName = baseName();
    const std::vector<qsizetype> rows = m_model->rows();
    runPdf(qsizetype(rows.size()), reportSource(m_data, rows, {}, session().today()), options);
}

void ReportsPage::runPdf(qsizetype count, PrintSource source, PrintOptions options)
{
    tellBusy(session().tasks.start<PrintOutcome>(
        this, core::tr("存为 PDF"),
        [=, fonts = m_fonts](core::Store &, core::Progress &progress) {
            return printReports(count, source, options, fonts, progress);
        },
        [this, folder = options.directory](const core::Result<PrintOutcome> &outcome) {
            if (!outcome) {
                session().prompt.error(outcome.error());
                return;
            }
            session().navigator.tell(
                core::tr("已存 %1 个 PDF 文件，共 %2 页").arg(outcome->files.size()).arg(outcome->pages),
                core::tr("打开文件夹"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
        }));
}

void ReportsPage::saveRanking()
{
    if (!m_data)
        return;
    const QString suggested =
        QFileInfo(store().path())
            .dir()
            .filePath(safeFileName(core::tr("%1年度积分排名表").arg(m_year)) + u".xlsx"_s);
    session().prompt.saveFile(
        core::tr("导出排名表"), suggested, core::tr("Excel 工作簿 (*.xlsx)"),
        [this](const std::optional<QString> &path) {
            if (!path)
                return;
            core::NoticeRequest all = request();
            all.rankingLength = 0;
            tellBusy(session().tasks.start<std::monostate>(
                this, core::tr("导出排名表"),
                [data = m_data, all, path = *path](core::Store &, core::Progress &) {
                    return core::writeRankingTable(data->notice(all), path);
                },
                [this, path = *path](const core::Status &written) {
                    if (written)
                        session().navigator.tell(
                            core::tr("排名表已存为 %1").arg(QFileInfo(path).fileName()), core::tr("打开"),
                            [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
                    else
                        session().prompt.error(written.error());
                }));
        });
}

} // namespace ui
