// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/layoutmemory.h"

#include "core/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString headingsOf(const TableHeader &header)
{
    QStringList headings;
    for (const HeaderColumn &column : header.columns)
        headings.append(column.heading);
    return headings.join(u'\n');
}

/// One decision a line: the column, a tab, and the field; without one the column is skipped.
QString textOf(const ColumnChoices &choices)
{
    QStringList lines;
    for (const auto &[column, field] : choices.mapped)
        lines.append(column + u'\t' + field);
    for (const QString &column : choices.skipped)
        lines.append(column + u'\t');
    return lines.join(u'\n');
}

ColumnChoices choicesIn(const QString &text)
{
    ColumnChoices choices;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString column = line.section(u'\t', 0, 0);
        const QString field = line.section(u'\t', 1);
        if (field.isEmpty())
            choices.skipped.append(column);
        else
            choices.mapped.emplace_back(column, field);
    }
    return choices;
}

const ImportLayout *layoutOf(const Layouts &layouts, const RecordType &type, const TableHeader &header)
{
    const QString headings = headingsOf(header);
    const auto found = std::find_if(layouts.begin(), layouts.end(), [&](const ImportLayout &layout) {
        return layout.recordType == QLatin1StringView(type.key) && layout.headings.text == headings;
    });
    return found == layouts.end() ? nullptr : &*found;
}

} // namespace

Result<Layouts> rememberedLayouts(const Store &store)
{
    return store.all<ImportLayout>();
}

ColumnChoices rememberedChoices(const Layouts &layouts, const RecordType &type, const TableHeader &header)
{
    const ImportLayout *layout = layoutOf(layouts, type, header);
    return layout ? choicesIn(layout->choices.text) : ColumnChoices();
}

Status rememberChoices(Change &change, const Store &store, const RecordType &type, const TableHeader &header,
                       const ColumnChoices &choices)
{
    CORE_ASSIGN(const Layouts layouts, rememberedLayouts(store));
    const ImportLayout *known = layoutOf(layouts, type, header);
    if (known && known->choices.text == textOf(choices))
        return ok();
    ImportLayout layout = known ? *known
                                : ImportLayout{.id = {},
                                               .recordType = QString::fromLatin1(type.key),
                                               .headings = {headingsOf(header)},
                                               .choices = {}};
    layout.choices.text = textOf(choices);
    return known ? change.update(layout) : change.insert(layout);
}

} // namespace core
