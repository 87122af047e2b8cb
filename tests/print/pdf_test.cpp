// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/yearenddata.h"
#include "tests/print/support.h"
#include "tests/report/samples.h"
#include "tests/support/catch.h"
#include "tests/support/samplestore.h"
#include "tests/support/teststore.h"
#include "ui/print/pdf.h"

#include <QPrinter>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using printing::pdfTexts;
using printing::withoutSpaces;

namespace {

/// The 3,755 characters of GB 2312 level 1: rows 16 to 55, the last row with 89 cells.
QString levelOne()
{
    QByteArray bytes;
    for (int row = 16; row <= 55; ++row)
        for (int cell = 1; cell <= (row == 55 ? 89 : 94); ++cell) {
            bytes.append(static_cast<char>(row + 0xA0));
            bytes.append(static_cast<char>(cell + 0xA0));
        }
    QStringDecoder decoder("GB18030");
    return decoder(bytes);
}

} // namespace

TEST_CASE("Text copied from a PDF is the text that was printed: all of GB 2312 level 1, codes and radicals")
{
    REQUIRE(printing::fonts().copiesExactly());
    const QString all = levelOne();
    REQUIRE(all.size() == 3755);
    const QString codes = u"一用页月日52330421MJ98A7018R0123456789（）〔2026〕《》“”、，。；：—·×−÷％"_s;
    core::Document document;
    // In each of the four faces: body, heading, table label, title.
    document.title = {codes};
    document.blocks = {core::Heading{1, codes}, core::Paragraph{codes, false}, core::Paragraph{all, false},
                       core::Heading{1, all}};
    core::Table table;
    table.columns = {{QString(), 10}};
    table.rows = {{{all}, core::Table::Row::Kind::Group}};
    document.blocks.push_back(table);
    document.paged = false;
    const QTemporaryDir folder;
    printing::writePdf({document}, folder.filePath(u"a.pdf"_s));
    const QString read = pdfTexts(folder.filePath(u"a.pdf"_s)).join(QString());
    CHECK(read.count(all) == 3);
    CHECK(read.count(codes) == 3);
}

TEST_CASE(
    "Names with rare characters are whole in the text of report, notice and rankings, all in our own fonts")
{
    // GB 18030-2022: extension A (㙍䶮), beyond the BMP in the table of 2013 (𬭎𫟹) and outside it
    // (𠮷), all in the order in which no reader could guess them.
    const QString name = u"样例𬭎㙍䶮𠮷瑢樭萳昇𠮷𫟹𬭎协会"_s;
    auto report = samples::report(3);
    report.organization = name;
    auto notice = samples::notice(12);
    const QString shorter = u"样例𠮷㙍𬭎䶮会"_s; // on one line of its column
    notice.results.front().rows.front().name = shorter;
    notice.rankings.front().entries.front().name = shorter;
    auto second = samples::report(3);
    second.organization = u"𫟹"_s + name;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    const auto check = [&](const std::vector<core::Document> &documents, const QString &wanted,
                           qsizetype atLeast) {
        printing::writePdf(documents, path);
        CHECK(pdfTexts(path).join(QString()).count(wanted) >= atLeast);
        for (const QString &line :
             printing::poppler(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts).mid(2))
            CHECK(line.contains(u"Shanzhi"_s));
    };
    check({core::yearEndReport(report)}, name, 2);
    check({core::yearEndReport(report), core::yearEndReport(second)}, name, 4);
    check({core::rankingNotice(notice)}, shorter, 2);
}

TEST_CASE("Characters that only a font that stands in has are in the text of a PDF too")
{
    core::Document document;
    document.title = {u"样例😀协会"_s};
    document.paged = false;
    document.blocks = {core::Paragraph{u"甲𠮷乙😀丙"_s, false}};
    const QTemporaryDir folder;
    printing::writePdf({document}, folder.filePath(u"a.pdf"_s));
    const QString read = pdfTexts(folder.filePath(u"a.pdf"_s)).join(QString());
    if (printing::poppler(u"pdffonts"_s, {folder.filePath(u"a.pdf"_s)}).contains(u"DejaVu"_s)) {
        CHECK(read.contains(u"样例😀协会"_s));
        CHECK(read.contains(u"甲𠮷乙😀丙"_s));
    } else {
        CHECK(read.contains(u"甲𠮷乙"_s));
    }
}

TEST_CASE("All fonts of a PDF are embedded and can be read back")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    printing::writePdf({core::yearEndReport(samples::report())}, path);
    const QStringList lines =
        printing::poppler(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    REQUIRE(lines.size() >= 3);
    for (const QString &line : lines) {
        INFO(line.toStdString());
        // emb sub uni
        CHECK(line.contains(QRegularExpression(u"\\s(yes)\\s+(yes|no)\\s+(yes)\\s"_s)));
    }
}

