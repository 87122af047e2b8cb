// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/lineeditors.h"

namespace ui {

class MonthPopup;

/// A date, typed in any usual form (2021.3.5, 2021年3月5日, 20210305) or taken from a calendar. Never a date
/// that nobody entered.
class DateFieldEditor : public LineFieldEditor
{
    Q_OBJECT
public:
    DateFieldEditor(const core::Field &field, QWidget *parent);

private:
    void openCalendar();

    MonthPopup *m_popup = nullptr;
};

} // namespace ui
