// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/packedfigures.h"

#include <cstring>

namespace core {

namespace {

// A byte of these for each figure, then what they announce, in this order.
enum Packed : quint8 { Known = 1, HasValue = 2, HasText = 4, HasParts = 8, HasLastYear = 16, HasNote = 32 };

class Packer
{
public:
    template<typename T>
    void put(T value)
    {
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    void put(Decimal value) { put(value.micro()); }
    void put(const QString &text)
    {
        put(qint32(text.size()));
        m_bytes.append(reinterpret_cast<const char *>(text.constData()),
                       text.size() * qsizetype(sizeof(QChar)));
    }
    void put(const Figure &figure)
    {
        const auto flag = [](bool holds, Packed one) { return quint8(holds ? one : 0); };
        put(quint8(flag(figure.known, Known) | flag(!figure.value.isZero(), HasValue) |
                   flag(!figure.text.isEmpty(), HasText) | flag(!figure.parts.empty(), HasParts) |
                   flag(figure.lastYear.has_value(), HasLastYear) | flag(!figure.note.isEmpty(), HasNote)));
        if (!figure.value.isZero())
            put(figure.value);
        if (!figure.text.isEmpty())
            put(figure.text);
        if (!figure.parts.empty()) {
            put(qint32(figure.parts.size()));
            for (const Figure::Part &part : figure.parts) {
                put(part.key);
                put(part.value);
            }
        }
        if (figure.lastYear)
            put(*figure.lastYear);
        if (!figure.note.isEmpty())
            put(figure.note);
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

class Unpacker
{
public:
    explicit Unpacker(const QByteArray &bytes)
        : m_next(bytes.constData())
        , m_end(bytes.constData() + bytes.size())
    {}

    bool atEnd() const { return m_next == m_end; }
    template<typename T>
    T number()
    {
        T value;
        std::memcpy(&value, m_next, sizeof value);
        m_next += sizeof value;
        return value;
    }
    Decimal decimal() { return Decimal::fromMicro(number<qint64>()); }
    QString text()
    {
        QString text(number<qint32>(), Qt::Uninitialized);
        const auto bytes = size_t(text.size()) * sizeof(QChar);
        std::memcpy(text.data(), m_next, bytes);
        m_next += bytes;
        return text;
    }
    Figure figure()
    {
        Figure figure;
        const auto flags = number<quint8>();
        figure.known = flags & Known;
        if (flags & HasValue)
            figure.value = decimal();
        if (flags & HasText)
            figure.text = text();
        if (flags & HasParts) {
            figure.parts.resize(size_t(number<qint32>()));
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
    const char *m_next;
    const char *m_end;
};

} // namespace

PackedFigures::PackedFigures(const std::vector<Figure> &figures)
{
    Packer packer;
    for (const Figure &figure : figures)
        packer.put(figure);
    // A copy has the length it needs; what grew has room for more.
    m_bytes = QByteArray(packer.bytes().constData(), packer.bytes().size());
}

std::vector<Figure> PackedFigures::unpack() const
{
    std::vector<Figure> figures;
    for (Unpacker unpacker(m_bytes); !unpacker.atEnd();)
        figures.push_back(unpacker.figure());
    return figures;
}

} // namespace core
