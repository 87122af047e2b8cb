// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/schema.h"
#include "tests/support/tamper.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

/// The file of schema 1, not opened by a Store yet.
class FormerFile
{
public:
    FormerFile()
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
    QTemporaryDir m_folder;
};
