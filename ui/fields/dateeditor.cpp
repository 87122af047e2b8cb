// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/dateeditor.h"

#include "ui/fields/monthpopup.h"

namespace ui {

using namespace Qt::StringLiterals;

DateFieldEditor::DateFieldEditor(const core::Field &field, QWidget *parent)
    : LineFieldEditor(field, parent)
{
    line()->showCalendarSign();
    connect(line(), &UnitLine::calendarWanted, this, &DateFieldEditor::openCalendar);
}

void DateFieldEditor::openCalendar()
{
    if (!m_popup) {
        m_popup = new MonthPopup(this);
        m_popup->setObjectName(QLatin1StringView(field().key) + u"_calendar"_s);
        connect(m_popup, &MonthPopup::picked, this, [this](QDate date) {
            enter(date);
            line()->setFocus(Qt::PopupFocusReason);
        });
    }
    m_popup->openBelow(line(), value().toDate());
}

} // namespace ui
