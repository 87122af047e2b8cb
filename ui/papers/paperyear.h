// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/yearenddata.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace ui {

/// An evaluated year as papers are made of it: what takes long is done when it is read, off the window's
/// thread. A value that does not change: papers may be made of it in any thread.
struct PaperYear
{
    /// What filters ask of an organization, close together in memory: they ask it of all.
    struct Printed
    {
        qsizetype at; ///< In the outcome.
        core::OrganizationKind kind;
        core::WarningLevel warning;
        int band;
        int town; ///< A position in the towns; -1: none.
    };

    /// NotFound when the year has not been evaluated.
    static core::Result<std::shared_ptr<const PaperYear>> load(const core::Store &store,
                                                               const core::Id<core::Evaluation> &evaluation);

    /// Which candidates are among the organizations \a ids, which are in their order.
    std::vector<bool> among(const QStringList &ids) const;

    core::YearEndData data;
    std::vector<Printed> order;  ///< Of printing.
    std::vector<qsizetype> byId; ///< The candidates in the order of their ids.
    QStringList towns;           ///< That have organizations, in their order.
};

} // namespace ui
