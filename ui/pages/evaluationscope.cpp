// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluationscope.h"

#include "core/record/codec.h"

using namespace Qt::StringLiterals;

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
    switch (tag) {
    case core::Tag::None: return u"total"_s;
    case core::Tag::Party: return u"party_points"_s;
    case core::Tag::Service: return u"service_points"_s;
    case core::Tag::Standard: return u"standard_points"_s;
    }
    return {};
}

Condition EvaluationScope::group() const
{
    std::vector<Condition> parts = {Condition::is(u"year"_s, year)};
    if (!kind.isEmpty())
        parts.push_back(Condition::is(u"organization.kind"_s, kind));
    if (!town.isEmpty())
        parts.push_back(Condition::is(u"organization.town"_s, town));
    return Condition::all(std::move(parts));
}

Condition EvaluationScope::condition() const
{
    Condition all = group();
    if (range) {
        all.parts.push_back(Condition::is(u"rated"_s, true));
        all.parts.push_back(Condition::compare(Condition::Op::AtLeast, points(), range->from.toString()));
        if (range->to)
            all.parts.push_back(Condition::compare(Condition::Op::Below, points(), range->to->toString()));
    }
    return all;
}

core::Query EvaluationScope::query() const
{
    core::Query query;
    query.type = u"evaluation_result"_s;
    query.where = condition();
    return query;
}

core::Query EvaluationScope::organizations() const
{
    core::Query results;
    results.type = u"evaluation_result"_s;
    results.where = condition();
    core::Query query;
    query.type = u"organization"_s;
    query.where = Condition::exists(results, u"organization"_s);
    return query;
}

} // namespace ui
