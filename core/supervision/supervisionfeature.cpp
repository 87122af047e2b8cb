// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supervision/supervisionfeature.h"

#include "core/base/rules.h"
#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/registry/selections.h"
#include "core/store/where.h"
#include "core/supervision/grade.h"
#include "core/supervision/gradeverbs.h"
#include "core/supervision/inspection.h"
#include "core/supervision/penalty.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::vector<DataFinding> findings(QDate today)
{
    const auto registeredBy = ruleOn(u"inspected_if_registered_by", today);
    if (!registeredBy)
        return {};
    const int year = today.year() - 1;
    const Condition inspected = where::exists<&Inspection::organization>(where::is<&Inspection::year>(year));
    return {{u"not_inspected"_s, tr("%1 年度没有年检结论").arg(year), DataFinding::Weight::Soon,
             activeOrganizations(Condition::all(
                 {isRegistered(), where::atMost<&Organization::registeredOn>(registeredBy->dayOf(year)),
                  Condition::no(inspected)}))}};
}

/// The end of the grade in force: a grade that was assessed anew is not due any more.
DueSource gradeEnds()
{
    return {"grade",
            "等级到期",
            queryOf<Grade>(Condition::all(
                {where::is<&Grade::organization, &Organization::status>(OrganizationStatus::Active),
                 // One that was cancelled has ended, but there is nothing to renew.
                 Condition::no(where::is<&Grade::decision>(GradeDecision::Cancelled)),
                 Condition::latest(path<&Grade::organization>(), path<&Grade::assessedOn>())})),
            path<&Grade::validTo>(),
            path<&Grade::organization>(),
            "评估等级已到期"};
}

/// "4A（2023-11-20 评定，有效期至 2028-11-19）", of the latest.
Result<QHash<QString, QString>> grades(const Store &store, QDate cutoff)
{
    Query query = queryOf<Grade>(where::atMost<&Grade::assessedOn>(cutoff));
    query.sort = {ascending<&Grade::assessedOn>()};
    QHash<QString, QString> said;
    CORE_ASSIGN(const std::vector<Grade> assessed, store.all<Grade>(query));
    for (const Grade &grade : assessed) {
        const QString level = tr(choicesOf(grade.level)[static_cast<size_t>(grade.level)].label);
        const bool isOver = grade.validTo && *grade.validTo < cutoff;
        const bool isCancelled = isOver && grade.decision == GradeDecision::Cancelled;
        const QString until = !grade.validTo ? QString()
                                             : (isCancelled ? tr("，%1 已取消")
                                                : isOver    ? tr("，%1 已到期")
                                                            : tr("，有效期至 %1"))
                                                   .arg(grade.validTo->toString(Qt::ISODate));
        said.insert(grade.organization.text,
                    tr("%1（%2 评定%3）").arg(level, grade.assessedOn.toString(Qt::ISODate), until));
    }
    return said;
}

} // namespace

const Feature &supervisionFeature()
{
    static const Feature feature{
        .key = "supervision",
        .types = {&recordType<Inspection>(), &recordType<Penalty>(), &recordType<Grade>()},
        .verbs = gradeVerbs(),
        .due = {gradeEnds()},
        .findings = findings,
        .facts = {{"评估等级", PaperFact::Missing::LeftOut, true, grades}},
    };
    return feature;
}

} // namespace core
