// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QGridLayout>

namespace ui {

/// A choice among the options of a paper.
inline QComboBox *makeChoice(const char *name, const QString &title)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QLatin1StringView(name));
    combo->setAccessibleName(title);
    return combo;
}

/// A row of the options: its label and its editor.
inline void addOption(QGridLayout &grid, int row, const QString &label, QWidget *editor)
{
    auto *name = new TextLabel(TextRole::Secondary, label);
    name->setBuddy(editor);
    grid.addWidget(name, row, 0);
    grid.addWidget(editor, row, 1);
    grid.setColumnStretch(1, 1);
}

} // namespace ui
