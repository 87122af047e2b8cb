// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dateparse.h"
#include "core/base/tr.h"
#include "core/record/field.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace core {

/// How a value is shown to people: labels of choices, "300,000.00", "2025-03-01", 是/否. A reference shows
/// as its id: the caller looks up the name. Empty for no value.
QString displayValue(const Field &field, const QVariant &value);

/// Label of a choice, as displayValue() shows it.
template<ChoiceEnum E>
QString choiceLabel(E value)
{
    return tr(std::span<const Choice>(choicesOf(value))[size_t(value)].label);
}

/// True for a field that says something of a person: what the journal keeps apart and readers see covered.
bool isPersonal(const Field &field);

/// Where a value is going to stand: who reads it there decides what is covered.
enum class Audience {
    Screen,        ///< Lists, titles, forms until the clerk asks to see it.
    History,       ///< Sentences about changes, also those the journal keeps.
    ImportPreview, ///< The first rows of a sheet before it is read.
    Export,        ///< A sheet or an answer that leaves the program.
    OpenExport,    ///< The same, asked for with personal data on purpose.
    OpenScreen,    ///< A list, after the clerk has asked to see all of it; noted in the journal.
    InternalPaper, ///< A paper for the bureau and its superiors.
    PublicNotice,  ///< A paper, or a list, that hangs out in public.
};

/// True for a field whose values are covered where \a audience reads them.
bool isCovered(const Field &field, Audience audience);

/// As displayValue(), as far as \a audience may read it: shown, covered (core/base/mask.h), or withheld,
/// which is an empty text. The one place that decides it.
QString maskedValue(const Field &field, const QVariant &value, Audience audience);
/// The same for a text that stands for a value of the field: a cell of a sheet, the words of an editor.
QString maskedText(const Field &field, const QString &text, Audience audience);

/// True when \a typed finds the stored \a text although it is covered: it is all of it, or all of one of
/// several numbers in it, or stands in what is left to be seen. Whoever looks for it so learns nothing that
/// he does not see or know. \a privacy and \a kind are those of the field.
bool findsCovered(Privacy privacy, Kind kind, const QString &text, const QString &typed);

/// A typed or imported text as the value of a field, or what is wrong with it.
struct ParsedValue
{
    QVariant value;  ///< Invalid, or "" for text: nothing entered.
    QString problem; ///< For the clerk; empty: it was read.
    QString note;    ///< What was assumed, e.g. the first of the month; empty: nothing.
    /// With a problem: a number stands there that can be read in two ways. To leave it out would be a guess
    /// too.
    bool isAmbiguous = false;
};

/// The full date that \a reading holds for \a field. 1970-01-01, which programs write for "none", is a
/// person's birthday like any other.
std::optional<QDate> dayFor(const Field &field, const DateReading &reading);

/// Reads \a text for \a field. Knows labels and aliases of choices, 是/有/√, numbers and amounts in all
/// written forms (core/base/writtennumber.h), which are rounded to what the field can hold, dates
/// (core/base/dateparse.h). \a unit is that of the column's heading ("万元"), or empty. A reference takes an
/// id only. A problem with a choice lists what may stand there and says what is nearest.
ParsedValue parseValue(const Field &field, const QString &text, QStringView unit = {});

/// The key of the choice that \a text means by key, label or alias; empty: none. Blanks, full width, 其它 for
/// 其他 and a 类 at the end make no difference.
QString choiceKey(std::span<const Choice> choices, QStringView text);

} // namespace core
