// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/rankinglists.h"
#include "core/report/yearendreport.h"

namespace core {

/// What the public notice of a year's results (公示) says. No field for persons, telephones of persons or
/// addresses of organizations exists here: a public notice must not carry them (个人信息保护法 第二十五条).
struct NoticeFigures
{
    /// How many organizations of a kind took part.
    struct Scope
    {
        QString kind;
        qint64 all = 0;
        qint64 rated = 0;
    };
    struct Ranked
    {
        Place place;
        QString name;
        QString creditCode;
        QString kind;
        QString town;
        ByRanking<Decimal> ranked; ///< Points of the rankings.
        Decimal bonus;
        Decimal deduction;
        Decimal total;
        QString band;
        QString note; ///< Why excluded or vetoed.
    };
    /// The whole result, or that of one kind.
    struct Results
    {
        QString title; ///< 社会团体.
        std::vector<Ranked> rows;
    };
    /// One ranking of one kind.
    struct RankingList
    {
        struct Entry
        {
            qint64 rank = 0;
            QString name;
            QString kind;
            QString town;
            Decimal points;
        };
        QString title; ///< 党建活跃度排行榜（社会团体）.
        QString group; ///< 社会团体: rankings of one group stand in one attachment. Not empty.
        std::vector<Entry> entries;
    };
    struct Warned
    {
        QString name;
        QString town;
        Decimal total;
        QString reason; ///< Which line was crossed, which indicators fall short.
        QDate mendBy;   ///< May be invalid.
    };

    QString bureau;
    QString number;
    QDate issuedOn;
    int year = 0;
    int places = 1;
    QString basis; ///< Rule and scheme, one sentence without full stop.
    std::vector<Scope> scopes;
    QDate publicFrom;
    QDate publicTo;
    int workingDays = 0;  ///< Of the publicity period.
    QString objectionsTo; ///< Office, its telephone and address; may be empty.
    QString tieRule;      ///< How equal points are ranked, a sentence.
    std::vector<Results> results;
    std::vector<RankingList> rankings;
    std::vector<Warned> warned;
    Provenance provenance;
};

/// The notice as an official letter, with the tables as attachments on pages of their own. It keeps the
/// results of \a figures and makes their rows when they are asked for.
Document rankingNotice(NoticeFigures figures);

} // namespace core
