// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/party/partyfeature.h"

#include "core/base/rules.h"
#include "core/base/tr.h"
#include "core/party/partyactivity.h"
#include "core/party/partyinstructor.h"
#include "core/party/partyorganization.h"
#include "core/record/format.h"
#include "core/registry/selections.h"
#include "core/store/where.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::vector<DataFinding> findings(QDate today)
{
    const auto members = ruleOn(u"party_members_required", today);
    if (!members)
        return {};
    return {{u"no_party"_s, tr("应建未建党组织"), DataFinding::Weight::Soon,
             activeOrganizations(Condition::all(
                 {isRegistered(), where::atLeast<&Organization::partyMemberCount>(members->number()),
                  Condition::no(where::exists<&PartyOrganization::organization>())}))}};
}

/// "党支部（单独组建）", of the one that was entered last.
Result<QHash<QString, QString>> partyOrganizations(const Store &store, QDate cutoff)
{
    Query query =
        queryOf<PartyOrganization>(Condition::any({where::empty<&PartyOrganization::dissolvedOn>(),
                                                   where::above<&PartyOrganization::dissolvedOn>(cutoff)}));
    query.columns = {path<&PartyOrganization::organization>(), path<&PartyOrganization::rank>(),
                     path<&PartyOrganization::form>()};
    QHash<QString, QString> said;
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        const QString rank = displayValue(fieldOf<&PartyOrganization::rank>(), row.at(1));
        said.insert(row.at(0).toString(),
                    tr("%1（%2）")
                        .arg(rank.isEmpty() ? tr("党组织") : rank,
                             displayValue(fieldOf<&PartyOrganization::form>(), row.at(2))));
        return true;
    }));
    return said;
}

} // namespace

const Feature &partyFeature()
{
    static const Feature feature{
        .key = "party",
        .types = {&recordType<PartyOrganization>(), &recordType<PartyInstructor>(),
                  &recordType<PartyActivity>()},
        .findings = findings,
        .activities = {{recordType<PartyActivity>().key, path<&PartyActivity::organization>(),
                        path<&PartyActivity::heldOn>()}},
        .facts = {{"党组织", PaperFact::Missing::Dash, false, partyOrganizations}},
    };
    return feature;
}

} // namespace core
