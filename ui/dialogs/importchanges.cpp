// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importchanges.h"

#include "core/base/tr.h"

#include <array>

namespace ui {

ImportChanges::ImportChanges(QWidget *parent)
    : DataTable(parent)
{
    const auto orNothing = [](const QString &value) { return value.isEmpty() ? core::tr("空") : value; };
    m_lines = new LineList<Line>(
        {{core::tr("行号"), [](const Line &line) { return line.row; }, CellLook::Secondary, true},
         {core::tr("记录"), [](const Line &line) { return line.name; }},
         {core::tr("项目"), [](const Line &line) { return line.change.field; }, CellLook::Secondary},
         {core::tr("原有的"), [=](const Line &line) { return orNothing(line.change.before); },
          CellLook::Former},
         {core::tr("改为"), [=](const Line &line) { return orNothing(line.change.after); },
          CellLook::Strong}},
        this);
    setModel(m_lines);
    constexpr std::array widths = {64, 200, 120, 200};
    for (size_t i = 0; i < widths.size(); ++i)
        setColumnWidth(int(i), widths[i]);
}

void ImportChanges::showChanges(const core::RecordChanges &changes)
{
    std::vector<Line> lines;
    for (const core::RecordChange &record : changes.listed) {
        bool isFirst = true;
        for (const core::FieldChange &change : record.fields) {
            lines.push_back({isFirst ? QString::number(record.row) : QString(),
                             isFirst ? record.name : QString(), change});
            isFirst = false;
        }
    }
    m_lines->setLines(std::move(lines));
}

} // namespace ui
