// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/servicefeature.h"

#include "core/record/path.h"
#include "core/service/payment.h"
#include "core/service/project.h"
#include "core/service/serviceactivity.h"

namespace core {

const Feature &serviceFeature()
{
    static const Feature feature{
        .key = "service",
        .types = {&recordType<ServiceActivity>(), &recordType<Project>(), &recordType<ProjectPayment>()},
        .activities = {{recordType<ServiceActivity>().key, path<&ServiceActivity::organization>(),
                        path<&ServiceActivity::heldOn>()}},
    };
    return feature;
}

} // namespace core
