// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/checks.h"

#include "core/base/creditcode.h"
#include "core/base/identitynumber.h"
#include "core/base/phone.h"
#include "core/base/tr.h"
#include "core/registry/divisiondata.h"

namespace core {

std::vector<Problem> checkNotNegative(const QVariant &value)
{
    if (value.toLongLong() >= 0)
        return {};
    return {{nullptr, tr("“%1”不能是负数。"), Problem::Severity::Block}};
}

std::vector<Problem> checkYearField(const QVariant &value)
{
    const qint64 year = value.toLongLong();
    if (year >= 1949 && year <= 2100)
        return {};
    return {{nullptr, tr("年度“%1”应在 1949 至 2100 之间。").arg(year), Problem::Severity::Block}};
}

std::vector<Problem> checkCreditCodeField(const QVariant &value)
{
    std::vector<Problem> found;
    for (const CreditCodeFinding &finding : parseCreditCode(value.toString(), knownRegionCodes()).findings) {
        // Intermediaries have codes of other departments: the organization's own check knows its kind.
        if (finding.issue != CreditCodeIssue::Department)
            found.push_back({nullptr, finding.text, Problem::Severity::Warn});
    }
    return found;
}

std::vector<Problem> checkPhoneField(const QVariant &value)
{
    std::vector<Problem> found;
    for (const Phone &phone : parsePhones(value.toString())) {
        if (!phone.finding.isEmpty())
            found.push_back({nullptr, phone.finding, Problem::Severity::Warn});
    }
    return found;
}

std::vector<Problem> checkIdentityField(const QVariant &value)
{
    std::vector<Problem> found;
    for (const IdentityNumberFinding &finding : parseIdentityNumber(value.toString()).findings)
        found.push_back({nullptr, finding.text, Problem::Severity::Warn});
    return found;
}

} // namespace core
