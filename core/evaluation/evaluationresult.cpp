// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluationresult.h"

#include "core/record/describe.h"
#include "core/record/path.h"

namespace core {

std::span<const Choice> choicesOf(WarningLevel)
{
    static constexpr Choice choices[] = {
        {"none", "正常"},
        {"watch", "关注"},
        {"warning", "预警"},
    };
    return choices;
}

template<>
const RecordType &recordType<EvaluationResult>()
{
    using R = EvaluationResult;
    static const RecordType type = record<R, 20>(
        "evaluation_result", "评价结果",
        {.display = {"organization", "year", "band"},
         .match = {{"evaluation", "organization"}},
         .unique = {{"organization", "evaluation"}},
         .date = "year",
         .importable = false},
        {
            idField<R>(),
            field<&R::evaluation>("evaluation", "年度评价", {.readOnly = true}),
            field<&R::organization>("organization", "社会组织", {.listed = true, .readOnly = true}),
            field<&R::year>("year", "年度", {.listed = true, .readOnly = true}),
            field<&R::rated>("rated", "参评", {.readOnly = true}),
            field<&R::total>("total", "总分", {.unit = "分", .listed = true, .readOnly = true}),
            field<&R::band>("band", "等次", {.maxLength = 20, .listed = true, .readOnly = true}),
            field<&R::partyPoints>("party_points", "党建活跃度",
                                   {.unit = "分", .listed = true, .readOnly = true}),
            field<&R::standardPoints>("standard_points", "规范化建设",
                                      {.unit = "分", .listed = true, .readOnly = true}),
            field<&R::servicePoints>("service_points", "公益服务",
                                     {.unit = "分", .listed = true, .readOnly = true}),
            field<&R::bonus>("bonus", "加分", {.unit = "分", .readOnly = true}),
            field<&R::deduction>("deduction", "扣分", {.unit = "分", .readOnly = true}),
            field<&R::rankInKind>("rank_in_kind", "同类名次", {.listed = true, .readOnly = true}),
            field<&R::countInKind>("count_in_kind", "同类家数", {.readOnly = true}),
            field<&R::rankInTown>("rank_in_town", "镇街名次", {.readOnly = true}),
            field<&R::countInTown>("count_in_town", "镇街家数", {.readOnly = true}),
            field<&R::previousTotal>("previous_total", "上年总分", {.unit = "分", .readOnly = true}),
            field<&R::warning>("warning", "预警", {.listed = true, .readOnly = true}),
            field<&R::note>("note", "说明", {.readOnly = true}),
            field<&R::details>("details", "明细", {.readOnly = true}),
        });
    return type;
}

Decimal EvaluationResult::*pointsMember(Ranking ranking)
{
    switch (ranking) {
    case Ranking::Party: return &EvaluationResult::partyPoints;
    case Ranking::Standard: return &EvaluationResult::standardPoints;
    case Ranking::Service: return &EvaluationResult::servicePoints;
    }
    return nullptr;
}

QString pointsField(Ranking ranking)
{
    switch (ranking) {
    case Ranking::Party: return path<&EvaluationResult::partyPoints>();
    case Ranking::Standard: return path<&EvaluationResult::standardPoints>();
    case Ranking::Service: return path<&EvaluationResult::servicePoints>();
    }
    return {};
}

} // namespace core
