// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journalformat1.h"
#include "core/store/schema.h"
#include "tests/support/tamper.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

/// The file of schema 1, not opened by a Store yet.
class FormerFile
{
public:
    /// \a more: entries of 500 edits each that stand in its journal besides, an even number: the telephone of
    /// an organization is changed forth and back.
    explicit FormerFile(int more = 0)
    {
        auto database = core::Database::open(path(), core::Database::Mode::Create);
        requireOk(database);
        requireOk((*database)->execute("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = WAL"));
        for (const QString &statements :
             {core::schemaSteps().front().resource, QStringLiteral(SHANZHI_FIXTURES "/store/schema1.sql")}) {
            QFile file(statements);
            REQUIRE(file.open(QIODevice::ReadOnly));
            requireOk((*database)->execute(file.readAll()));
        }
        requireOk((*database)->execute("PRAGMA user_version = 1; PRAGMA application_id = " +
                                       QByteArray::number(core::applicationId)));
        if (more > 0)
            addEntries(**database, more);
    }
    QString path() const { return m_folder.filePath(QStringLiteral("县.shanzhi")); }
    QString backups() const { return m_folder.filePath(QStringLiteral("备份")); }
    std::unique_ptr<core::Store> open() const
    {
        auto opened = core::Store::open(path());
        requireOk(opened);
        return *std::move(opened);
    }

private:
    static void addEntries(core::Database &database, int more)
    {
        constexpr int editsEach = 500;
        const QByteArray numbers[] = {R"({"contact_phone":"13900000009"})",
                                      R"({"contact_phone":"13900000008"})"};
        requireOk(database.execute("BEGIN"));
        auto entries =
            database.prepare("INSERT INTO journal (sequence, kind, target, at, actor, site, what,"
                             " first_edit, edits, previous_hash, edits_hash, hash)"
                             " VALUES (?,'change',0,'2026-11-30T18:00:00.000Z','王科员',?,'改电话',"
                             "?,500,?,'',?)");
        auto edits =
            database.prepare("INSERT INTO journal_edit (position, sequence, type, record, verb, before,"
                             " after) VALUES (?,?,'organization',?,'update',?,?)");
        requireOk(entries);
        requireOk(edits);
        const QByteArray record = "01a22d8e-c80e-73d9-8789-3671406a90f3";
        QByteArray head = "6bf78188ac7fc019cefa9144ec51b24eb462b4b4d43e3eaaaec13f46eb577468";
        qint64 position = 9; // seven entries with nine edits stand there already
        for (int i = 0; i < more; ++i) {
            core::FormerHash hash;
            core::StoredEntry entry;
            entry.entry.sequence = 8 + i;
            entry.entry.at =
                QDateTime::fromString(QStringLiteral("2026-11-30T18:00:00.000Z"), Qt::ISODateWithMs);
            entry.entry.actor = QStringLiteral("王科员");
            entry.entry.what = QStringLiteral("改电话");
            entry.entry.edits = editsEach;
            entry.site = QStringLiteral("01a22d8e-c76c-703d-96f6-0c1334ff6928");
            entry.firstEdit = position + 1;
            for (int edit = 0; edit < editsEach; ++edit) {
                ++position;
                const QByteArray &before = numbers[(position + 0) % 2];
                const QByteArray &after = numbers[(position + 1) % 2];
                hash.add({position, "organization", record, "update", {before, {}}, {after, {}}});
                edits->bind(1, position);
                edits->bind(2, entry.entry.sequence);
                edits->bindUtf8(3, record);
                edits->bindUtf8(4, before);
                edits->bindUtf8(5, after);
                requireOk(edits->run());
            }
            const QByteArray previous = head;
            head = hash.takeHex(entry, previous);
            entries->bind(1, entry.entry.sequence);
            entries->bind(2, entry.site);
            entries->bind(3, entry.firstEdit);
            entries->bindUtf8(4, previous);
            entries->bindUtf8(5, head);
            requireOk(entries->run());
        }
        requireOk(database.execute("COMMIT"));
    }

    QTemporaryDir m_folder;
};
