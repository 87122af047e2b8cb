// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/papers/paper.h"

namespace ui {

/// 县级总表: the county on one page.
class SummaryPaper : public Paper
{
    Q_OBJECT
public:
    explicit SummaryPaper(Session &session);

    Source source() const override;
    QString baseName() const override;
};

} // namespace ui
