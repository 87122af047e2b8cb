// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feature/feature.h"

#include <QStringList>

#include <span>

namespace core {

/// Every feature, each after those it refers to.
std::span<const Feature *const> allFeatures();

/// What all features together owe, look for and show at the head of the home page.
std::vector<const DueSource *> allDueSources();
std::vector<DataFinding> allFindings(QDate today);
std::vector<HeadFigure> allHeadFigures(QDate today);
/// How far the jobs of the year have come.
Result<std::vector<JobProgress>> allProgress(const Store &store, QDate today);

/// What papers say of an organization, in the order of the features.
std::vector<const PaperFact *> allPaperFacts();

/// What the features say of a file, in a few words each.
Result<QStringList> inBrief(const Store &store);

} // namespace core
