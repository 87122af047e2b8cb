// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/countysummary.h"
#include "core/report/rankingnotice.h"
#include "core/report/yearendreport.h"

/// Invented figures for the tests of documents and pages. No organization in them exists.
namespace samples {

/// A report with three categories of \a indicators indicators in all, and bonus and deductions.
core::YearEndFigures report(int indicators = 15, int seed = 0);

/// A notice with one result table and three rankings of \a organizations rows each.
core::NoticeFigures notice(int organizations = 60);

core::SummaryFigures summary();

} // namespace samples
