// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluationverbs.h"
#include "core/record/verb.h"
#include "core/registry/keptreason.h"
#include "core/store/act.h"
#include "core/supervision/gradeverbs.h"

namespace core {

// The one place that names the verbs and acts of every feature.

std::span<const Verb *const> allVerbs()
{
    static const std::vector<const Verb *> verbs = [] {
        std::vector<const Verb *> all;
        for (const std::span<const Verb> some : {gradeVerbs(), evaluationVerbs()}) {
            for (const Verb &verb : some)
                all.push_back(&verb);
        }
        return all;
    }();
    return verbs;
}

std::span<const Act *const> allActs()
{
    static const Act *const acts[] = {&keepReasonAct(), &keepYear()};
    return acts;
}

} // namespace core
