// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How an import keeps what the records of a register are called.
#include "core/exchange/recordlookup.h"
#include "core/registry/organization.h"
#include "tests/exchange/sheets.h"

#include <numeric>

using namespace exchangetest;

namespace {

Naming namingOf(const RecordLookup &lookup, const QString &name, const QString &code,
                const QString &town = {})
{
    Organization organization;
    organization.name = name;
    organization.creditCode = code;
    if (!town.isEmpty())
        organization.town = Id<Division>{town};
    return lookup.namingOf(recordType<Organization>().values(&organization));
}

RecordLookup emptyLookup(const Store &store)
{
    auto lookup = RecordLookup::load(store, recordType<Organization>(), RecordLookup::Use::Match);
    requireOk(lookup);
    return *std::move(lookup);
}

std::vector<RecordLookup::Entry> found(const RecordLookup &lookup, const Naming &naming)
{
    return lookup.match(naming, true).entries;
}

} // namespace

TEST_CASE("digests are those of SipHash-2-4 with 128 bits")
{
    // vectors.h of the authors; also: openssl mac -macopt hexkey:000102…0f -macopt size:16 SIPHASH
    const KeyDigest key = {0x0f0e0d0c0b0a0908U, 0x0706050403020100U};
    QByteArray bytes(16, '\0');
    std::iota(bytes.begin(), bytes.end(), '\0');
    const auto hash = [&](qsizetype length) { return sipHash(key, QByteArrayView(bytes).first(length)); };
    CHECK(hash(0) == KeyDigest{0x930255c71472f66dU, 0xe6a825ba047f81a3U});
    CHECK(hash(1) == KeyDigest{0x45fc229b11597634U, 0x44af996bd8c187daU});
    CHECK(hash(8) == KeyDigest{0xb49714f364e2830fU, 0x61f55862baa9623bU});
    CHECK(hash(15) == KeyDigest{0xd9c3cf970fec087eU, 0x11a8b03399e99354U});
    CHECK(hash(16) == KeyDigest{0x77052385bf1533fdU, 0xbb54b067caa4e26eU});
}

TEST_CASE("a register of 100,000 takes less than a hundred bytes of memory for each, and each is found")
{
    constexpr int organizations = 100'000;
    constexpr qint64 most = 100;
    TestStore store;
    RecordLookup lookup = emptyLookup(*store);
    std::vector<QString> ids;
    const auto naming = [&](int i) {
        return namingOf(lookup, u"示范县第%1协会"_s.arg(i), u"5133%1"_s.arg(i), ids[size_t(i) % 50]);
    };
    for (int i = 0; i < organizations; ++i) {
        ids.push_back(newUuid());
        lookup.add(ids.back(), naming(i));
    }
    CHECK(lookup.bytes() < most * organizations);
    for (int i = 0; i < organizations; ++i) {
        const auto byCode = found(lookup, namingOf(lookup, {}, u"5133%1"_s.arg(i)));
        const auto byName =
            found(lookup, namingOf(lookup, u"示范县第%1协会"_s.arg(i), {}, ids[size_t(i) % 50]));
        if (byCode != std::vector<RecordLookup::Entry>{i} || byName != byCode ||
            lookup.idOf(i) != ids[size_t(i)])
            FAIL("not found: " << i);
    }
    CHECK(found(lookup, namingOf(lookup, u"示范县第-1协会"_s, u"5133-1"_s)).empty());
}

TEST_CASE("a record is found by the code it had before, and no longer by the name")
{
    TestStore store;
    RecordLookup lookup = emptyLookup(*store);
    const auto one = lookup.add(newUuid(), namingOf(lookup, u"甲协会"_s, u"1"_s));
    const auto other = lookup.add(newUuid(), namingOf(lookup, u"乙协会"_s, u"2"_s));
    lookup.rename(one, namingOf(lookup, u"丙协会"_s, u"3"_s));
    using Entries = std::vector<RecordLookup::Entry>;
    CHECK(found(lookup, namingOf(lookup, {}, u"1"_s)) == Entries{one});
    CHECK(found(lookup, namingOf(lookup, {}, u"3"_s)) == Entries{one});
    CHECK(found(lookup, namingOf(lookup, u"甲协会"_s, {})).empty());
    CHECK(found(lookup, namingOf(lookup, u"丙协会"_s, {})) == Entries{one});
    // Who has a code first keeps it; what gives it up and takes it again is found once.
    lookup.rename(other, namingOf(lookup, u"甲协会"_s, u"1"_s));
    CHECK(found(lookup, namingOf(lookup, {}, u"1"_s)) == Entries{one});
    lookup.rename(one, namingOf(lookup, u"甲协会"_s, u"1"_s));
    CHECK(found(lookup, namingOf(lookup, u"甲协会"_s, {})) == Entries{one, other});
}

TEST_CASE("records whose digests begin alike, or whose ids are no UUIDs, are kept apart")
{
    NamingIndex index(1, 1, false);
    constexpr quint64 begins = 0xffffffff'00000000U; // the last slot: what follows stands in the first ones
    for (quint32 i = 0; i < 1000; ++i) {
        Naming naming;
        naming.keys.append(KeyDigest{begins | i, 1});
        naming.anchor = {begins | (i / 2), 2};
        naming.further.append(i);
        index.add(u"record-%1"_s.arg(i), naming);
    }
    for (quint32 i = 0; i < 1000; ++i) {
        CHECK(index.withKey(0, {begins | i, 1}) == i);
        CHECK(index.withAnchor({begins | (i / 2), 2}) == std::vector<quint32>{i / 2 * 2, i / 2 * 2 + 1});
        CHECK(index.idOf(i) == u"record-%1"_s.arg(i));
    }
    CHECK(index.withKey(0, {begins | 7, 2}) == NamingIndex::none);
}

TEST_CASE("a name is found behind every kind of number that stands before names, and nothing else is one")
{
    for (const QString &number :
         {u"一、"_s, u"十二、"_s, u"2."_s, u"13．"_s, u"2、"_s, u"4)"_s, u"5 ）"_s, u"(3)"_s, u"（3）"_s,
          u"(十)"_s, u"①"_s, u"⑳"_s, u"㈠"_s, u"㈩"_s, u"⑴"_s, u"⒈"_s, u"⒛"_s})
        CHECK(nameBehindNumber(number + u"甲协会"_s) == u"甲协会");
    for (const QString &name : {u""_s, u"甲协会"_s, u"三星协会"_s, u"2.5米协会"_s, u"12345、协会"_s,
                                u"（甲）协会"_s, u"⓪甲协会"_s, u"A.甲协会"_s})
        CHECK(nameBehindNumber(name).isEmpty());
}
