// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Grades.
enum class GradeLevel { One, Two, Three, Four, Five };
std::span<const Choice> choicesOf(GradeLevel);

/// A grade assessment, 1A to 5A, valid for five years (社会组织评估管理办法, 民政部令第39号).
struct Grade
{
    Id<Grade> id;
    Id<Organization> organization;
    GradeLevel level{};
    QDate assessedOn;
    std::optional<QDate> validTo;
    std::optional<Decimal> points;
    QString certificate;
};

template<>
const RecordType &recordType<Grade>();

} // namespace core
