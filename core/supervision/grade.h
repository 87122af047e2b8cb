// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Grades.
enum class GradeLevel { One, Two, Three, Four, Five };
std::span<const Choice> choicesOf(GradeLevel);

/// What was decided of a grade after it was given: its holder broke rules (社会组织评估管理办法 art. 30).
enum class GradeDecision { Lowered, Cancelled };
std::span<const Choice> choicesOf(GradeDecision);

/// A grade assessment, 1A to 5A, valid for five years (社会组织评估管理办法, 民政部令第39号). What is decided
/// of it later stands in the fields from `decision` on, which only its verbs write.
struct Grade
{
    Id<Grade> id;
    Id<Organization> organization;
    GradeLevel level{};
    QDate assessedOn;
    std::optional<QDate> validTo;
    std::optional<Decimal> points;
    QString certificate;
    std::optional<GradeDecision> decision; ///< Empty: it holds as it was given.
    std::optional<GradeLevel> loweredFrom; ///< The level before it was lowered.
    std::optional<QDate> decidedOn;        ///< When it was lowered or cancelled.
    QString decisionReason;
};

template<>
const RecordType &recordType<Grade>();

} // namespace core
