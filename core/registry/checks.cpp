// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/checks.h"

#include "core/base/tr.h"

namespace core {

std::vector<Problem> checkNotNegative(const QVariant &value)
{
    if (value.toLongLong() >= 0)
        return {};
    return {{nullptr, tr("不能是负数。"), Problem::Severity::Block}};
}

std::vector<Problem> checkYearField(const QVariant &value)
{
    const qint64 year = value.toLongLong();
    if (year >= 1949 && year <= 2100)
        return {};
    return {{nullptr, tr("年度“%1”应在 1949 至 2100 之间。").arg(year), Problem::Severity::Block}};
}

std::vector<Problem> checkCreditCodeField(const QVariant &)
{
    return {};
}

std::vector<Problem> checkPhoneField(const QVariant &)
{
    return {};
}

std::vector<Problem> checkIdentityField(const QVariant &)
{
    return {};
}

} // namespace core
