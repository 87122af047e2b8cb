// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/celldelegate.h"

#include <QTableView>

class QMenu;

namespace ui {

class FilterHeader;

/// A table in the look of the theme: rows of 32, soft lines, no grid, heads that sort where the model can, an
/// optional filter row, first columns that stay while the others scroll. Ctrl+C copies the selected cells for
/// Excel.
class DataTable : public QTableView
{
    Q_OBJECT
public:
    explicit DataTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// The first \a columns stay in place while the rest scrolls sideways.
    void setFrozenColumns(int columns);

    /// From now on a click on a head has the model sort by its column, unless UnsortedRole says that it
    /// cannot. Until then heads take no click and show no arrow.
    void enableSorting();
    /// Back to the model's own order: sort() with column −1.
    void clearSorting();

    void setTextFilter(int column, const QString &hint = {});
    void setChoiceFilter(int column, const QStringList &choices);
    QString filterText(int column) const;
    void setFilterText(int column, const QString &text);
    void clearFilters();
    /// Puts the keyboard into the filter of the column.
    void focusFilter(int column);
    /// The editor of the column's filter; null: none.
    QWidget *filterEditor(int column) const;

    /// Widths that fit heads and the rows to be seen, none above \a widest.
    void fitColumns(int widest = 280);
    /// Puts the selected cells on the clipboard, in the order shown.
    void copySelection() const;

    /// The part in front of the scrolled one; null while no column is frozen.
    QTableView *frozenPart() const { return m_frozen; }

Q_SIGNALS:
    void filterChanged(int column, const QString &text);
    void rowActivated(const QModelIndex &index); ///< Enter or double click.
    void rowChanged(const QModelIndex &index);   ///< The current row is another one.
    /// Before the context menu is shown: pages add their verbs.
    void contextMenuWanted(QMenu *menu, const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FilterHeader *headerOf(int column) const;
    QTableView *makeFrozenPart();
    void sortBy(int column, Qt::SortOrder order);
    void syncFrozen();
    void placeFrozen();
    QList<QStringList> selectedCells(QList<QList<bool>> *numbers) const;

    FilterHeader *m_header;
    QTableView *m_frozen = nullptr;
    FilterHeader *m_frozenHeader = nullptr;
    int m_frozenColumns = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace ui
