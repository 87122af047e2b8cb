// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace core {

/// What verify() found.
struct VerifyReport
{
    qint64 entries = 0;
    qint64 edits = 0;
    qint64 withheld = 0; ///< Personal values in the journal that were sealed or destroyed; no fault.
    QString headHash;
    std::vector<QString> faults; ///< Sentences; empty: the file is whole and unaltered.
    /// The inside of the file is broken, as a bad disk or a copy that was cut off leaves it. False with
    /// faults: somebody altered the content with another tool.
    bool isDamaged = false;

    /// The verdict in a few characters, and in sentences that follow the faults.
    QString title() const;
    QString summary() const;
};

} // namespace core
