// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace ui {

/// A column that can be shown or hidden.
struct ColumnEntry
{
    int column = 0;
    QString title;
    bool shown = true;
    bool fixed = false; ///< Always shown.
};

/// The list below the button 列: ticks for the columns, a field that narrows the list, 恢复默认.
class ColumnChooser : public QFrame
{
    Q_OBJECT
public:
    explicit ColumnChooser(QWidget *parent);

    void setColumns(const QList<ColumnEntry> &columns);
    /// Opens below \a anchor, inside its window.
    void openBelow(QWidget *anchor);
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void columnToggled(int column, bool shown);
    void resetWanted(); ///< The columns shown before the user chose.

private:
    void narrow(const QString &text);

    QLineEdit *m_filter;
    QListWidget *m_list;
};

} // namespace ui
