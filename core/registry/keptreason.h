// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/act.h"

namespace core {

/// Why a clerk kept a problem of a record that only warns: the reason is not asked for again.
struct KeptReason
{
    Id<KeptReason> id;
    QString recordType; ///< Key of the record type.
    QString recordId;
    QString field; ///< Key of the field; empty: the record as a whole.
    QString reason;
};

template<>
const RecordType &recordType<KeptReason>();

/// Says why the problems of a record that nobody has explained yet stay as they are, as one change: once a
/// field, however many problems it has.
Status keepReason(Store &store, const std::vector<KeptProblem> &problems, const QString &reason);

/// The act by which keepReason() notes what the reason belongs to.
const Act &keepReasonAct();

} // namespace core
