// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feature/feature.h"

namespace core {

/// All that core/supervision adds.
const Feature &supervisionFeature();

} // namespace core
