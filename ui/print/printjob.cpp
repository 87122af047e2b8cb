// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printjob.h"

#include "core/base/tr.h"
#include "core/tabular/tablewriter.h"
#include "ui/print/filenames.h"
#include "ui/print/layout.h"
#include "ui/print/pdf.h"
#include "ui/print/typeset.h"

#include <QDir>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A document on its way to its file.
struct Job
{
    qsizetype index = 0;
    PrintItem item;
    QString file; ///< Name within the directory, without extension.
};

/// Hands jobs from the thread that makes documents to those that print them. Holds a few, so that memory
/// stays flat.
class JobQueue
{
public:
    explicit JobQueue(size_t limit)
        : m_limit(limit)
    {}

    /// Waits for room. False: nobody takes jobs any more.
    bool put(Job job)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [&] { return m_stopped || m_jobs.size() < m_limit; });
        if (m_stopped)
            return false;
        m_jobs.push_back(std::move(job));
        m_work.notify_one();
        return true;
    }
    /// Waits for a job. Empty: there will be none.
    std::optional<Job> take()
    {
        std::unique_lock lock(m_mutex);
        m_work.wait(lock, [&] { return m_stopped || m_closed || !m_jobs.empty(); });
        if (m_stopped || m_jobs.empty())
            return {};
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_room.notify_one();
        return job;
    }
    /// No more jobs come; those waiting are still done.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_work.notify_all();
    }
    /// Something failed: nothing more is done.
    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_work.notify_all();
        m_room.notify_all();
    }

private:
    const size_t m_limit;
    std::mutex m_mutex;
    std::condition_variable m_work, m_room;
    std::deque<Job> m_jobs;
    bool m_closed = false;
    bool m_stopped = false;
};

core::Output outputOf(const PrintOptions &options, const QString &name)
{
    return {QDir(options.directory).filePath(name), options.existing, options.spared};
}

/// A PDF that takes its name when it is whole.
class PdfFile
{
public:
    PdfFile(core::Output output, const PaperFonts &fonts)
        : m_place(std::move(output))
        , m_fonts(fonts)
    {}

    core::Status write(const PageSet &pages)
    {
        if (!m_output) {
            CORE_ASSIGN(m_file, core::OutputFile::create(m_place));
            m_output.emplace(m_file->device(), m_fonts);
        }
        return m_output->write(pages);
    }
    core::Status finish()
    {
        CORE_TRY(m_output->finish());
        return m_file->commit();
    }

private:
    const core::Output m_place;
    const PaperFonts &m_fonts;
    std::unique_ptr<core::OutputFile> m_file;
    std::optional<PdfOutput> m_output; ///< Goes before the file.
};

/// What the printing threads have done so far.
class Record
{
public:
    Record(qsizetype count, core::Progress &progress)
        : m_printed(static_cast<size_t>(count))
        , m_progress(progress)
    {}

    void add(qsizetype index, PrintedFile printed)
    {
        const std::lock_guard lock(m_mutex);
        m_printed[static_cast<size_t>(index)] = std::move(printed);
        m_progress.report(++m_done, static_cast<qint64>(m_printed.size()));
    }
    void fail(core::Error error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = std::move(error);
    }
    /// A file that did not come to be: what was to stand in it is not printed.
    void finished(const QString &file)
    {
        const std::lock_guard lock(m_mutex);
        m_files.insert(file);
    }
    std::optional<core::Error> error() const
    {
        const std::lock_guard lock(m_mutex);
        return m_error;
    }
    PrintOutcome outcome() const
    {
        PrintOutcome outcome;
        for (const PrintedFile &printed : m_printed) {
            if (!m_files.contains(printed.file))
                continue;
            outcome.pages += printed.pages;
            if (!outcome.files.contains(printed.file))
                outcome.files.append(printed.file);
            outcome.printed.push_back(printed);
        }
        return outcome;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<PrintedFile> m_printed;
    QSet<QString> m_files;
    qint64 m_done = 0;
    core::Progress &m_progress;
    std::optional<core::Error> m_error;
};

/// What one printing thread does: takes jobs until there are none, then ends its files.
core::Status printJobs(JobQueue &queue, const PrintOptions &options, const PaperFonts &fonts, Record &record)
{
    Typesetter type(fonts);
    std::map<QString, std::unique_ptr<PdfFile>> open;
    const auto finish = [&](const QString &name) -> core::Status {
        CORE_TRY(open.at(name)->finish());
        open.erase(name);
        record.finished(name);
        return core::ok();
    };
    while (std::optional<Job> job = queue.take()) {
        const QString name = job->file + u".pdf"_s;
        const core::Document &document = job->item.document;
        const PageSet pages = layoutPages(document, PageStyle::of(document.kind), type);
        std::unique_ptr<PdfFile> &file = open[name];
        if (!file)
            file = std::make_unique<PdfFile>(outputOf(options, name), fonts);
        CORE_TRY(file->write(pages));
        if (options.division == FileDivision::PerOrganization)
            CORE_TRY(finish(name));
        record.add(job->index, {name, job->item.organization, static_cast<qint64>(pages.pages.size()),
                                core::contentHash(document)});
    }
    if (record.error())
        return core::ok();
    while (!open.empty())
        CORE_TRY(finish(QString(open.begin()->first)));
    return core::ok();
}

/// Which file a document belongs into.
class FileChooser
{
public:
    FileChooser(const PrintOptions &options, qsizetype count)
        : m_options(options)
        , m_digits(static_cast<int>(QString::number(count).size()))
    {
        m_one = m_names.unique(options.fileName.isEmpty() ? core::tr("报告") : options.fileName);
    }

