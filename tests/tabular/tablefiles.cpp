// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tabular/tablefiles.h"

#include "tests/support/catch.h"

#include <QFile>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace tablefiles {

QString fixture(const QString &name)
{
    return QStringLiteral(SHANZHI_FIXTURES "/tabular/") + name;
}

std::vector<core::Row> readAll(const QString &path, const std::vector<char> &down)
{
    auto reader = core::openTable(path);
    INFO((reader ? QString() : reader.error().text + reader.error().detail).toStdString());
    REQUIRE(reader);
    if (!down.empty())
        (*reader)->resolveMerges(0, down);
    std::vector<core::Row> rows;
    for (;;) {
        core::Row row;
        const auto more = (*reader)->nextRow(row);
        REQUIRE(more);
        if (!*more)
            return rows;
        rows.push_back(row);
    }
}

QStringList remarksOn(const QString &path)
{
    auto reader = core::openTable(path);
    REQUIRE(reader);
    core::Row row;
    for (auto more = (*reader)->nextRow(row); more && *more; more = (*reader)->nextRow(row)) {
    }
    QStringList texts;
    for (const core::ReadRemark &remark : (*reader)->remarks().listed())
        texts.append(QString::number(remark.row) + u": "_s + remark.text);
    return texts;
}

QString refusal(const QString &path, const core::ReadLimits &limits)
{
    auto reader = core::openTable(path, limits);
    if (!reader)
        return reader.error().text;
    for (;;) {
        core::Row row;
        const auto more = (*reader)->nextRow(row);
        if (!more)
            return more.error().text;
        if (!*more)
            return {};
    }
}

QString Folder::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
    return file.fileName();
}

void writeZip(const QString &path, const Parts &parts)
{
    const zipFile zip = zipOpen64(QFile::encodeName(path).constData(), APPEND_STATUS_CREATE);
    REQUIRE(zip);
    for (const auto &[name, content] : parts) {
        REQUIRE(zipOpenNewFileInZip64(zip, name.constData(), nullptr, nullptr, 0, nullptr, 0, nullptr,
                                      Z_DEFLATED, 6, 0) == ZIP_OK);
        REQUIRE(zipWriteInFileInZip(zip, content.constData(), unsigned(content.size())) == ZIP_OK);
        REQUIRE(zipCloseFileInZip(zip) == ZIP_OK);
    }
    REQUIRE(zipClose(zip, nullptr) == ZIP_OK);
}

Parts workbook(const QByteArray &sheetData, const QByteArray &behind, const QByteArray &styles,
               const QByteArray &strings, const QByteArray &workbookPr)
{
    const QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray package =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const QByteArray main =
        " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + relations + "\"";
    const auto relation = [&](const QByteArray &id, const QByteArray &type, const QByteArray &target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + relations + "/" + type + "\" Target=\"" + target +
               "\"/>";
    };
    Parts parts = {
        {"_rels/.rels", package + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml",
         "<workbook" + main + ">" + workbookPr +
             "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", package + relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                                           relation("rId2", "styles", "styles.xml") +
                                           relation("rId3", "sharedStrings", "sharedStrings.xml") +
                                           "</Relationships>"},
        {"xl/worksheets/sheet1.xml",
         "<worksheet" + main + "><sheetData>" + sheetData + "</sheetData>" + behind + "</worksheet>"},
    };
    if (!styles.isEmpty())
        parts.emplace_back("xl/styles.xml", styles);
    if (!strings.isEmpty())
        parts.emplace_back("xl/sharedStrings.xml", strings);
    return parts;
}

} // namespace tablefiles
