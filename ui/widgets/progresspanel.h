// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace ui {

class TextLabel;

/// Shows how far a running task is and lets the clerk stop it. Hidden while nothing is followed.
class ProgressPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressPanel(QWidget *parent = nullptr);

    /// Shows \a progress from now on, read ten times a second, under the name \a what (年度评价).
    void follow(const QString &what, std::shared_ptr<core::Progress> progress);
    /// The task has ended: hides the panel.
    void finish();

Q_SIGNALS:
    void cancelled(); ///< The clerk asked to stop; the task is told already.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    std::shared_ptr<core::Progress> m_progress;
    QTimer m_timer;
    QString m_what;
    TextLabel *m_stage;
    TextLabel *m_count;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace ui
