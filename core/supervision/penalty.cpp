// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supervision/penalty.h"

#include "core/base/codetext.h"
#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(PenaltyKind)
{
    static constexpr Choice choices[] = {
        {"warning", "警告"},
        {"fine", "罚款"},
        {"confiscation", "没收违法所得", "没收"},
        {"correction", "责令改正"},
        {"suspension", "限期停止活动", "停止活动"},
        {"revocation", "撤销登记", "撤销"},
    };
    return choices;
}

template<>
const RecordType &recordType<Penalty>()
{
    using R = Penalty;
    static const RecordType type = record<R, 9>(
        "penalty", "行政处罚",
        {.display = {"organization", "kind", "decided_on"},
         // One decision may impose several kinds (《行政处罚法》第九条), each a record of its own; and one
         // number beside another organization is another penalty, which takes none from the first.
         .match = {{"organization", "kind", "document_number"}, {"organization", "decided_on", "kind"}},
         .unique = {{"document_number", "kind", "organization"}},
         .date = "decided_on"},
        {
            idField<R>(),
            field<&R::organization>("organization", "社会组织", {.listed = true, .headings = {"当事人"}}),
            field<&R::documentNumber>("document_number", "文号",
                                      {.maxLength = 60,
                                       .searchable = true,
                                       .listed = true,
                                       .headings = {"决定书文号", "处罚文号", "处罚决定书文号",
                                                    "行政处罚决定书文号", "处罚决定文号"},
                                       .normalize = documentNumber}),
            field<&R::kind>("kind", "种类", {.listed = true, .headings = {"处罚种类", "处罚结果"}}),
            field<&R::decidedOn>(
                "decided_on", "决定日期",
                {.listed = true,
                 .headings = {"处罚日期", "决定时间", "处罚时间", "处罚决定日期", "作出日期", "日期"}}),
            field<&R::fine>(
                "fine", "罚款金额",
                {.unit = "元", .listed = true, .headings = {"罚款", "罚没金额"}, .check = checkNotNegative}),
            field<&R::ground>("ground", "违法事实", {.headings = {"案由", "违法行为", "事由"}}),
            field<&R::basis>("basis", "处罚依据", {.maxLength = 200}),
            field<&R::executedOn>("executed_on", "履行日期"),
        });
    return type;
}

} // namespace core
