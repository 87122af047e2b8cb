// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of Windows to a printer. Hidden, because it prints on the default one: packaging/windows/verify
// installs one that writes a file, asks for [printer], and compares the sheets with the PDF.
#include "core/report/yearenddata.h"
#include "tests/print/support.h"
#include "tests/report/samples.h"
#include "tests/support/catch.h"
#include "tests/support/teststore.h"
#include "ui/print/pdf.h"

#include <QFile>
#include <QPrinter>
#include <QPrinterInfo>

using namespace Qt::StringLiterals;

TEST_CASE("a report goes to the default printer, and the same pages into a PDF", "[.printer]")
{
    const QPrinterInfo target = QPrinterInfo::defaultPrinter();
    REQUIRE_FALSE(target.isNull());
    QPrinter printer(target, QPrinter::HighResolution);
    REQUIRE(printer.outputFormat() == QPrinter::NativeFormat);
    const core::Document document = core::yearEndReport(samples::report());
    const ui::PaperFonts &fonts = printing::fonts();
    const std::vector<ui::PageSet> pages{ui::layoutPages(document, fonts)};
    QFile pdf(qEnvironmentVariable("SHANZHI_PRINTED_PDF", u"printed.pdf"_s));
    REQUIRE(pdf.open(QIODevice::WriteOnly));
    ui::PdfOutput output(pdf, fonts);
    requireOk(output.write(pages.front()));
    requireOk(output.finish());
    requireOk(ui::printPages(printer, pages, fonts));
}
