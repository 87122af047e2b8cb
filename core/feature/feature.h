// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feature/duesource.h"
#include "core/feature/finding.h"
#include "core/feature/paperfact.h"
#include "core/record/recordtype.h"
#include "core/record/verb.h"
#include "core/store/act.h"
#include "core/store/store.h"

#include <span>
#include <vector>

namespace core {

/// All that a feature adds to what is true without a window, in one value. It lives in the feature's folder
/// (core/party/partyfeature.cpp); core/features.cpp names it once, and whoever needs what features add reads
/// it from that list. What a feature shows in the window is a FeaturePages (ui/featurepages.h).
struct Feature
{
    const char *key; ///< Its folder below core/.
    /// References point backwards: to types before them here, of an earlier feature, or to themselves.
    std::vector<const RecordType *> types;
    /// What is done to its records as a whole; those of one type together.
    std::span<const Verb> verbs = {};
    /// What the program itself keeps in its read-only fields.
    std::vector<const Act *> acts = {};
    /// What has to be done by a date.
    std::vector<DueSource> due = {};
    /// What to look for in the registers on a day.
    std::vector<DataFinding> (*findings)(QDate today) = nullptr;
    /// Figures for the head of the home page on a day.
    std::vector<HeadFigure> (*figures)(QDate today) = nullptr;
    /// How far a job of the year has come.
    Result<JobProgress> (*progress)(const Store &store, QDate today) = nullptr;
    /// Records by which an organization is seen to be at work.
    std::vector<ActivitySource> activities = {};
    /// What papers say of an organization.
    std::vector<PaperFact> facts = {};
    /// The file in a few words, for the line at the bottom of the window; empty: nothing to say.
    Result<QString> (*inBrief)(const Store &store) = nullptr;
};

} // namespace core
