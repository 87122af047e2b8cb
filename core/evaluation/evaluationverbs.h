// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/record/verb.h"
#include "core/store/act.h"

namespace core {

/// What is done to a year's evaluation: publish, withdraw.
std::span<const Verb> evaluationVerbs();

/// The act that keeps what was computed for a year: scheme, evaluation, results.
const Act &keepYear();

/// The verb “publish” on an evaluation: computed again from what is stored it must give the same bytes, then
/// it is frozen and refuses to be computed again. Other evaluations of the year may be published beside it.
Status publishEvaluation(Store &store, const Id<Evaluation> &evaluation,
                         const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace core
