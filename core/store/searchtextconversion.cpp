// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchtextconversion.h"

#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/preparedrecord.h"

namespace core {

namespace {

/// Goes through the records of one type; \a done counts those of all.
Status convertType(Database &database, const RecordType &type, Progress *progress, qint64 &done, qint64 total)
{
    QByteArray columns = "id";
    std::vector<size_t> fields;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        if (type.fields[i].traits.searchable) {
            columns += QByteArray(", ") + type.fields[i].key;
            fields.push_back(i);
        }
    }
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT " + columns + " FROM " + type.key + " WHERE removed_at IS NULL"));
    CORE_ASSIGN(Statement update,
                database.prepare("UPDATE search_entry SET folded = ? WHERE record = ? AND type = ?"));
    while (!fields.empty()) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        QVariantList values(qsizetype(type.fields.size()));
        for (size_t i = 0; i < fields.size(); ++i)
            values[qsizetype(fields[i])] = select.value(int(i) + 1, type.fields[fields[i]].kind);
        const QByteArray text = searchTextOf(type, values).toUtf8();
        const QByteArray id = select.bytes(0);
        update.bindStatic(1, text);
        update.bindStatic(2, id);
        update.bindStatic(3, type.key);
        CORE_TRY(update.run());
        if (progress && ++done % 1024 == 0) {
            progress->report(done, total);
            if (progress->isCancelled())
                return Progress::cancelledError();
        }
    }
    return ok();
}

} // namespace

Status makeSearchTextsAnew(Database &database, Progress *progress)
{
    CORE_ASSIGN(const qint64 total, database.number("SELECT count(*) FROM search_entry"));
    if (total == 0)
        return ok();
    if (progress)
        progress->setStage(tr("更新检索内容"));
    qint64 done = 0;
    for (const RecordType *type : allRecordTypes())
        CORE_TRY(convertType(database, *type, progress, done, total));
    return ok();
}

} // namespace core
