// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace ui {

namespace {

struct ButtonColors
{
    QColor fill, edge, text;
};

bool flag(const QWidget *widget, const char *name)
{
    return widget && widget->property(name).toBool();
}

ButtonColors buttonColors(const Tokens &t, const QStyleOption &option, const QWidget *widget)
{
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = option.state & QStyle::State_MouseOver;
    const bool enabled = option.state & QStyle::State_Enabled;
    if (flag(widget, "primary")) {
        if (!enabled)
            return {t.track, t.track, t.disabled};
        const QColor fill = down || over ? t.accentStrong : t.accent;
        return {fill, fill, t.onAccent};
    }
    if (!enabled)
        return flag(widget, "quiet") ? ButtonColors{{}, {}, t.disabled}
                                     : ButtonColors{t.header, t.softLine, t.disabled};
    const QColor text = flag(widget, "danger") ? t.late : t.ink;
    const QColor over_ = flag(widget, "danger") ? t.lateTint : t.hover;
    if (flag(widget, "quiet"))
        return {down ? t.track : over ? over_ : QColor(), {}, text};
    return {down ? t.track : over ? over_ : t.surface, flag(widget, "danger") ? t.late : t.field, text};
}

bool showsFocus(const QStyleOption &option)
{
    return option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
}

void drawText(QPainter &painter, const QRect &rect, int flags, const QString &text, const QColor &color)
{
    painter.setPen(color);
    painter.drawText(rect, flags | Qt::TextSingleLine, text);
}

/// A small solid triangle: sorting and menus.
void drawCaret(QPainter &painter, const QPointF &middle, const QColor &color)
{
    paintIcon(painter, QRectF(middle.x() - 7, middle.y() - 7, 14, 14), Icon::ChevronDown, color);
}

} // namespace

void Style::drawButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const ButtonColors colors = buttonColors(m_tokens, option, widget);
    paintBox(painter, QRectF(option.rect), size::controlRadius, colors.fill, colors.edge);
    if (!showsFocus(option))
        return;
    if (flag(widget, "primary"))
        paintBox(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), size::controlRadius - 2, {},
                 m_tokens.onAccent, 1.5);
    else
        paintBox(painter, QRectF(option.rect), size::controlRadius, {}, m_tokens.accent, 2);
}

void Style::drawButtonLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget) const
{
    const QColor color = buttonColors(m_tokens, option, widget).text;
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    QRect rect = option.rect.adjusted(0, 0, hasMenu ? -18 : 0, 0);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull()) {
        const int gap = option.text.isEmpty() ? 0 : 6;
        const int all = size::icon + gap + textWidth;
        const int left = rect.left() + std::max(0, (rect.width() - all) / 2);
        const QRect box(left, rect.center().y() - size::icon / 2 + 1, size::icon, size::icon);
        const QIcon::Mode mode = !(option.state & State_Enabled) ? QIcon::Disabled
                                 : flag(widget, "primary")       ? QIcon::Selected
                                                                 : QIcon::Normal;
        option.icon.paint(&painter, box, Qt::AlignCenter, mode);
        rect.setLeft(left + size::icon + gap);
        drawText(painter, rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, option.text, color);
    } else {
        drawText(painter, rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text, color);
    }
    if (hasMenu)
        drawCaret(painter, QPointF(option.rect.right() - 14, option.rect.center().y() + 1), color);
}

void Style::drawInput(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    const bool enabled = option.state & State_Enabled;
    const bool focus = option.state & State_HasFocus && enabled;
    const QString problem = widget ? widget->property("problem").toString() : QString();
    const bool readOnly = option.state & State_ReadOnly;
    QColor edge = option.state & State_MouseOver && enabled && !readOnly ? t.faint : t.field;
    if (!enabled || readOnly)
        edge = t.line;
    if (problem == QLatin1StringView("late"))
        edge = t.late;
    else if (problem == QLatin1StringView("soon"))
        edge = t.soon;
    else if (flag(widget, "active"))
        edge = t.accent;
    const QColor fill = !enabled || readOnly ? t.header : t.surface;
    const double radius = flag(widget, "compact") ? size::tagRadius : size::controlRadius;
    paintBox(painter, QRectF(option.rect), radius, fill, focus && problem.isEmpty() ? t.accent : edge,
             focus ? 2 : 1);
}

