// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluationresult.h"
#include "ui/models/recordlistmodel.h"

namespace ui {

/// Points, band and warning of organizations in the evaluation that counts of the newest evaluated year, as
/// columns for their list.
std::vector<ExtraColumn> organizationScoreColumns(core::Store &store);

/// A warning as a query answers it; None where there is none.
core::WarningLevel warningLevelOf(const QVariant &value);
/// The colour it is shown in.
Tone toneOf(core::WarningLevel level);

} // namespace ui
