// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/recordtype.h"
#include "core/store/query.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace core {

/// One column of an answer.
struct ResultColumn
{
    QString name;
    Kind kind = Kind::Text;
    const Field *field = nullptr; ///< The field it shows; null for counts and parts of dates.
};

/// A query as SQL, with its values in the order of the parameters.
struct QuerySql
{
    QByteArray text;
    QVariantList values; ///< Stored forms.
    std::vector<ResultColumn> columns;
};

/// What a statement is to answer.
enum class Answer {
    Rows,
    Count,
    Order,  ///< The ordinals of all rows, in the order of the query.
    Picked, ///< The columns of the rows whose ordinals the first value, a JSON array, names, in its order.
};

/// One statement that counts the rows of one query or of several.
struct CountSql
{
    QByteArray text;
    QVariantList values;         ///< Stored forms.
    std::vector<size_t> queries; ///< Which query each column of its one row counts.
};

/// The statements that count the rows of each of \a queries (limit and offset left aside): those that read
/// the whole table of a type are counted in one reading of it. Errors as those of querySql().
Result<std::vector<CountSql>> countSql(std::span<const Query> queries);

/// Turns \a query into one statement. InvalidInput, as a sentence, when it names what does not exist,
/// compares a field with a value that does not fit, or combines what does not go together.
Result<QuerySql> querySql(const Query &query, Answer answer = Answer::Rows);

} // namespace core
