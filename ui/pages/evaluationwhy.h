// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/yearjob.h"
#include "ui/style/tokens.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

/// Why one organization has its points, as the right side of the evaluation page shows it.
struct Why
{
    struct Row
    {
        enum class Kind { Group, Indicator, Remark };
        Kind kind = Kind::Indicator;
        QString code; ///< Of the indicator.
        QString name;
        QString text;   ///< The explanation.
        QString points; ///< "10.0 / 12", "+2.0".
        Tone tone = Tone::Neutral;
        QString linkText;                   ///< 查看 12 条记录; empty: no records stand behind it.
        std::optional<core::Query> records; ///< What the link opens.
        bool manual = false;                ///< A person scores it.
    };
    QString organization; ///< Id.
    QString name;
    QString score; ///< 93.5 分 · 优秀
    QString place; ///< 社会服务机构第 4 名，云塘镇第 1 名 · 距上一名还差 4.0 分
    Tone tone = Tone::Accent;
    std::vector<Row> rows;
    QString footer;
};

/// What explanations of a year need, read once.
struct YearPlan
{
    core::Evaluation evaluation;
    core::Plan plan;
    bool needsEveryone = false; ///< Some target is the average of the kind.
};

/// The stored scheme of a year, ready for explaining; NotFound when the year is not evaluated.
core::Result<YearPlan> loadYearPlan(const core::Store &store, int year);

/// Explains a stored result. \a everyone: the whole year, where needsEveryone says so; may be null else.
core::Result<Why> explainResult(const core::Store &store, const YearPlan &year, const QString &resultId,
                                const core::EvaluationOutcome *everyone);

} // namespace ui
