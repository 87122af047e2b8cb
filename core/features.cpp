// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features.h"

#include "core/agenda/due.h"
#include "core/agenda/findings.h"
#include "core/evaluation/evaluationfeature.h"
#include "core/party/partyfeature.h"
#include "core/registry/registryfeature.h"
#include "core/service/servicefeature.h"
#include "core/supervision/supervisionfeature.h"

#include <algorithm>
#include <iterator>
#include <type_traits>

namespace core {

// The one place that names every feature. What all features together have is gathered below.
std::span<const Feature *const> allFeatures()
{
    static const Feature *const features[] = {
        &registryFeature(),    //
        &partyFeature(),       //
        &serviceFeature(),     //
        &supervisionFeature(), //
        &evaluationFeature(),  //
    };
    return features;
}

namespace {

/// What one list of every feature holds, or points to, in the order of the features.
template<typename T, typename List>
std::vector<const T *> gathered(List Feature::*list)
{
    std::vector<const T *> all;
    for (const Feature *feature : allFeatures()) {
        for (const auto &entry : feature->*list) {
            if constexpr (std::is_pointer_v<typename List::value_type>)
                all.push_back(entry);
            else
                all.push_back(&entry);
        }
    }
    return all;
}

} // namespace

std::span<const RecordType *const> allRecordTypes()
{
    static const auto types = gathered<RecordType>(&Feature::types);
    return types;
}

std::span<const Verb *const> allVerbs()
{
    static const auto verbs = gathered<Verb>(&Feature::verbs);
    return verbs;
}

std::span<const Act *const> allActs()
{
    static const auto acts = gathered<Act>(&Feature::acts);
    return acts;
}

std::vector<const DueSource *> allDueSources()
{
    return gathered<DueSource>(&Feature::due);
}

std::vector<DataFinding> allFindings(QDate today)
{
    std::vector<DataFinding> all;
    for (const Feature *feature : allFeatures()) {
        if (feature->findings)
            std::ranges::move(feature->findings(today), std::back_inserter(all));
        for (const DueSource &source : feature->due) {
            if (source.late)
                all.push_back(lateFinding(source, today));
        }
    }
    all.push_back(withoutActivity(gathered<ActivitySource>(&Feature::activities), today));
    return all;
}

std::vector<HeadFigure> allHeadFigures(QDate today)
{
    std::vector<HeadFigure> all;
    for (const Feature *feature : allFeatures()) {
        if (feature->figures)
            std::ranges::move(feature->figures(today), std::back_inserter(all));
    }
    return all;
}

Result<std::vector<JobProgress>> allProgress(const Store &store, QDate today)
{
    std::vector<JobProgress> all;
    for (const Feature *feature : allFeatures()) {
        if (!feature->progress)
            continue;
        CORE_ASSIGN(JobProgress progress, feature->progress(store, today));
        all.push_back(std::move(progress));
    }
    return all;
}

std::vector<const PaperFact *> allPaperFacts()
{
    return gathered<PaperFact>(&Feature::facts);
}

Result<QStringList> inBrief(const Store &store)
{
    QStringList said;
    for (const Feature *feature : allFeatures()) {
        if (!feature->inBrief)
            continue;
        CORE_ASSIGN(const QString words, feature->inBrief(store));
        if (!words.isEmpty())
            said.append(words);
    }
    return said;
}

} // namespace core
