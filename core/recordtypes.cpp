// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/recordtype.h"

#include "core/evaluation/evaluation.h"
#include "core/evaluation/evaluationresult.h"
#include "core/evaluation/manualscore.h"
#include "core/evaluation/schemerecord.h"
#include "core/party/partyactivity.h"
#include "core/party/partyinstructor.h"
#include "core/party/partyorganization.h"
#include "core/registry/division.h"
#include "core/registry/keptreason.h"
#include "core/registry/organization.h"
#include "core/registry/person.h"
#include "core/service/project.h"
#include "core/service/serviceactivity.h"
#include "core/supervision/grade.h"
#include "core/supervision/inspection.h"
#include "core/supervision/penalty.h"

namespace core {

// The one place that names every record type. Being listed here puts a type under the generic tests.
std::span<const RecordType *const> allRecordTypes()
{
    static const RecordType *const types[] = {
        &recordType<Division>(),      &recordType<Organization>(),      &recordType<Person>(),
        &recordType<KeptReason>(),    &recordType<PartyOrganization>(), &recordType<PartyInstructor>(),
        &recordType<PartyActivity>(), &recordType<ServiceActivity>(),   &recordType<Project>(),
        &recordType<Inspection>(),    &recordType<Penalty>(),           &recordType<Grade>(),
        &recordType<SchemeRecord>(),  &recordType<Evaluation>(),        &recordType<EvaluationResult>(),
        &recordType<ManualScore>(),
    };
    return types;
}

} // namespace core
