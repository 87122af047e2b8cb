// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/ownfonts.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

void applyTheme(QApplication &application, Theme theme)
{
    ensureTextFont(textFamilies());
    application.setFont(textFont());
    application.setFont(textFont(TextSize::Hint), "QHeaderView");
    application.setFont(textFont(TextSize::Hint), "QTipLabel");
    QToolTip::setFont(textFont(TextSize::Hint));
    auto *style = new Style(theme); // the application owns it
    application.setStyle(style);
    application.setPalette(style->standardPalette());
    QToolTip::setPalette(style->tipPalette());
}

Theme currentTheme()
{
    const auto *style = qobject_cast<const Style *>(QApplication::style());
    return style ? style->theme() : Theme::Light;
}

const Tokens &tokens()
{
    return tokensOf(currentTheme());
}

QStringList textFamilies()
{
#ifdef Q_OS_WIN
    return {u"Microsoft YaHei UI"_s, u"Microsoft YaHei"_s};
#else
    return {u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"WenQuanYi Micro Hei"_s};
#endif
}

bool ensureTextFont(const QStringList &families)
{
    return std::any_of(families.begin(), families.end(), QFontDatabase::hasFamily) ||
           loadOwnFont(OwnFont::Sans);
}

QFont textFont(TextSize textSize, Weight weight)
{
    QFont font;
    font.setFamilies(textFamilies() << familyOf(OwnFont::Sans));
    font.setPixelSize(int(textSize));
    font.setWeight(weight == Weight::Strong ? QFont::Bold : QFont::Normal);
    return font;
}

void paintBox(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge,
              double width)
{
    const bool hasEdge = edge.isValid();
    const double half = hasEdge ? width / 2 : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasEdge ? QPen(edge, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inner = std::max(0.0, radius - half);
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner);
    painter.restore();
}

} // namespace ui
