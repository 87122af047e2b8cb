// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// For tests that read the source of the program. Paths are from the root of the project.

/// Files below the folders \a tops with these names ("*.h"), sorted.
QStringList filesNamed(const QStringList &patterns, const QStringList &tops);

/// The text of a file; the test fails when it cannot be read.
QString sourceText(const QString &path);

/// What \a text includes with quotation marks: headers of ours.
QStringList ownIncludes(const QString &text);
