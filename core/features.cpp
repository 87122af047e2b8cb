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

std::span<const RecordType *const> allRecordTypes()
{
    static const std::vector<const RecordType *> types = [] {
        std::vector<const RecordType *> all;
        for (const Feature *feature : allFeatures())
            all.insert(all.end(), feature->types.begin(), feature->types.end());
        return all;
    }();
    return types;
}

std::span<const Verb *const> allVerbs()
{
    static const std::vector<const Verb *> verbs = [] {
        std::vector<const Verb *> all;
        for (const Feature *feature : allFeatures()) {
            for (const Verb &verb : feature->verbs)
                all.push_back(&verb);
        }
        return all;
    }();
    return verbs;
}

std::span<const Act *const> allActs()
{
    static const std::vector<const Act *> acts = [] {
        std::vector<const Act *> all;
        for (const Feature *feature : allFeatures())
            all.insert(all.end(), feature->acts.begin(), feature->acts.end());
        return all;
    }();
    return acts;
}

std::vector<const DueSource *> allDueSources()
{
    std::vector<const DueSource *> all;
    for (const Feature *feature : allFeatures()) {
        for (const DueSource &source : feature->due)
            all.push_back(&source);
    }
    return all;
}

std::vector<DataFinding> allFindings(QDate today)
{
    std::vector<DataFinding> all;
    std::vector<const ActivitySource *> activities;
    for (const Feature *feature : allFeatures()) {
        if (feature->findings)
            std::ranges::move(feature->findings(today), std::back_inserter(all));
        for (const DueSource &source : feature->due) {
            if (source.late)
                all.push_back(lateFinding(source, today));
        }
        for (const ActivitySource &source : feature->activities)
            activities.push_back(&source);
    }
    all.push_back(withoutActivity(activities, today));
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
    std::vector<const PaperFact *> all;
    for (const Feature *feature : allFeatures()) {
        for (const PaperFact &fact : feature->facts)
            all.push_back(&fact);
    }
    return all;
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
