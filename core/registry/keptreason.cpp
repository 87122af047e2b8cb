// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/keptreason.h"

#include "core/base/tr.h"
#include "core/record/describe.h"

#include <QSet>

namespace core {

template<>
const RecordType &recordType<KeptReason>()
{
    using R = KeptReason;
    static const RecordType type = record<R, 5>(
        "kept_reason", "保留理由",
        {.display = {"reason"}, .unique = {{"record_id", "record_type", "field"}}, .importable = false},
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

const Act &keepReasonAct()
{
    static const Act act{"keep_reason", "说明保留的理由", {&recordType<KeptReason>()}};
    return act;
}

Status keepReason(Store &store, const std::vector<KeptProblem> &problems, const QString &reason)
{
    return runAct(store, keepReasonAct(), tr(keepReasonAct().title), [&](Change &change) -> Status {
        QSet<std::pair<QString, QString>> explained; // a field may have several problems and one reason
        for (const KeptProblem &problem : problems) {
            const std::pair field(problem.id, problem.field);
            if (!problem.reason.isEmpty() || explained.contains(field))
                continue;
            explained.insert(field);
            KeptReason record{.id = {},
                              .recordType = QString::fromLatin1(problem.type->key),
                              .recordId = problem.id,
                              .field = problem.field,
                              .reason = reason};
            CORE_TRY(change.insert(record));
        }
        return ok();
    });
}

} // namespace core
