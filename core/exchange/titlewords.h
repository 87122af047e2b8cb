// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the titles of a sheet tell of all its rows: 2023年4A级社会组织名单.
#pragma once

#include "core/record/field.h"

#include <QStringList>
#include <QVariant>

#include <optional>

namespace core {

/// True of a field that every record has, and whose default would be a guess: a grade of 1A, 0 points.
bool mustBeSaid(const Field &field);

/// True of a whole number that only a year can be.
bool isYear(const Field &field);

/// The one choice that \a titles name by its label or an alias. Empty: none, or several, or only negated
/// (未报年报) or as the end of a range (3A级以上). The last of the titles is the name of the file: it counts
/// where the others name none. Single characters name nothing, and where \a onlyLabels, aliases neither.
QString choiceInTitles(const Field &field, const QStringList &titles, bool onlyLabels = false);

/// The one year that \a titles name. 2024年度 goes before 2024年, that before a bare 2024; the year of a day
/// or a month, of a document's number or in a range of years is none.
std::optional<int> yearInTitles(const QStringList &titles);

/// The multiple of 元 in which all amounts are, 单位：万元; empty: none is named.
QString unitInTitles(const QStringList &titles);

} // namespace core
