// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QMap>
#include <QPointer>

class QComboBox;
class QLineEdit;

namespace ui {

/// The heads of a table and, below them, a row of filters: a field or a choice per column. A filter in use
/// has the colour of the accent and a ✕. Tab walks through the filters, Esc empties the one it is in,
/// Down goes to the table.
class FilterHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit FilterHeader(QWidget *parent = nullptr);

    /// A field to type into. \a hint stands in it while it is empty: 尾号….
    void setTextFilter(int column, const QString &hint = {});
    /// A list to choose from; the first entry, 全部, means no filter and is added here.
    void setChoiceFilter(int column, const QStringList &choices);
    void removeFilter(int column);
    /// Columns below this one have no filters here: a header in front of this one shows them.
    void setFirstFilterColumn(int column);

    /// What the filter of the column says now; empty: no filter.
    QString filterText(int column) const;
    /// Sets a filter and says so by filterChanged(), if it is another one than before.
    void setFilterText(int column, const QString &text);
    void clearFilters();
    /// Gives \a other the same fields and choices, empty.
    void copyFiltersTo(FilterHeader &other) const;
    QList<int> filterColumns() const { return m_editors.keys(); }
    /// Puts the keyboard into the filter of the column.
    void focusFilter(int column);
    /// The least width in which the filter of the column can be read; 0: it has none.
    int filterWidth(int column) const;
    /// The editor of the column; null: none.
    QWidget *editor(int column) const { return m_editors.value(column); }

    QSize sizeHint() const override;

Q_SIGNALS:
    void filterChanged(int column, const QString &text);
    void leftDownwards(); ///< The keyboard wants to go on in the table.

protected:
    void updateGeometries() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void put(int column, QWidget *editor);
    void placeEditors();
    QRect placeOf(int column) const;
    void report(int column, const QString &text);

    QWidget *m_row;
    QMap<int, QWidget *> m_editors;
    QMap<int, QString> m_reported;
    int m_firstColumn = 0;
};

} // namespace ui
