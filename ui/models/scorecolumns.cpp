// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scorecolumns.h"

#include "core/base/tr.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/evaluationresult.h"
#include "core/record/format.h"
#include "core/store/filtertext.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const core::RecordType &results()
{
    return core::recordType<core::EvaluationResult>();
}

/// The newest evaluated year; 0: none yet.
qint64 newestYear(const core::Store &store)
{
    const auto answer = store.run({.type = QString::fromLatin1(core::recordType<core::Evaluation>().key),
                                   .measures = {{core::Measure::Kind::Max, u"year"_s, {}, u"year"_s}}});
    return answer && !answer->rows.empty() ? answer->rows.front().front().toLongLong() : 0;
}

Tone toneOf(const QString &warning)
{
    if (warning == u"warning"_s)
        return Tone::Late;
    return warning == u"watch"_s ? Tone::Soon : Tone::Neutral;
}

QHash<QString, ExtraColumn::Value> fetch(const core::Store &store, const QStringList &ids, const char *key)
{
    QHash<QString, ExtraColumn::Value> values;
    const qint64 year = newestYear(store);
    if (year == 0 || ids.isEmpty())
        return values;
    const core::Field &field = *results().field(QAnyStringView(key));
    core::Query query;
    query.type = QString::fromLatin1(results().key);
    query.columns = {u"organization"_s, QString::fromLatin1(key), u"warning"_s, u"rated"_s};
    query.where = core::Condition::all(
        {core::Condition::is(u"year"_s, year),
         core::Condition::oneOf(u"organization"_s, QVariantList(ids.begin(), ids.end()))});
    (void)store.each(query, [&](const QVariantList &row) {
        if (row.at(3).toBool()) {
            const bool number = field.kind == core::Kind::Decimal;
            const QString text = number ? core::Decimal::fromMicro(row.at(1).toLongLong()).toString(1)
                                        : core::displayValue(field, row.at(1));
            values.insert(row.at(0).toString(), {text, toneOf(row.at(2).toString())});
        }
        return true;
    });
    return values;
}

/// Organizations with a result of the newest year that satisfies what was typed.
std::optional<core::Condition> condition(const core::Store &store, const char *key, const QString &text)
{
    const core::Field &field = *results().field(QAnyStringView(key));
    const auto wanted = core::conditionFromText(field, QString::fromLatin1(key), text);
    if (!wanted)
        return {};
    core::Query related;
    related.type = QString::fromLatin1(results().key);
    related.where = core::Condition::all({core::Condition::is(u"year"_s, newestYear(store)), *wanted});
    return core::Condition::exists(related, u"organization"_s);
}

ExtraColumn column(core::Store &store, const char *key, const QString &heading, bool number)
{
    ExtraColumn extra;
    extra.key = QString::fromLatin1(key);
    extra.heading = heading;
    extra.number = number;
    extra.tagged = !number;
    extra.fetch = [key](const core::Store &own, const QStringList &ids) { return fetch(own, ids, key); };
    extra.condition = [&store, key](const QString &text) { return condition(store, key, text); };
    return extra;
}

} // namespace

std::vector<ExtraColumn> organizationScoreColumns(core::Store &store)
{
    return {column(store, "total", core::tr("积分"), true), column(store, "band", core::tr("等次"), false)};
}

} // namespace ui
