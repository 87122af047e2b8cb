// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/tablereader.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <utility>
#include <vector>

/// Files that the tests of this folder make and read.
namespace tablefiles {

/// Path of a file in tests/fixtures/tabular.
QString fixture(const QString &name);

/// All rows of the sheet that openTable() selects; fails the test on an error.
std::vector<core::Row> readAll(const QString &path, const std::vector<char> &down = {});

/// What the reader says of the sheet that openTable() selects, read to its end: "2: sentence".
QStringList remarksOn(const QString &path);

/// The sentence with which reading \a path ends; empty when all of it reads.
QString refusal(const QString &path, const core::ReadLimits &limits = {});

/// A temporary folder with files of one test.
class Folder
{
public:
    /// Writes \a content to a file \a name and gives its path.
    QString write(const QString &name, const QByteArray &content) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// Parts of a zip file: name and content.
using Parts = std::vector<std::pair<QByteArray, QByteArray>>;

/// Writes a zip file of \a parts.
void writeZip(const QString &path, const Parts &parts);

/// The parts of a workbook with one sheet. \a sheetData is what stands between <sheetData> and its end,
/// \a behind what follows it; \a styles and \a strings are whole parts, \a workbookPr an element.
Parts workbook(const QByteArray &sheetData, const QByteArray &behind = {}, const QByteArray &styles = {},
               const QByteArray &strings = {}, const QByteArray &workbookPr = {});

} // namespace tablefiles
