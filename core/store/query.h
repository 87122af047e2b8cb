// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <vector>

namespace core {

struct Query;

/// What must hold of a record. A path is a field key, or keys of references joined by '.':
/// "organization.town.name"; or days(A,B): the days from A to B, two paths to dates or one and a day
/// (2025-12-31), which is a number where a path may stand. Values are text as a person or a JSON file writes
/// them ("2025-03-01", "0.05", a choice key, an id), bool, {"year": n}: the query's year plus n, or
/// {"field": path}: another field of the same kind.
struct Condition
{
    enum class Op {
        All,        ///< Every part holds; no part: always true.
        Any,        ///< At least one part holds.
        Not,        ///< The one part does not hold.
        Is,         ///< Equal to the value.
        OneOf,      ///< Equal to one of the values; has the choice, for several choices.
        Contains,   ///< Text that contains the value; has the choice, for several choices.
        StartsWith, ///< Text that starts with the value.
        EndsWith,   ///< Text that ends with the value.
        Known,      ///< Covered text or date that the value finds: findsCovered().
        Below,      ///< < value.
        AtMost,     ///< <= value.
        Above,      ///< > value.
        AtLeast,    ///< >= value.
        Empty,      ///< Nothing entered.
        Exists,     ///< Some record of `related` refers to this one by `via`.
        /// Of the records in use with the same `field`, this is the latest by `via`, whatever else holds of
        /// them: none has a greater value there, nor the same and was entered later. Without a value it is
        /// before all that have one; a record whose `field` is empty stands for itself.
        Latest,
    };
    Op op = Op::All;
    QString field;                        ///< Path; of the comparing operators, of Empty and Latest.
    QVariantList values;                  ///< Of the comparing operators.
    std::vector<Condition> parts;         ///< Of All, Any, Not.
    std::shared_ptr<const Query> related; ///< Of Exists: type and conditions (no group, no measures).
    /// Of Exists: the path in `related` that leads to this record. Of Latest: the path that says which is.
    QString via;

    bool isTrivial() const { return op == Op::All && parts.empty(); }

    static Condition all(std::vector<Condition> parts);
    static Condition any(std::vector<Condition> parts);
    static Condition no(Condition part);
    static Condition is(const QString &field, const QVariant &value);
    static Condition compare(Op op, const QString &field, const QVariant &value);
    static Condition oneOf(const QString &field, const QVariantList &values);
    static Condition empty(const QString &field);
    static Condition exists(Query related, const QString &via);
    /// \a field compared with \a other, which may be a path through references too.
    static Condition fields(Op op, const QString &field, const QString &other);
    /// The latest by \a by of the records with the same \a of.
    static Condition latest(const QString &of, const QString &by);
};

/// The path of the days from \a from to \a to, negative when that is before; paths to dates.
QString daysBetween(const QString &from, const QString &to);
QString daysBetween(const QString &from, QDate to);

/// A date field within [from, to], both included; or within whole years counted from the query's year.
struct DateWindow
{
    QString field;
    QDate from;                  ///< Invalid: open.
    QDate to;                    ///< Invalid: open.
    std::optional<int> fromYear; ///< Relative year, e.g. −2; used when the dates are not given.
    std::optional<int> toYear;   ///< Relative year, e.g. 0.
};

/// One key of an order.
struct SortKey
{
    QString field; ///< Path, or the name of a measure.
    bool descending = false;
};

/// One figure over the records of a group.
struct Measure
{
    enum class Kind { Count, Sum, Min, Max, Average, Latest };
    Kind kind = Kind::Count;
    QString field;        ///< Path; empty for Count.
    QString by;           ///< Of Latest: the path that says which record is the latest.
    QString name;         ///< Column of the answer; lower-case ASCII letters, digits and '_'.
    Condition where = {}; ///< Of Count: only those of the group that meet it.
};

/// A question to the store, as data. One SQL statement; no field is loaded that is not asked for.
///
/// JSON: {"type":"party_activity","where":{"field":"kind","oneOf":["branch_meeting"]},
///        "window":{"field":"held_on","year":0},"group":["organization"],"measures":[{"count":"times"}]}
struct Query
{
    QString type;                 ///< Key of a record type.
    std::vector<QString> columns; ///< Paths; empty: all fields of the type. Not with group.
    Condition where;
    std::optional<DateWindow> window;
    /// Paths to group by; "path:month", ":quarter", ":year" group a date by its part ("2025-03", "2025-Q1",
    /// "2025").
    std::vector<QString> group;
    std::vector<Measure> measures; ///< Without group: one row over everything.
    std::vector<SortKey> sort;
    qint64 offset = 0;
    qint64 limit = -1;        ///< −1: no limit.
    std::optional<int> year;  ///< What {"year": n} and relative windows count from.
    bool removedOnly = false; ///< The recycle bin instead of the live records.

    /// Reads the JSON form. Says in a sentence which member is unknown or has the wrong form. Names of
    /// types and fields are checked when the query is run, or by checkQuery().
    static Result<Query> fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

/// Checks that type and fields exist, that values fit their fields, and that the parts go together.
Status checkQuery(const Query &query);

} // namespace core
