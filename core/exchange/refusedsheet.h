// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/header.h"
#include "core/tabular/tablewriter.h"

#include <memory>

namespace core {

/// Rows an import refuses, as a sheet that looks like the one they came from, with the reason in a last
/// column: the clerk mends them there and imports it again.
class RefusedSheet
{
public:
    /// \a output is where it goes; without a name nothing is kept. \a header must outlive it.
    RefusedSheet(Output output, const TableHeader &header);

    /// The first row makes the file.
    Status add(const Row &row, const QString &reason);
    Status finish();

private:
    Status open();

    Output m_output;
    const TableHeader &m_header;
    std::unique_ptr<TableWriter> m_writer;
};

} // namespace core
