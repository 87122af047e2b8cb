// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

namespace ui {

QPushButton *makeButton(const QString &text, ButtonKind kind, std::optional<Icon> sign, const char *name,
                        QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(true); // Enter presses it, in windows as in dialogs
    switch (kind) {
    case ButtonKind::Plain: break;
    case ButtonKind::Primary: button->setProperty("primary", true); break;
    case ButtonKind::Danger: button->setProperty("danger", true); break;
    case ButtonKind::Quiet: button->setProperty("quiet", true); break;
    }
    if (sign)
        button->setIcon(icon(*sign, kind == ButtonKind::Danger ? std::optional(Tone::Late) : std::nullopt));
    return button;
}

} // namespace ui
