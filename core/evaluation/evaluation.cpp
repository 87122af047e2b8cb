// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include "core/record/describe.h"

namespace core {

std::span<const Choice> choicesOf(EvaluationState)
{
    static constexpr Choice choices[] = {
        {"draft", "试算"},
        {"published", "已公布"},
    };
    return choices;
}

template<>
const RecordType &recordType<Evaluation>()
{
    using R = Evaluation;
    static const RecordType type = record<R, 10>(
        "evaluation", "年度评价",
        {.display = {"title"},
         .match = {{"year", "scheme"}},
         .unique = {{"scheme", "year"}},
         .date = "year",
         .importable = false},
        {
            idField<R>(),
            field<&R::year>("year", "年度", {.listed = true, .readOnly = true}),
            field<&R::title>("title", "名称",
                             {.maxLength = 300, .required = true, .listed = true, .readOnly = true}),
            field<&R::scheme>("scheme", "积分方案", {.listed = true, .readOnly = true}),
            field<&R::state>("state", "状态", {.listed = true, .readOnly = true}),
            field<&R::computedAt>("computed_at", "计算时间", {.readOnly = true}),
            field<&R::cutoff>("cutoff", "数据截止", {.readOnly = true}),
            field<&R::publishedAt>("published_at", "公布时间", {.readOnly = true}),
            field<&R::journalHead>("journal_head", "日志首", {.maxLength = 64, .readOnly = true}),
            field<&R::resultHash>("result_hash", "结果摘要", {.maxLength = 64, .readOnly = true}),
        });
    return type;
}

} // namespace core
