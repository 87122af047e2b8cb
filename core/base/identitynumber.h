// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace core {

/// GB/T 2261.1.
enum class Sex { Male, Female };

/// What can be wrong with a resident identity number.
enum class IdentityNumberIssue {
    Length,         ///< Neither 18 nor 15 characters.
    Character,      ///< Not digits, or an X elsewhere than at the end.
    Region,         ///< The first two digits are no province.
    BirthDate,      ///< Not a day of the calendar, or in the future.
    CheckCharacter, ///< Character 18 is not the one that follows from the rest.
    OldForm,        ///< 15 digits, not issued since 1999 and not valid since 2013: kept, but told.
};

struct IdentityNumberFinding
{
    IdentityNumberIssue issue{};
    QString text; ///< For the clerk. Repeats neither the number nor the birthday in it.
};

/// A resident identity number (GB 11643-1999) or the number of a residence permit for people from Hong Kong
/// (81), Macao (82) and Taiwan (83), and what is wrong with it.
struct IdentityNumber
{
    QString number; ///< As it should be stored: see codeText().
    std::vector<IdentityNumberFinding> findings;
    QDate birthDate;        ///< Null when it can't be read.
    std::optional<Sex> sex; ///< Empty when it can't be read.
    bool isResidencePermit = false;

    bool has(IdentityNumberIssue issue) const;
};

/// Reads and checks \a typed. Births after \a today are reported; an invalid \a today means no such check.
/// Passports and other papers are not identity numbers: do not pass them here.
IdentityNumber parseIdentityNumber(QStringView typed, QDate today = {});

/// True of 18 characters that can only be an identity number: a birthday, and the last follows from the
/// others.
bool isIdentityNumber(QStringView number);

/// The 18th character (0–9 or X) that follows from the first 17 of \a number; empty when these are fewer
/// or not digits.
QString identityNumberCheckCharacter(QStringView number);

} // namespace core
