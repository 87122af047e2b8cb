// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/summarypaper.h"

#include "core/base/tr.h"
#include "ui/style/theme.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace ui {

SummaryPaper::SummaryPaper(Session &session)
    : Paper(session)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::inset - 1, size::gap, size::inset - 1, size::gap);
    auto *hint = new TextLabel(TextRole::Hint, core::tr("全县一页：各类平均分、分布、前三名和预警名单。"));
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addStretch();
}

Paper::Source SummaryPaper::source() const
{
    return [year = year()](qsizetype) { return core::countySummary(year->data.summary()); };
}

QString SummaryPaper::baseName() const
{
    return core::tr("%1年度积分评价总表").arg(yearNumber());
}

} // namespace ui
