// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importchanges.h"
#include "ui/models/linelist.h"
#include "ui/widgets/datatable.h"

namespace ui {

/// What a sheet would make of the records that are there: a line for each changed field, the former value
/// struck out, the new one strong. Row and record stand in the first line of each record.
class ImportChanges : public DataTable
{
    Q_OBJECT
public:
    explicit ImportChanges(QWidget *parent = nullptr);

    void showChanges(const core::RecordChanges &changes);

private:
    struct Line
    {
        QString row;  ///< Empty: it is that of the line before.
        QString name; ///< The same.
        core::FieldChange change;
    };

    LineList<Line> *m_lines;
};

} // namespace ui
