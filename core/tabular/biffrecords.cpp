// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/biffrecords.h"

#include "core/tabular/badfile.h"
#include "core/tabular/compoundfile.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace core {

namespace {

constexpr qsizetype recordHead = 4;
constexpr qsizetype longestRecord = recordHead + 0xFFFF;
constexpr qsizetype recordBuffer = 2 * longestRecord;

template<typename Number>
Number biffNumber(QByteArrayView body, qsizetype at)
{
    if (at < 0 || body.size() - at < qsizetype(sizeof(Number)))
        return 0;
    return qFromLittleEndian<Number>(body.data() + at);
}

} // namespace

quint16 biffNumber16(QByteArrayView body, qsizetype at)
{
    return biffNumber<quint16>(body, at);
}

quint32 biffNumber32(QByteArrayView body, qsizetype at)
{
    return biffNumber<quint32>(body, at);
}

double biffDouble(QByteArrayView body, qsizetype at)
{
    const auto bits = biffNumber<quint64>(body, at);
    double value = 0;
    std::memcpy(&value, &bits, sizeof(value));
    return value;
}

QByteArrayView biffBytes(QByteArrayView body, qsizetype at, qsizetype size)
{
    const qsizetype start = std::min(at, body.size());
    return body.sliced(start, std::min(size, body.size() - start));
}

void BiffRecords::seek(qint64 position)
{
    m_start = position;
    m_filled = m_body = m_size = m_end = 0;
    m_type = 0;
}

bool BiffRecords::have(qsizetype size)
{
    if (m_filled - m_end >= size)
        return true;
    m_buffer.resize(size_t(recordBuffer));
    // The record one stands on is kept; it is never longer than half of the buffer.
    const qsizetype kept = m_filled - m_body;
    std::memmove(m_buffer.data(), m_buffer.data() + m_body, size_t(kept));
    m_start += m_body;
    m_end -= m_body;
    m_body = 0;
    m_filled = kept + m_stream.read(m_start + kept, m_buffer.data() + kept, int(recordBuffer - kept));
    return m_filled - m_end >= size;
}

Status BiffRecords::next()
{
    m_body = m_end;
    m_size = 0;
    if (!have(recordHead))
        return badFile(BadFile::OldExcelDamaged, QStringLiteral("no end of a part"));
    const QByteArrayView head(m_buffer.data() + m_end, recordHead);
    const qsizetype size = biffNumber16(head, 2);
    if (!have(recordHead + size))
        return badFile(BadFile::OldExcelDamaged, QStringLiteral("end within a record"));
    m_type = biffNumber16({m_buffer.data() + m_end, recordHead}, 0);
    m_body = m_end + recordHead;
    m_size = size;
    m_end = m_body + size;
    if (m_cipher)
        decryptBody();
    return ok();
}

void BiffRecords::decryptBody()
{
    // MS-XLS 2.2.10: what says where parts begin and end is not encrypted.
    constexpr qsizetype positionSize = 4;
    if (m_type == biff::beginOfPart || m_type == biff::password || m_type == biff::interfaceBegin)
        return;
    const qsizetype plain = m_type == biff::sheet ? std::min(positionSize, m_size) : 0;
    m_cipher->decrypt(m_start + m_body + plain, m_buffer.data() + m_body + plain, m_size - plain);
}

quint16 BiffRecords::following()
{
    return have(recordHead) ? biffNumber16({m_buffer.data() + m_end, recordHead}, 0) : quint16(0);
}

bool BiffReading::need(qsizetype size)
{
    while (m_at >= m_records.body().size()) {
        if (m_records.following() != biff::continued || !m_records.next())
            return false;
        m_at = 0;
    }
    return m_records.body().size() - m_at >= size;
}

bool BiffReading::atEnd()
{
    return !need(1);
}

bool BiffReading::number8(quint8 &out)
{
    if (!need(1))
        return false;
    out = quint8(m_records.body()[m_at++]);
    return true;
}

bool BiffReading::number16(quint16 &out)
{
    quint8 low = 0;
    quint8 high = 0;
    if (!number8(low) || !number8(high))
        return false;
    out = quint16(low | high << 8);
    return true;
}

bool BiffReading::number32(quint32 &out)
{
    quint16 low = 0;
    quint16 high = 0;
    if (!number16(low) || !number16(high))
        return false;
    out = low | quint32(high) << 16;
    return true;
}

bool BiffReading::skip(qint64 size)
{
    while (size > 0) {
        if (!need(1))
            return false;
        const qint64 step = std::min<qint64>(size, m_records.body().size() - m_at);
        m_at += step;
        size -= step;
    }
    return true;
}

bool BiffReading::characters(int count, bool isWide, QString &out)
{
    out.clear();
    out.reserve(count);
    for (;;) {
        const QByteArrayView body = m_records.body();
        const qsizetype width = isWide ? 2 : 1;
        const qsizetype here = std::clamp<qsizetype>((body.size() - m_at) / width, 0, count - out.size());
        for (qsizetype i = 0; i < here; ++i, m_at += width)
            out += isWide ? QChar(biffNumber16(body, m_at)) : QChar(char16_t(quint8(body[m_at])));
        if (out.size() == count)
            return true;
        m_at = body.size();
        quint8 flags = 0;
        if (!number8(flags))
            return false;
        isWide = flags & 1;
    }
}

bool BiffReading::text(int count, QString &out)
{
    quint8 flags = 0;
    quint16 runs = 0;
    quint32 more = 0;
    if (!number8(flags) || ((flags & 8) && !number16(runs)) || ((flags & 4) && !number32(more)))
        return false;
    return characters(count, flags & 1, out) && skip(qint64(runs) * 4 + more);
}

} // namespace core
