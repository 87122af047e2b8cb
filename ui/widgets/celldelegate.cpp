// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/tag.h"

#include <QApplication>
#include <QPainter>

namespace ui {

namespace {

constexpr int side = 8;
constexpr int signRoom = 16;

} // namespace

bool isNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double: return true;
    default: return false;
    }
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(Qt::TextAlignmentRole).isValid() && isNumber(index.data()))
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem all(option);
    initStyleOption(&all, index);
    const CellLook look = CellLook(index.data(LookRole).toInt());
    const Tone tone = Tone(index.data(ToneRole).toInt());
    const bool strong = look == CellLook::Strong || look == CellLook::Section || signOf(tone);
    int width = look == CellLook::Tagged
                    ? tagSize(all.text, tone).width()
                    : QFontMetrics(textFont(TextSize::Body, strong ? Weight::Strong : Weight::Normal))
                          .horizontalAdvance(all.text);
    if (look != CellLook::Tagged && look != CellLook::Coloured && signOf(tone))
        width += signRoom;
    if (all.features & QStyleOptionViewItem::HasCheckIndicator)
        width += size::icon + side;
    return {width + 2 * side + 2, size::row};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Tokens &t = tokens();
    QStyleOptionViewItem all(option);
    initStyleOption(&all, index);
    const CellLook look = CellLook(index.data(LookRole).toInt());
    const Tone tone = Tone(index.data(ToneRole).toInt());
    const bool selected = all.state & QStyle::State_Selected;
    const QRect rect = all.rect;
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, selected                              ? t.tint
                            : look == CellLook::Section           ? t.header
                            : all.state & QStyle::State_MouseOver ? t.hover
                                                                  : t.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.softLine);

    QRect words = rect.adjusted(side, 0, -side, -1);
    if (all.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOptionViewItem check(all);
        check.rect =
            QApplication::style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &all, all.widget);
        check.state.setFlag(QStyle::State_On, all.checkState == Qt::Checked);
        check.state.setFlag(QStyle::State_NoChange, all.checkState == Qt::PartiallyChecked);
        QApplication::style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter,
                                             all.widget);
        words.setLeft(check.rect.right() + side);
    }
    if (look == CellLook::Tagged) {
        if (!all.text.isEmpty())
            paintTag(*painter, QRect(words.left(), rect.center().y() - 10, words.width(), 20), all.text,
                     tone);
    } else {
        const auto sign = look == CellLook::Coloured ? std::nullopt : signOf(tone);
        const bool strong = look == CellLook::Strong || look == CellLook::Section || signOf(tone);
        QFont font = textFont(TextSize::Body, strong ? Weight::Strong : Weight::Normal);
        font.setStrikeOut(look == CellLook::Former);
        painter->setFont(font);
        const QFontMetrics metrics = painter->fontMetrics();
        const bool right = all.displayAlignment & Qt::AlignRight;
        const int room = words.width() - (sign ? signRoom : 0);
        const QString text = metrics.elidedText(all.text, right ? Qt::ElideLeft : all.textElideMode, room);
        const QColor color = tone != Tone::Neutral                                     ? t.text(tone)
                             : !(all.state & QStyle::State_Enabled)                    ? t.disabled
                             : look == CellLook::Secondary || look == CellLook::Former ? t.secondary
                                                                                       : t.ink;
        if (sign && !all.text.isEmpty()) {
            const int x =
                right ? words.right() - metrics.horizontalAdvance(text) - signRoom + 1 : words.left();
            paintIcon(*painter, QRectF(x, words.center().y() - 5, 12, 12), *sign, color);
            if (!right)
                words.setLeft(words.left() + signRoom);
        }
        painter->setPen(color);
        painter->drawText(words, int(all.displayAlignment) | Qt::TextSingleLine, text);
    }
    if (all.state & QStyle::State_HasFocus)
        paintBox(*painter, QRectF(rect).adjusted(1, 1, -1, -2), 4, {}, t.accent, 1.5);
    painter->restore();
}

} // namespace ui
