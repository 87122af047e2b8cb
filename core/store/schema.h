// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/record/recordtype.h"

#include <QByteArray>

#include <span>

namespace core {

class Database;

/// "SZHI": names our files to the system (SQLite application_id).
inline constexpr int applicationId = 0x535A4849;

/// The statements that make the table of a type and its indexes, as the next schema step would hold
/// them. Used to write resources/schema/ and to test it; never run on a user's file.
QByteArray tableSql(const RecordType &type);
/// SQL type of a field: "TEXT NOT NULL DEFAULT ''" and the like.
QByteArray columnSql(const Field &field);

/// One released step of the schema. Append-only: a released step never changes.
struct SchemaStep
{
    int version;
    QString resource; ///< Path of the SQL text.
    /// What SQL cannot do, after it and in the same transaction; null: nothing.
    Status (*convert)(Database &database, Progress *progress) = nullptr;
};
std::span<const SchemaStep> schemaSteps();
/// The version that this program writes.
int schemaVersion();

/// What opening had to do about the schema.
enum class MigrationOutcome {
    Current,  ///< Nothing.
    Upgraded, ///< Steps were run.
    Newer,    ///< A newer program wrote the file: read only.
};

/// Brings an open file to the version of the last of \a steps (tests give their own), each step in one
/// transaction. A failed step leaves the file as it was before that step.
Result<MigrationOutcome> migrate(Database &database, std::span<const SchemaStep> steps = schemaSteps(),
                                 Progress *progress = nullptr);
/// ReadOnly, with their names, when the file has triggers or views. The program makes none: one that somebody
/// else has put there would run at what the program writes.
Status checkNoTriggers(Database &database, const QString &path);
/// Version of the file; 0: no schema yet. FileFormat when it is not one of our files.
Result<int> fileSchemaVersion(Database &database);

} // namespace core
