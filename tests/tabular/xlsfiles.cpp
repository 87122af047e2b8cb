// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tabular/xlsfiles.h"

#include <QtEndian>

#include <cstring>

namespace xlsfiles {

namespace {

template<typename Number>
QByteArray littleEndian(Number number)
{
    QByteArray bytes(qsizetype(sizeof(Number)), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

constexpr int bytesPerSector = 512;
constexpr quint32 endOfSectors = 0xFFFFFFFE;
constexpr quint32 tableSector = 0xFFFFFFFD;
constexpr quint32 unused = 0xFFFFFFFF;

QByteArray padded(const QByteArray &bytes, char with = '\0')
{
    return bytes.leftJustified((bytes.size() + bytesPerSector - 1) / bytesPerSector * bytesPerSector, with);
}

QByteArray entry(const QString &name, int kind, quint32 child, quint32 first, quint32 size)
{
    const QByteArray letters(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    return letters.leftJustified(64, '\0') + two(int(name.size() + 1) * 2) + char(kind) + char(1) +
           four(unused) + four(unused) + four(child) + QByteArray(36, '\0') + four(first) + four(size) +
           four(0);
}

} // namespace

QByteArray two(int number)
{
    return littleEndian(quint16(number));
}

QByteArray four(quint32 number)
{
    return littleEndian(number);
}

QByteArray eight(double number)
{
    quint64 bits = 0;
    std::memcpy(&bits, &number, sizeof(bits));
    return littleEndian(bits);
}

QByteArray record(int type, const QByteArray &body)
{
    return two(type) + two(int(body.size())) + body;
}

QByteArray wide(const QString &text)
{
    return '\1' + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

QByteArray cell(int row, int column)
{
    return two(row) + two(column) + two(0);
}

QByteArray formula(int row, int column, const QByteArray &result, int flags)
{
    return record(0x0006, cell(row, column) + result + two(flags) + four(0) + two(0));
}

QByteArray xlsStream(const QByteArray &globals, const std::vector<XlsSheet> &sheets, int version)
{
    const auto begin = [&](int kind) {
        return record(0x0809, two(version) + two(kind) + QByteArray(version == 0x0600 ? 12 : 4, '\0'));
    };
    const QByteArray end = record(0x000A, {});
    QByteArray front = begin(5) + globals;
    qsizetype position = front.size() + end.size();
    for (const XlsSheet &sheet : sheets)
        position += record(0x0085, QByteArray(6, '\0') + sheet.name).size();
    QByteArray parts;
    for (const XlsSheet &sheet : sheets) {
        front += record(0x0085, four(quint32(position + parts.size())) + char(sheet.state) +
                                    char(sheet.kind) + sheet.name);
        parts += begin(0x10) + sheet.records + end;
    }
    return front + end + parts;
}

QByteArray compoundFile(QByteArray stream, const QString &name)
{
    constexpr qsizetype shortestInSectors = 4096;
    stream = stream.leftJustified(std::max(stream.size(), shortestInSectors), '\0');
    const auto count = quint32((stream.size() + bytesPerSector - 1) / bytesPerSector);
    QByteArray table;
    quint32 tables = 0;
    do {
        ++tables;
        table.clear();
        for (quint32 i = 0; i < tables; ++i)
            table += four(tableSector);
        table += four(endOfSectors); // the directory
        for (quint32 i = 1; i <= count; ++i)
            table += four(i == count ? endOfSectors : tables + 1 + i);
    } while (quint32((table.size() + bytesPerSector - 1) / bytesPerSector) > tables);
    QByteArray header = QByteArray::fromHex("D0CF11E0A1B11AE1") + QByteArray(16, '\0') + two(0x3E) + two(3) +
                        two(0xFFFE) + two(9) + two(6) + QByteArray(10, '\0') + four(tables) + four(tables) +
                        four(0) + four(quint32(shortestInSectors)) + four(endOfSectors) + four(0) +
                        four(endOfSectors) + four(0);
    for (quint32 i = 0; i < 109; ++i)
        header += four(i < tables ? i : unused);
    const QByteArray directory = entry(QStringLiteral("Root Entry"), 5, 1, endOfSectors, 0) +
                                 entry(name, 2, unused, tables + 1, quint32(stream.size()));
    return header + padded(table, '\xFF') + padded(directory) + padded(stream);
}

QByteArray xlsFile(const QByteArray &globals, const QByteArray &records)
{
    return compoundFile(xlsStream(globals, {XlsSheet{records}}));
}

} // namespace xlsfiles
