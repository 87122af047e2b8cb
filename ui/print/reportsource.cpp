// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/reportsource.h"

namespace ui {

PrintSource reportSource(std::shared_ptr<const core::YearEndData> data, std::vector<qsizetype> order,
                         const QString &number, QDate issuedOn)
{
    return [data = std::move(data), order = std::move(order), number,
            issuedOn](qsizetype index) -> core::Result<PrintItem> {
        const qsizetype candidate = order.at(static_cast<size_t>(index));
        const QString numbered = number.isEmpty() ? QString() : number.arg(index + 1);
        const core::YearEndFigures figures = data->report(candidate, numbered, issuedOn);
        return PrintItem{core::yearEndReport(figures), figures.organization, figures.town,
                         figures.inKind.rank};
    };
}

} // namespace ui
