// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <catch2/catch.hpp>

#include <string>

using namespace core;

// Expected: NIST, "Examples with Intermediate Values" of FIPS 180-4, and its message of a million "a".
TEST_CASE("SHA-256 gives the values that the standard publishes")
{
    CHECK(Sha256::hexOf("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(Sha256::hexOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(Sha256::hexOf("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("SHA-256 does not mind how the message was cut, and begins anew when asked")
{
    Sha256 hash;
    const std::string piece(1'000, 'a');
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 1'000; ++i)
            hash.add(piece);
        CHECK(hash.takeHex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
}
