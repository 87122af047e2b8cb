// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace ui {

/// A message at the bottom of a window that needs no answer: 已保存. It goes away by itself after six
/// seconds, later while the mouse is on it; it may offer one action, such as 撤销.
class Toast : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget *window);

    void showMessage(const QString &text, const QString &actionText = {}, std::function<void()> action = {});
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();

    QLabel *m_text;
    QPushButton *m_button;
    std::function<void()> m_action;
    QTimer m_timer;
};

} // namespace ui
