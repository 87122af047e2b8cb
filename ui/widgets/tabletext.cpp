// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabletext.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isPlainNumber(const QString &text)
{
    bool number = false;
    text.toDouble(&number);
    return number;
}

/// Spreadsheets take these first characters for a formula, also after white space.
bool looksLikeFormula(const QString &text)
{
    const QString bare = text.trimmed();
    return !bare.isEmpty() && u"=+-@＝＋－＠"_s.contains(bare.front()) && !isPlainNumber(bare);
}

QString tsvCell(QString text)
{
    if (looksLikeFormula(text))
        text.prepend(u'\'');
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r') && !text.startsWith(u'"'))
        return text;
    text.replace(u'"', u"\"\""_s);
    return u'"' + text + u'"';
}

} // namespace

QString toTsv(const QList<QStringList> &rows)
{
    QStringList lines;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(tsvCell(cell));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString toHtmlTable(const QList<QStringList> &rows, const QList<QList<bool>> &numbers)
{
    QString html = u"<html><head><meta charset=\"utf-8\"></head><body><table>"_s;
    for (qsizetype r = 0; r < rows.size(); ++r) {
        html += u"<tr>"_s;
        for (qsizetype c = 0; c < rows[r].size(); ++c) {
            html += numbers.value(r).value(c) ? u"<td>"_s : u"<td style=\"mso-number-format:'\\@'\">"_s;
            html += rows[r][c].toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</td>"_s;
        }
        html += u"</tr>"_s;
    }
    return html + u"</table></body></html>"_s;
}

} // namespace ui
