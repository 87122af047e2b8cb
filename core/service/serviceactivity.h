// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// What it was for.
enum class ServiceKind {
    Elderly,
    Children,
    Disabled,
    Relief,
    Environment,
    Culture,
    Medical,
    Governance,
    Other
};
std::span<const Choice> choicesOf(ServiceKind);

/// A public-service activity: what an organization did for the public (公益活动).
struct ServiceActivity
{
    Id<ServiceActivity> id;
    Id<Organization> organization;
    QString title;
    std::optional<ServiceKind> kind;
    QDate heldOn;
    std::optional<Decimal> hours; ///< Hours of service, all helpers together.
    std::optional<qint64> volunteers;
    std::optional<qint64> beneficiaries;
    std::optional<Money> spending; ///< Money given or spent.
    QString place;
};

template<>
const RecordType &recordType<ServiceActivity>();

} // namespace core
