// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Conclusions of the annual inspection (民政部令第27号; 年报 for charitable organizations).
enum class InspectionConclusion { Pass, BasicPass, Fail, Absent, Reported };
std::span<const Choice> choicesOf(InspectionConclusion);

/// Conclusion of the annual inspection, or the filing of the annual report of a charitable organization.
struct Inspection
{
    Id<Inspection> id;
    Id<Organization> organization;
    qint64 year = 0; ///< The year inspected.
    InspectionConclusion conclusion{};
    std::optional<QDate> filedOn;
    std::optional<QDate> concludedOn;
    QString remarks;
};

template<>
const RecordType &recordType<Inspection>();

} // namespace core
