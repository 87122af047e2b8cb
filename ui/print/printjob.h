// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/base/task.h"
#include "core/report/document.h"
#include "ui/print/fonts.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace ui {

/// How documents are divided among files.
enum class FileDivision { OneFile, PerOrganization, PerTown };

struct PrintOptions
{
    FileDivision division = FileDivision::PerOrganization;
    QString directory; ///< Made when it is not there.
    QString fileName;  ///< Of OneFile, without extension: 2025年度积分评价报告.
    int threads = 2;   ///< Of PerOrganization.
    core::Existing existing = core::Existing::Keep; ///< What becomes of files that are there.
    QStringList spared;                             ///< As core::Output::spared.
};

/// One document to print, and what its file is named by.
struct PrintItem
{
    core::Document document;
    QString organization;
    QString town;
    qint64 rank = 0; ///< 0: not ranked.
};

struct PrintedFile
{
    QString file; ///< Name within the directory.
    QString organization;
    qint64 pages = 0;
    QString hash; ///< core::contentHash() of the document.
};

struct PrintOutcome
{
    std::vector<PrintedFile> printed; ///< In the order of the documents.
    QStringList files;                ///< Written files, without the log.
    qint64 pages = 0;
    QString log; ///< Path of the list of what was printed.
};

/// Makes document \a index; called in the thread that calls printReports(), in order.
using PrintSource = std::function<core::Result<PrintItem>(qsizetype index)>;

/// Prints \a count documents to PDF files: 名次-名称.pdf, one for each town, or one for all. Only a few
/// documents are in memory at a time. A file appears under its name when it is whole. Nothing is begun
/// where the list of an earlier run stands, unless it may be replaced. When cancelled or stopped by an error,
/// the files finished until then stay and the log lists them. Needs a QGuiApplication (offscreen will do);
/// may run in any thread. At the end a sheet 打印记录.csv (of OneFile with the name of the file before) lists
/// file, organization, pages and content hash.
core::Result<PrintOutcome> printReports(qsizetype count, const PrintSource &source,
                                        const PrintOptions &options, const PaperFonts &fonts,
                                        core::Progress &progress);

} // namespace ui
