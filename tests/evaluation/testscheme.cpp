// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/evaluation/testscheme.h"

#include <QStringList>

using namespace core;

Decimal dec(const char *text)
{
    const auto value = Decimal::fromString(QString::fromLatin1(text));
    REQUIRE(value);
    return *value;
}

Figure n(const char *text)
{
    return Figure::number(dec(text));
}

Scheme schemeFrom(const QByteArray &json)
{
    const Result<Scheme> scheme = parseScheme(json);
    INFO((scheme ? std::string() : scheme.error().text.toStdString()));
    REQUIRE(scheme);
    return *scheme;
}

namespace {

QString findingsOf(const Scheme &scheme, Finding::Severity severity)
{
    QStringList lines;
    for (const Finding &finding : checkScheme(scheme)) {
        if (finding.severity == severity)
            lines.append(finding.path + u'：' + finding.text);
    }
    return lines.join(u'\n');
}

} // namespace

QString errorsOf(const Scheme &scheme)
{
    return findingsOf(scheme, Finding::Severity::Error);
}

QString warningsOf(const Scheme &scheme)
{
    return findingsOf(scheme, Finding::Severity::Warn);
}

Candidate candidate(const Plan &plan, const QString &id,
                    const std::vector<std::pair<QString, Figure>> &figures, const QStringList &facts,
                    OrganizationKind kind)
{
    Candidate who;
    who.id = id;
    who.kind = kind;
    const KindPlan &kindPlan = plan.of(kind);
    who.figures.resize(size_t(kindPlan.leaves));
    for (const auto &[code, figure] : figures) {
        const PlanNode *node = kindPlan.node(code);
        REQUIRE(node);
        who.figures.at(size_t(node->leaf)) = figure;
    }
    QStringList unknown = facts;
    for (const PlanFact &fact : plan.facts) {
        who.facts.push_back(facts.contains(fact.key));
        unknown.removeAll(fact.key);
    }
    CHECK(unknown.isEmpty());
    return who;
}

const Award &awardOf(const Plan &plan, const Candidate &who, const Score &score, const QString &code)
{
    const std::vector<PlanNode> &nodes = plan.of(who.kind).nodes;
    for (size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].code == code)
            return score.awards.at(n);
    }
    FAIL("no indicator " << code);
    return score.awards.front();
}

QString explained(const Plan &plan, const Candidate &who, const Score &score, const QString &code)
{
    const std::vector<PlanNode> &nodes = plan.of(who.kind).nodes;
    const PlanNode *node = plan.of(who.kind).node(code);
    REQUIRE(node);
    const auto n = size_t(node - nodes.data());
    const Figure figure = node->leaf >= 0 ? who.figures[size_t(node->leaf)] : Figure();
    return explainNode(plan, *node, figure, score.awards.at(n), workingsOf(plan, who, score).at(n));
}
