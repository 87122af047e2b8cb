// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/style.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

} // namespace

Style::Style(Theme theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
    , m_tokens(tokensOf(theme))
{}

QPalette Style::standardPalette() const
{
    const Tokens &t = m_tokens;
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &usual, const QColor &disabled) {
        p.setColor(role, usual);
        p.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, t.canvas, t.canvas);
    set(QPalette::WindowText, t.ink, t.disabled);
    set(QPalette::Base, t.surface, t.header);
    set(QPalette::AlternateBase, t.header, t.header);
    set(QPalette::Text, t.ink, t.disabled);
    set(QPalette::PlaceholderText, t.faint, t.disabled);
    set(QPalette::Button, t.surface, t.header);
    set(QPalette::ButtonText, t.ink, t.disabled);
    set(QPalette::BrightText, t.onAccent, t.disabled);
    set(QPalette::Highlight, t.accent, t.track);
    set(QPalette::HighlightedText, t.onAccent, t.secondary);
    set(QPalette::Link, t.accentText, t.disabled);
    set(QPalette::LinkVisited, t.accentText, t.disabled);
    set(QPalette::ToolTipBase, t.tip, t.tip);
    set(QPalette::ToolTipText, t.tipText, t.tipText);
    set(QPalette::Light, t.surface, t.surface);
    set(QPalette::Midlight, t.softLine, t.softLine);
    set(QPalette::Mid, t.line, t.line);
    set(QPalette::Dark, t.field, t.field);
    set(QPalette::Shadow, t.line, t.line);
    return p;
}

