// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/featurepages.h"

namespace ui {

/// The pages that belong to no feature: what is to be done, papers, history.
const FeaturePages &programPages();

} // namespace ui
