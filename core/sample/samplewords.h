// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/party/partyactivity.h"
#include "core/registry/organization.h"
#include "core/sample/samplerandom.h"
#include "core/service/serviceactivity.h"
#include "core/supervision/penalty.h"

#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace core {

/// Lines of business of registered organizations that share a supervising unit.
struct SampleBusiness
{
    Industry industry{};
    QString unit; ///< Supervising unit without the county.
    int weight = 1;
    QStringList topics; ///< Of associations: 葡萄产业.
    QStringList forms;  ///< 协会, 幼儿园.
    std::optional<OrganizationRole> role;
};

/// Forms of community organizations of one category.
struct SampleCommunity
{
    CommunityCategory category{};
    QStringList forms;
};

/// A town of the sample county before its villages are made.
struct SampleTownPlan
{
    QString code;
    QString name;
    int villages = 0;
    int population = 0; ///< Of a middling village of it.
};

/// The words that the sample county is made of, from resources/names (see SOURCES.md there).
struct SampleWords
{
    struct GivenNames
    {
        QString single, first, second;
    };
    struct Violation
    {
        PenaltyKind kind{};
        QString ground, basis;
    };

    std::vector<std::pair<QString, int>> surnames;
    int surnameWeight = 0; ///< Sum of the weights.
    GivenNames male, female;
    QString firmFirst, firmSecond, firmThird;
    QString countyCode, countyName, bureau;
    std::vector<SampleTownPlan> towns;
    QString villageFirst, villageSecond;
    QStringList roads;
    std::vector<SampleBusiness> associations, institutions;
    std::vector<SampleCommunity> communities;
    QStringList intermediaries;
    std::vector<QStringList> partyTitles;   ///< By PartyActivityKind.
    std::vector<QStringList> serviceTitles; ///< By ServiceKind.
    QStringList projects, buyers;
    std::vector<Violation> violations;

    static Result<SampleWords> load();

    QString personName(SampleRandom &random, bool male) const;
    /// The \a number-th firm name (字号). No two numbers below 9 million share one; two characters up to
    /// number firmNames(), then three.
    QString firmName(qint64 number) const;
    qint64 firmNames() const { return qint64(firmFirst.size()) * firmSecond.size(); }
};

} // namespace core
