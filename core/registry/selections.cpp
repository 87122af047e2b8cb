// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/selections.h"

#include "core/registry/organization.h"
#include "core/store/where.h"

namespace core {

Query activeOrganizations(Condition part)
{
    std::vector<Condition> parts{where::is<&Organization::status>(OrganizationStatus::Active)};
    if (!part.isTrivial())
        parts.push_back(std::move(part));
    return queryOf<Organization>(Condition::all(std::move(parts)));
}

Condition isRegistered()
{
    return where::oneOf<&Organization::kind>(
        {OrganizationKind::Association, OrganizationKind::ServiceInstitution, OrganizationKind::Foundation});
}

} // namespace core
