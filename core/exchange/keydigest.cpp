// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/keydigest.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <bit>

namespace core {

namespace {

/// The state of SipHash and what is done with it, named as in the paper.
struct SipState
{
    quint64 v0, v1, v2, v3;

    void rounds(int count)
    {
        for (int i = 0; i < count; ++i) {
            v0 += v1;
            v1 = std::rotl(v1, 13) ^ v0;
            v0 = std::rotl(v0, 32);
            v2 += v3;
            v3 = std::rotl(v3, 16) ^ v2;
            v0 += v3;
            v3 = std::rotl(v3, 21) ^ v0;
            v2 += v1;
            v1 = std::rotl(v1, 17) ^ v2;
            v2 = std::rotl(v2, 32);
        }
    }
    void take(quint64 word)
    {
        constexpr int compression = 2;
        v3 ^= word;
        rounds(compression);
        v0 ^= word;
    }
    quint64 finished()
    {
        constexpr int finalization = 4;
        rounds(finalization);
        return v0 ^ v1 ^ v2 ^ v3;
    }
};

} // namespace

KeyDigest sipHash(const KeyDigest &key, QByteArrayView bytes)
{
    constexpr qsizetype wordSize = 8;
    SipState state{0x736f6d6570736575U ^ key.low, 0x646f72616e646f6dU ^ key.high ^ 0xee,
                   0x6c7967656e657261U ^ key.low, 0x7465646279746573U ^ key.high};
    qsizetype at = 0;
    for (; bytes.size() - at >= wordSize; at += wordSize)
        state.take(qFromLittleEndian<quint64>(bytes.data() + at));
    quint64 last = quint64(bytes.size()) << 56;
    for (int shift = 0; at < bytes.size(); ++at, shift += 8)
        last |= quint64(static_cast<unsigned char>(bytes[at])) << shift;
    state.take(last);
    state.v2 ^= 0xee;
    const quint64 low = state.finished();
    state.v1 ^= 0xdd;
    return {state.finished(), low};
}

KeyDigest digestOf(QStringView text)
{
    static const KeyDigest key = {QRandomGenerator::system()->generate64(),
                                  QRandomGenerator::system()->generate64()};
    return sipHash(key, QByteArrayView(reinterpret_cast<const char *>(text.utf16()),
                                       text.size() * qsizetype(sizeof(char16_t))));
}

} // namespace core
