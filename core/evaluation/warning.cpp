// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/warning.h"

#include "core/base/tr.h"

namespace core {

namespace {

bool crossed(const WarningLine &line, const Candidate &candidate, bool requiredMissing, const Score &score)
{
    switch (line.kind) {
    case WarningLine::Kind::Below: return score.total < line.amount;
    case WarningLine::Kind::Drop: return score.change && -*score.change >= line.amount;
    case WarningLine::Kind::DropShare:
        return score.change && *candidate.previousTotal > Decimal() &&
               -*score.change * 100 >= Decimal::product(*candidate.previousTotal, line.amount);
    case WarningLine::Kind::Required: return requiredMissing;
    case WarningLine::Kind::Share:
        return Decimal::fromInteger(score.inKind.count - score.inKind.rank + 1) * 100 <=
               Decimal::product(Decimal::fromInteger(score.inKind.count), line.amount);
    }
    return false;
}

} // namespace

bool isRequiredMissing(const Plan &plan, const Candidate &candidate, const Score &score)
{
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    for (size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].required && requiredIsMissing(score.awards[n]))
            return true;
    }
    return false;
}

void warn(const Plan &plan, const Candidate &candidate, bool requiredMissing, Score &score)
{
    for (size_t w = 0; w < plan.scheme->warnings.size(); ++w) {
        const WarningLine &line = plan.scheme->warnings[w];
        if (!crossed(line, candidate, requiredMissing, score))
            continue;
        score.warnings.push_back(int(w));
        score.warning = std::max(score.warning, line.level);
    }
}

bool requiredIsMissing(const Award &award)
{
    using State = Award::State;
    const bool excused = award.state == State::NotApplicable || award.state == State::Nothing ||
                         award.state == State::Averaged;
    return !excused && award.points <= Decimal();
}

QString warningText(const WarningLine &line)
{
    if (!line.text.isEmpty())
        return line.text;
    switch (line.kind) {
    case WarningLine::Kind::Below: return tr("总分低于 %1").arg(pointsText(line.amount));
    case WarningLine::Kind::Drop: return tr("总分比上年下降 %1及以上").arg(pointsText(line.amount));
    case WarningLine::Kind::DropShare: return tr("总分比上年下降 %1% 及以上").arg(line.amount.toString());
    case WarningLine::Kind::Required: return tr("必备项缺失");
    case WarningLine::Kind::Share: return tr("名次在同类末 %1%").arg(line.amount.toString());
    }
    return {};
}

} // namespace core
