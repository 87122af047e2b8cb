// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/keptreason.h"

#include "core/record/describe.h"

namespace core {

template<>
const RecordType &recordType<KeptReason>()
{
    using R = KeptReason;
    static const RecordType type = record<R, 5>(
        "kept_reason", "保留理由", {.display = "reason", .importable = false},
        {
            idField<R>(),
            field<&R::recordType>("record_type", "记录类型",
                                  {.maxLength = 40, .required = true, .readOnly = true}),
            field<&R::recordId>("record_id", "记录", {.maxLength = 36, .required = true, .readOnly = true}),
            field<&R::field>("field", "字段", {.maxLength = 40, .readOnly = true}),
            field<&R::reason>("reason", "理由", {.maxLength = 200, .required = true}),
        });
    return type;
}

} // namespace core
