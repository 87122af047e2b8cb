// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/explanation.h"
#include "core/evaluation/resultrecord.h"
#include "core/evaluation/shippedschemes.h"
#include "tests/evaluation/testscheme.h"

#include <QElapsedTimer>

#include <iostream>
#include <random>

using namespace core;
using namespace Qt::StringLiterals;

// Not run by default: evaluation_test "[speed]" prints how long scoring takes, for the size of a county and
// for 100,000 organizations.

namespace {

std::vector<Candidate> manyCandidates(const Plan &plan, int count)
{
    std::mt19937 random(2025);
    std::vector<Candidate> who;
    who.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        Candidate one;
        one.id = QString::number(i);
        one.kind = OrganizationKind(random() % 4);
        one.town = QString::number(random() % 9);
        for (size_t f = 0; f < plan.facts.size(); ++f)
            one.facts.push_back(plan.facts[f].key.startsWith("applies"_L1) && random() % 4 != 0);
        const KindPlan &kind = plan.of(one.kind);
        one.figures.resize(size_t(kind.leaves));
        for (const PlanNode &node : kind.nodes) {
            if (node.leaf < 0)
                continue;
            Figure &figure = one.figures[size_t(node.leaf)];
            if (const auto *choice = std::get_if<ChoiceRule>(&*node.rule)) {
                figure = Figure::choice(choice->options[random() % choice->options.size()].key);
            } else {
                figure = Figure::number(int(random() % 40));
                if (node.code == "A4"_L1) {
                    for (int month = 1; month <= 12; ++month)
                        figure.parts.push_back({u"2025-%1"_s.arg(month, 2, 10, QChar(u'0')), 1});
                }
            }
        }
        who.push_back(std::move(one));
    }
    return who;
}

} // namespace

TEST_CASE("Scoring a county takes milliseconds and grows in proportion", "[.speed]")
{
    const Plan plan = makePlan(schemeFrom(*shippedScheme(u"demo-county"_s)));
    for (const int count : {3030, 10000, 100000}) {
        const std::vector<Candidate> who = manyCandidates(plan, count);
        QElapsedTimer timer;
        timer.start();
        const std::vector<Score> scores = scoreAll(plan, who);
        const qint64 scoring = timer.nsecsElapsed();
        timer.start();
        qsizetype characters = 0;
        for (size_t i = 0; i < who.size(); ++i)
            characters += resultRecord(plan, 2025, who[i], scores[i]).details.text.size();
        const qint64 records = timer.nsecsElapsed();
        std::cout << count << " organizations: scoring " << scoring / 1000 << " us, records "
                  << records / 1000 << " us, " << characters / count << " characters of details each\n";
        CHECK(scores.size() == who.size());
    }
}
