// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/splitview.h"

#include "ui/style/tokens.h"

namespace ui {

SplitView::SplitView(QWidget *left, int leftShare, QWidget *right, int rightShare, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    addWidget(left);
    addWidget(right);
    setChildrenCollapsible(false);
    setHandleWidth(size::gutter);
    setStretchFactor(0, leftShare);
    setStretchFactor(1, rightShare);
    setSizes({leftShare * 1000, rightShare * 1000}); // only their ratio counts
}

} // namespace ui
