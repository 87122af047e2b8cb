// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/samplerandom.h"

#include "tests/support/catch.h"

#include <set>

using core::SampleRandom;
using core::SampleShuffle;

// The reference implementation of SplitMix64 (Vigna, splitmix64.c) started with 1234567; the values stand in
// the test suites of several languages' libraries.
TEST_CASE("The generator gives the published numbers of SplitMix64")
{
    SampleRandom random(1234567);
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
    CHECK(random.next() == 9817491932198370423ULL);
    CHECK(random.next() == 4593380528125082431ULL);
    CHECK(random.next() == 16408922859458223821ULL);
}

TEST_CASE("below() stays below its bound and reaches every number")
{
    SampleRandom random(7);
    std::set<int> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(random.below(6));
    CHECK(seen == std::set<int>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("A shuffle gives each position exactly once")
{
    for (const qint64 size : {1, 2, 3, 10, 302, 6372}) {
        const SampleShuffle shuffle(size, 99);
        std::set<qint64> seen;
        for (qint64 k = 0; k < size; ++k)
            seen.insert(shuffle.position(k));
        CHECK(qint64(seen.size()) == size);
        CHECK(*seen.begin() == 0);
        CHECK(*seen.rbegin() == size - 1);
    }
}
