// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Kinds of penalty (社会团体登记管理条例 art. 30, 民办非企业单位登记管理暂行条例 art. 25).
enum class PenaltyKind { Warning, Fine, Confiscation, Correction, Suspension, Revocation };
std::span<const Choice> choicesOf(PenaltyKind);

/// An administrative penalty on an organization (行政处罚).
struct Penalty
{
    Id<Penalty> id;
    Id<Organization> organization;
    QString documentNumber;
    PenaltyKind kind{};
    QDate decidedOn;
    std::optional<Money> fine;
    LongText ground;
    QString basis;
    std::optional<QDate> executedOn;
};

template<>
const RecordType &recordType<Penalty>();

} // namespace core
