// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/packedfigures.h"

#include <algorithm>

namespace core {

namespace {

/// Large, so that what is left over at the end of each is nothing and the system gets it back when it goes.
constexpr qsizetype blockSize = 256 * 1024;

constexpr qint64 onePoint = Decimal(1).micro();

// A byte of these for each figure, then what they announce, in this order. Numbers have seven bits a byte,
// the lowest first; the eighth says that more follow.
enum Packed : quint8 { Known = 1, HasValue = 2, HasText = 4, HasParts = 8, HasLastYear = 16, HasNote = 32 };

class Packer
{
public:
    void put(const Figure &figure)
    {
        const auto flag = [](bool holds, Packed one) { return holds ? char(one) : char(0); };
        m_bytes.append(char(flag(figure.known, Known) | flag(!figure.value.isZero(), HasValue) |
                            flag(!figure.text.isEmpty(), HasText) | flag(!figure.parts.empty(), HasParts) |
                            flag(figure.lastYear.has_value(), HasLastYear) |
                            flag(!figure.note.isEmpty(), HasNote)));
        if (!figure.value.isZero())
            putDecimal(figure.value);
        if (!figure.text.isEmpty())
            putText(figure.text);
        if (!figure.parts.empty()) {
            putNumber(figure.parts.size());
            for (const Figure::Part &part : figure.parts) {
                putText(part.key);
                putDecimal(part.value);
            }
        }
        if (figure.lastYear)
            putDecimal(*figure.lastYear);
        if (!figure.note.isEmpty())
            putText(figure.note);
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    void putNumber(quint64 number)
    {
        for (; number >= 0x80; number >>= 7)
            m_bytes.append(char(number | 0x80));
        m_bytes.append(char(number));
    }
    /// Numbers below 0 are odd: small ones stay small.
    void putSigned(qint64 number) { putNumber(quint64(number) << 1 ^ quint64(number >> 63)); }
    void putDecimal(Decimal value)
    {
        // Most are whole, and go without their six zeros.
        const bool isWhole = value.micro() % onePoint == 0;
        m_bytes.append(char(isWhole));
        putSigned(isWhole ? value.micro() / onePoint : value.micro());
    }
    void putText(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        putNumber(quint64(utf8.size()));
        m_bytes.append(utf8);
    }

    QByteArray m_bytes;
};

class Unpacker
{
public:
    explicit Unpacker(QByteArrayView bytes)
        : m_next(bytes.begin())
        , m_end(bytes.end())
    {}

    bool atEnd() const { return m_next == m_end; }
    Figure figure()
    {
        Figure figure;
        const auto flags = quint8(*m_next++);
        figure.known = flags & Known;
        if (flags & HasValue)
            figure.value = decimal();
        if (flags & HasText)
            figure.text = text();
        if (flags & HasParts) {
            figure.parts.resize(size_t(number()));
            for (Figure::Part &part : figure.parts) {
                part.key = text();
                part.value = decimal();
            }
        }
        if (flags & HasLastYear)
            figure.lastYear = decimal();
        if (flags & HasNote)
            figure.note = text();
        return figure;
    }

private:
    quint64 number()
    {
        quint64 number = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = quint8(*m_next++);
            number |= quint64(byte & 0x7F) << shift;
            if (!(byte & 0x80))
                return number;
        }
    }
    Decimal decimal()
    {
        const bool isWhole = *m_next++ != 0;
        const quint64 folded = number();
        const auto value = qint64(folded >> 1 ^ (~(folded & 1) + 1));
        return Decimal::fromMicro(isWhole ? value * onePoint : value);
    }
    QString text()
    {
        const auto size = qsizetype(number());
        QString text = QString::fromUtf8(m_next, size);
        m_next += size;
        return text;
    }

    const char *m_next;
    const char *m_end;
};

} // namespace

void PackedFigures::add(const std::vector<Figure> &figures)
{
    Packer packer;
    for (const Figure &figure : figures)
        packer.put(figure);
    const QByteArray &bytes = packer.bytes();
    if (m_blocks.empty() || m_blocks.back().size() + bytes.size() > m_blocks.back().capacity()) {
        m_blocks.emplace_back();
        m_blocks.back().reserve(std::max(blockSize, bytes.size()));
    }
    QByteArray &block = m_blocks.back();
    m_places.push_back({quint32(m_blocks.size() - 1), quint32(block.size()), quint32(bytes.size())});
    block.append(bytes);
}

std::vector<Figure> PackedFigures::operator[](size_t at) const
{
    const Place place = m_places[at];
    std::vector<Figure> figures;
    for (Unpacker unpacker(QByteArrayView(m_blocks[place.block]).sliced(place.offset, place.size));
         !unpacker.atEnd();)
        figures.push_back(unpacker.figure());
    return figures;
}

} // namespace core
