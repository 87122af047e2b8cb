// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialogbox.h"

namespace ui {

/// 关于善治: version, terms, and the licences of everything that the program is made of.
class AboutDialog : public DialogBox
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *window);
};

} // namespace ui
