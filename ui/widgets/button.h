// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QPushButton>

namespace ui {

/// How much a button weighs. At most one Primary a page.
enum class ButtonKind { Plain, Primary, Danger, Quiet };

/// A push button in the look of the theme that also obeys Enter; its object name is \a name, a verb.
QPushButton *makeButton(const QString &text, ButtonKind kind = ButtonKind::Plain,
                        std::optional<Icon> sign = {}, const char *name = "", QWidget *parent = nullptr);

} // namespace ui
