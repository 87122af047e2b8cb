// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Kinds of party life: general meeting quarterly, committee and group monthly, lecture, theme day monthly,
/// organizational-life meeting and review of members yearly.
enum class PartyActivityKind {
    GeneralMeeting,
    CommitteeMeeting,
    GroupMeeting,
    Lecture,
    ThemeDay,
    LifeMeeting,
    MemberReview,
    Other
};
std::span<const Choice> choicesOf(PartyActivityKind);

/// One activity of party life. Kinds after 《中国共产党支部工作条例（试行）》 (2018).
struct PartyActivity
{
    Id<PartyActivity> id;
    Id<Organization> organization;
    PartyActivityKind kind{};
    QDate heldOn;
    QString title;
    QString place;
    std::optional<qint64> attendance;
    std::optional<Attachment> record;
};

template<>
const RecordType &recordType<PartyActivity>();

} // namespace core
