// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"

#include <vector>

namespace core {

/// Checks of single fields that several record types share. Each gets a value that is not empty.

/// Blocks numbers and amounts below zero.
std::vector<Problem> checkNotNegative(const QVariant &value);
/// Blocks years outside 1949–2100.
std::vector<Problem> checkYearField(const QVariant &value);
/// Warns of a unified social credit code that cannot be right (GB 32100-2015), and says what would be.
/// Only warns: wrong codes stand on real certificates.
std::vector<Problem> checkCreditCodeField(const QVariant &value);
/// Warns of a telephone number that cannot be dialled.
std::vector<Problem> checkPhoneField(const QVariant &value);
/// Warns of an identity number that cannot be right (GB 11643-1999).
std::vector<Problem> checkIdentityField(const QVariant &value);

} // namespace core
