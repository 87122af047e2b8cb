// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which organizations are meant by words that several features use.
#pragma once

#include "core/store/query.h"

namespace core {

/// Organizations that are active (存续) and of which \a part holds.
Query activeOrganizations(Condition part = {});

/// An organization is registered, not on file: association, service institution or foundation.
Condition isRegistered();

} // namespace core
