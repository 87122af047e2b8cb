// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QStyledItemDelegate>

namespace ui {

/// What a model may say about a cell besides its text, for tables in the look of the theme.
enum CellRole {
    ToneRole = Qt::UserRole + 0x100, ///< int(Tone): colours the text and puts the sign of the tone before it.
    LookRole,                        ///< int(CellLook).
    CopyRole,                        ///< Text for the clipboard where it differs from what is shown.
    UnsortedRole,                    ///< Of a head: true where the model cannot sort by the column.
};

/// How a cell is shown; the tone says in which colour.
enum class CellLook {
    Plain,
    Secondary, ///< Less important: grey.
    Strong,    ///< One step heavier.
    Former,    ///< What stood there before: grey and struck out.
    Tagged,    ///< On a tint, as a Tag.
    Coloured,  ///< In the colour of the tone without its sign: the text has one of its own (↑2.0).
    Section,   ///< A row that heads others: strong on the colour of table heads.
};

/// Paints the cells of tables: no grid, a soft line under each row, numbers to the right.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// True for a value that is shown at the right of its cell.
bool isNumber(const QVariant &value);

} // namespace ui
