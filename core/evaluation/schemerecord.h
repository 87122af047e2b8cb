// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

namespace core {

/// A scheme as it was used, kept in the file so that later editions cannot change a year: told apart by its
/// content. A trial may change a scheme without a new version.
struct SchemeRecord
{
    Id<SchemeRecord> id;
    QString schemeKey;
    QString version;
    QString title;
    LongText content;    ///< The JSON document, byte for byte.
    QString contentHash; ///< SHA-256 of the content.
};

template<>
const RecordType &recordType<SchemeRecord>();

} // namespace core
