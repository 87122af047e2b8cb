// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importpreview.h"
#include "ui/widgets/datatable.h"

class QComboBox;
class QStandardItem;
class QStandardItemModel;

namespace ui {

/// A cell that is only read.
QStandardItem *makeCell(const QString &text, CellLook look = CellLook::Plain);

/// The columns of a sheet that is going to be imported, with their first rows: for each a list of the fields
/// it can be read into. What is chosen holds for the next sheet of the same layout too.
class ImportColumns : public DataTable
{
    Q_OBJECT
public:
    explicit ImportColumns(QWidget *parent = nullptr);

    void showPreview(const core::ImportPreview &preview);
    /// Whether another field can be chosen now.
    void setChoosable(bool choosable);

Q_SIGNALS:
    /// The clerk has chosen; what is to be decided about all columns.
    void chosen(const core::ColumnChoices &choices);

private:
    /// What the clerk, or the sheet itself, wants of a column.
    struct Wish
    {
        QString column; ///< As ColumnChoices name it.
        QString field;  ///< MappableField::said; empty: it is not read.
        int order = 0;  ///< The later choice goes before the earlier one.
    };

    bool isShown(const core::ImportPreview &preview) const;
    void rebuild(const core::ImportPreview &preview);
    QComboBox *makeList(const core::ImportPreview::Column &column, int row);
    QComboBox *listOf(int row) const;
    core::ColumnChoices choices() const;

    QStandardItemModel *m_rows;
    const core::RecordType *m_type = nullptr;
    QStringList m_headings; ///< Of the shown columns, with their letters.
    std::vector<Wish> m_wishes;
    int m_lastOrder = 0;
};

} // namespace ui
