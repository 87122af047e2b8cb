// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

/// Stands in the place of an editor whose value is personal: what may be seen, and how to see the rest.
class MaskCover : public QAbstractButton
{
    Q_OBJECT
public:
    explicit MaskCover(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui
