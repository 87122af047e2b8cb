// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registryfeature.h"

#include "core/base/tr.h"
#include "core/registry/division.h"
#include "core/registry/importlayout.h"
#include "core/registry/keptreason.h"
#include "core/registry/organization.h"
#include "core/registry/person.h"
#include "core/registry/selections.h"
#include "core/store/where.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Result<QString> inBrief(const Store &store)
{
    CORE_ASSIGN(const qint64 count, store.count(queryOf<Organization>()));
    return tr("%1 家社会组织").arg(QLocale().toString(count));
}

std::vector<DataFinding> findings(QDate)
{
    using Weight = DataFinding::Weight;
    return {
        {u"no_code"_s, tr("缺统一社会信用代码"), Weight::Late,
         activeOrganizations(Condition::all({isRegistered(), where::empty<&Organization::creditCode>()}))},
        {u"no_town"_s, tr("未填所在镇街"), Weight::Plain,
         activeOrganizations(where::empty<&Organization::town>())},
        {u"no_phone"_s, tr("缺联系电话"), Weight::Plain,
         activeOrganizations(where::empty<&Organization::contactPhone>())},
    };
}

std::vector<HeadFigure> figures(QDate)
{
    const Condition onFile = where::is<&Organization::kind>(OrganizationKind::CommunityOrganization);
    return {{{u"organizations"_s, tr("社会组织"), DataFinding::Weight::Plain, queryOf<Organization>()},
             {},
             {{tr("登记及其他"), queryOf<Organization>(Condition::no(onFile))},
              {tr("备案"), queryOf<Organization>(onFile)}}}};
}

/// The end of a term of office (换届).
DueSource termEnds()
{
    return {"term", "换届", activeOrganizations(), path<&Organization::termEndsOn>(), {}, "任期已满未换届"};
}

} // namespace

const Feature &registryFeature()
{
    static const Feature feature{
        .key = "registry",
        .types = {&recordType<Division>(), &recordType<Organization>(), &recordType<Person>(),
                  &recordType<KeptReason>(), &recordType<ImportLayout>()},
        .acts = {&keepReasonAct()},
        .due = {termEnds()},
        .findings = findings,
        .figures = figures,
        .inBrief = inBrief,
    };
    return feature;
}

} // namespace core
