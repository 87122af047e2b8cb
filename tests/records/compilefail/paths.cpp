// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles: shows that the faults below fail, each for its own reason alone.
#include "core/registry/organization.h"
#include "core/store/where.h"
#include "core/supervision/grade.h"

namespace core {

inline const QString &lawful = path<&Grade::organization, &Organization::town, &Division::name>();
inline const Condition equal =
    where::is<&Grade::organization, &Organization::status>(OrganizationStatus::Active);
inline const Condition early = where::below<&Grade::assessedOn>(QDate(2025, 1, 1));
#ifdef WITH_RENAMED_MEMBER
inline const QString &renamed = path<&Grade::organization, &Organization::state>();
#endif
#ifdef WITH_BROKEN_PATH
inline const QString &broken = path<&Grade::organization, &Division::name>();
#endif
#ifdef WITH_PATH_THROUGH_TEXT
inline const QString &throughText = path<&Organization::name, &Division::name>();
#endif
#ifdef WITH_OTHER_CHOICE
inline const Condition otherChoice = where::is<&Organization::status>(OrganizationKind::Association);
#endif
#ifdef WITH_TEXT_FOR_CHOICE
inline const Condition text = where::is<&Organization::status>(QStringLiteral("active"));
#endif
#ifdef WITH_ID_OF_OTHER_RECORD
inline const Condition id = where::is<&Grade::organization>(Id<Division>());
#endif
#ifdef WITH_TRUTH_FOR_NUMBER
inline const Condition truth = where::is<&Organization::staffCount>(true);
#endif
#ifdef WITH_ORDER_OF_CHOICES
inline const Condition order = where::below<&Organization::status>(OrganizationStatus::Missing);
#endif
#ifdef WITH_OTHER_CHOICE_AMONG
inline const Condition among =
    where::oneOf<&Organization::status>({OrganizationStatus::Active, OrganizationKind::Foundation});
#endif
#ifdef WITH_WINDOW_OF_TEXT
inline const DateWindow window = within<&Organization::name>(QDate(), QDate());
#endif

} // namespace core
