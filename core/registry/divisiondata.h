// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringView>

#include <vector>

namespace core {

/// All six-digit codes of the lists of 2019, 2021 and 2023, provinces, prefectures and counties: what may
/// stand in digits 3–8 of a credit code. See resources/divisions/SOURCES.md.
const QSet<QString> &knownRegionCodes();

/// The newest name of a six-digit code: "嘉善县". Empty when the code is unknown.
QString regionName(QStringView code);

/// A town or street as the official list has it.
struct OfficialTown
{
    QString code; ///< Nine digits.
    QString name;
};

/// The towns of the county with the six-digit \a countyCode in the order of their codes. Empty for a county
/// whose towns are not shipped.
std::vector<OfficialTown> townsOf(QStringView countyCode);

} // namespace core
