// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/report/document.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace core {

/// A place among others: 4 of 336. A rank of 0: not ranked.
struct Place
{
    qint64 rank = 0;
    qint64 count = 0;
};

/// What stands below every page: what the figures rest on.
struct Provenance
{
    QDate cutoff;        ///< Last day whose records count.
    QString scheme;      ///< Title and version.
    QString journalHead; ///< 64 hexadecimal digits, printed short.
};

/// "数据截至 2025-11-30 · 方案：示范方案 v3 · 日志首 7f3a 91c0 ... c21e".
QString provenanceLine(const Provenance &provenance);

/// Everything the year-end report of one organization says. Plain values: frozen years and invented examples
/// print the same way.
struct YearEndFigures
{
    /// One of the three rankings.
    struct Dimension
    {
        QString name;
        Decimal points;
        Decimal maximum;
        std::optional<Decimal> average;  ///< Of the same kind.
        std::optional<Decimal> previous; ///< Last year's points.
        Place inKind;
        Place inTown;
    };
    struct Indicator
    {
        QString name;
        QString explanation; ///< Figure and calculation in words.
        Decimal maximum;     ///< 0: without limit.
        Decimal points;      ///< Negative: taken off.
        bool applies = true; ///< False: neither limit nor points count.
    };
    struct Category
    {
        QString name;
        Decimal maximum; ///< 0: without limit.
        Decimal points;
        bool extra = false; ///< Bonus or deduction: not part of the full marks.
        std::vector<Indicator> indicators;
    };

    QString bureau;
    QString number; ///< 文号; may be empty.
    QDate issuedOn; ///< May be invalid: no date below the office.
    int year = 0;
    bool draft = false; ///< Not yet published: the report says so.

    QString organization;
    QString creditCode;
    QString kind;
    QDate registeredOn;
    QString town;
    QString supervisingUnit;
    std::vector<Facts::Fact> facts; ///< What the registers of the features say of it.

    bool rated = true;
    QString unratedReason;
    Decimal total;
    Decimal fullMarks;
    int places = 1; ///< After the point, of every figure.
    QString band;
    QString consequence; ///< What follows from the band.
    Place inKind;
    Place inTown;
    std::optional<Decimal> previousTotal;
    std::vector<Dimension> dimensions;
    std::vector<Category> categories;
    std::vector<QString> decisions; ///< Vetoes and gates, one sentence each.
    std::vector<QString> warnings;
    std::vector<QString> advice;

    QString schemeSource;
    QString schemeBasis;
    QString rounding; ///< What rounding every indicator has done to the total, a sentence; may be empty.
    Provenance provenance;
};

/// The report of one organization: identity, result, every indicator with its calculation, ranks and change,
/// warnings and advice, rules, signature and seal.
Document yearEndReport(const YearEndFigures &figures);

} // namespace core
