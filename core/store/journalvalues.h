// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

#include <QByteArray>
#include <QVariantMap>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// The values of one side of an edit, as they stand in the journal. What the hash chain covers holds only a
/// commitment in place of a personal value; the value and the salt stand beside it and can be sealed or
/// destroyed later, each alone, without breaking the chain.
struct JournalValues
{
    /// JSON object of stored values; "" for none. A personal value is {"commitment":"…"}: the hexadecimal
    /// SHA-256 over salt (16 bytes), key, "=" and the value as it stands in `personal`.
    QByteArray open;
    /// JSON object {key: [salt in hexadecimal digits, value]}; "" for none.
    QByteArray personal;

    bool operator==(const JournalValues &) const = default;
};

/// Adds a member whose value is personal: its commitment, and beside it a new salt and the value, which is
/// the JSON \a value.
void appendPersonalMember(JournalValues &to, const char *key, QByteArrayView value);
/// Ends the objects that the first members began.
void closeJournalValues(JournalValues &values);

/// The fields of \a values in \a which, in field order.
JournalValues journalValues(const RecordType &type, const QVariantList &values,
                            const std::vector<size_t> &which);

/// In RecordEdit in place of a personal value that was sealed or destroyed.
struct WithheldValue
{};
bool isWithheld(const QVariant &value);

/// The values by key as toStored() gives them; a WithheldValue where one is not there.
QVariantMap storedValues(const JournalValues &stored);
/// The same in the form of codec.h. A member whose key the type does not have stands in it as it is.
QVariantMap valuesFromJournal(const RecordType &type, const JournalValues &stored);
/// True when there is a member whose key the type does not have: a newer program wrote it.
bool hasUnknownMember(const RecordType &type, const JournalValues &stored);

/// All values in one JSON object, the personal ones put back in their places; empty when one is not there.
std::optional<QByteArray> plainJson(const JournalValues &stored);
/// The reverse, with new salts: the members whose keys \a isPersonal names become commitments.
JournalValues withCommitments(const QByteArray &json,
                              const std::function<bool(QByteArrayView key)> &isPersonal);
/// True when both objects have the same members, in whatever order.
bool haveSameMembers(const QByteArray &json, const QByteArray &other);

/// What checking the commitments of one side found.
struct CommitmentCheck
{
    int broken = 0;   ///< Values that do not fit their commitment.
    int withheld = 0; ///< Commitments whose value is not there.
};
CommitmentCheck checkCommitments(const JournalValues &stored);

/// One member of a JSON object as it stands there.
struct JsonMember
{
    QByteArrayView key;
    QByteArrayView value;
};
/// The members of a compact JSON object without looking into their values; empty when it is none. The views
/// point into \a object.
std::vector<JsonMember> jsonMembers(QByteArrayView object);

} // namespace core
