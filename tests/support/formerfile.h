// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journalformat1.h"
#include "core/store/schema.h"
#include "tests/support/tamper.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>
#include <vector>

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
        requireOk((*database)->execute("BEGIN"));
        const QByteArray numbers[] = {R"({"contact_phone":"13900000009"})",
                                      R"({"contact_phone":"13900000008"})"};
        for (int i = 0; i < more; ++i) {
            std::vector<core::StoredEdit> edits;
            for (qint64 position = m_position + 1; position <= m_position + 500; ++position)
                edits.push_back({position,
                                 "organization",
                                 "01a22d8e-c80e-73d9-8789-3671406a90f3",
                                 "update",
                                 {numbers[position % 2], {}},
                                 {numbers[(position + 1) % 2], {}}});
            addEntry(**database, QStringLiteral("改电话"), edits);
        }
        requireOk((*database)->execute("COMMIT"));
    }
    /// As schema 1 wrote it when a year was published.
    void publish()
    {
        auto database = core::Database::open(path(), core::Database::Mode::ReadWrite);
        requireOk(database);
        addEntry(**database, QStringLiteral("公布 2025 年度积分评价"),
                 {{m_position + 1,
                   "evaluation",
                   "01a22d8e-0000-73d9-8789-3671406a90f3",
                   "update",
                   {R"({"state":"draft"})", {}},
                   {R"({"state":"published"})", {}}}});
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
    void addEntry(core::Database &database, const QString &what, const std::vector<core::StoredEdit> &edits)
    {
        core::FormerHash hash;
        core::StoredEntry entry;
        entry.entry.sequence = ++m_sequence;
        entry.entry.at = QDateTime::fromString(QStringLiteral("2026-11-30T18:00:00.000Z"), Qt::ISODateWithMs);
        entry.entry.actor = QStringLiteral("王科员");
        entry.entry.what = what;
        entry.entry.edits = qint64(edits.size());
        entry.site = QStringLiteral("01a22d8e-c76c-703d-96f6-0c1334ff6928");
        entry.firstEdit = m_position + 1;
        auto addEdit =
            database.prepare("INSERT INTO journal_edit (position, sequence, type, record, verb, before,"
                             " after) VALUES (?,?,?,?,?,?,?)");
        requireOk(addEdit);
        for (const core::StoredEdit &edit : edits) {
            hash.add(edit);
            addEdit->bind(1, edit.position);
            addEdit->bind(2, m_sequence);
            addEdit->bindUtf8(3, edit.type);
            addEdit->bindUtf8(4, edit.record);
            addEdit->bindUtf8(5, edit.verb);
            addEdit->bindUtf8(6, edit.before.open);
            addEdit->bindUtf8(7, edit.after.open);
            requireOk(addEdit->run());
        }
        const QByteArray previous = m_head;
        m_head = hash.takeHex(entry, previous);
        auto add =
            database.prepare("INSERT INTO journal (sequence, kind, target, at, actor, site, what,"
                             " first_edit, edits, previous_hash, edits_hash, hash)"
                             " VALUES (?,'change',0,'2026-11-30T18:00:00.000Z','王科员',?,?,?,?,?,'',?)");
        requireOk(add);
        add->bind(1, m_sequence);
        add->bind(2, entry.site);
        add->bind(3, what);
        add->bind(4, entry.firstEdit);
        add->bind(5, entry.entry.edits);
        add->bindUtf8(6, previous);
        add->bindUtf8(7, m_head);
        requireOk(add->run());
        m_position += entry.entry.edits;
    }

    // Seven entries with nine edits stand there already.
    qint64 m_sequence = 7;
    qint64 m_position = 9;
    QByteArray m_head = "6bf78188ac7fc019cefa9144ec51b24eb462b4b4d43e3eaaaec13f46eb577468";
    QTemporaryDir m_folder;
};
