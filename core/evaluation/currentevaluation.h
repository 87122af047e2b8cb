// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/store/store.h"

namespace core {

// A year can be evaluated by several schemes; an evaluation is found by year and key of its scheme. Which
// year and which evaluation are meant where nobody chose one is decided here and nowhere else.

/// The year that is being worked on: until June still the last one, whose evaluation is made, published and
/// looked at in spring; from July on this one.
int yearAtWork(QDate today);

/// All evaluations of a year, the one that counts first: published ones before trials, among trials that by
/// the scheme of the year before (trying another one does not take its place), the last published and the
/// last computed before earlier ones.
Result<std::vector<Evaluation>> evaluationsOf(const Store &store, int year);

/// The evaluation of a year that counts where no scheme is chosen: the first of evaluationsOf(). NotFound
/// when the year has none.
Result<Evaluation> evaluationThatCounts(const Store &store, int year);

/// The evaluation of a year by a scheme, whatever version of it; NotFound when there is none.
Result<Evaluation> findEvaluation(const Store &store, int year, const QString &schemeKey);

/// The evaluation that counts of the newest evaluated year: what “the points” of an organization are in lists
/// and in the status line, and what is printed first. NotFound when no year is evaluated.
Result<Evaluation> latestEvaluation(const Store &store);

/// What the totals of a year are compared with: the evaluation of the year before by the same scheme, for
/// points of different schemes have different scales. NotFound when there is none.
Result<Evaluation> evaluationBefore(const Store &store, int year, const QString &schemeKey);

/// Every evaluated year, the newest first.
Result<std::vector<int>> evaluatedYears(const Store &store);

/// Key of the scheme that an evaluation was made by, which its versions share; empty when it cannot be read.
QString schemeKeyOf(const Store &store, const Evaluation &evaluation);

/// How an evaluation is called among several of its year: by the title of its scheme.
QString schemeTitleOf(const Store &store, const Evaluation &evaluation);

} // namespace core
