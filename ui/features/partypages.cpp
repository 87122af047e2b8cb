// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/partypages.h"

#include "core/party/partyactivity.h"
#include "core/party/partyinstructor.h"
#include "core/party/partyorganization.h"

namespace ui {

const FeaturePages &partyPages()
{
    static const FeaturePages pages{
        .key = "party",
        .pages = {recordEntry<core::PartyOrganization>(Icon::Party, Area::Party),
                  recordEntry<core::PartyInstructor>(Icon::Person, Area::Party),
                  recordEntry<core::PartyActivity>(Icon::Calendar, Area::Party)},
    };
    return pages;
}

} // namespace ui
