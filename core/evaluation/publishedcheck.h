// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/outcome.h"
#include "core/store/store.h"

namespace core {

// A published evaluation is frozen: computed again from what is stored it must give the same bytes.
// Publishing and withdrawing are verbs (core/evaluation/evaluationverbs.h).

/// Conflict, with the organizations named, when computing \a outcome again from what is stored gave other
/// bytes than are stored.
Status requireUnchanged(const Store &store, const EvaluationOutcome &outcome);

/// Whether a published evaluation still gives the same bytes. Conflict, with the organizations named, when
/// not.
Status recheckPublished(const Store &store, const Id<Evaluation> &evaluation);

} // namespace core