    QString fileOf(const PrintItem &item)
    {
        switch (m_options.division) {
        case FileDivision::OneFile: return m_one;
        case FileDivision::PerTown: {
            QString &name = m_towns[item.town];
            if (name.isEmpty())
                name = m_names.unique(item.town.isEmpty() ? core::tr("未填镇街") : item.town);
            return name;
        }
        case FileDivision::PerOrganization: break;
        }
        // Ranks are padded, so that the folder lists them in order.
        const QString rank =
            item.rank > 0 ? u"%1"_s.arg(item.rank, m_digits, 10, QChar(u'0')) : core::tr("未排名");
        return m_names.unique(u"%1-%2"_s.arg(rank, item.organization));
    }

private:
    const PrintOptions &m_options;
    int m_digits;
    FileNames m_names;
    QString m_one;
    std::map<QString, QString> m_towns;
};

/// A folder of many files has one; files that stand by themselves may stand in one folder.
core::Output logOf(const PrintOptions &options)
{
    const QString name = core::tr("打印记录") + u".csv"_s;
    const bool isOne = options.division == FileDivision::OneFile;
    return outputOf(options, isOne ? safeFileName(options.fileName) + u' ' + name : name);
}

core::Result<QString> writeLog(const PrintOutcome &outcome, const core::Output &log)
{
    CORE_ASSIGN(const auto table, core::createTable(log));
    using Kind = core::WriteColumn::Kind;
    CORE_TRY(table->addSheet(core::tr("打印记录"), {{core::tr("文件")},
                                                    {core::tr("社会组织")},
                                                    {core::tr("页数"), Kind::Integer},
                                                    {core::tr("内容指纹")}}));
    for (const PrintedFile &printed : outcome.printed) {
        const core::Cell cells[] = {
            core::Cell::fromText(printed.file), core::Cell::fromText(printed.organization),
            core::Cell::fromInteger(printed.pages), core::Cell::fromText(printed.hash)};
        CORE_TRY(table->writeRow(cells));
    }
    CORE_TRY(table->finish());
    return log.path;
}

} // namespace

core::Result<PrintOutcome> printReports(qsizetype count, const PrintSource &source,
                                        const PrintOptions &options, const PaperFonts &fonts,
                                        core::Progress &progress)
{
    if (!QDir().mkpath(options.directory))
        return core::Error{core::Error::Code::Storage,
                           core::tr("建不了文件夹“%1”。请换一个可以写入的位置。")
                               .arg(QDir::toNativeSeparators(options.directory)),
                           {}};
    const core::Output log = logOf(options);
    CORE_TRY(core::checkOutput(log));
    progress.setStage(core::tr("正在生成 PDF"));
    progress.report(0, count);
    // One file is written by one thread; separate files by several, the laying out and embedding of fonts
    // with them.
    const int threads = options.division == FileDivision::PerOrganization ? std::max(options.threads, 1) : 1;
    JobQueue queue(static_cast<size_t>(threads) * 4);
    Record record(count, progress);
    std::vector<std::unique_ptr<QThread>> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back(QThread::create([&] {
            if (const core::Status status = printJobs(queue, options, fonts, record); !status) {
                record.fail(status.error());
                queue.stop();
            }
        }));
        workers.back()->start();
    }
    FileChooser division(options, count);
    bool going = true;
    for (qsizetype i = 0; i < count && going; ++i) {
        core::Result<PrintItem> item = source(i);
        if (progress.isCancelled() || !item) {
            record.fail(item ? core::Progress::cancelledError() : item.error());
            queue.stop();
            break;
        }
        const QString file = division.fileOf(*item);
        going = queue.put({i, *std::move(item), file});
    }
    queue.close();
    for (const auto &worker : workers)
        worker->wait();
    PrintOutcome outcome = record.outcome();
    const auto written = writeLog(outcome, log);
    if (std::optional<core::Error> error = record.error()) {
        if (!outcome.files.isEmpty())
            error->text += core::tr("在它以前已经写出 %1 个文件，在“%2”，列在打印记录里。")
                               .arg(outcome.files.size())
                               .arg(QDir::toNativeSeparators(options.directory));
        return *error;
    }
    CORE_ASSIGN(outcome.log, written);
    return outcome;
}

} // namespace ui
