// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/servicepages.h"

#include "core/service/payment.h"
#include "core/service/project.h"
#include "core/service/serviceactivity.h"

namespace ui {

const FeaturePages &servicePages()
{
    static const FeaturePages pages{
        .key = "service",
        .pages = {recordEntry<core::ServiceActivity>(Icon::Service, Area::Service),
                  recordEntry<core::Project>(Icon::Filing, Area::Service)},
        .unlisted = {{&core::recordType<core::ProjectPayment>(),
                      "its records are rows in the form of a project"}},
    };
    return pages;
}

} // namespace ui
