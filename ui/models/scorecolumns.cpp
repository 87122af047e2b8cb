// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scorecolumns.h"

#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/record/format.h"
#include "core/store/filtertext.h"
#include "core/store/where.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::EvaluationResult;

/// The results whose points are shown: those of the evaluation that counts of the newest year. Empty: none
/// yet.
std::optional<core::Condition> shownResults(const core::Store &store)
{
    const core::Result<core::Evaluation> latest = core::latestEvaluation(store);
    if (!latest)
        return {};
    return core::where::is<&EvaluationResult::evaluation>(latest->id);
}

QHash<QString, ExtraColumn::Value> fetch(const core::Store &store, const QStringList &ids,
                                         const core::Field &field)
{
    QHash<QString, ExtraColumn::Value> values;
    const std::optional<core::Condition> shown = ids.isEmpty() ? std::nullopt : shownResults(store);
    if (!shown)
        return values;
    std::vector<core::Id<core::Organization>> organizations;
    for (const QString &id : ids)
        organizations.push_back({id});
    core::Query query = core::queryOf<EvaluationResult>(
        core::Condition::all({*shown, core::where::oneOf<&EvaluationResult::organization>(organizations)}));
    query.columns = {core::path<&EvaluationResult::organization>(), QString::fromLatin1(field.key),
                     core::path<&EvaluationResult::warning>(), core::path<&EvaluationResult::rated>()};
    (void)store.each(query, [&](const QVariantList &row) {
        if (row.at(3).toBool()) {
            const bool number = field.kind == core::Kind::Decimal;
            const QString text = number ? core::Decimal::fromMicro(row.at(1).toLongLong()).toString(1)
                                        : core::displayValue(field, row.at(1));
            values.insert(row.at(0).toString(), {text, toneOf(warningLevelOf(row.at(2)))});
        }
        return true;
    });
    return values;
}

/// Organizations with a result shown that satisfies what was typed. The result of one that is not rated holds
/// a 0 that nobody sees: it is empty here, as its cell is, and no figure is below or above it.
std::optional<core::Condition> condition(const core::Store &store, const core::Field &field,
                                         const QString &text)
{
    const auto wanted = core::conditionFromText(field, QString::fromLatin1(field.key), text);
    const std::optional<core::Condition> results = shownResults(store);
    if (!wanted || !results)
        return {};
    const core::Condition shown =
        core::Condition::all({*results, core::where::is<&EvaluationResult::rated>(true)});
    if (wanted->op == core::Condition::Op::Empty)
        return core::Condition::no(core::where::exists<&EvaluationResult::organization>(
            core::Condition::all({shown, core::Condition::no(*wanted)})));
    return core::where::exists<&EvaluationResult::organization>(core::Condition::all({shown, *wanted}));
}

ExtraColumn column(core::Store &store, const core::Field &field, const QString &heading)
{
    const bool number = field.kind == core::Kind::Decimal;
    ExtraColumn extra;
    extra.key = QString::fromLatin1(field.key);
    extra.heading = heading;
    extra.number = number;
    extra.tagged = !number;
    extra.fetch = [&field](const core::Store &own, const QStringList &ids) { return fetch(own, ids, field); };
    extra.condition = [&store, &field](const QString &text) { return condition(store, field, text); };
    return extra;
}

} // namespace

core::WarningLevel warningLevelOf(const QVariant &value)
{
    core::WarningLevel level = core::WarningLevel::None;
    (void)core::Codec<core::WarningLevel>::fromVariant(value, level);
    return level;
}

Tone toneOf(core::WarningLevel level)
{
    switch (level) {
    case core::WarningLevel::None: break;
    case core::WarningLevel::Watch: return Tone::Soon;
    case core::WarningLevel::Warning: return Tone::Late;
    }
    return Tone::Neutral;
}

std::vector<ExtraColumn> organizationScoreColumns(core::Store &store)
{
    return {column(store, core::fieldOf<&EvaluationResult::total>(), core::tr("积分")),
            column(store, core::fieldOf<&EvaluationResult::band>(), core::tr("等次"))};
}

} // namespace ui
