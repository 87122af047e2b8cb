// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/storedscore.h"
#include "ui/style/tokens.h"

#include <QString>

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

/// A stored score in the words and tones of the page.
Why whyOf(const core::StoredPlan &stored, const core::StoredScore &score);

} // namespace ui
