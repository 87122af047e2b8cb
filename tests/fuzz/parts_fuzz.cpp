// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the XML in a workbook, which changed bytes of the file itself hardly ever reach: the first byte
// chooses the part, the rest is its content. It stands in a zip file that is otherwise good.
#include "tests/fuzz/expect.h"
#include "tests/fuzz/memoryfile.h"
#include "tests/support/tablecheck.h"

#include <QByteArray>
#include <QtEndian>

#include <array>
#include <utility>

#include <zlib.h>

namespace {

/// The numbers of a zip header, least byte first.
template<typename... Numbers>
QByteArray header(const char *signature, Numbers... numbers)
{
    QByteArray bytes(signature, 4);
    const auto append = [&](auto number) {
        number = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    };
    (append(numbers), ...);
    return bytes;
}

/// A zip file of \a parts, not compressed (APPNOTE.TXT 4.3).
QByteArray storedZip(std::initializer_list<std::pair<QByteArray, QByteArray>> parts)
{
    QByteArray zip;
    QByteArray directory;
    for (const auto &[name, content] : parts) {
        const auto sum =
            quint32(crc32(0, reinterpret_cast<const Bytef *>(content.data()), uInt(content.size())));
        const auto size = quint32(content.size());
        const auto at = quint32(zip.size());
        const auto length = quint16(name.size());
        zip += header("PK\3\4", quint16(20), quint16(0), quint16(0), quint32(0), sum, size, size, length,
                      quint16(0)) +
               name + content;
        directory += header("PK\1\2", quint16(20), quint16(20), quint16(0), quint16(0), quint32(0), sum, size,
                            size, length, quint16(0), quint16(0), quint16(0), quint16(0), quint32(0), at) +
                     name;
    }
    const auto count = quint16(parts.size());
    return zip + directory +
           header("PK\5\6", quint16(0), quint16(0), count, count, quint32(directory.size()),
                  quint32(zip.size()), quint16(0));
}

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

const QByteArray rootRelations = "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATIONS
                                 "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const QByteArray workbook = "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS
                            "\"><sheets><sheet name=\"甲\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const QByteArray relations =
    "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATIONS
    "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" RELATIONS
    "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"" RELATIONS
    "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
const QByteArray styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/m/d\"/></numFmts>"
                          "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/><xf "
                          "numFmtId=\"46\"/></cellXfs></styleSheet>";
const QByteArray strings = "<sst><si><t>名称</t></si><si><r><t>甲</t></r><r><t>乙</t></r></si></sst>";
const QByteArray sheet =
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><v>日期</v></c>"
    "</row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>43860.5</v></c></row>"
    "</sheetData></worksheet>";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    static fuzz::MemoryFile file;
    const QByteArray content(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    std::array<QByteArray, 6> parts{sheet, sheet, strings, styles, workbook, relations};
    const size_t chosen = data[0] % parts.size();
    parts[chosen] = content;
    file.set(storedZip({{"_rels/.rels", rootRelations},
                        {"xl/workbook.xml", parts[4]},
                        {"xl/_rels/workbook.xml.rels", parts[5]},
                        {"xl/styles.xml", parts[3]},
                        {"xl/sharedStrings.xml", parts[2]},
                        {"xl/worksheets/sheet1.xml", chosen == 1 ? parts[1] : parts[0]}}));
    const QString fault = faultOfReading(file.path());
    fuzz::expect(fault.isEmpty(), "rows within the limits, or a sentence", fault);
    return 0;
}
