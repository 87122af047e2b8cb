// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// A figure or score that a person gives for an indicator, with evidence. It belongs to the year and the code
/// of the indicator, not to an evaluation: by every scheme of the year that has an indicator of this code it
/// counts. Schemes that are used side by side must therefore mean the same by the same code, or use different
/// codes; who scores is told where a code counts twice.
struct ManualScore
{
    Id<ManualScore> id;
    Id<Organization> organization;
    qint64 year = 0;
    QString indicator; ///< Code of the indicator in the scheme.
    Decimal value;     ///< Points, or the figure the rule of the indicator reads.
    LongText evidence;
    std::optional<Attachment> attachment;
    QString scorer;
    std::optional<QDate> scoredOn;
};

template<>
const RecordType &recordType<ManualScore>();

} // namespace core
