// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/field.h"

#include <QVariant>

#include <optional>

namespace core {

/// What is wrong with a query, as a sentence.
inline Error wrongQuery(const QString &sentence)
{
    return {Error::Code::InvalidInput, sentence, {}};
}

/// The stored form of a value that is compared with \a field, as people and JSON files write it. \a year is
/// what {"year": n} counts from; \a upperEnd: of a year the last day is meant.
Result<QVariant> queryOperand(const Field &field, const QVariant &value, std::optional<int> year,
                              bool upperEnd);

} // namespace core
