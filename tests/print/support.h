// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/layout.h"

#include <QString>
#include <QStringList>

/// Looks at pages and at PDF files from outside, with poppler's tools.
namespace printing {

/// The substitutes, whatever the machine has: layouts in tests are the same everywhere.
const ui::PaperFonts &fonts();

/// Writes the pages of \a documents to a PDF at \a path.
void writePdf(const std::vector<core::Document> &documents, const QString &path);

/// What the program of poppler-utils prints; fails the test when it cannot be run.
QString poppler(const QString &program, const QStringList &arguments);

/// Text of a PDF page after page (separated by form feeds), without any white space.
QStringList pdfTexts(const QString &path);
QString withoutSpaces(QString text);

/// Text items of a page without those in the margins.
std::vector<ui::TextItem> bodyTexts(const ui::PaperPage &page);
QString bodyText(const ui::PaperPage &page);

} // namespace printing
