// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluationresult.h"
#include "core/evaluation/rankinglists.h"
#include "core/evaluation/rule.h"
#include "core/registry/organization.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace core {

/// What becomes of an indicator that has no figure, or does not apply.
enum class Absent {
    Zero,      ///< No points.
    Average,   ///< The average points of the same kind.
    ScaleRest, ///< Left out; its siblings are scaled up to the marks of their parent.
    Person,    ///< A person decides; no points until then.
    Full,      ///< Full points.
};

/// A condition over the record type "organization", with the sentence that says it.
struct Clause
{
    QString text;
    Condition when;
};

struct KindVariant;

/// A node of the indicator tree (指标). Leaves have a rule, inner nodes children.
struct Indicator
{
    QString code; ///< Unique within the scheme; what manual scores and stored results refer to.
    QString name;
    QString text;                   ///< Scoring standard in words (评分标准).
    Decimal points;                 ///< Most points; 0: no limit.
    std::optional<Ranking> ranking; ///< What lies below belongs to the same one.
    bool required = false;          ///< Missing, or without points, it can raise a warning.
    Absent missing = Absent::Zero;
    Absent notApplicable = Absent::ScaleRest;
    std::vector<OrganizationKind> kinds; ///< Empty: every kind.
    std::optional<Clause> applies;       ///< Applies to organizations for which this holds.
    std::optional<Clause> precondition;  ///< Where this does not hold there are no points.
    std::optional<Rule> rule;
    FigureSource figure;
    std::vector<Indicator> children;
    std::vector<KindVariant> variants; ///< The first that names the kind replaces what it gives.
};

/// What differs for some kinds of organization.
struct KindVariant
{
    std::vector<OrganizationKind> kinds;
    QString text;                       ///< Empty: as before.
    std::optional<Decimal> points;      ///< Empty: as before.
    std::optional<Rule> rule;           ///< Empty: as before.
    std::optional<FigureSource> figure; ///< Empty: as before.
    std::vector<Indicator> children;    ///< Empty: as before; else the whole sub-tree.
};

/// Outside the evaluation: listed with the reason, without points.
struct Exclusion
{
    QString code;
    Clause clause;
};

/// 一票否决.
struct Veto
{
    enum class Effect {
        Zero,   ///< The total becomes 0.
        Band,   ///< The band is fixed.
        Ceiling ///< No better band than this one.
    };
    QString code;
    Clause clause;
    Effect effect = Effect::Zero;
    QString band;
};

/// A band of the total (等次). Bands stand best first.
struct Band
{
    QString name;
    Interval range;
    std::vector<Clause> gates;      ///< Where one of these holds, the band is out of reach: the next one.
    std::optional<Clause> alsoWhen; ///< Reached also when this holds, whatever the total.
    QString consequence;            ///< What follows from it (结果运用).
};

/// When an organization is warned.
struct WarningLine
{
    enum class Kind {
        Below,     ///< The total is below `amount`.
        Drop,      ///< It fell by `amount` points or more from last year.
        DropShare, ///< It fell by `amount` per cent or more of last year's total.
        Required,  ///< A required indicator has no figure or no points.
        Share      ///< Among the last `amount` per cent of its kind.
    };
    Kind kind = Kind::Below;
    WarningLevel level = WarningLevel::Warning;
    Decimal amount;
    QString text; ///< What to say; empty: the line written out.
};

/// How equal totals are ranked. Without keys they share a rank and the next is skipped (1, 1, 3).
enum class TieKey { Party, Service, Standard, Bonus, RegisteredOn };

/// A points-evaluation scheme (积分方案). Everything that decides a score stands in it.
struct Scheme
{
    QString key; ///< Lower-case ASCII; versions of one scheme share it.
    QString version;
    QString title;
    QString source; ///< Where it was published.
    QString basis;  ///< The rule it rests on (依据).
    QString remarks;
    QDate validFrom;
    std::optional<QDate> validTo;
    Decimal fullMarks;
    Decimal start;              ///< Points everyone begins with: 1000 分起算. Part of the full marks.
    std::optional<Decimal> cap; ///< No total above it.
    Decimal bonusCap;           ///< All bonus together; 0: no limit.
    int places = 1;             ///< Places after the point of every score, 0–6.
    Rounding rounding = Rounding::HalfUp;
    std::optional<Clause> scope; ///< Organizations that appear at all.
    std::vector<Exclusion> exclusions;
    std::vector<Indicator> indicators;
    std::vector<Indicator> bonus;
    std::vector<Indicator> deductions; ///< Points below are taken off, and count positive.
    std::vector<Veto> vetoes;
    std::vector<Band> bands;
    std::vector<TieKey> tieKeys;
    std::vector<WarningLine> warnings;
};

/// Reads the JSON form and checks it; an error names every fault in a sentence. Unknown members are refused.
Result<Scheme> readScheme(const QByteArray &json);
/// The same without checkScheme(): for an editor that shows the findings itself.
Result<Scheme> parseScheme(const QByteArray &json);
QByteArray writeScheme(const Scheme &scheme);

/// Something a scheme says that cannot be meant.
struct Finding
{
    enum class Severity { Warn, Error };
    Severity severity = Severity::Error;
    QString path; ///< Where: code of the indicator, or the part of the scheme (等次, 否决 …).
    QString text; ///< A Chinese sentence.
};

/// Gaps and overlaps, points that do not add up, unknown fields, unreachable options, doubled codes …
std::vector<Finding> checkScheme(const Scheme &scheme);

} // namespace core
