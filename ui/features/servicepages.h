// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/featurepages.h"

namespace ui {

/// What core/service shows in the window.
const FeaturePages &servicePages();

} // namespace ui
