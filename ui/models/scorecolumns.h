// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recordlistmodel.h"

namespace ui {

/// Points, band and warning of organizations in the evaluation that counts of the newest evaluated year, as
/// columns for their list.
std::vector<ExtraColumn> organizationScoreColumns(core::Store &store);

} // namespace ui
