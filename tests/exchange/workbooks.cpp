// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/workbooks.h"

#include "core/tabular/cell.h"
#include "tests/tabular/tablefiles.h"

using namespace Qt::StringLiterals;

namespace exchangetest {

namespace {

QByteArray cellXml(const QString &value, const QByteArray &name)
{
    if (value.isEmpty())
        return {};
    if (value.startsWith(u'#'))
        return "<c r=\"" + name + "\"><v>" + value.mid(1).toLatin1() + "</v></c>";
    return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + value.toHtmlEscaped().toUtf8() + "</t></is></c>";
}

QByteArray sheetXml(const SheetText &sheet)
{
    QByteArray xml =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    for (size_t row = 0; row < sheet.rows.size(); ++row) {
        const QByteArray number = QByteArray::number(qulonglong(row + 1));
        xml += "<row r=\"" + number + "\">";
        for (int column = 0; column < sheet.rows[row].size(); ++column)
            xml += cellXml(sheet.rows[row][column], core::columnName(column).toLatin1() + number);
        xml += "</row>";
    }
    xml += "</sheetData><mergeCells>";
    for (const QByteArray &merge : sheet.merges)
        xml += "<mergeCell ref=\"" + merge + "\"/>";
    return xml + "</mergeCells></worksheet>";
}

} // namespace

QString writeWorkbook(const QString &path, const std::vector<SheetText> &sheets, bool counts1904)
{
    auto parts = tablefiles::workbook({}, {}, {}, {}, counts1904 ? "<workbookPr date1904=\"1\"/>" : "");
    QByteArray names;
    QByteArray relations;
    for (size_t i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(qulonglong(i + 1));
        names += "<sheet name=\"" + sheets[i].name.toUtf8() + "\" sheetId=\"" + number + "\" r:id=\"s" +
                 number + "\"/>";
        relations +=
            "<Relationship Id=\"s" + number +
            "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
            "Target=\"worksheets/s" +
            number + ".xml\"/>";
        parts.emplace_back("xl/worksheets/s" + number + ".xml", sheetXml(sheets[i]));
    }
    for (auto &[name, content] : parts) {
        if (name == "xl/workbook.xml")
            content.replace("<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>", names);
        if (name == "xl/_rels/workbook.xml.rels")
            content.replace("</Relationships>", relations + "</Relationships>");
    }
    tablefiles::writeZip(path, parts);
    return path;
}

} // namespace exchangetest