TEST_CASE("Every line of the report stands in the PDF, on the page it was laid out on")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    const auto document = core::yearEndReport(samples::report(25));
    printing::writePdf({document}, path);
    const auto set = ui::layoutPages(document, printing::fonts());
    const QStringList pages = pdfTexts(path);
    REQUIRE(static_cast<size_t>(pages.size()) == set.pages.size());
    for (size_t i = 0; i < set.pages.size(); ++i)
        for (const auto &text : printing::bodyTexts(set.pages[i])) {
            INFO(text.text.toStdString());
            CHECK(pages[static_cast<qsizetype>(i)].contains(withoutSpaces(text.text)));
        }
}

TEST_CASE("Writes the sample documents into the folder SHANZHI_LOOK, to be looked at", "[.look]")
{
    const QString folder = qEnvironmentVariable("SHANZHI_LOOK");
    REQUIRE_FALSE(folder.isEmpty());
    printing::writePdf({core::yearEndReport(samples::report())}, folder + u"/report15.pdf"_s);
    printing::writePdf({core::yearEndReport(samples::report(25))}, folder + u"/report25.pdf"_s);
    printing::writePdf({core::rankingNotice(samples::notice())}, folder + u"/notice.pdf"_s);
    printing::writePdf({core::countySummary(samples::summary())}, folder + u"/summary.pdf"_s);

    SampleStore store(SampleStore::State::Evaluated);
    const auto data = core::YearEndData::load(*store, evaluationOf(*store, 2025));
    requireOk(data);
    std::vector<core::Document> reports;
    for (const qsizetype index : data->printOrder())
        reports.push_back(
            core::yearEndReport(data->report(index, u"示民社评〔2026〕1号"_s, QDate(2026, 1, 15))));
    printing::writePdf(reports, folder + u"/county-reports.pdf"_s);
    core::NoticeRequest request;
    request.issuedOn = request.publicFrom = QDate(2026, 1, 16);
    request.publicTo = QDate(2026, 1, 22);
    printing::writePdf({core::rankingNotice(data->notice(request))}, folder + u"/county-notice.pdf"_s);
    printing::writePdf({core::countySummary(data->summary())}, folder + u"/county-summary.pdf"_s);
}

TEST_CASE("The printer gets the same pages as the PDF")
{
    const QTemporaryDir folder;
    const std::vector<core::Document> documents{core::rankingNotice(samples::notice(12))};
    printing::writePdf(documents, folder.filePath(u"pdf.pdf"_s));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(u"printer.pdf"_s));
    REQUIRE(ui::printPages(printer, {ui::layoutPages(documents[0], printing::fonts())}, printing::fonts()));
    const QString sizes = u"Page +\\d+ size: +([0-9.]+ x [0-9.]+)"_s;
    QStringList found[2];
    for (int i = 0; i < 2; ++i) {
        const QString path = folder.filePath(i == 0 ? u"pdf.pdf"_s : u"printer.pdf"_s);
        auto match =
            QRegularExpression(sizes).globalMatch(printing::poppler(u"pdfinfo"_s, {u"-l"_s, u"99"_s, path}));
        while (match.hasNext())
            found[i].append(match.next().captured(1));
    }
    CHECK(found[0].size() > 4);
    CHECK(found[0] == found[1]);
    CHECK(pdfTexts(folder.filePath(u"pdf.pdf"_s)) == pdfTexts(folder.filePath(u"printer.pdf"_s)));
}

TEST_CASE("As poppler measures them, no words stand outside the type area, footer and running title apart")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    for (const auto &document :
         {core::yearEndReport(samples::report(25)), core::rankingNotice(samples::notice(30))}) {
        printing::writePdf({document}, path);
        const QString boxes = printing::poppler(u"pdftotext"_s, {u"-bbox"_s, path, u"-"_s});
        static const QRegularExpression page(u"<page width=\"([0-9.]+)\""_s);
        static const QRegularExpression word(
            u"<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)"_s);
        qreal width = 0;
        int words = 0;
        for (const QString &line : boxes.split(u'\n')) {
            if (const auto match = page.match(line); match.hasMatch())
                width = match.captured(1).toDouble();
            const auto match = word.match(line);
            if (!match.hasMatch())
                continue;
            ++words;
            // Points. Portrait: 28 to 184 mm; landscape: 35 to 260 mm. Half a millimetre for side bearings.
            const qreal left = (width < 700 ? 27.5 : 34.5) * 72 / 25.4;
            const qreal right = (width < 700 ? 184.5 : 260.5) * 72 / 25.4;
            INFO(match.captured(5).toStdString() << " " << match.captured(1).toStdString());
            CHECK(match.captured(1).toDouble() >= left);
            CHECK(match.captured(3).toDouble() <= right);
        }
        CHECK(words > 100);
    }
}
