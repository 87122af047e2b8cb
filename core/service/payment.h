// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/service/project.h"

namespace core {

/// One payment that the contract of a purchased project provides for (拨付): a row of its project.
struct ProjectPayment
{
    Id<ProjectPayment> id;
    Id<Project> project;
    qint64 number = 0; ///< 1, 2, …: which payment of the contract it is.
    QString condition; ///< What has to be done before: 签约, 中期合格, 结项合格.
    Money amount;
    std::optional<QDate> dueOn;
    std::optional<QDate> paidOn;
    QString voucher;
};

template<>
const RecordType &recordType<ProjectPayment>();

} // namespace core
