// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Rank of a party organization.
enum class PartyRank { Committee, GeneralBranch, Branch, JointBranch };
std::span<const Choice> choicesOf(PartyRank);

/// How it was set up.
enum class PartyForm { Single, Joint, Functional };
std::span<const Choice> choicesOf(PartyForm);

/// A party organization set up in a social organization (党组织).
struct PartyOrganization
{
    Id<PartyOrganization> id;
    Id<Organization> organization;
    QString name;
    std::optional<PartyRank> rank;
    PartyForm form{};
    std::optional<QDate> foundedOn;
    std::optional<QDate> dissolvedOn;
    QString superior;
    QString secretary;
    std::optional<qint64> memberCount;
};

template<>
const RecordType &recordType<PartyOrganization>();

} // namespace core
