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
    u"元",   u"万元", u"千元", u"百元",   u"亿元", u"美元", u"人",   u"名",   u"家",     u"个", u"次",
    u"场",   u"件",   u"份",   u"户",     u"所",   u"岁",   u"年",   u"个月", u"月",     u"天", u"日",
    u"小时", u"时",   u"分",   u"分钟",   u"%",    u"％",   u"人次", u"人数", u"平方米", u"㎡", u"亩",
    u"公里", u"吨",   u"万人", u"工作日", u"学时", u"课时", u"期",   u"项",
};

/// Hints on how to fill a column in, which say nothing about what it is.
bool isHint(const QString &text)
{
    static const QRegularExpression hint(
        uR"(^(必填|必选|选填|可选|非必填|如有|若有|可不填|下拉选择?|请选择|单选|多选|自动生成|文本|文本格式|数字|日期|格式.*|日期格式.*|如.+|例.+|示例.+|[yY]{2,4}.*|年.?月.?日|是.?否)$)"_s);
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

} // namespace

HeadingText readHeading(QStringView text)
{
    static const QRegularExpression space(uR"(\s+)"_s);
    HeadingText read;
    read.heading = toHalfWidth(cleanText(text)).remove(space);
    for (;;) {
        QString &heading = read.heading;
        const QString bracket = closingBracket(heading);
        QString unit = bracket;
        for (const QString &prefix : {u"单位:"_s, u"单位"_s}) {
            if (unit.startsWith(prefix))
                unit.remove(0, prefix.size());
        }
        if (!bracket.isEmpty() && (isUnit(unit) || isHint(bracket))) {
            if (isUnit(unit))
                read.unit = unit;
            heading.chop(bracket.size() + 2);
        } else if (heading.endsWith(u'*') || heading.endsWith(u':')) {
            heading.chop(1);
        } else if (heading.startsWith(u'*')) {
            heading.remove(0, 1);
        } else {
            return read;
        }
    }
}

} // namespace core
