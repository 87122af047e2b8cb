// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printjob.h"

#include "tests/print/support.h"
#include "tests/report/samples.h"
#include "tests/support/catch.h"
#include "tests/support/fulldisk.h"
#include "tests/support/samplestore.h"
#include "tests/support/tamper.h"
#include "tests/support/teststore.h"
#include "ui/print/filenames.h"
#include "ui/print/reportsource.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <ctime>
#include <iostream>

using namespace Qt::StringLiterals;
using printing::fonts;
using ui::FileDivision;

namespace {

core::Result<ui::PrintItem> item(qsizetype index)
{
    const auto figures = samples::report(15, static_cast<int>(index) + 1);
    return ui::PrintItem{core::yearEndReport(figures), figures.organization,
                         index % 3 == 0 ? u"云塘镇"_s : u"清河街道"_s, index + 1};
}

QStringList filesIn(const QString &path)
{
    return QDir(path).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

/// Prints the first \a count of the items.
ui::PrintOutcome print(qsizetype count, const ui::PrintOptions &options)
{
    core::Progress progress;
    const auto outcome = ui::printReports(count, item, options, fonts(), progress);
    REQUIRE(outcome);
    CHECK(progress.done() == count);
    return *outcome;
}

/// Resident memory in MB, as Linux counts it; 0 elsewhere.
qint64 memory()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4096 / 1'000'000;
}

} // namespace

TEST_CASE("Names of files are such that Windows keeps them")
{
    CHECK(ui::safeFileName(u"示范县“A/B”:协会?"_s) == u"示范县“A_B”_协会_"_s);
    CHECK(ui::safeFileName(u"尾点. "_s) == u"尾点"_s);
    CHECK(ui::safeFileName(u"con"_s) == u"_con"_s);
    CHECK(ui::safeFileName(u"../逃"_s) == u"_._逃"_s);
    CHECK(ui::safeFileName(u"  "_s) == u"_"_s);
    CHECK(ui::safeFileName(QString(u"长"_s).repeated(200)).toUtf8().size() <= 200);
}

TEST_CASE("Equal names of files are numbered, upper and lower case being equal")
{
    ui::FileNames names;
    CHECK(names.unique(u"ABC协会"_s) == u"ABC协会"_s);
    CHECK(names.unique(u"abc协会"_s) == u"abc协会 (2)"_s);
    CHECK(names.unique(u"ABC协会"_s) == u"ABC协会 (3)"_s);
}

TEST_CASE("A run writes one file for each organization, named by rank and name, and lists them")
{
    const QTemporaryDir folder;
    const ui::PrintOutcome outcome = print(12, {FileDivision::PerOrganization, folder.path(), {}, 2});
    CHECK(outcome.printed.size() == 12);
    CHECK(outcome.files.first() == u"01-示范县第1社会服务中心.pdf"_s);
    CHECK(filesIn(folder.path()).size() == 13);
    CHECK(printing::pdfTexts(folder.filePath(outcome.files[6])).first().contains(u"示范县第7社会服务中心"_s));
    QFile log(outcome.log);
    REQUIRE(log.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(log.readAll());
    CHECK(text.contains(u"01-示范县第1社会服务中心.pdf,示范县第1社会服务中心,2,"_s +
                        core::contentHash(item(0)->document)));
}

TEST_CASE("One file for all holds every organization in order")
{
    const QTemporaryDir folder;
    const ui::PrintOutcome outcome = print(5, {FileDivision::OneFile, folder.path(), u"2025年度报告"_s, 2});
    CHECK(outcome.files == QStringList{u"2025年度报告.pdf"_s});
    const QStringList pages = printing::pdfTexts(folder.filePath(u"2025年度报告.pdf"_s));
    REQUIRE(pages.size() == outcome.pages);
    for (int i = 0; i < 5; ++i)
        CHECK(pages[2 * i].contains(u"示范县第%1社会服务中心"_s.arg(i + 1)));
}

TEST_CASE("One file for each town holds its organizations")
{
    const QTemporaryDir folder;
    const ui::PrintOutcome outcome = print(6, {FileDivision::PerTown, folder.path(), {}, 2});
    CHECK(QSet<QString>(outcome.files.begin(), outcome.files.end()) ==
          QSet<QString>{u"云塘镇.pdf"_s, u"清河街道.pdf"_s});
    CHECK(printing::pdfTexts(folder.filePath(u"云塘镇.pdf"_s)).size() == 4);
}

TEST_CASE("The reports of a stored year are printed in the order asked, numbered in it")
{
    SampleStore store(SampleStore::State::Evaluated);
    auto loaded = core::YearEndData::load(*store, evaluationOf(*store, 2025));
    requireOk(loaded);
    const auto data = std::make_shared<const core::YearEndData>(*std::move(loaded));
    std::vector<qsizetype> order = data->printOrder();
    order.resize(4);
    const QTemporaryDir folder;
    core::Progress progress;
    const auto outcome =
        ui::printReports(4, ui::reportSource(data, order, u"示民社评〔2026〕%1号"_s, QDate(2026, 1, 15)),
                         {FileDivision::PerOrganization, folder.path(), {}, 2}, fonts(), progress);
    REQUIRE(outcome);
    for (int i = 0; i < 4; ++i) {
        const auto &printed = outcome->printed[static_cast<size_t>(i)];
        CHECK(printed.organization == data->name(order[static_cast<size_t>(i)]));
        const QString text = printing::pdfTexts(folder.filePath(printed.file)).first();
        CHECK(text.contains(u"示民社评〔2026〕%1号"_s.arg(i + 1)));
        CHECK(text.contains(printing::withoutSpaces(printed.organization)));
    }
}

TEST_CASE("Cancelling leaves whole files and no half ones")
{
    const QTemporaryDir folder;
    core::Progress progress;
    const auto outcome = ui::printReports(
        40,
        [&](qsizetype index) {
            if (index == 12)
                progress.cancel();
            return item(index);
        },
        {FileDivision::PerOrganization, folder.path(), {}, 2}, fonts(), progress);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == core::Error::Code::Cancelled);
    for (const QString &name : filesIn(folder.path())) {
        INFO(name.toStdString());
        if (name.endsWith(u".pdf"_s))
            CHECK(printing::pdfTexts(folder.filePath(name)).size() == 2);
        else
            CHECK(name == u"打印记录.csv"_s);
    }
}

