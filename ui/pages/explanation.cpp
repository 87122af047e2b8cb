// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/explanation.h"

#include "core/base/tr.h"
#include "core/record/format.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// 一、 to 十九、 as official papers number their parts.
QString chineseNumber(int number)
{
    static const QString digits = u"零一二三四五六七八九"_s;
    if (number < 10)
        return digits.at(number);
    return u"十"_s + (number % 10 ? QString(digits.at(number % 10)) : QString());
}

Tone toneOf(core::WarningLevel level, Tone otherwise)
{
    switch (level) {
    case core::WarningLevel::Warning: return Tone::Late;
    case core::WarningLevel::Watch: return Tone::Soon;
    case core::WarningLevel::None: break;
    }
    return otherwise;
}

void addHead(Why &why, const core::StoredScore &stored, int places)
{
    const core::EvaluationResult &result = stored.result;
    why.organization = result.organization.text;
    why.name = stored.organization;
    if (!result.rated) {
        why.score = core::tr("不参评");
        why.tone = Tone::Neutral;
        return;
    }
    const QString total = result.total.toString(places);
    why.score =
        result.band.isEmpty() ? core::tr("%1 分").arg(total) : core::tr("%1 分 · %2").arg(total, result.band);
    why.tone = toneOf(result.warning, Tone::Accent);
    QStringList ranks;
    if (result.rankInKind)
        ranks.append(core::tr("%1第 %2 名").arg(core::choiceLabel(stored.kind)).arg(*result.rankInKind));
    if (result.rankInTown && !stored.town.isEmpty())
        ranks.append(core::tr("%1第 %2 名").arg(stored.town).arg(*result.rankInTown));
    why.place = ranks.join(u"，"_s);
    if (stored.toNext)
        why.place += core::tr(" · 距上一名还差 %1 分").arg(stored.toNext->toString(places));
}

void addRemarks(Why &why, const core::StoredScore &stored)
{
    const auto add = [&](const QString &line, Tone tone) {
        Why::Row row;
        row.kind = Why::Row::Kind::Remark;
        row.text = line;
        row.tone = tone;
        why.rows.push_back(row);
    };
    for (const QString &line : stored.remarks.all())
        add(line, toneOf(stored.result.warning, Tone::Neutral));
    if (!stored.rounding.isEmpty())
        add(stored.rounding, Tone::Neutral);
}

void setPoints(Why::Row &row, const core::ScoreLine &line, int places)
{
    const QString points = line.points.toString(places);
    switch (line.section) {
    case core::Section::Marks:
        row.points = line.most.isZero() ? points : points + u" / "_s + line.most.toString();
        if (line.isGroup || line.most.isZero())
            return;
        if (line.state == core::Award::State::NotApplicable) {
            row.points = u"—"_s;
            return;
        }
        row.tone = line.points.isZero() ? Tone::Late : line.points < line.most ? Tone::Soon : Tone::Neutral;
        return;
    case core::Section::Bonus:
        row.points = u'+' + points;
        row.tone = Tone::Fine;
        return;
    case core::Section::Deduction:
        row.points = u'−' + points;
        row.tone = Tone::Late;
        return;
    }
}

void addLines(Why &why, const core::StoredScore &stored, int places)
{
    int group = 0;
    for (const core::ScoreLine &line : stored.lines) {
        // What gave no bonus and took nothing off is not worth a line.
        if (line.section != core::Section::Marks && line.points.isZero() &&
            line.state != core::Award::State::Pending)
            continue;
        Why::Row row;
        row.kind = line.isGroup ? Why::Row::Kind::Group : Why::Row::Kind::Indicator;
        row.code = line.code;
        row.name = line.isGroup && line.depth == 0 && line.section == core::Section::Marks
                       ? chineseNumber(++group) + u'、' + line.name
                       : line.name;
        row.text = line.explanation;
        row.manual = line.isManual;
        setPoints(row, line, places);
        if (line.evidence) {
            row.records = line.evidence->records;
            row.linkText = core::tr("查看 %1 条记录").arg(line.evidence->count);
        }
        why.rows.push_back(std::move(row));
    }
}

} // namespace

Why whyOf(const core::StoredPlan &stored, const core::StoredScore &score)
{
    const core::Scheme &scheme = *stored.plan.scheme;
    Why why;
    addHead(why, score, scheme.places);
    addRemarks(why, score);
    addLines(why, score, scheme.places);
    QStringList parts;
    if (!scheme.basis.isEmpty())
        parts.append(core::tr("依据：%1").arg(scheme.basis));
    parts.append(core::tr("数据截至 %1").arg(stored.evaluation.cutoff.toString(Qt::ISODate)));
    parts.append(
        core::tr("计算于 %1").arg(stored.evaluation.computedAt.toLocalTime().toString(u"M月d日 HH:mm"_s)));
    why.footer = parts.join(u" · "_s);
    return why;
}

} // namespace ui
