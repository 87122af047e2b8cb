// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluate.h"
#include "app/cli/countyfile.h"
#include "app/cli/schemefile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluationverbs.h"
#include "core/evaluation/storedevaluation.h"

#include <QJsonArray>

#include <map>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

/// The scheme asked for; else that of the evaluation that counts of the year, else of the year before, else
/// the shipped one for a county.
core::Result<core::Scheme> chooseScheme(const core::Store &store, const CommandLine &line, int year)
{
    if (line.has(u"scheme"_s))
        return readSchemeArgument(line.value(u"scheme"_s));
    for (const int used : {year, year - 1}) {
        if (const auto evaluation = core::evaluationThatCounts(store, used)) {
            return core::schemeOf(store, *evaluation);
        }
    }
    return readSchemeArgument(u"demo-county"_s);
}

/// How the organizations came out.
struct Summary
{
    qint64 rated = 0;
    qint64 unrated = 0;
    qint64 watched = 0;
    qint64 warned = 0;
    std::map<int, qint64> bands; ///< By index into Scheme::bands.
};

Summary summaryOf(const core::EvaluationOutcome &outcome)
{
    Summary summary;
    for (const core::Score &score : outcome.scores) {
        if (!score.rated) {
            ++summary.unrated;
            continue;
        }
        ++summary.rated;
        ++summary.bands[score.band];
        summary.watched += score.warning == core::WarningLevel::Watch ? 1 : 0;
        summary.warned += score.warning == core::WarningLevel::Warning ? 1 : 0;
    }
    return summary;
}

QJsonObject answer(const core::EvaluationOutcome &outcome, const Summary &summary, bool published)
{
    const core::Scheme &scheme = *outcome.plan.scheme;
    QJsonArray bands;
    for (const auto &[band, count] : summary.bands)
        bands.append(QJsonObject{{u"band"_s, band < 0 ? QString() : scheme.bands[size_t(band)].name},
                                 {u"organizations"_s, count}});
    return {{u"year"_s, outcome.year},
            {u"scheme"_s,
             QJsonObject{{u"key"_s, scheme.key}, {u"version"_s, scheme.version}, {u"title"_s, scheme.title}}},
            {u"state"_s, published ? u"published"_s : u"draft"_s},
            {u"rated"_s, summary.rated},
            {u"unrated"_s, summary.unrated},
            {u"watched"_s, summary.watched},
            {u"warned"_s, summary.warned},
            {u"bands"_s, bands},
            {u"cutoff"_s, outcome.cutoff.toString(Qt::ISODate)},
            {u"journal_head"_s, outcome.journalHead},
            {u"result_hash"_s, outcome.resultHash},
            {u"remarks"_s, QJsonArray::fromStringList(outcome.manualRemarks)}};
}

void tell(const Console &console, const core::EvaluationOutcome &outcome, const Summary &summary,
          bool published)
{
    const core::Scheme &scheme = *outcome.plan.scheme;
    console.say(core::tr("%1 年度积分评价（%2）：按《%3》（%4 版）评价 %5 家，另有 %6 家不参评。")
                    .arg(outcome.year)
                    .arg(published ? core::tr("已发布") : core::tr("试算"))
                    .arg(scheme.title, scheme.version)
                    .arg(summary.rated)
                    .arg(summary.unrated));
    for (const auto &[band, count] : summary.bands)
        console.say(
            u"  %1 %2"_s.arg(padded(band < 0 ? core::tr("无等次") : scheme.bands[size_t(band)].name, 10),
                             core::tr("%1 家").arg(count)));
    console.say(core::tr("  预警 %1 家，关注 %2 家。").arg(summary.warned).arg(summary.watched));
    for (const QString &remark : outcome.manualRemarks)
        console.say(u"  "_s + remark);
    console.say(core::tr("结果指纹 %1").arg(outcome.resultHash));
}

} // namespace

int runEvaluate(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("给全部组织算一个年度的积分、等次和名次，存入数据文件（试算可以反复做）。\n"
                              "不给 --scheme 时沿用该年度或上一年度用过的方案，都没有就用 demo-county。\n"
                              "一个年度可以按几个方案各算一份，互不覆盖。"));
    addCountyFile(line);
    line.addYear(core::tr("年度"));
    line.addOption(u"scheme"_s, u"SCHEME.json"_s, schemeArgumentText());
    line.addFlag(u"publish"_s, core::tr("算完即发布；发布后本年度不能再改"));
    int end = Done;
    const std::unique_ptr<core::Store> store = parseAndOpen(console, line, core::Store::Access::Write, end);
    if (!store)
        return end;
    const int year = line.year();
    const auto scheme = chooseScheme(*store, line, year);
    if (!scheme)
        return console.refused(scheme.error());

    const auto outcome = withProgress([&](core::Progress &progress) -> core::Result<core::EvaluationOutcome> {
        CORE_ASSIGN(core::EvaluationOutcome computed, core::evaluateYear(*store, year, *scheme, progress));
        CORE_ASSIGN(const core::Evaluation kept, core::storeEvaluation(*store, computed, progress));
        if (line.has(u"publish"_s))
            CORE_TRY(core::publishEvaluation(*store, kept.id));
        return computed;
    });
    if (!outcome)
        return console.refused(outcome.error());
    const Summary summary = summaryOf(*outcome);
    tell(console, *outcome, summary, line.has(u"publish"_s));
    return console.done(answer(*outcome, summary, line.has(u"publish"_s)));
}

} // namespace cli
