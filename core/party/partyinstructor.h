// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Instructor or liaison.
enum class InstructorDuty { Instructor, Liaison };
std::span<const Choice> choicesOf(InstructorDuty);

/// A party instructor or liaison sent to an organization (党建指导员、联络员).
struct PartyInstructor
{
    Id<PartyInstructor> id;
    Id<Organization> organization;
    QString name;
    InstructorDuty duty{};
    QString unit;
    QString phone;
    std::optional<QDate> sentOn;
    std::optional<QDate> endedOn;
};

template<>
const RecordType &recordType<PartyInstructor>();

} // namespace core
