// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluationscope.h"

#include "core/record/codec.h"
#include "core/store/where.h"

namespace ui {

using core::Condition;

core::Decimal decimalOf(const QVariant &value)
{
    core::Decimal decimal;
    (void)core::Codec<core::Decimal>::fromVariant(value, decimal);
    return decimal;
}

QString EvaluationScope::points() const
{
    return ranking ? core::pointsField(*ranking) : core::path<&core::EvaluationResult::total>();
}

Condition EvaluationScope::group() const
{
    std::vector<Condition> parts = {core::where::is<&core::EvaluationResult::evaluation>(evaluation)};
    if (!kind.isEmpty())
        parts.push_back(Condition::is(
            core::path<&core::EvaluationResult::organization, &core::Organization::kind>(), kind));
    if (!town.isEmpty())
        parts.push_back(Condition::is(
            core::path<&core::EvaluationResult::organization, &core::Organization::town>(), town));
    return Condition::all(std::move(parts));
}

Condition EvaluationScope::condition() const
{
    Condition all = group();
    if (range) {
        all.parts.push_back(core::where::is<&core::EvaluationResult::rated>(true));
        all.parts.push_back(Condition::compare(Condition::Op::AtLeast, points(), range->from.toString()));
        if (range->to)
            all.parts.push_back(Condition::compare(Condition::Op::Below, points(), range->to->toString()));
    }
    return all;
}

core::Query EvaluationScope::query() const
{
    return core::queryOf<core::EvaluationResult>(condition());
}

core::Query EvaluationScope::organizations() const
{
    return core::queryOf<core::Organization>(
        core::where::exists<&core::EvaluationResult::organization>(condition()));
}

} // namespace ui