void Style::drawCheck(const QStyleOption &option, QPainter &painter, bool round) const
{
    const Tokens &t = m_tokens;
    const bool enabled = option.state & State_Enabled;
    const bool on = option.state & State_On;
    const bool partly = option.state & State_NoChange;
    const QRectF box(option.rect.center().x() - 7, option.rect.center().y() - 7, 16, 16);
    const double radius = round ? 8 : 4;
    const QColor edge = option.state & State_MouseOver && enabled ? t.accent : t.field;
    if (on || partly) {
        const QColor fill = enabled ? t.accent : t.disabled;
        paintBox(painter, box, radius, fill);
        if (round)
            paintBox(painter, box.adjusted(5, 5, -5, -5), 3, t.onAccent);
        else
            paintIcon(painter, box.adjusted(2, 2, -2, -2), partly ? Icon::Minus : Icon::Check, t.onAccent);
    } else {
        paintBox(painter, box, radius, enabled ? t.surface : t.header, edge, 1.25);
    }
}

void Style::drawTab(const QStyleOptionTab &option, QPainter &painter) const
{
    const Tokens &t = m_tokens;
    const bool selected = option.state & State_Selected;
    const bool enabled = option.state & State_Enabled;
    const QRect rect = option.rect;
    const bool first =
        option.position == QStyleOptionTab::Beginning || option.position == QStyleOptionTab::OnlyOneTab;
    Q_UNUSED(first)
    painter.save();
    painter.setFont(textFont(TextSize::Body, selected ? Weight::Strong : Weight::Normal));
    const QColor color = !enabled                         ? t.disabled
                         : selected                       ? t.accentText
                         : option.state & State_MouseOver ? t.ink
                                                          : t.secondary;
    drawText(painter, rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text, color);
    if (selected)
        painter.fillRect(QRect(rect.left() + 8, rect.bottom() - 1, rect.width() - 16, 2), t.accent);
    painter.restore();
    if (showsFocus(option))
        paintBox(painter, QRectF(rect).adjusted(2, 4, -2, -4), 4, {}, t.accent, 1.5);
}

void Style::drawHeaderSection(const QStyleOptionHeader &option, QPainter &painter) const
{
    const Tokens &t = m_tokens;
    const QRect rect = option.rect;
    painter.fillRect(rect, option.state & State_MouseOver ? t.hover : t.header);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
}

void Style::drawHeaderLabel(const QStyleOptionHeader &option, QPainter &painter) const
{
    const Tokens &t = m_tokens;
    QRect rect = option.rect; // the margin of 8 is taken off already
    if (rect.width() <= 0)
        return;
    painter.save();
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter.setFont(textFont(TextSize::Hint, sorted ? Weight::Strong : Weight::Normal));
    const QColor color = sorted ? t.accentText : t.secondary;
    const QFontMetrics metrics(painter.font());
    const int room = rect.width() - (sorted ? 14 : 0);
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, room);
    const bool right = option.textAlignment & Qt::AlignRight;
    const int width = metrics.horizontalAdvance(text);
    if (sorted) {
        // The arrow stands right behind the words, wherever those stand.
        const int x = right ? rect.right() - 11 : std::min(rect.left() + width + 2, rect.right() - 11);
        const bool descending = option.sortIndicator == QStyleOptionHeader::SortUp;
        paintIcon(painter, QRectF(x, rect.center().y() - 5, 12, 12),
                  descending ? Icon::ChevronDown : Icon::ChevronUp, t.accentText);
        rect.setRight(rect.right() - 14);
    }
    drawText(painter, rect,
             int(right                                     ? Qt::AlignRight
                 : option.textAlignment & Qt::AlignHCenter ? Qt::AlignHCenter
                                                           : Qt::AlignLeft) |
                 Qt::AlignVCenter,
             text, color);
    painter.restore();
}

void Style::drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter, const QWidget *widget) const
{
    Q_UNUSED(widget)
    const Tokens &t = m_tokens;
    painter.fillRect(option.rect, t.surface);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1), t.line);
        return;
    }
    const bool enabled = option.state & State_Enabled;
    const bool current = option.state & State_Selected && enabled;
    if (current)
        paintBox(painter, QRectF(option.rect), 4, t.tint);
    const QColor color = !enabled ? t.disabled : current ? t.accentText : t.ink;
    const QRect sign(option.rect.left() + 10, option.rect.center().y() - 7, size::icon, size::icon);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, sign, Icon::Check, color);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, sign, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = option.text.split(u'\t');
    painter.save();
    painter.setFont(option.font);
    const QRect text = option.rect.adjusted(34, 0, -14, 0);
    drawText(painter, text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, parts.value(0), color);
    if (parts.size() > 1) {
        painter.setFont(textFont(TextSize::Hint));
        drawText(painter, text, Qt::AlignRight | Qt::AlignVCenter, parts.at(1),
                 enabled ? t.faint : t.disabled);
    }
    painter.restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, QRectF(option.rect.right() - 18, option.rect.center().y() - 6, 13, 13),
                  Icon::ChevronRight, color);
}

