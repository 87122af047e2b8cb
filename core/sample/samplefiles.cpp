// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/samplefiles.h"

#include "core/base/tr.h"
#include "core/sample/samplesheet.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace core {
namespace {

/// Below the 1,048,576 rows of a worksheet, with room for titles and foot.
constexpr qint64 rowsOfAWorkbook = 1'000'000;

std::vector<SampleSheet> allSheets(const SampleCounty &county)
{
    std::vector<SampleSheet> sheets = sampleRegisters(county);
    for (SampleSheet &sheet : sampleYearSheets(county))
        sheets.push_back(std::move(sheet));
    return sheets;
}

/// Writes one sheet into as many workbooks as it needs.
class SheetFiles
{
public:
    SheetFiles(const Output &folder, const SampleSheet &sheet, std::vector<SampleFile> &files,
               Progress *progress)
        : m_folder(folder)
        , m_sheet(sheet)
        , m_files(files)
        , m_progress(progress)
    {}

    Status write()
    {
        CORE_TRY(begin());
        Status status = ok();
        m_sheet.rows([&](const std::vector<Cell> &cells) {
            status = writeRow(cells);
            return bool(status);
        });
        CORE_TRY(status);
        return end();
    }

private:
    Status begin()
    {
        const QString part = m_parts++ == 0 ? QString() : u"-%1"_s.arg(m_parts);
        m_files.push_back({m_sheet.file + part + u".xlsx"_s, QString::fromLatin1(m_sheet.type), 0});
        CORE_ASSIGN(m_writer,
                    createTable({QDir(m_folder.path).filePath(m_files.back().name), m_folder.existing}));
        return m_writer->addSheet(m_sheet.file, m_sheet.columns, m_sheet.titles);
    }
    Status writeRow(const std::vector<Cell> &cells)
    {
        if (m_progress && m_progress->isCancelled())
            return Progress::cancelledError();
        if (m_files.back().rows == rowsOfAWorkbook) {
            CORE_TRY(end());
            CORE_TRY(begin());
        }
        ++m_files.back().rows;
        return m_writer->writeRow(cells);
    }
    Status end()
    {
        CORE_TRY(m_writer->writeRow({}));
        const std::vector<Cell> foot = {Cell(), Cell::fromText(m_sheet.foot)};
        CORE_TRY(m_writer->writeRow(foot));
        return m_writer->finish();
    }

    const Output &m_folder;
    const SampleSheet &m_sheet;
    std::vector<SampleFile> &m_files;
    Progress *m_progress;
    std::unique_ptr<TableWriter> m_writer;
    int m_parts = 0;
};

} // namespace

Result<std::vector<SampleFile>> sampleFiles(const SampleOptions &options)
{
    CORE_ASSIGN(const SampleCounty county, SampleCounty::create(options));
    std::vector<SampleFile> files;
    for (const SampleSheet &sheet : allSheets(county))
        files.push_back({sheet.file + u".xlsx"_s, QString::fromLatin1(sheet.type), 0});
    return files;
}

Result<std::vector<SampleFile>> writeSample(const Output &folder, const SampleOptions &options,
                                            Progress *progress)
{
    CORE_ASSIGN(const SampleCounty county, SampleCounty::create(options));
    const QDir place(folder.path);
    if (!place.mkpath(u"."_s))
        return Error{Error::Code::Storage,
                     tr("建不了文件夹“%1”，没有生成样例。请换一个可以写入的位置。").arg(folder.path),
                     {}};
    std::vector<SampleFile> files;
    const std::vector<SampleSheet> sheets = allSheets(county);
    for (size_t i = 0; i < sheets.size(); ++i) {
        if (progress) {
            progress->setStage(tr("生成 %1").arg(sheets[i].file));
            progress->report(qint64(i), qint64(sheets.size()));
        }
        CORE_TRY(SheetFiles(folder, sheets[i], files, progress).write());
    }
    return files;
}

} // namespace core
