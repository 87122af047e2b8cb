// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "core/base/tr.h"
#include "ui/print/filenames.h"
#include "ui/print/layout.h"
#include "ui/print/pdf.h"
#include "ui/taskrunner.h"
#include "ui/widgets/prompt.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QUrl>

// What leaves the reports page: paper, PDF, workbooks.

using namespace Qt::StringLiterals;

namespace ui {

void ReportsPage::print()
{
    if (!m_data || paper().count() == 0)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(safeFileName(paper().baseName()));
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
    const qsizetype count = paper().count();
    tellBusy(session().tasks.start<qint64>(
        this, core::tr("打印"),
        [printer, count, source = paper().source(),
         fonts = m_fonts](core::Store &, core::Progress &progress) -> core::Result<qint64> {
            std::vector<PageSet> documents;
            for (qsizetype at = 0; at < count; ++at) {
                if (progress.isCancelled())
                    return core::Progress::cancelledError();
                documents.push_back(layoutPages(source(at), fonts));
                progress.report(qint64(documents.size()), qint64(count));
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
    if (!m_data || paper().count() == 0)
        return;
    PrintOptions options;
    options.division = paper().division();
    options.fileName = safeFileName(paper().baseName());
    if (options.division != FileDivision::OneFile) {
        session().prompt.chooseFolder(Prompt::FileKind::Report, core::tr("选择存放报告的文件夹"),
                                      [this, options](const std::optional<QString> &folder) mutable {
                                          if (!folder)
                                              return;
                                          options.directory = *folder;
                                          printInto(options);
                                      });
        return;
    }
    const QString suggested = options.fileName + u".pdf"_s;
    session().prompt.saveFile(Prompt::FileKind::Report, core::tr("存为 PDF"), suggested,
                              core::tr("PDF (*.pdf)"),
                              [this, options](const std::optional<QString> &path) mutable {
                                  if (!path)
                                      return;
                                  options.directory = QFileInfo(*path).absolutePath();
                                  options.fileName = QFileInfo(*path).completeBaseName();
                                  options.existing = core::Existing::Replace;
                                  runPdf(options);
                              });
}

void ReportsPage::printInto(PrintOptions options)
{
    const qsizetype standing =
        QDir(options.directory).entryList({u"*.pdf"_s, u"*.csv"_s}, QDir::Files).size();
    if (standing == 0)
        return runPdf(options);
    options.existing = core::Existing::Replace;
    session().prompt.confirm(core::tr("文件夹“%1”里已有 %2 个 PDF 和记录文件，同名的会被新的报告替换。")
                                 .arg(QDir::toNativeSeparators(options.directory))
                                 .arg(standing),
                             core::tr("替换"), Prompt::Stakes::Loss, [this, options] { runPdf(options); });
}

void ReportsPage::runPdf(const PrintOptions &options)
{
    const qsizetype count = paper().count();
    tellBusy(session().tasks.start<PrintOutcome>(
        this, core::tr("存为 PDF"),
        [count, source = paper().printSource(), options, fonts = m_fonts](core::Store &store,
                                                                          core::Progress &progress) {
            PrintOptions here = options;
            here.spared = store.ownFiles();
            return printReports(count, source, here, fonts, progress);
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

void ReportsPage::saveWorkbook(const Paper::Workbook &workbook)
{
    if (!m_data)
        return;
    const QString suggested = safeFileName(workbook.fileName) + u".xlsx"_s;
    session().prompt.saveFile(
        Prompt::FileKind::Export, core::tr("导出%1").arg(workbook.fileName), suggested,
        core::tr("Excel 工作簿 (*.xlsx)"),
        [this, write = workbook.write, name = workbook.fileName](const std::optional<QString> &path) {
            if (!path)
                return;
            tellBusy(session().tasks.start<std::monostate>(
                this, core::tr("导出%1").arg(name),
                [write, path = *path](core::Store &store, core::Progress &) {
                    return write({path, core::Existing::Replace, store.ownFiles()});
                },
                [this, path = *path](const core::Status &written) {
                    if (written)
                        session().navigator.tell(
                            core::tr("已存为 %1").arg(QFileInfo(path).fileName()), core::tr("打开"),
                            [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
                    else
                        session().prompt.error(written.error());
                }));
        });
}

} // namespace ui
