// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/yearendreport.h"

namespace core {

/// What the one-page summary of a county's year says.
struct SummaryFigures
{
    struct Count
    {
        QString name;
        qint64 count = 0;
    };
    struct Kind
    {
        QString name;
        qint64 all = 0;
        qint64 rated = 0;
        qint64 warned = 0;
        std::optional<Decimal> average;
        std::optional<Decimal> previousAverage;
    };
    struct Leader
    {
        qint64 rank = 0;
        QString name;
        Decimal points;
    };
    struct RankingList
    {
        QString title; ///< 党建活跃度.
        std::vector<Leader> leaders;
    };
    struct Warned
    {
        QString name;
        Decimal total;
        QString reason;
    };

    QString bureau;
    int year = 0;
    int places = 1;
    std::vector<Kind> kinds;
    std::vector<Count> towns;        ///< Organizations by town.
    std::vector<Count> distribution; ///< Of totals, by steps: "60–70".
    std::vector<Count> bands;
    std::vector<RankingList> rankings;
    std::vector<Warned> warned; ///< The lowest first; as many as are to be printed.
    qint64 warnedCount = 0;     ///< All of them.
    Provenance provenance;
};

/// County summary on one page, with charts.
Document countySummary(const SummaryFigures &figures);

} // namespace core
