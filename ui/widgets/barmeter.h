// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

namespace ui {

/// One row of a meter: how much of a whole is reached.
struct MeterRow
{
    QString label;
    qint64 done = 0;
    qint64 total = 0; ///< 0: nothing to reach; the bar stays empty.
    QString text;     ///< At the right; empty: the percentage.
    Tone tone = Tone::Accent;
};

/// Names, bars and percentages under each other; a click or Enter on a row opens what is behind it.
class BarMeter : public QWidget
{
    Q_OBJECT
public:
    explicit BarMeter(QWidget *parent = nullptr);

    void setRows(const QList<MeterRow> &rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void activated(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<MeterRow> m_rows;
    int m_hovered = -1;
    int m_current = 0;
};

} // namespace ui
