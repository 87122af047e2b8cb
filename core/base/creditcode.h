// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace core {

/// What can be wrong with a unified social credit code. None of it keeps a record from being saved: codes
/// that fail the check are in official registers, so the clerk is told and may keep them with a reason.
enum class CreditCodeIssue {
    Length,           ///< Not 18 characters.
    Character,        ///< A character the standard does not use (I O S V Z, Chinese, signs).
    Department,       ///< The first digit is not 5: not registered by civil affairs.
    Kind,             ///< Registered by civil affairs, but the second digit is not 1, 2, 3 or 9.
    Region,           ///< Digits 3–8 are in none of the known lists of divisions.
    OrganizationCode, ///< Characters 9–17 fail the check of GB 11714.
    CheckCharacter,   ///< Character 18 is not the one that follows from the rest.
};

struct CreditCodeFinding
{
    CreditCodeIssue issue{};
    QString text; ///< For the clerk: what is wrong and what would be right.
};

/// The second digit of a code that civil affairs gave out.
enum class CreditCodeKind { Association, ServiceInstitution, Foundation, Other };

/// A unified social credit code (GB 32100-2015) and what is wrong with it.
struct CreditCode
{
    QString code; ///< As it should be stored: see codeText(). Look-alikes are not replaced.
    std::vector<CreditCodeFinding> findings; ///< Empty: nothing to say.

    // Only of a code of 18 permitted characters; otherwise empty.
    QString region;                     ///< Characters 3–8: division of the registration authority.
    QString organizationCode;           ///< Characters 9–17, GB 11714.
    std::optional<CreditCodeKind> kind; ///< Of a code given out by civil affairs.

    bool has(CreditCodeIssue issue) const;
};

/// Reads and checks \a typed. Digits 3–8 are looked up in \a knownRegions (see
/// core/registry/divisiondata.h) unless that is empty.
CreditCode parseCreditCode(QStringView typed, const QSet<QString> &knownRegions = {});

/// True of 18 characters that can only be a unified social credit code: the last follows from the others.
bool isCreditCode(QStringView code);

/// The 18th character that follows from the first 17 of \a code; empty when these are fewer or not permitted.
QString creditCodeCheckCharacter(QStringView code);

/// The 9th character of an organization code (GB 11714: 0–9 or X) that follows from the first 8 of
/// \a code; empty when these are fewer or not 0–9, A–Z.
QString organizationCodeCheckCharacter(QStringView code);

} // namespace core
