// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

namespace ui {

/// One month to pick a day from. Arrows move by days and weeks, Page Up and Down by months (with Ctrl by
/// years), Enter picks, Esc closes.
class MonthPopup : public QWidget
{
    Q_OBJECT
public:
    explicit MonthPopup(QWidget *parent);

    /// Opens below \a anchor at \a date, or at today when that is invalid.
    void openBelow(const QWidget *anchor, QDate date);
    QDate current() const { return m_current; }

Q_SIGNALS:
    void picked(QDate date);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QDate firstShown() const;
    QRect cellOf(int index) const;
    void goTo(QDate date);
    void pick(QDate date);

    QDate m_current;
    QDate m_today;
};

} // namespace ui
