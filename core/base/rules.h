// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace core {

/// A figure that a law or a notice sets, with the days on which it holds. Law changes; code should not
/// have to: a new figure is a new entry of resources/rules/rules.json with its own first day.
struct DatedRule
{
    QString key;
    QString title; ///< For the clerk.
    QString value; ///< A number, or a day of the year "06-30".
    QString unit;
    QString source; ///< Law, article, notice.
    QDate validFrom;
    QDate validTo; ///< Invalid: still in force.

    qint64 number() const { return value.toLongLong(); }
    /// The day of \a year that a value like "06-30" means.
    QDate dayOf(int year) const
    {
        return QDate::fromString(QString::number(year) + u'-' + value, Qt::ISODate);
    }
};

/// Reads the layout of resources/rules/rules.json. FileFormat, naming the entry, when a member is missing,
/// a date is none, or two entries of one key hold on the same day.
Result<std::vector<DatedRule>> rulesFromJson(const QByteArray &json);

/// The shipped rule with this key that holds on \a day; empty: none.
std::optional<DatedRule> ruleOn(QStringView key, QDate day);

} // namespace core
