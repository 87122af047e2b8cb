// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/placeholder.h"

#include "core/base/text.h"

#include <QSet>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype longestWord = 8;

/// As the words below are written: half width, without blanks and enclosing brackets, lower case.
QString bareWord(QStringView text)
{
    QString word = toHalfWidth(cleanText(text)).toLower();
    word.removeIf([](QChar c) { return c.isSpace(); });
    if (word.size() > 2 && word.startsWith(u'(') && word.endsWith(u')'))
        word = word.mid(1, word.size() - 2);
    return word;
}

/// False for nearly every text of a register, at the price of its first character.
bool mayBePlaceholder(QStringView text)
{
    constexpr QStringView beginnings =
        u"/\\-—–―−─━_~·.…*?、,;，；无暂没不未缺空待略保隐同办正新补申NnUu#(／＼－＿～．＊？ＮｎＵｕ＃（";
    if (text.size() > 2 * longestWord)
        return false;
    for (const QChar c : text) {
        if (!c.isSpace() && !isZeroWidth(c))
            return beginnings.contains(c);
    }
    return false;
}

} // namespace

bool isEmptyMark(QStringView text)
{
    if (!mayBePlaceholder(text))
        return false;
    constexpr QStringView marks = u"/\\-—–―−─━_~·.…*?、,;";
    const QString word = bareWord(text);
    return !word.isEmpty() && word.size() <= longestWord &&
           std::all_of(word.begin(), word.end(), [&](QChar c) { return marks.contains(c); });
}

bool isPlaceholder(QStringView text)
{
    if (!mayBePlaceholder(text))
        return false;
    static const QSet<QString> words = {
        u"无"_s,     u"暂无"_s,   u"没有"_s,     u"无此项"_s,    u"不详"_s,     u"不明"_s,       u"未知"_s,
        u"不清楚"_s, u"不知道"_s, u"暂缺"_s,     u"缺"_s,        u"缺失"_s,     u"空"_s,         u"空白"_s,
        u"待定"_s,   u"待补"_s,   u"待补充"_s,   u"待填"_s,      u"待核"_s,     u"待核实"_s,     u"待查"_s,
        u"未填"_s,   u"未填写"_s, u"未提供"_s,   u"未登记"_s,    u"不适用"_s,   u"暂未"_s,       u"略"_s,
        u"n/a"_s,    u"na"_s,     u"#n/a"_s,     u"n.a."_s,      u"null"_s,     u"nil"_s,        u"none"_s,
        u"nan"_s,    u"(null)"_s, u"无数据"_s,   u"暂无数据"_s,  u"空缺"_s,     u"未统计"_s,     u"不涉及"_s,
        u"未定"_s,   u"暂不详"_s, u"待确认"_s,   u"undefined"_s, u"unknown"_s,  u"保密"_s,       u"不公开"_s,
        u"未公开"_s, u"隐藏"_s,   u"不便透露"_s, u"办理中"_s,    u"正在办理"_s, u"正在办理中"_s, u"新办"_s,
        u"补办中"_s, u"申请中"_s, u"申办中"_s,   u"无代码"_s,    u"无编号"_s,   u"无文号"_s,     u"无证号"_s,
        u"无号码"_s};
    return isEmptyMark(text) || words.contains(bareWord(text));
}

bool isNoText(QStringView text)
{
    static const QSet<QString> words = {u"同上"_s,   u"同前"_s,    u"〃"_s,      u"0"_s,
                                        u"00"_s,     u"在办"_s,    u"无证"_s,    u"无电话"_s,
                                        u"#ref!"_s,  u"#value!"_s, u"#name?"_s,  u"#div/0!"_s,
                                        u"#null!"_s, u"#num!"_s,   u"#spill!"_s, u"#calc!"_s};
    return text.size() <= 2 * longestWord && (isPlaceholder(text) || words.contains(bareWord(text)));
}

bool isOpenEnd(QStringView text)
{
    static const QSet<QString> words = {u"长期"_s,       u"长期有效"_s, u"永久"_s, u"永久有效"_s, u"无期限"_s,
                                        u"无固定期限"_s, u"至今"_s,     u"不限"_s, u"长久"_s};
    return words.contains(bareWord(text));
}

} // namespace core
