// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/schemerecord.h"

#include "core/record/describe.h"

namespace core {

template<>
const RecordType &recordType<SchemeRecord>()
{
    using R = SchemeRecord;
    static const RecordType type = record<R, 6>(
        "scheme", "积分方案",
        {.display = {"title", "version"}, .match = {{"content_hash"}}, .importable = false},
        {
            idField<R>(),
            field<&R::schemeKey>("scheme_key", "方案标识",
                                 {.maxLength = 60, .required = true, .readOnly = true}),
            field<&R::version>("version", "版本",
                               {.maxLength = 20, .required = true, .listed = true, .readOnly = true}),
            field<&R::title>("title", "方案名称",
                             {.maxLength = 100, .required = true, .listed = true, .readOnly = true}),
            field<&R::content>("content", "内容", {.readOnly = true}),
            field<&R::contentHash>("content_hash", "内容摘要",
                                   {.maxLength = 64, .required = true, .unique = true, .readOnly = true}),
        });
    return type;
}

} // namespace core
