// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes what is read from JSON that others may have written: the first byte chooses the reader, the rest is
// the text. A query that passes its check is run, so that no query makes SQL that SQLite refuses.
#include "core/base/calendar.h"
#include "core/base/rules.h"
#include "core/evaluation/scheme.h"
#include "core/features.h"
#include "core/newcounty.h"
#include "core/store/journalconversion.h"
#include "core/store/store.h"
#include "tests/fuzz/expect.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace core;
using fuzz::expect;

namespace {

/// A county to ask, in memory where the system has a place for that.
const Store &county()
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/fuzz-XXXXXX"));
    static const std::unique_ptr<Store> store = [] {
        auto created = createCounty(folder.filePath(QStringLiteral("县.shanzhi")), QStringLiteral("330421"),
                                    QStringLiteral("示范县民政局"));
        expect(bool(created), "a county can be made");
        return *std::move(created);
    }();
    return *store;
}

void checkQueryText(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return;
    const auto query = Query::fromJson(document.object());
    if (!query) {
        expect(!query.error().text.isEmpty(), "a query is refused with a sentence");
        return;
    }
    const auto again = Query::fromJson(query->toJson());
    expect(bool(again) && again->toJson() == query->toJson(), "a query that was written is read the same",
           QString::fromUtf8(json));
    if (!checkQuery(*query))
        return;
    Query few = *query;
    few.limit = 20;
    const auto rows = county().run(few);
    expect(bool(rows) || rows.error().code != Error::Code::Storage, "SQLite takes what a query makes",
           rows ? QString() : rows.error().detail);
}

void checkScheme(const QByteArray &json)
{
    const auto scheme = readScheme(json);
    if (!scheme) {
        expect(!scheme.error().text.isEmpty(), "a scheme is refused with a sentence");
        return;
    }
    const QByteArray written = writeScheme(*scheme);
    const auto again = readScheme(written);
    expect(bool(again) && writeScheme(*again) == written, "a scheme that was written is read the same",
           QString::fromUtf8(written));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray json(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    switch (data[0] % 5) {
    case 0:
    case 1: checkQueryText(json); break;
    case 2: checkScheme(json); break;
    case 3: (void)rulesFromJson(json); break;
    default: (void)WorkCalendar::fromJson(json); (void)JournalBridge::fromJson(json);
    }
    return 0;
}
