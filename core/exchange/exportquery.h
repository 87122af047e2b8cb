// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/base/task.h"
#include "core/record/format.h"
#include "core/record/recordtype.h"
#include "core/store/query.h"

namespace core {

class Store;

/// The label of a path in \a type: “社会组织·镇街”, with the unit: “注册资金（元）”. The path itself when it
/// leads nowhere.
QString pathHeading(const RecordType &type, const QString &path);

/// Writes the answer to \a query to a workbook or CSV file, never over a file of \a store, one column for
/// each column of the answer: numbers as numbers, codes as text, references by name. \a audience, Export or
/// OpenExport, says whether personal data leaves the program covered up. Row by row, in bounded memory.
/// Answers how many rows were written.
Result<qint64> exportQuery(const Store &store, const Query &query, const Output &output, Audience audience,
                           Progress &progress);

} // namespace core
