// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/outcome.h"
#include "core/evaluation/remarks.h"
#include "core/evaluation/scorelines.h"
#include "core/store/store.h"

namespace core {

/// What the stored scores of one evaluation are explained with, read once.
struct StoredPlan
{
    Evaluation evaluation;
    Plan plan;
    bool needsEveryone = false; ///< Some target is the average of the kind, which no result holds.
};

/// The stored scheme of an evaluation, ready for explaining.
Result<StoredPlan> loadPlan(const Store &store, const Evaluation &evaluation);

/// The stored score of one organization, with all that explains it.
struct StoredScore
{
    EvaluationResult result;
    QString organization;    ///< Its name.
    OrganizationKind kind{}; ///< As it was when evaluated, like the town.
    QString town;            ///< Name; empty: none.
    Score score;
    std::vector<ScoreLine> lines; ///< With evidence.
    Remarks remarks;
    QString rounding;              ///< roundingRemark(); may be empty.
    std::optional<Decimal> toNext; ///< Points missing to the next better total of its kind; empty: the best.
};

/// Reads the stored score of one organization and explains it, from the stored figures; reads no register but
/// for counting the records behind a figure. \a everyone: the whole evaluation (loadScores()), where
/// needsEveryone says so; without it the averages compared with are those of the organization alone.
Result<StoredScore> storedScore(const Store &store, const StoredPlan &stored,
                                const Id<EvaluationResult> &result,
                                const EvaluationOutcome *everyone = nullptr);

} // namespace core
