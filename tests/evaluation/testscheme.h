// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include "core/evaluation/advice.h"
#include "core/evaluation/explanation.h"
#include "core/evaluation/remarks.h"
#include "core/evaluation/score.h"

#include <initializer_list>

/// "0.05" as an exact number; a test fails that writes anything else.
core::Decimal dec(const char *text);

/// The same as a figure.
core::Figure n(const char *text);

/// The scheme of a JSON text; the test fails with the sentences when it does not parse.
core::Scheme schemeFrom(const QByteArray &json);

/// All error sentences of checkScheme(), one a line, with their paths.
QString errorsOf(const core::Scheme &scheme);
/// The same for warnings.
QString warningsOf(const core::Scheme &scheme);

/// An organization with figures by code of the indicator and the facts that hold by key.
core::Candidate candidate(const core::Plan &plan, const QString &id,
                          const std::vector<std::pair<QString, core::Figure>> &figures,
                          const QStringList &facts = {},
                          core::OrganizationKind kind = core::OrganizationKind::Association);

/// How the indicator with this code is explained.
QString explained(const core::Plan &plan, const core::Candidate &who, const core::Score &score,
                  const QString &code);

/// The award of the indicator with this code.
const core::Award &awardOf(const core::Plan &plan, const core::Candidate &who, const core::Score &score,
                           const QString &code);
