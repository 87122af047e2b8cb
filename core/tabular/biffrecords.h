// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/biffcipher.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace core {

class CompoundStream;

/// The records of .xls files that are read (MS-XLS 2.3).
namespace biff {
inline constexpr quint16 formula = 0x0006;
inline constexpr quint16 endOfPart = 0x000A;
inline constexpr quint16 dateSystem = 0x0022;
inline constexpr quint16 password = 0x002F;
inline constexpr quint16 continued = 0x003C;
inline constexpr quint16 codePage = 0x0042;
inline constexpr quint16 sheet = 0x0085;
inline constexpr quint16 multipleRk = 0x00BD;
inline constexpr quint16 richText = 0x00D6;
inline constexpr quint16 interfaceBegin = 0x00E1;
inline constexpr quint16 cellFormat = 0x00E0;
inline constexpr quint16 mergedCells = 0x00E5;
inline constexpr quint16 sharedStrings = 0x00FC;
inline constexpr quint16 sharedText = 0x00FD;
inline constexpr quint16 number = 0x0203;
inline constexpr quint16 text = 0x0204;
inline constexpr quint16 boolOrError = 0x0205;
inline constexpr quint16 formulaText = 0x0207;
inline constexpr quint16 row = 0x0208;
inline constexpr quint16 rk = 0x027E;
inline constexpr quint16 numberFormat = 0x041E;
inline constexpr quint16 beginOfPart = 0x0809;
} // namespace biff

/// A little-endian number in the body of a record; 0 beyond its end.
quint16 biffNumber16(QByteArrayView body, qsizetype at);
quint32 biffNumber32(QByteArrayView body, qsizetype at);
double biffDouble(QByteArrayView body, qsizetype at);
/// Up to \a size bytes from \a at on: fewer at the end.
QByteArrayView biffBytes(QByteArrayView body, qsizetype at, qsizetype size);

/// The records of a workbook stream one after the other, in bounded memory.
class BiffRecords
{
public:
    /// \a stream outlives this.
    explicit BiffRecords(CompoundStream &stream)
        : m_stream(stream)
    {}
    /// From the next record on, bodies are encrypted.
    void decryptWith(BiffCipher cipher) { m_cipher = std::move(cipher); }
    /// The record at \a position is the next.
    void seek(qint64 position);
    /// Goes to the next record; an error where the stream ends within it or before it.
    Status next();
    /// The type of the record behind this one; 0 at the end.
    quint16 following();

    quint16 type() const { return m_type; }
    /// Until the next call of next() or following().
    QByteArrayView body() const { return {m_buffer.data() + m_body, m_size}; }
    /// Where the record behind this one begins.
    qint64 position() const { return m_start + m_end; }

private:
    /// True when \a size bytes from the end of the record on are in the buffer.
    bool have(qsizetype size);
    void decryptBody();

    CompoundStream &m_stream;
    std::vector<char> m_buffer;
    qint64 m_start = 0;     ///< Where in the stream the buffer begins.
    qsizetype m_filled = 0; ///< Bytes in the buffer.
    qsizetype m_body = 0;   ///< Where in the buffer the body of the record is,
    qsizetype m_size = 0;   ///< how long,
    qsizetype m_end = 0;    ///< and where the next record begins.
    quint16 m_type = 0;
    std::optional<BiffCipher> m_cipher;
};

/// Reads what a record says piece by piece, on into the records that continue it.
class BiffReading
{
public:
    /// \a records stands on the record, of which \a skipped bytes have been read.
    explicit BiffReading(BiffRecords &records, qsizetype skipped = 0)
        : m_records(records)
        , m_at(skipped)
    {}
    // False where the record and its continuations end before.
    bool number8(quint8 &out);
    bool number16(quint16 &out);
    bool number32(quint32 &out);
    bool skip(qint64 size);
    bool atEnd();
    /// \a count characters of UTF-16, or of its lower halves. Each continuation tells anew which.
    bool characters(int count, bool isWide, QString &out);
    /// A text of BIFF8 with \a count characters: flags, characters, and what says how they look, which is
    /// left out.
    bool text(int count, QString &out);

private:
    bool need(qsizetype size);

    BiffRecords &m_records;
    qsizetype m_at = 0;
};

} // namespace core