QPalette Style::tipPalette() const
{
    QPalette p = standardPalette();
    p.setColor(QPalette::Window, m_tokens.tip);
    p.setColor(QPalette::WindowText, m_tokens.tipText);
    return p;
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *tabs = qobject_cast<QTabBar *>(widget))
        tabs->setExpanding(false);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget) ||
        qobject_cast<QHeaderView *>(widget) || qobject_cast<QLineEdit *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QAbstractItemView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth: return isTextEdit(widget) ? 4 : 1;
    case PM_ScrollBarExtent: return 10;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return size::icon;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 4;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_HeaderMarkSize: return 12;
    case PM_HeaderMargin: return 8;
    case PM_HeaderGripMargin: return 5;
    case PM_SplitterWidth: return size::gutter;
    case PM_TabBarTabHSpace: return 0;
    case PM_TabBarTabVSpace: return 0;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap: return 0;
    case PM_FocusFrameHMargin: return 8; // also the side margin of cells
    case PM_TextCursorWidth: return 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return size::inset;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return size::gap;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_EtchDisabledText: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_Widget_Animation_Duration: return 0;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_TabBar_PreferNoArrows: return 0;
    case SH_Header_ArrowAlignment: return Qt::AlignRight;
    case SH_Table_GridLineColor: return int(m_tokens.softLine.rgb());
    case SH_Menu_SloppySubMenus: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            int width = button->text.isEmpty()
                            ? 0
                            : option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
            if (!button->icon.isNull())
                width += size::icon + (button->text.isEmpty() ? 0 : 6);
            if (button->features & QStyleOptionButton::HasMenu)
                width += 18;
            const bool bare = widget && widget->property("quiet").toBool();
            result = {width + (button->text.isEmpty() ? 16 : bare ? 20 : 28), size::button};
        }
        break;
    case CT_ToolButton: result = {std::max(contents.width() + 8, 28), 28}; break;
    case CT_LineEdit: result.setHeight(size::input); break;
    case CT_ComboBox: result = {contents.width() + 10 + 28, size::input}; break;
    case CT_SpinBox: result.setHeight(size::input); break;
    case CT_CheckBox:
    case CT_RadioButton: result.setHeight(std::max(result.height(), 24)); break;
    case CT_HeaderSection: result.setHeight(30); break;
    case CT_TabBarTab: result = {contents.width() + 20, 36}; break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {result.width(), 9};
            const bool hasShortcut = item->text.contains(u'\t');
            result = {contents.width() + 36 + 28 + (hasShortcut ? 24 : 0), 30};
        }
        break;
    case CT_MenuBarItem: result = {contents.width() + 16, 28}; break;
    case CT_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && !bar->textVisible)
            result.setHeight(8);
        break;
    case CT_ItemViewItem: result.setHeight(std::max(result.height(), 28)); break;
    default: break;
    }
    return result;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: return option->rect.adjusted(8, 1, -8, -1);
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents: {
        QRect r = option->rect;
        r.setTop(r.center().y() - 3);
        r.setHeight(8);
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && bar->textVisible)
            r.setRight(r.right() - 48);
        return r;
    }
    case SE_ProgressBarLabel: return option->rect.adjusted(option->rect.width() - 44, 0, 0, 0);
    case SE_HeaderArrow: {
        QRect r = option->rect;
        r.setLeft(r.right() - 18);
        return QRect(r.left(), r.center().y() - 5, 12, 12);
    }
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect r = option->rect;
    if (control == CC_ComboBox) {
        const bool compact = widget && widget->property("compact").toBool();
        const int arrow = compact ? 20 : 26;
        switch (part) {
        case SC_ComboBoxFrame: return r;
        case SC_ComboBoxArrow:
            return visualRect(option->direction, r, QRect(r.right() - arrow + 1, r.top(), arrow, r.height()));
        case SC_ComboBoxEditField:
            return visualRect(option->direction, r, r.adjusted(compact ? 7 : 9, 1, -arrow, -1));
        case SC_ComboBoxListBoxPopup: return r.adjusted(0, 0, 0, 2);
        default: break;
        }
    }
    if (control == CC_SpinBox) {
        const int half = r.height() / 2;
        switch (part) {
        case SC_SpinBoxFrame: return r;
        case SC_SpinBoxUp: return QRect(r.right() - 23, r.top() + 1, 22, half - 1);
        case SC_SpinBoxDown: return QRect(r.right() - 23, r.top() + half, 22, half - 1);
        case SC_SpinBoxEditField: return r.adjusted(1, 1, -24, -1);
        default: break;
        }
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool horizontal = bar->orientation == Qt::Horizontal;
        const int length = horizontal ? r.width() : r.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const int handle = range <= 0
                               ? length
                               : std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)),
                                            std::min(32, length), length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - handle, bar->upsideDown);
        const auto piece = [&](int from, int extent) {
            return horizontal ? QRect(r.left() + from, r.top(), extent, r.height())
                              : QRect(r.left(), r.top() + from, r.width(), extent);
        };
        switch (part) {
        case SC_ScrollBarSubLine:
        case SC_ScrollBarAddLine: return {};
        case SC_ScrollBarGroove: return r;
        case SC_ScrollBarSlider: return piece(start, handle);
        case SC_ScrollBarSubPage: return piece(0, start);
        case SC_ScrollBarAddPage: return piece(start + handle, length - start - handle);
        default: break;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    const bool selected = option->state & State_Selected;
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel: drawButton(*option, *painter, widget); return;
    case PE_FrameDefaultButton: return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawInput(*option, *painter, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheck(*option, *painter, false); return;
    case PE_IndicatorRadioButton: drawCheck(*option, *painter, true); return;
    case PE_PanelScrollAreaCorner: painter->fillRect(option->rect, t.surface); return;
    case PE_FrameFocusRect:
        if (widget && widget->window()->windowType() == Qt::Popup)
            return; // the tint is enough in a list that is open
        if (option->state & State_KeyboardFocusChange || qobject_cast<const QAbstractItemView *>(widget) ||
            (widget && qobject_cast<const QAbstractItemView *>(widget->parentWidget())))
            paintBox(*painter, QRectF(option->rect), 4, {}, t.accent, 1.5);
        return;
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem:
        if (selected)
            painter->fillRect(option->rect, t.tint);
        else if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
                 item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        else if (option->state & State_MouseOver && option->state & State_Enabled)
            painter->fillRect(option->rect, t.hover);
        return;
    case PE_Frame:
        if (isTextEdit(widget))
            drawInput(*option, *painter, widget);
        else // a view's own square corners would stand out of rounder ones
            paintBox(*painter, QRectF(option->rect), 3, t.surface, t.line);
        return;
    case PE_FrameWindow:
    case PE_FrameGroupBox: paintBox(*painter, QRectF(option->rect), size::controlRadius, {}, t.line); return;
    case PE_FrameMenu:
    case PE_PanelMenu: paintBox(*painter, QRectF(option->rect), 0, t.surface, t.field); return;
    case PE_PanelTipLabel: painter->fillRect(option->rect, t.tip); return;
    case PE_FrameTabBarBase: {
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    }
    case PE_FrameTabWidget:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_PanelToolBar: return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp: paintIcon(*painter, option->rect, Icon::ChevronUp, t.secondary); return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
    case PE_IndicatorButtonDropDown:
        paintIcon(*painter, option->rect, Icon::ChevronDown, t.secondary);
        return;
    case PE_IndicatorArrowLeft: paintIcon(*painter, option->rect, Icon::ChevronLeft, t.secondary); return;
    case PE_IndicatorArrowRight: paintIcon(*painter, option->rect, Icon::ChevronRight, t.secondary); return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const QRectF box(option->rect.right() - 17, option->rect.center().y() - 6, 13, 13);
            paintIcon(*painter, box, option->state & State_Open ? Icon::ChevronDown : Icon::ChevronRight,
                      t.secondary);
        }
        return;
    case PE_IndicatorTabClose:
        paintIcon(*painter, QRectF(option->rect).adjusted(3, 3, -3, -3), Icon::Close, t.secondary);
        return;
    case PE_IndicatorHeaderArrow: return; // drawHeaderLabel() puts it behind the words
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    switch (element) {
    case CE_PushButtonBevel: drawButton(*option, *painter, widget); return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButtonLabel(*button, *painter, widget);
        return;
    case CE_TabBarTabShape: return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(*tab, *painter);
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderSection(*header, *painter);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderLabel(*header, *painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.header);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuItem(*item, *painter, widget);
        return;
    case CE_MenuEmptyArea:
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, t.surface); return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            QStyleOptionProgressBar groove(*bar);
            groove.rect = subElementRect(SE_ProgressBarGroove, option, widget);
            drawProgress(groove, *painter);
            if (bar->textVisible)
                proxy()->drawItemText(painter, subElementRect(SE_ProgressBarLabel, option, widget),
                                      Qt::AlignRight | Qt::AlignVCenter, bar->palette,
                                      option->state & State_Enabled, bar->text, QPalette::WindowText);
        }
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem copy(*item);
            copy.palette.setColor(QPalette::HighlightedText, t.accentText);
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_Splitter:
        if (option->state & State_MouseOver)
            paintBox(*painter,
                     option->state & State_Horizontal
                         ? QRectF(option->rect.center().x() - 1, option->rect.top() + 8, 3,
                                  option->rect.height() - 16)
                         : QRectF(option->rect.left() + 8, option->rect.center().y() - 1,
                                  option->rect.width() - 16, 3),
                     1.5, t.field);
        return;
    case CE_ToolBar:
    case CE_SizeGrip: return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        slider && control == CC_ScrollBar)
        drawScrollBar(*slider, *painter, widget);
    else if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
             combo && control == CC_ComboBox)
        drawCombo(*combo, *painter, widget);
    else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
             spin && control == CC_SpinBox)
        drawSpin(*spin, *painter, widget);
    else if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
             tool && control == CC_ToolButton)
        drawToolButton(*tool, *painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace ui
