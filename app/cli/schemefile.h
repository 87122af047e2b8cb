// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scheme.h"

#include <QString>

namespace cli {

/// The scheme in the file \a name, or the one that the program ships under this key. Checked; an error
/// names every fault.
core::Result<core::Scheme> readSchemeArgument(const QString &name);

/// What --scheme takes, for the usage: a file, or one of the keys.
QString schemeArgumentText();

} // namespace cli
