// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xlsworkbook.h"

#include "core/tabular/badfile.h"
#include "core/tabular/biffrecords.h"
#include "core/tabular/encoding.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int version5 = 0x0500;
constexpr int version8 = 0x0600;
constexpr size_t mostStyles = 65'536;
constexpr size_t mostXlsSheets = 10'000;

/// Takes in the records of a workbook one by one.
class GlobalsReader
{
public:
    GlobalsReader(BiffRecords &records, const ReadLimits &limits)
        : m_records(records)
        , m_limits(limits)
    {}
    Result<XlsWorkbook> read();

private:
    Status begin();
    Status take();
    Status decrypt();
    Status takeSheet();
    Status takeFormat();
    Status takeStrings();

    BiffRecords &m_records;
    const ReadLimits &m_limits;
    XlsWorkbook m_workbook;
    QHash<int, CellFormat> m_ownFormats;
    std::vector<int> m_styles; ///< The format of each.
};

Error damagedWorkbook(const char *what)
{
    return badFile(BadFile::OldExcelDamaged, QString::fromLatin1(what));
}

Status GlobalsReader::begin()
{
    CORE_TRY(m_records.next());
    if (m_records.type() != biff::beginOfPart)
        return damagedWorkbook("no begin of the workbook");
    const int version = biffNumber16(m_records.body(), 0);
    if (version != version5 && version != version8)
        return badFile(BadFile::OldExcel, u"version %1"_s.arg(version));
    m_workbook.isUnicode = version == version8;
    return ok();
}

Result<XlsWorkbook> GlobalsReader::read()
{
    CORE_TRY(begin());
    for (;;) {
        CORE_TRY(m_records.next());
        if (m_records.type() == biff::endOfPart)
            break;
        CORE_TRY(take());
    }
    if (m_workbook.sheets.empty())
        return badFile(BadFile::NotAWorkbook, u"no worksheets"_s);
    for (const int id : m_styles) {
        const auto own = m_ownFormats.constFind(id);
        m_workbook.formats.push_back(own != m_ownFormats.constEnd() ? *own : cellFormat(id, {}));
    }
    return std::move(m_workbook);
}

Status GlobalsReader::take()
{
    const QByteArrayView body = m_records.body();
    switch (m_records.type()) {
    case biff::password: return decrypt();
    case biff::codePage: m_workbook.codePage = biffNumber16(body, 0); break;
    case biff::dateSystem:
        m_workbook.dateSystem = biffNumber16(body, 0) == 1 ? DateSystem::From1904 : DateSystem::From1900;
        break;
    case biff::sheet: return takeSheet();
    case biff::numberFormat: return takeFormat();
    case biff::cellFormat:
        m_styles.push_back(biffNumber16(body, 2));
        if (m_styles.size() > mostStyles)
            return badFile(BadFile::Bomb, u"too many styles"_s);
        break;
    case biff::sharedStrings: return takeStrings();
    default: break;
    }
    return ok();
}

Status GlobalsReader::decrypt()
{
    auto cipher = BiffCipher::withKnownPassword(m_records.body());
    if (!cipher)
        return badFile(BadFile::Encrypted);
    m_records.decryptWith(*std::move(cipher));
    return ok();
}

Status GlobalsReader::takeSheet()
{
    constexpr qsizetype headSize = 7; // position, state, kind, characters of the name
    constexpr int worksheet = 0;
    const QByteArrayView body = m_records.body();
    if (body.size() < headSize)
        return damagedWorkbook("sheet");
    XlsWorkbook::Sheet sheet;
    sheet.position = biffNumber32(body, 0);
    sheet.hidden = (body[4] & 3) != 0;
    const bool isWorksheet = body[5] == worksheet;
    const int length = quint8(body[6]);
    if (m_workbook.isUnicode) {
        BiffReading reading(m_records, headSize);
        if (!reading.text(length, sheet.name))
            return damagedWorkbook("name of a sheet");
    } else {
        CORE_ASSIGN(sheet.name, m_workbook.decoded(biffBytes(body, headSize, length)));
    }
    if (isWorksheet)
        m_workbook.sheets.push_back(std::move(sheet));
    return m_workbook.sheets.size() <= mostXlsSheets ? ok()
                                                     : Status(badFile(BadFile::Bomb, u"too many sheets"_s));
}

Status GlobalsReader::takeFormat()
{
    const QByteArrayView body = m_records.body();
    const int id = biffNumber16(body, 0);
    QString code;
    if (m_workbook.isUnicode) {
        BiffReading reading(m_records, 4);
        if (!reading.text(biffNumber16(body, 2), code))
            return damagedWorkbook("format");
    } else {
        const QByteArrayView bytes = biffBytes(body, 3, body.size());
        const auto decoded = m_workbook.decoded(bytes);
        // The letters that mean something are ASCII in every code page.
        code = decoded ? *decoded : QString::fromLatin1(bytes);
    }
    m_ownFormats.insert(id, cellFormat(id, code));
    return ok();
}

Status GlobalsReader::takeStrings()
{
    const auto longestKept =
        m_limits.maxCellCharacters + 1; // enough to be seen as too long when a cell uses it
    const quint32 count = biffNumber32(m_records.body(), 4);
    BiffReading reading(m_records, 8);
    m_workbook.strings = SharedStrings(m_limits);
    QString text;
    for (quint32 i = 0; i < count && !reading.atEnd(); ++i) {
        quint16 length = 0;
        if (!reading.number16(length) || !reading.text(length, text))
            return damagedWorkbook("shared strings");
        const QByteArray bytes = text.left(longestKept).toUtf8();
        CORE_TRY(m_workbook.strings.append({bytes.constData(), size_t(bytes.size())}));
    }
    return ok();
}

} // namespace

Result<QString> XlsWorkbook::decoded(QByteArrayView bytes) const
{
    constexpr int simplifiedChinese = 936;
    constexpr int simplifiedChineseOfMac = 10'008;
    constexpr int latin = 1252;
    const bool isAscii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return quint8(c) < 0x80; });
    if (isAscii || codePage == latin)
        return QString::fromLatin1(bytes);
    if (codePage != simplifiedChinese && codePage != simplifiedChineseOfMac)
        return badFile(BadFile::OldExcel, u"code page %1"_s.arg(codePage));
    return TextDecoder(TextEncoding::Gb18030).decode(bytes);
}

Result<XlsWorkbook> readXlsWorkbook(BiffRecords &records, const ReadLimits &limits)
{
    return GlobalsReader(records, limits).read();
}

} // namespace core
