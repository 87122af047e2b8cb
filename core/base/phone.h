// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace core {

/// One telephone number.
struct Phone
{
    enum class Kind {
        Mobile,  ///< 11 digits from 13 to 19.
        Fixed,   ///< 7 or 8 digits, with or without an area code.
        Service, ///< 400 or 800 and seven digits, 95xxx, 12345 and the like.
        Unknown, ///< Cannot be dialled as it stands; see `finding`.
    };
    Kind kind = Kind::Unknown;
    QString text;    ///< "13812345678", "0573-84021234-801", "400-820-8820"; as typed when unknown.
    QString finding; ///< For the clerk, digits covered: what is wrong, what would be right; empty: nothing.
};

/// Reads one or several numbers as clerks write them: "138 1234 5678", "+86 138…", "（0573）8402 1234转801",
/// "84021234/13812345678". Separated by 、，,;；/ or a line break. Empty for an empty text.
std::vector<Phone> parsePhones(QStringView typed);

/// The numbers of \a typed as they should be stored, separated by "、".
QString normalisedPhones(QStringView typed);

} // namespace core
