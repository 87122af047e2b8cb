// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exportquery.h"
#include "core/store/store.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace cli {

/// The answer to a query as a table: for the terminal, as JSON.
class AnswerTable
{
public:
    /// \a store and \a rows must outlive the table.
    AnswerTable(const core::Store &store, const core::Query &query, const core::Rows &rows,
                core::Audience audience);

    /// Labels of the fields; paths through references with the labels of all their parts.
    const QStringList &headings() const { return m_headings; }

    /// Columns in line on a terminal, Chinese characters counting two.
    QString text() const;
    /// "columns" (path, heading, kind) and "rows" (objects by path). Choices are keys, amounts and decimals
    /// are texts so that nothing is lost, dates are ISO texts, references have "id" and "name".
    QJsonObject json() const;

private:
    QString shown(size_t column, const QVariant &value) const;
    QString nameOf(const core::Field &field, const QString &id) const;

    const core::Store &m_store;
    const core::Rows &m_rows;
    core::Audience m_audience;
    QStringList m_headings;
    mutable QHash<QString, QString> m_names; ///< Of records referred to, by id.
};

} // namespace cli
