// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/identitynumber.h"
#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

std::span<const Choice> choicesOf(Sex);

/// Political status (政治面貌).
enum class PoliticalStatus { Member, Probationary, League, Democratic, NonParty, Masses };
std::span<const Choice> choicesOf(PoliticalStatus);

/// A person in charge of an organization (负责人) and the term of office.
struct Person
{
    Id<Person> id;
    Id<Organization> organization;
    QString name;
    std::optional<Sex> sex;
    QString identityNumber; ///< GB 11643.
    std::optional<QDate> bornOn;
    QString position;
    bool isLegalRepresentative = false;
    std::optional<PoliticalStatus> politicalStatus;
    QString phone;
    std::optional<QDate> startedOn;
    std::optional<QDate> endsOn;
    bool partTimeOfficial = false;
};

template<>
const RecordType &recordType<Person>();

} // namespace core
