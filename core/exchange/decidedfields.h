// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/recordtype.h"

namespace core {

class Store;

/// True when verbs write records of \a type.
bool isWrittenByVerbs(const RecordType &type);

/// What a verb decided of a record and \a wanted would change, as a sentence; empty when there is nothing of
/// the kind. A field is decided while the last change of it that was not taken back was made by a verb:
/// until when a cancelled grade holds, though the form may change that too. \a stored: the record as it is.
Result<QString> decisionAgainst(const Store &store, const RecordType &type, const QVariantList &stored,
                                const QVariantList &wanted);

} // namespace core
