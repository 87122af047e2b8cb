// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <memory>

namespace core {

/// Makes the file of a county: its bureau (“示范县民政局”) and, as its first record, the county with the
/// six-digit \a divisionCode. The county is named after the bureau, or after the official list when the
/// name of the bureau does not end in 民政局. InvalidInput when the code is none or the name is empty.
Result<std::unique_ptr<Store>> createCounty(const QString &path, const QString &divisionCode,
                                            const QString &bureau);

} // namespace core
