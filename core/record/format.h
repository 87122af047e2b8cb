// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"

#include <QString>
#include <QStringView>

namespace core {

/// How a value is shown to people: labels of choices, "300,000.00", "2025-03-01", 是/否. A reference shows
/// as its id: the caller looks up the name. Empty for no value.
QString displayValue(const Field &field, const QVariant &value);

/// True for a field that masked lists, exports and paper cover up.
bool isPersonal(const Field &field);

/// As displayValue(), with personal data covered (core/base/mask.h).
QString maskedValue(const Field &field, const QVariant &value);

/// A typed or imported text as the value of a field, or what is wrong with it.
struct ParsedValue
{
    QVariant value;  ///< Invalid, or "" for text: nothing entered.
    QString problem; ///< For the clerk; empty: it was read.
    QString note;    ///< What was assumed, e.g. the first of the month; empty: nothing.
};

/// Reads \a text for \a field. Knows labels and aliases of choices, 是/有/√, 万元, dates in all written
/// forms, full-width digits. \a unit is that of the column's heading ("万元"), or empty. A reference takes
/// an id only.
ParsedValue parseValue(const Field &field, const QString &text, QStringView unit = {});

/// The key of the choice that \a text means by key, label or alias; empty: none.
QString choiceKey(std::span<const Choice> choices, QStringView text);

} // namespace core
