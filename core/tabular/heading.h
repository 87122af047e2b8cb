// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace core {

/// A heading as people write it, taken apart.
struct HeadingText
{
    QString heading; ///< "注册资金", for comparing: half-width, no spaces, no line breaks, no *, no （必填）.
    QString unit; ///< "万元" of "注册资金（单位：万元）"; empty when there is none.

    friend bool operator==(const HeadingText &, const HeadingText &) = default;
};

/// The unit that is all of \a text: 万元, （人）, 单位：元. Without a bracket only what is no heading by
/// itself, as 人数 and 年 are. Empty: it is none.
QString unitAlone(QStringView text);

/// Takes \a text apart. A bracket at the end is a unit or a hint on how to fill in only when it is a known
/// one: "负责人（党组织）" stays whole.
HeadingText readHeading(QStringView text);

} // namespace core
