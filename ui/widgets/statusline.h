// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

namespace ui {

/// One piece of the line at the bottom. A tone brings its sign with it.
struct StatusItem
{
    QString text;
    Tone tone = Tone::Neutral;
};

/// The line at the bottom of the window: office, counts, backup, what is running; at the right the journal.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setItems(const QList<StatusItem> &items);
    void setRight(const StatusItem &item);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<StatusItem> m_items;
    StatusItem m_right;
};

} // namespace ui