TEST_CASE("A cancelled run into one file leaves the file of the run before untouched")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"全部.pdf"_s);
    writeBytes(path, "before");
    core::Progress progress;
    progress.cancel();
    ui::PrintOptions options{FileDivision::OneFile, folder.path(), u"全部"_s, 1};
    options.existing = core::Existing::Replace;
    CHECK_FALSE(ui::printReports(3, item, options, fonts(), progress));
    CHECK(bytesOf(path) == "before");
}

#ifdef Q_OS_UNIX
TEST_CASE("A report whose last bytes found no room is not done, and the one of before stays")
{
    const QTemporaryDir folder;
    const ui::PrintOptions once{FileDivision::OneFile, folder.path(), u"全部"_s, 1};
    const ui::PrintOutcome whole = print(1, once);
    const QString path = folder.filePath(u"全部.pdf"_s);
    const qint64 size = QFileInfo(path).size();
    ui::PrintOptions again = once;
    again.existing = core::Existing::Replace;
    for (const qint64 missing : {qint64(1), qint64(200), size / 2}) {
        INFO(missing);
        core::Progress progress;
        const auto outcome = [&] {
            const FullDisk full(rlim_t(size - missing));
            return ui::printReports(1, item, again, fonts(), progress);
        }();
        CHECK_FALSE(outcome);
        CHECK(printing::pdfTexts(path).size() == whole.pages);
    }
}
#endif

TEST_CASE("Reports of an earlier run are replaced only when somebody said so")
{
    const QTemporaryDir folder;
    ui::PrintOptions options{FileDivision::PerOrganization, folder.path(), {}, 2};
    print(3, options);
    const QString path = folder.filePath(u"1-示范县第1社会服务中心.pdf"_s);
    writeBytes(path, "before");
    core::Progress progress;
    for (const bool hasLog : {true, false}) {
        if (!hasLog)
            REQUIRE(QFile::remove(folder.filePath(u"打印记录.csv"_s)));
        const auto refused = ui::printReports(3, item, options, fonts(), progress);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == core::Error::Code::Conflict);
        CHECK(bytesOf(path) == "before");
    }
    options.existing = core::Existing::Replace;
    print(3, options);
    CHECK(printing::pdfTexts(path).size() == 2);
    options.spared = {path};
    CHECK(ui::printReports(3, item, options, fonts(), progress).error().code ==
          core::Error::Code::InvalidInput);
}

TEST_CASE("An error of the source stops the run and is passed on, with how many files there are")
{
    const QTemporaryDir folder;
    core::Progress progress;
    const auto outcome = ui::printReports(
        9,
        [](qsizetype index) -> core::Result<ui::PrintItem> {
            if (index == 3)
                return core::Error{core::Error::Code::NotFound, u"没有"_s, {}};
            return item(index);
        },
        {FileDivision::PerOrganization, folder.path(), {}, 2}, fonts(), progress);
    REQUIRE_FALSE(outcome);
    const qsizetype written = QDir(folder.path()).entryList({u"*.pdf"_s}).size();
    CHECK(outcome.error().text.startsWith(u"没有"_s));
    CHECK(outcome.error().text.contains(u" %1 个文件"_s.arg(written)) == (written > 0));
}

TEST_CASE("A folder that cannot be written is said in a sentence with its name")
{
    core::Progress progress;
    const auto outcome =
        ui::printReports(1, item, {FileDivision::OneFile, u"/proc/nowhere"_s, u"x"_s, 1}, fonts(), progress);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().text.contains(u"nowhere"_s));
}

TEST_CASE("Speed of printing", "[.bench]")
{
    const QTemporaryDir folder;
    for (const qsizetype count : {qsizetype(568), qsizetype(3030)}) {
        for (const auto division : {FileDivision::OneFile, FileDivision::PerOrganization}) {
            core::Progress progress;
            QElapsedTimer timer;
            timer.start();
            const std::clock_t before = std::clock();
            REQUIRE(ui::printReports(count, item, {division, folder.path(), u"all"_s, 2}, fonts(), progress));
            std::cout << count << " reports, "
                      << (division == FileDivision::OneFile ? "one file" : "a file each") << ": "
                      << static_cast<double>(timer.elapsed()) / 1000 << " s (processor "
                      << static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC << " s), memory now "
                      << memory() << " MB\n";
        }
    }
}
