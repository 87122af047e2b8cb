// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scheme.h"

#include <functional>

namespace core {

/// Takes one finding: how bad, and the sentence.
using FindingSink = std::function<void(Finding::Severity, const QString &)>;

/// What cannot be meant in one rule, seen for itself.
void checkRule(const Rule &rule, const FindingSink &found);

/// Whether rule and figure go together, and the figure's query can be asked.
void checkFigure(const Rule &rule, const FigureSource &source, const FindingSink &found);

/// Whether a condition over organizations can be asked; the sentence of checkQuery() when not.
void checkClause(const Clause &clause, const FindingSink &found);

} // namespace core
