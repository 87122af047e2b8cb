// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace ui {

/// Tabs at the head of a card. Where there is little room their names are cut, instead of the last ones being
/// hidden behind arrows.
QTabBar *makeTabs(const char *name, const QString &title);

} // namespace ui
