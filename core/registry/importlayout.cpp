// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/importlayout.h"

#include "core/record/describe.h"

namespace core {

template<>
const RecordType &recordType<ImportLayout>()
{
    using R = ImportLayout;
    static const RecordType type = record<R, 4>(
        "import_layout", "导入表样", {.display = {"record_type"}, .importable = false},
        {
            idField<R>(),
            field<&R::recordType>("record_type", "记录类型", {.maxLength = 40, .required = true}),
            field<&R::headings>("headings", "表头", {.required = true}),
            field<&R::choices>("choices", "列的对应"),
        });
    return type;
}

} // namespace core
