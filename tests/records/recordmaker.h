// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "tests/support/teststore.h"

#include <QHash>

#include <vector>

/// Makes records of any type from its description alone, with what they refer to.
class RecordMaker
{
public:
    explicit RecordMaker(core::Store &store)
        : m_store(store)
    {}

    /// Values of a record that the checks let in: every field filled (Fill::All), or only what must be.
    enum class Fill { All, Needed };
    QVariantList values(const core::RecordType &type, int number, Fill fill = Fill::All);
    /// A value that the checks let in, other for other numbers.
    QVariant value(const core::Field &field, int number);
    /// The record that fields of this target refer to; made when it is first asked for. Other numbers are
    /// other records.
    QString target(const core::RecordType &type, int number = 0);

    /// Values at the edges of what a field of this kind can hold. Checks may refuse some of them.
    std::vector<QVariant> boundaries(const core::Field &field);

private:
    core::Store &m_store;
    QHash<std::pair<const core::RecordType *, int>, QString> m_targets;
};

/// True when \a problems keep a record from being saved.
bool blocks(const std::vector<core::Problem> &problems);

/// Runs \a body for every registered record type, each with its key in the message of a failure.
template<typename Body>
void forEachType(const Body &body)
{
    for (const core::RecordType *type : core::allRecordTypes()) {
        INFO("record type " << type->key);
        body(*type);
    }
}
