// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/registrypages.h"

#include "core/registry/division.h"
#include "core/registry/importlayout.h"
#include "core/registry/keptreason.h"
#include "core/registry/organization.h"
#include "core/registry/person.h"

namespace ui {

const FeaturePages &registryPages()
{
    static const FeaturePages pages{
        .key = "registry",
        .pages = {recordEntry<core::Organization>(Icon::Organization, Area::Registry),
                  recordEntry<core::Person>(Icon::Person, Area::Registry),
                  recordEntry<core::Division>(Icon::Place, Area::Registry)},
        .unlisted = {{&core::recordType<core::KeptReason>(),
                      "stands beside the fault it explains, in the record's form"},
                     {&core::recordType<core::ImportLayout>(),
                      "remembered by the import, told in its answer"}},
    };
    return pages;
}

} // namespace ui
