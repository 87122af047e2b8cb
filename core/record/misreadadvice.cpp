// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/misreadadvice.h"

#include "core/base/dateparse.h"
#include "core/base/personalnumbers.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/writtennumber.h"
#include "core/record/format.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The text as it may have been meant: letters that look like digits, w for 万; empty: it holds none.
QString withDigitsForLetters(const QString &text)
{
    static constexpr QStringView letters = u"OoΟоlI|wW";
    static constexpr QStringView digits = u"0000111万万";
    QString meant = toHalfWidth(text);
    const QString written = meant;
    for (QChar &c : meant) {
        if (const qsizetype at = letters.indexOf(c); at >= 0)
            c = digits[at];
    }
    const bool hasDigit = std::any_of(meant.begin(), meant.end(), isDigit);
    return meant == written || !hasDigit ? QString() : meant;
}

/// True where a name is so like what stands there that it was probably meant, and does not say the opposite.
bool isNear(const QString &text, const QString &name, int like)
{
    static const QRegularExpression negation(u"[不非未无异]"_s);
    return like * 2 > std::max(text.size(), name.size()) &&
           text.contains(negation) == name.contains(negation);
}

/// True of several choices in one text: 警告、罚款.
bool listsKnown(const Field &field, const QString &text)
{
    static const QRegularExpression separators(u"[、,，;；/+＋和及与]|并处"_s);
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
               return !choiceKey(field.choices, part).isEmpty();
           });
}

} // namespace

QString numberAdvice(const Field &field, const QString &text, bool isMoney)
{
    static const QRegularExpression range(u"\\d\\S{0,2}[-—–~至到]+\\d"_s);
    static const QRegularExpression currency(u"[美港欧英日韩澳加]元|欧元|英镑|[$€£]|USD|HKD|EUR"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression twoReadings(u"^[^万千百]*[万千百][一二三四五六七八九1-9]$"_s);
    const QString half = toHalfWidth(text);
    if (isMoney && currency.match(half).hasMatch())
        return tr("，外币请折成人民币填写");
    if (readDate(text).isDay())
        return tr("，是日期");
    if (range.match(half).hasMatch())
        return tr("，是一个范围，请写一个数");
    if (twoReadings.match(half).hasMatch())
        return tr("，“%1”可以有两种读法，请写出全部数字").arg(text);
    const QString meant = withDigitsForLetters(text);
    const NumberStyle style{.words = isMoney ? NumberStyle::Words::Amount : NumberStyle::Words::Count};
    if (!meant.isEmpty() && !isPersonal(field) && readNumber(meant, style).isNumber())
        return tr("，可能是“%1”").arg(withoutPersonalNumbers(meant));
    return {};
}

QString dateAdvice(const QString &text)
{
    static const QRegularExpression twoDates(u"\\d\\D{0,2}(?:至|到|~|～|—|--|起)\\D?\\d|^\\d{8}-\\d{8}$|"
                                             "^\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}\\s?-\\s?\\d"_s);
    static const QRegularExpression yearLast(u"^\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}$"_s);
    static const QRegularExpression shortYear(
        u"^\\d{6}$|^['’]?\\d{2}[-/.年]\\d{1,2}(?:\\D|$)|^\\d{1,2}(?:月|[-/.]\\d{1,2}日?$)"_s);
    const QString half = toHalfWidth(text);
    if (twoDates.match(half).hasMatch())
        return tr("是一段时间，请只写一个日期，如 2025-03-01");
    if (yearLast.match(half).hasMatch())
        return tr("请按年、月、日的顺序写，如 2025-03-01");
    if (shortYear.match(half).hasMatch())
        return tr("年份要写全四位，如 2025-03-01");
    return tr("请写成 2025-03-01 的样子");
}

QString choicesInstead(const Field &field, const QString &text)
{
    QStringList labels;
    QString nearest;
    int most = 1; // one character in common is none
    for (const Choice &choice : field.choices) {
        labels.append(tr(choice.label));
        QStringList names = QString::fromUtf8(choice.aliases).split(u'|', Qt::SkipEmptyParts);
        names.prepend(labels.back());
        for (const QString &name : std::as_const(names)) {
            if (const int like = likeness(text, name); like > most && isNear(text, name, like)) {
                most = like;
                nearest = labels.back();
            }
        }
    }
    if (field.kind == Kind::Choice && listsKnown(field, text))
        return tr("写了几项，这里只能填一项；确有几项的，请分成几行");
    const QString known = tr("不在可选范围内，可填：%1").arg(labels.join(u'、'));
    // Of a person, what is near would tell what was written.
    return nearest.isEmpty() || isPersonal(field) ? known : tr("%1；最接近的是“%2”").arg(known, nearest);
}

} // namespace core
