// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feature/duesource.h"
#include "core/feature/finding.h"

#include <span>

namespace core {

/// A finding and how many records it has.
struct Found
{
    DataFinding finding;
    qint64 count = 0;
};

/// The data check-up (数据体检): the findings that have records, the worst first, else in the order given.
Result<std::vector<Found>> checkUp(const Store &store, std::vector<DataFinding> findings);

/// The records of a source that names them (DueSource::late) which are late.
DataFinding lateFinding(const DueSource &source, QDate today);

/// Active organizations of which none of \a sources has a record in the year of \a today.
DataFinding withoutActivity(std::span<const ActivitySource *const> sources, QDate today);

} // namespace core
