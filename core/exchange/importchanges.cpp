// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importchanges.h"

#include "core/base/personalnumbers.h"
#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/store/store.h"

namespace core {

namespace {

QString shown(const Store &store, const Field &field, const QVariant &value)
{
    if (field.kind == Kind::Reference && field.target && !value.toString().isEmpty())
        return store.display(field.target(), value.toString(), Audience::ImportPreview);
    const QString text = maskedValue(field, value, Audience::ImportPreview).simplified();
    // Remarks and addresses may hold persons too.
    return isCovered(field, Audience::ImportPreview) ? text : withoutPersonalNumbers(text);
}

FieldChange changeOf(const Store &store, const Field &field, const QVariant &before, const QVariant &after)
{
    FieldChange change{tr(field.label), shown(store, field, before), shown(store, field, after)};
    if (change.before == change.after) {
        change.after += displayValue(field, before).simplified() == displayValue(field, after).simplified()
                            ? tr("（空格或换行不同）")
                            : tr("（遮盖的部分不同）");
    }
    return change;
}

} // namespace

void RecordChanges::add(const Store &store, const RecordType &type, int row, const QVariantList &before,
                        const QVariantList &after)
{
    RecordChange change{row, {}, {}};
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const auto at = qsizetype(i);
        if (before.at(at) == after.at(at))
            continue;
        ++fields;
        if (listed.size() < mostListed)
            change.fields.push_back(changeOf(store, type.fields[i], before.at(at), after.at(at)));
    }
    if (change.fields.empty())
        return;
    change.name = store.display(type, before, Audience::ImportPreview);
    listed.push_back(std::move(change));
}

} // namespace core
