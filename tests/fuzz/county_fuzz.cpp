// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the opening and checking of a data file. The input is what somebody did to the file, in steps of
// eight bytes: where (four), how many bytes (one, 1–3 of them), and these. Whatever it is, the file is
// refused, or its faults are told, or every record says what it said before.
#include "core/features.h"
#include "core/newcounty.h"
#include "core/registry/organization.h"
#include "core/store/database.h"
#include "core/store/store.h"
#include "tests/fuzz/expect.h"

#include <QDebug>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

using namespace core;
using fuzz::expect;

namespace {

struct County
{
    QTemporaryDir folder{QStringLiteral("/dev/shm/fuzz-XXXXXX")};
    QString path = folder.filePath(QStringLiteral("县.shanzhi"));
    QByteArray bytes; ///< As it was before anybody touched it.
    std::vector<QVariantList> records;
};

/// All values of all records.
Result<std::vector<QVariantList>> recordsOf(const Store &store)
{
    std::vector<QVariantList> all;
    for (const RecordType *type : allRecordTypes()) {
        Query query;
        query.type = QString::fromLatin1(type->key);
        query.sort = {{QStringLiteral("id")}};
        CORE_ASSIGN(const Rows rows, store.run(query));
        all.insert(all.end(), rows.rows.begin(), rows.rows.end());
    }
    return all;
}

const County &county()
{
    static const County made = [] {
        County county;
        {
            auto store = createCounty(county.path, QStringLiteral("330421"), QStringLiteral("示范县民政局"));
            expect(bool(store), "a county can be made");
            for (int i = 0; i < 4; ++i) {
                Organization organization;
                organization.name = QStringLiteral("示范县第%1志愿服务队").arg(i);
                organization.kind = OrganizationKind::ServiceInstitution;
                organization.address = QStringLiteral("示范镇示范路%1号").arg(i + 1);
                const auto saved = (*store)->change(
                    QStringLiteral("新增"), [&](Change &change) { return change.insert(organization); });
                expect(bool(saved), "an organization can be saved");
            }
            county.records = *recordsOf(**store);
        }
        {
            // A change of a few bytes hits something more often, and there is less to write and to read.
            const auto database = Database::open(county.path, Database::Mode::ReadWrite);
            expect(bool(database), "the county can be opened");
            expect(bool((*database)->execute("PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM")),
                   "the county can be made smaller");
        }
        QFile file(county.path);
        expect(file.open(QIODevice::ReadOnly), "the county can be read");
        county.bytes = file.readAll();
        return county;
    }();
    return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr size_t step = 8;
    QByteArray bytes = county().bytes;
    for (size_t at = 0; at + step <= size; at += step) {
        const quint32 place = qFromLittleEndian<quint32>(data + at) % quint32(bytes.size());
        const auto count = std::min(qsizetype(data[at + 4] % 3 + 1), bytes.size() - qsizetype(place));
        bytes.replace(qsizetype(place), count, reinterpret_cast<const char *>(data + at + 5), count);
    }
    {
        QFile file(county().path);
        expect(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the file is written");
    }
    const auto store = Store::open(county().path, Store::Access::Read);
    if (!store) {
        expect(!store.error().text.isEmpty(), "a file is refused with a sentence");
        return 0;
    }
    const auto report = (*store)->verify();
    if (!report || !report->faults.empty())
        return 0;
    const auto records = recordsOf(**store);
    expect(bool(records), "a file that is said to be whole can be read",
           records ? QString() : records.error().detail);
    expect(records->size() == county().records.size(), "a file that is said to be whole has all records");
    for (size_t i = 0; i < records->size(); ++i)
        expect((*records)[i] == county().records[i],
               "a file that is said to be whole says what it said before",
               QDebug::toString((*records)[i]) + u'\n' + QDebug::toString(county().records[i]));
    return 0;
}
