// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/titlewords.h"

#include "core/base/chinesenumber.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// A name of a choice, as titles are compared.
struct ChoiceName
{
    QString name;
    QString key;
};

QString compared(QStringView text)
{
    QString plain = toHalfWidth(cleanText(text)).toUpper();
    plain.removeIf([](QChar c) { return c.isSpace(); });
    return plain;
}

/// The names by which titles may mean the choices, the longer ones first: 年检不合格 is no 合格.
std::vector<ChoiceName> namesOf(const Field &field, bool onlyLabels)
{
    constexpr qsizetype shortest = 2;
    std::vector<ChoiceName> names;
    for (const Choice &choice : field.choices) {
        QStringList written = {tr(choice.label)};
        if (!onlyLabels)
            written += QString::fromUtf8(choice.aliases).split(u'|', Qt::SkipEmptyParts);
        for (const QString &one : std::as_const(written)) {
            const QString name = compared(one);
            // 三级网络 is no grade, A级社会组织 may have any, and 其他 in a title speaks of something else.
            const bool saysLittle = name.size() < shortest ||
                                    (name.size() == shortest && name.endsWith(u'级')) ||
                                    name.startsWith(u"其他");
            if (!saysLittle)
                names.push_back({name, QString::fromLatin1(choice.key)});
        }
    }
    std::stable_sort(names.begin(), names.end(), [](const ChoiceName &one, const ChoiceName &other) {
        return one.name.size() > other.name.size();
    });
    return names;
}

bool isLatin(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

/// False where the name is a part of another word: 4A in 14A, 联合 in 联合会.
bool standsAlone(const QString &title, qsizetype at, const QString &name)
{
    const QChar before = at > 0 ? title[at - 1] : QChar();
    const QChar behind = at + name.size() < title.size() ? title[at + name.size()] : QChar();
    return !(isLatin(name.front()) && isLatin(before)) && !(isLatin(name.back()) && isLatin(behind)) &&
           behind != u'会';
}

/// True where the words around a name say that it is not meant, or not alone: 未报年报, 不含基金会, 3A级以上.
bool isQualified(const QString &title, qsizetype at, const QString &name)
{
    static const QRegularExpression negated(
        u"(?:未(?!成年|来)|没有|逾期|不(?!动产|忘)|除(?!夕)|非(?!遗|公|营利))[^,。;:、]*$"_s);
    static const QRegularExpression range(u"^(?:\\(?含?\\)?(?:及|以及|或|和)?(?:其)?以[上下]|\\+)"_s);
    return negated.match(title.left(at)).hasMatch() || range.match(title.mid(at + name.size())).hasMatch();
}

/// What a title says of a choice.
struct Said
{
    QSet<QString> keys;
    bool isUnclear = false;

    bool isOne() const { return keys.size() == 1 && !isUnclear; }
    bool isNothing() const { return keys.isEmpty() && !isUnclear; }
};

Said saidIn(const QString &written, const std::vector<ChoiceName> &names)
{
    constexpr QChar taken = u'\n';
    const QString title = compared(written);
    QString rest = title;
    Said said;
    for (const ChoiceName &one : names) {
        for (qsizetype at = rest.indexOf(one.name); at >= 0; at = rest.indexOf(one.name, at + 1)) {
            // What is told by a longer name is nothing that a shorter one could mean once more.
            rest.replace(at, one.name.size(), QString(one.name.size(), taken));
            if (!standsAlone(title, at, one.name))
                continue;
            if (isQualified(rest, at, one.name))
                said.isUnclear = true;
            else
                said.keys.insert(one.key);
        }
    }
    return said;
}

enum class YearRank { OfYear, Year, Bare, None };

/// The years that a title names in the surest way it has.
struct YearsSaid
{
    YearRank rank = YearRank::None;
    QSet<int> years;

    void add(YearRank as, int year)
    {
        if (as > rank)
            return;
        if (as < rank)
            years.clear();
        rank = as;
        years.insert(year);
    }
};

/// 二〇二四 as 2024, where 年 stands behind it.
QString withArabicYears(QString title)
{
    static const QRegularExpression chinese(u"[一二][〇○零Oo0一二三四五六七八九]{3}(?=年)"_s);
    for (auto match = chinese.match(title); match.hasMatch(); match = chinese.match(title)) {
        QString digits;
        for (const QChar c : match.captured()) {
            const int digit = isDigit(c) ? c.digitValue() : std::max(0, chineseDigit(c));
            digits += QString::number(digit);
        }
        title.replace(match.capturedStart(), match.capturedLength(), digits);
    }
    return title;
}

YearsSaid yearsIn(const QString &written)
{
    static const QRegularExpression range(
        u"(?:19|20)\\d{2}年?度?(?:[-—–~/、,]|至|到|和|及)(?:19|20)?\\d{2}(?:年|\\D|$)"_s);
    static const QRegularExpression year(
        u"(?<![0-9A-Z.])((?:19|20)\\d{2})(?:(年度)|(年)(?!\\d{1,2}月)|(?![0-9A-Z年./\\-]|[^0-9]?\\d+号))"_s);
    const QString title = withArabicYears(compared(written));
    YearsSaid said;
    if (range.match(title).hasMatch())
        return said;
    for (auto all = year.globalMatch(title); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        said.add(match.capturedLength(2) > 0   ? YearRank::OfYear
                 : match.capturedLength(3) > 0 ? YearRank::Year
                                               : YearRank::Bare,
                 match.captured(1).toInt());
    }
    return said;
}

} // namespace

bool mustBeSaid(const Field &field)
{
    if (field.nullable || field.traits.presumed || field.traits.readOnly)
        return false;
    switch (field.kind) {
    case Kind::Choice:
    case Kind::Date:
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Time: return true;
    case Kind::Text:
    case Kind::LongText:
    case Kind::YesNo:
    case Kind::MultiChoice:
    case Kind::Reference:
    case Kind::Attachment: break;
    }
    return false;
}

bool isYear(const Field &field)
{
    constexpr qlonglong someYear = 2020;
    constexpr qlonglong noYear = 12;
    return field.kind == Kind::Integer && !*field.traits.unit && field.traits.check &&
           field.traits.check(QVariant(someYear)).empty() && !field.traits.check(QVariant(noYear)).empty();
}

QString choiceInTitles(const Field &field, const QStringList &titles, bool onlyLabels)
{
    const std::vector<ChoiceName> names = namesOf(field, onlyLabels);
    QSet<QString> keys;
    bool isUnclear = false;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        const bool isFile = i > 0 && i + 1 == titles.size();
        if (isFile && (isUnclear || !keys.isEmpty()))
            break;
        const Said said = saidIn(titles[i], names);
        if (said.isOne())
            keys += said.keys;
        else
            isUnclear = isUnclear || !said.isNothing();
    }
    // A title that names several, 社会团体、民非登记台账, leaves it to another one, the name of the sheet.
    return keys.size() == 1 ? *keys.begin() : QString();
}

std::optional<int> yearInTitles(const QStringList &titles)
{
    YearsSaid all;
    for (const QString &title : titles) {
        const YearsSaid said = yearsIn(title);
        for (const int year : said.years)
            all.add(said.rank, year);
    }
    return all.years.size() == 1 ? std::optional(*all.years.begin()) : std::nullopt;
}

QString unitInTitles(const QStringList &titles)
{
    static const QRegularExpression named(uR"(单位[:：]?\s*(?:人民币)?\s*([十百千万亿]+元))"_s);
    QString unit;
    for (const QString &title : titles) {
        if (const auto match = named.match(title); match.hasMatch())
            unit = match.captured(1);
    }
    return unit;
}

} // namespace core
