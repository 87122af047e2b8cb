// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QFont>
#include <QStringList>

class QApplication;
class QPainter;
class QRectF;
class QWidget;

namespace ui {

/// Sizes of text in logical pixels.
enum class TextSize { Hint = 12, Body = 14, Card = 16, Page = 20, Figure = 28 };
/// The one step of weight.
enum class Weight { Normal, Strong };

/// Gives the whole program the look of \a theme; may be called again while it runs.
void applyTheme(QApplication &application, Theme theme);

/// The theme applied last; Light before that.
Theme currentTheme();

/// The colours of the theme in use. Read them when painting, never keep them: the theme may change.
const Tokens &tokens();

/// The interface fonts of this system, best first: Microsoft YaHei UI on Windows, Noto Sans CJK SC elsewhere.
QStringList textFamilies();

/// Makes the sans beside the program known when none of \a families is installed: Qt would take any font that
/// has Chinese characters, a serif as soon as another. False when there is none of them, and none beside the
/// program.
bool ensureTextFont(const QStringList &families);

/// The first of textFamilies() that is there, else the sans beside the program.
QFont textFont(TextSize textSize = TextSize::Body, Weight weight = Weight::Normal);

/// Fills \a rect with rounded corners and draws a crisp edge of \a width inside it; invalid colours are left
/// out.
void paintBox(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
              const QColor &edge = {}, double width = 1);

} // namespace ui
