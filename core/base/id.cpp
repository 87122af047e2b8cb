// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <mutex>

namespace core {

QString newUuid()
{
    static std::mutex mutex;
    static quint64 lastMillisecond = 0;
    static quint32 counter = 0; // 12 bits of rand_a plus 14 of rand_b, RFC 9562 section 6.2 method 1
    quint64 millisecond = quint64(QDateTime::currentMSecsSinceEpoch());
    quint32 count = 0;
    quint64 random = 0;
    {
        const std::lock_guard lock(mutex);
        if (millisecond <= lastMillisecond) {
            millisecond = lastMillisecond;
            if (++counter == (1U << 26)) {
                counter = 0;
                ++millisecond;
            }
        } else {
            counter = QRandomGenerator::global()->generate() >> 8;
        }
        lastMillisecond = millisecond;
        count = counter;
        random = QRandomGenerator::global()->generate64();
    }
    return uuidText({(millisecond << 16) | 0x7000U | (count >> 14),
                     (quint64(2) << 62) | (quint64(count & 0x3FFFU) << 48) | (random & 0xFFFFFFFFFFFFU)});
}

QString uuidText(const UuidBits &bits)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    QString text(36, Qt::Uninitialized);
    QChar *out = text.data();
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20)
            *out++ = u'-';
        const quint64 half = nibble < 16 ? bits.high : bits.low;
        *out++ = digits[(half >> (60 - 4 * (nibble % 16))) & 0xFU];
    }
    return text;
}

std::optional<UuidBits> uuidBits(QStringView text)
{
    if (!isUuid(text))
        return {};
    UuidBits bits;
    int nibble = 0;
    for (const QChar c : text) {
        if (c == u'-')
            continue;
        const char16_t digit = c.unicode();
        quint64 &half = nibble++ < 16 ? bits.high : bits.low;
        half = (half << 4) | quint64(digit <= u'9' ? digit - u'0' : digit - u'a' + 10);
    }
    return bits;
}

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < 36; ++i) {
        const char16_t c = text[i].unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != u'-' : !((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f')))
            return false;
    }
    return true;
}

} // namespace core
