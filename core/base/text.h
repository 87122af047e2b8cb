// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace core {

/// Full-width forms (U+FF01–FF5E) as ASCII and the ideographic space as a space: for codes, numbers, dates
/// and for comparing headings. Not for names, whose official spelling has full-width brackets.
QString toHalfWidth(QStringView text);

/// What a clerk sees of \a text: what isZeroWidth() knows and control characters are gone, no-break,
/// ideographic and other odd spaces are plain spaces, line ends are '\n', and nothing blank stands at either
/// end.
QString cleanText(QStringView text);
/// The same; \a text itself when there is nothing to clean.
QString cleanText(const QString &text);

/// \a text, which is clean, on one line: what a cell that was wrapped by hand holds. Between Chinese
/// characters nothing stands where a line ended, elsewhere a blank.
QString oneLine(const QString &text);

/// True of a text of which nothing can be seen.
bool isBlank(QStringView text);

/// True for 0 to 9 only: other scripts have digits too, which no code, number or date is written with.
inline bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// '(' for any opening and ')' for any closing bracket, small, vertical and ornamental ones too, by which
/// names are compared; quotation marks and all else as they are.
QChar foldedBracket(QChar c);

/// A number of bytes as a clerk reads it: "312 字节", "1.5 KB", "24.3 MB"; a KB is 1,024 bytes.
QString sizeInWords(qint64 bytes);

/// How much two words have in common: the number of equal characters, those of the beginning twice. For
/// telling what somebody may have meant.
int likeness(QStringView a, QStringView b);

/// True for zero-width characters, soft hyphens, marks of direction and of byte order: they take no place on
/// screen.
bool isZeroWidth(QChar c);

} // namespace core
