// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabs.h"

namespace ui {

QTabBar *makeTabs(const char *name, const QString &title)
{
    auto *tabs = new QTabBar;
    tabs->setObjectName(QLatin1StringView(name));
    tabs->setAccessibleName(title);
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    tabs->setUsesScrollButtons(false);
    tabs->setElideMode(Qt::ElideRight);
    return tabs;
}

} // namespace ui
