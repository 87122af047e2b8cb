// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/verb.h"

namespace core {

/// What is decided of a grade: lower, cancel, reinstate (社会组织评估管理办法, 民政部令第39号, art. 30). They
/// write down a decision; the paper that tells the organization of it is not theirs, so undo takes them back.
std::span<const Verb> gradeVerbs();

} // namespace core
