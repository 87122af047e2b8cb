// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/evaluationpages.h"

#include "core/evaluation/evaluationresult.h"
#include "core/evaluation/manualscore.h"
#include "core/evaluation/schemerecord.h"
#include "core/registry/organization.h"
#include "ui/models/scorecolumns.h"
#include "ui/pages/evaluationpage.h"
#include "ui/papers/noticepaper.h"
#include "ui/papers/summarypaper.h"
#include "ui/papers/yearendpaper.h"

namespace ui {

const FeaturePages &evaluationPages()
{
    static const FeaturePages pages{
        .key = "evaluation",
        .pages = {pageEntry<EvaluationPage>("evaluation", "年度评价", Icon::Evaluation, Area::Evaluation),
                  recordEntry<core::ManualScore>(Icon::Edit, Area::Evaluation)},
        .unlisted = {{&core::recordType<core::SchemeRecord>(),
                      "chosen and checked on the page of the evaluation"},
                     {&core::recordType<core::EvaluationResult>(),
                      "the rows of the page of the evaluation, and the file of an organization"}},
        .columns = {{&core::recordType<core::Organization>(), organizationScoreColumns}},
        .papers = {paperKind<YearEndPaper>("yearEndReports", "年终评价报告"),
                   paperKind<NoticePaper>("notice", "排名公示"),
                   paperKind<SummaryPaper>("summary", "县级总表")},
    };
    return pages;
}

} // namespace ui
