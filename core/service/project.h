// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Grade of the performance review.
enum class Performance { Excellent, Good, Pass, Fail };
std::span<const Choice> choicesOf(Performance);

/// A project bought from an organization with public money (购买服务项目).
struct Project
{
    Id<Project> id;
    Id<Organization> organization;
    qint64 year = 0;
    QString name;
    QString buyer;
    std::optional<Money> amount;
    std::optional<QDate> startedOn;
    std::optional<QDate> endedOn;
    std::optional<Performance> performance;
};

template<>
const RecordType &recordType<Project>();

} // namespace core
