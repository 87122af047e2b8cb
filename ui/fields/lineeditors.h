// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/fieldeditor.h"

#include <QLineEdit>

namespace ui {

/// A line to type into, with the unit of the field at its right end and an optional sign to click.
class UnitLine : public QLineEdit
{
    Q_OBJECT
public:
    explicit UnitLine(const QString &unit, QWidget *parent = nullptr);

    /// A calendar at the right end; clicking it, F4 or Alt+Down emits calendarWanted().
    void showCalendarSign();

Q_SIGNALS:
    void calendarWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool isOnSign(const QPointF &position) const;

    QString m_unit;
    bool m_hasCalendar = false;
};

/// Text, whole numbers, exact decimals, money and points in time: typed as a clerk writes them (half or full
/// width, 3 万元), put into the usual form when the line is left.
class LineFieldEditor : public FieldEditor
{
    Q_OBJECT
public:
    LineFieldEditor(const core::Field &field, QWidget *parent);

    QVariant value() const override;
    QString inputProblem() const override;

protected:
    void showValue(const QVariant &value) override;
    void applyReadOnly(bool readOnly) override;
    QString shownText() const override;
    UnitLine *line() const { return m_line; }
    /// Puts a value in as if it had been typed.
    void enter(const QVariant &value);

private:
    void tidy();
    /// Unlike QLineEdit::setText(), can be taken back with Ctrl+Z, as what was typed before.
    void replaceText(const QString &text);

    UnitLine *m_line;
    QVariant m_shown; ///< The value last shown; returned as long as nothing was typed.
    bool m_isTyped = false;
};

} // namespace ui
