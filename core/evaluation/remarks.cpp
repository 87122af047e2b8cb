// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/remarks.h"

#include "core/base/tr.h"
#include "core/evaluation/explanation.h"
#include "core/evaluation/sumup.h"
#include "core/evaluation/warning.h"

namespace core {

using namespace Qt::StringLiterals;

Remarks remarksFor(const Plan &plan, const Candidate &candidate, const Score &score)
{
    const Scheme &scheme = *plan.scheme;
    if (!score.rated) {
        if (score.exclusion >= 0)
            return {{tr("不参评：%1。").arg(scheme.exclusions[size_t(score.exclusion)].clause.text)}, {}};
        return {{tr("不参评：本方案不适用于该类组织。")}, {}};
    }
    Remarks remarks;
    for (const int v : score.vetoes) {
        const Veto &veto = scheme.vetoes[size_t(v)];
        QString effect;
        switch (veto.effect) {
        case Veto::Effect::Zero: effect = tr("总分记 0 分"); break;
        case Veto::Effect::Band: effect = tr("直接定为“%1”").arg(veto.band); break;
        case Veto::Effect::Ceiling: effect = tr("等次不得高于“%1”").arg(veto.band); break;
        }
        remarks.decisions.append(tr("一票否决：%1，%2。").arg(veto.clause.text, effect));
    }
    for (const int b : score.gates) {
        for (size_t g = 0; g < plan.gates[size_t(b)].size(); ++g) {
            const auto fact = size_t(plan.gates[size_t(b)][g]);
            if (fact < candidate.facts.size() && candidate.facts[fact])
                remarks.decisions.append(
                    tr("%1，不得评为“%2”。").arg(plan.facts[fact].clause.text, scheme.bands[size_t(b)].name));
        }
    }
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    for (const int w : score.warnings) {
        const WarningLine &line = scheme.warnings[size_t(w)];
        QString text = warningText(line);
        if (line.kind == WarningLine::Kind::Required) {
            QStringList names;
            for (size_t n = 0; n < nodes.size(); ++n) {
                if (nodes[n].required && requiredIsMissing(score.awards[n]))
                    names.append(nodes[n].name);
            }
            text += u"："_s + names.join(u'、');
        }
        const QString level = line.level == WarningLevel::Watch ? tr("关注") : tr("预警");
        remarks.warnings.append(tr("%1：%2。").arg(level, text));
    }
    return remarks;
}

QString roundingRemark(const Plan &plan, const Candidate &candidate, const Score &score)
{
    const auto totals = score.rated ? roundedTwice(plan, candidate, score) : std::nullopt;
    if (!totals || totals->each != score.total) // a veto has made it 0
        return {};
    const Decimal more = totals->each - totals->once;
    const QString difference = more > Decimal() ? tr("多 %1").arg(pointsText(more))
                                                : tr("少 %1").arg(pointsText(totals->once - totals->each));
    return tr("按方案，各项先%1再相加，得 %2；各项不舍入、相加后再舍入是 %3，%4。")
        .arg(roundingText(*plan.scheme), pointsText(totals->each), pointsText(totals->once), difference);
}

} // namespace core
