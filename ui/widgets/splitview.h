// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace ui {

/// Two parts of a page beside each other, with the gutter between cards as the handle. Neither can be closed
/// by dragging.
class SplitView : public QSplitter
{
    Q_OBJECT
public:
    /// \a leftShare of \a left and \a rightShare of \a right are kept when the window grows.
    SplitView(QWidget *left, int leftShare, QWidget *right, int rightShare, QWidget *parent = nullptr);
};

} // namespace ui
