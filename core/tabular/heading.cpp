// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/heading.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::array units = {
    u"元",     u"万元",     u"千元",   u"百元",   u"亿元",     u"美元",       u"人",       u"名",
    u"家",     u"个",       u"次",     u"场",     u"件",       u"份",         u"户",       u"所",
    u"岁",     u"年",       u"个月",   u"月",     u"天",       u"日",         u"小时",     u"时",
    u"分",     u"分钟",     u"%",      u"％",     u"人次",     u"人数",       u"平方米",   u"㎡",
    u"亩",     u"公里",     u"吨",     u"万人",   u"工作日",   u"学时",       u"课时",     u"平米",
    u"m2",     u"m²",       u"公顷",   u"项",     u"期",       u"条",         u"十万元",   u"百万元",
    u"千万元", u"万平方米", u"万人次", u"人民币", u"人民币元", u"人民币万元", u"元人民币", u"万元人民币",
};

/// Hints on how to fill a column in, which say nothing about what it is.
bool isHint(const QString &text)
{
    static const QRegularExpression hint(
        uR"(^(必填|必选|选填|可选|非必填|如有|若有|可不填|下拉选择?|请选择|单选|多选|自动生成|文本|文本格式|数字|日期|格式.*|日期格式.*|如.+|例.+|示例.+|[yY]{2,4}.*|年.?月.?日|是.?否|全称|规范全称|中文|中文名称?|中文全称|公章|盖章|.*一致|以.*为准|按.*填.*|请.*|.*可不填|.*不填|\d+位.*|\d+字以内|章程.*|姓名|固定|移动|座机|固话|固定电话|移动电话|证号)$)"_s);
    return hint.match(text).hasMatch();
}

bool isUnit(const QString &text)
{
    return std::any_of(units.begin(), units.end(),
                       [&](const char16_t *unit) { return text == QStringView(unit); });
}

/// The bracket at the end of \a text, without its marks; empty when there is none.
QString closingBracket(const QString &text)
{
    if (text.endsWith(u')') || text.endsWith(u']')) {
        const qsizetype open = text.lastIndexOf(text.endsWith(u')') ? u'(' : u'[');
        if (open > 0)
            return text.mid(open + 1, text.size() - open - 2);
    }
    return {};
}

/// An amount's unit that stands behind a heading without a bracket: "注册资金/万元", "注册资金万元"; empty:
/// none.
QString closingUnit(const QString &text)
{
    if (!text.endsWith(u'元') && !text.contains(u'/') && !text.contains(u',') && !text.contains(u':'))
        return {};
    static const QRegularExpression multiple(uR"(.[^十百千万亿]((?:[十百千]?[万亿]|[百千])元)$)"_s);
    static const QRegularExpression divided(uR"(.[/,:](元|人|个|家|平方米|㎡|小时|人次|分)$)"_s);
    const auto match = multiple.match(text);
    if (match.hasMatch())
        return match.captured(1);
    return divided.match(text).captured(1);
}

QString withoutUnitWord(QString unit)
{
    for (const QString &prefix : {u"单位:"_s, u"单位"_s}) {
        if (unit.startsWith(prefix))
            unit.remove(0, prefix.size());
    }
    return unit;
}

} // namespace

QString unitAlone(QStringView text)
{
    constexpr qsizetype longest = 12;
    if (text.size() > longest)
        return {};
    static const QRegularExpression plain(u"^(?:.*元|人|名|个|家|平方米|㎡|小时|%|万人)$"_s);
    QString bare = toHalfWidth(cleanText(text));
    bare.removeIf([](QChar c) { return c.isSpace(); });
    const bool isBracketed = bare.size() > 2 && ((bare.startsWith(u'(') && bare.endsWith(u')')) ||
                                                 (bare.startsWith(u'[') && bare.endsWith(u']')));
    if (isBracketed)
        bare = bare.sliced(1, bare.size() - 2);
    const QString unit = withoutUnitWord(bare);
    return isUnit(unit) && (isBracketed || unit != bare || plain.match(unit).hasMatch()) ? unit : QString();
}

HeadingText readHeading(QStringView text)
{
    static const QRegularExpression space(uR"(\s+)"_s);
    HeadingText read;
    read.heading = toHalfWidth(cleanText(text)).remove(space);
    for (;;) {
        QString &heading = read.heading;
        const QString bracket = closingBracket(heading);
        const QString unit = withoutUnitWord(bracket);
        if (!bracket.isEmpty() && (isUnit(unit) || isHint(bracket))) {
            if (isUnit(unit))
                read.unit = unit;
            heading.chop(bracket.size() + 2);
        } else if (const QString unitBehind = closingUnit(heading); !unitBehind.isEmpty()) {
            read.unit = unitBehind;
            heading.chop(unitBehind.size());
        } else if (heading.endsWith(u'/') || heading.endsWith(u',') || heading.endsWith(u'*') ||
                   heading.endsWith(u':')) {
            heading.chop(1);
        } else if (heading.startsWith(u'*')) {
            heading.remove(0, 1);
        } else {
            return read;
        }
    }
}

} // namespace core
