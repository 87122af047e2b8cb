// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/print/support.h"

#include "tests/support/catch.h"
#include "ui/print/pdf.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace printing {

const ui::PaperFonts &fonts()
{
    static const ui::PaperFonts fonts(ui::PaperFonts::Choice::SubstitutesOnly);
    return fonts;
}

void writePdf(const std::vector<core::Document> &documents, const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    ui::PdfOutput output(file, fonts());
    for (const auto &document : documents)
        REQUIRE(output.write(ui::layoutPages(document, fonts())));
    REQUIRE(output.finish());
}

QString poppler(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    INFO(program.toStdString() << " belongs to poppler-utils");
    REQUIRE(process.waitForFinished(60'000));
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString withoutSpaces(QString text)
{
    static const QRegularExpression space(u"[\\s\\x{3000}]+"_s);
    return text.remove(space);
}

QStringList pdfTexts(const QString &path)
{
    QStringList pages =
        poppler(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, path, u"-"_s}).split(u'\f');
    if (pages.last().trimmed().isEmpty())
        pages.removeLast();
    for (QString &page : pages)
        page = withoutSpaces(page);
    return pages;
}

std::vector<ui::TextItem> bodyTexts(const ui::PaperPage &page)
{
    std::vector<ui::TextItem> texts;
    for (size_t i = 0; i + static_cast<size_t>(page.marginItems) < page.items.size(); ++i)
        if (const auto *text = std::get_if<ui::TextItem>(&page.items[i]))
            texts.push_back(*text);
    return texts;
}

QString bodyText(const ui::PaperPage &page)
{
    QString all;
    for (const ui::TextItem &text : bodyTexts(page))
        all += text.text + u'\n';
    return all;
}

} // namespace printing
