// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/supervisionpages.h"

#include "core/supervision/grade.h"
#include "core/supervision/inspection.h"
#include "core/supervision/penalty.h"

namespace ui {

const FeaturePages &supervisionPages()
{
    static const FeaturePages pages{
        .key = "supervision",
        .pages = {recordEntry<core::Inspection>(Icon::Inspection, Area::Supervision),
                  recordEntry<core::Penalty>(Icon::Warning, Area::Supervision),
                  recordEntry<core::Grade>(Icon::Star, Area::Supervision)},
    };
    return pages;
}

} // namespace ui
