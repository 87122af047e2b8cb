// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <numeric>

namespace core {

/// Random numbers of the sample county: SplitMix64 (Steele, Lea, Flood 2014), the same on every platform. The
/// distributions of the standard library are not: each library draws differently.
class SampleRandom
{
public:
    explicit SampleRandom(quint64 seed)
        : m_state(seed)
    {}

    /// A stream of its own for thing \a index of sort \a stream, so that each thing can be made alone and
    /// again, without keeping those before it.
    static SampleRandom of(quint64 seed, quint64 stream, quint64 index)
    {
        SampleRandom outer(seed ^ (stream * 0xD1B54A32D192ED03ULL));
        return SampleRandom(outer.next() ^ (index * 0x9E3779B97F4A7C15ULL));
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// 0 … \a bound − 1; \a bound from 1 to 2^31.
    int below(qint64 bound) { return int(((next() >> 32) * quint64(bound)) >> 32); }
    /// \a low … \a high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    /// True in \a permille of 1,000 cases.
    bool chance(int permille) { return below(1000) < permille; }
    template<typename List>
    auto pick(const List &list)
    {
        return list[decltype(list.size())(below(qint64(list.size())))];
    }

private:
    quint64 m_state;
};

/// The numbers 0 … size − 1 in another order that needs no memory: position(k) = (a·k + b) mod size.
class SampleShuffle
{
public:
    /// \a size from 1 to 2^31.
    SampleShuffle(qint64 size, quint64 seed)
        : m_size(quint64(size))
    {
        SampleRandom random(seed);
        m_offset = random.next() % m_size;
        m_factor = random.next() % m_size;
        while (m_factor == 0 || std::gcd(m_factor, m_size) != 1)
            m_factor = m_factor % m_size + 1;
    }
    qint64 position(qint64 k) const { return qint64((m_factor * (quint64(k) % m_size) + m_offset) % m_size); }

private:
    quint64 m_size;
    quint64 m_factor = 1;
    quint64 m_offset = 0;
};

} // namespace core