void Style::drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    const bool active = option.state & State_MouseOver || option.activeSubControls & SC_ScrollBarSlider;
    painter.fillRect(option.rect, t.surface);
    if (option.maximum <= option.minimum)
        return;
    const QRectF handle(proxy()->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget));
    const double margin = active ? 1.5 : 2.5;
    const QRectF box = handle.adjusted(margin, margin, -margin, -margin);
    paintBox(painter, box, std::min(box.width(), box.height()) / 2, active ? t.faint : t.field);
}

void Style::drawCombo(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const
{
    if (option.frame)
        drawInput(option, painter, widget);
    else if (option.state & State_MouseOver && option.state & State_Enabled)
        paintBox(painter, QRectF(option.rect), size::controlRadius, m_tokens.hover);
    if (flag(widget, "active")) // a ✕ stands there instead
        return;
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawCaret(painter, QPointF(arrow.center().x(), arrow.center().y() + 1),
              option.state & State_Enabled ? m_tokens.secondary : m_tokens.disabled);
}

void Style::drawSpin(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget) const
{
    drawInput(option, painter, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto button = [&](SubControl part, Icon sign, QAbstractSpinBox::StepEnabledFlag step) {
        const QRectF rect(proxy()->subControlRect(CC_SpinBox, &option, part, widget));
        const bool can = option.stepEnabled & step && option.state & State_Enabled;
        const QRectF box(rect.center().x() - 6, rect.center().y() - 6, 12, 12);
        paintIcon(painter, box, sign, can ? m_tokens.secondary : m_tokens.disabled);
    };
    button(SC_SpinBoxUp, Icon::ChevronUp, QAbstractSpinBox::StepUpEnabled);
    button(SC_SpinBoxDown, Icon::ChevronDown, QAbstractSpinBox::StepDownEnabled);
}

void Style::drawToolButton(const QStyleOptionToolButton &option, QPainter &painter,
                           const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    const bool enabled = option.state & State_Enabled;
    const bool down = option.state & (State_Sunken | State_On);
    if (down || (option.state & State_MouseOver && enabled))
        paintBox(painter, QRectF(option.rect), 4, down ? t.track : t.hover);
    if (showsFocus(option))
        paintBox(painter, QRectF(option.rect), 4, {}, t.accent, 2);
    const bool menu = option.features & QStyleOptionToolButton::HasMenu;
    QRect rect = option.rect.adjusted(4, 0, menu ? -16 : -4, 0);
    const bool withText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    if (option.arrowType != Qt::NoArrow) {
        const PrimitiveElement arrow = option.arrowType == Qt::UpArrow     ? PE_IndicatorArrowUp
                                       : option.arrowType == Qt::DownArrow ? PE_IndicatorArrowDown
                                       : option.arrowType == Qt::LeftArrow ? PE_IndicatorArrowLeft
                                                                           : PE_IndicatorArrowRight;
        QStyleOption part(option);
        part.rect = QRect(rect.center().x() - 7, rect.center().y() - 7, 16, 16);
        drawPrimitive(arrow, &part, &painter, widget);
    } else if (!option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly) {
        const int x = withText ? rect.left() + 2 : rect.center().x() - size::icon / 2 + 1;
        option.icon.paint(&painter, QRect(x, rect.center().y() - size::icon / 2 + 1, size::icon, size::icon),
                          Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        if (withText)
            rect.setLeft(x + size::icon + 4);
    }
    if (withText || (option.icon.isNull() && option.arrowType == Qt::NoArrow)) {
        painter.setFont(option.font);
        drawText(painter, rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text,
                 enabled ? t.ink : t.disabled);
    }
    if (menu)
        drawCaret(painter, QPointF(option.rect.right() - 10, option.rect.center().y() + 1), t.secondary);
}

void Style::drawProgress(const QStyleOptionProgressBar &option, QPainter &painter) const
{
    const QRectF groove(option.rect);
    const double radius = groove.height() / 2;
    paintBox(painter, groove, radius, m_tokens.track);
    QRectF filled = groove;
    if (option.maximum <= option.minimum) { // the end is not known yet: a piece in the middle
        filled.setLeft(groove.left() + groove.width() / 3);
        filled.setWidth(groove.width() / 3);
    } else {
        filled.setWidth(groove.width() * (double(option.progress) - option.minimum) /
                        (double(option.maximum) - option.minimum));
    }
    if (filled.width() >= 1) {
        filled.setWidth(std::max(filled.width(), groove.height()));
        paintBox(painter, filled, radius, m_tokens.accent);
    }
}

} // namespace ui
