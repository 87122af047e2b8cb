// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/yearenddata.h"
#include "ui/print/printjob.h"

#include <memory>

namespace ui {

/// The reports of the candidates \a order (positions in data->outcome().candidates), for printReports(). With
/// a \a number like “示民社评〔2026〕%1号” they are numbered from 1 in this order; empty: without number.
PrintSource reportSource(std::shared_ptr<const core::YearEndData> data, std::vector<qsizetype> order,
                         const QString &number = {}, QDate issuedOn = {});

} // namespace ui
