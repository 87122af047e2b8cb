// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core {

/// What went wrong while the program ran, for whoever helps the clerk: errors with their details, and what Qt
/// warns of. Not the journal of a data file, and never personal data. Two files of at most a megabyte each.
namespace runlog {

/// Writes to shanzhi.log in \a folder from now on, which is made when it is not there; the log before it is
/// kept beside it as shanzhi.1.log. Where nothing can be written the program runs without. Messages still go
/// where they went before.
void begin(const QString &folder);
/// Stops writing.
void end();
/// The file that is written; empty when none is.
QString path();
/// Notes an error that the clerk was told of: its detail, for what the clerk reads may name somebody.
void note(const Error &error);

} // namespace runlog

} // namespace core
