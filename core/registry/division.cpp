// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/division.h"

#include "core/base/text.h"
#include "core/record/describe.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

std::span<const Choice> choicesOf(DivisionLevel)
{
    static constexpr Choice choices[] = {
        {"county", "县（市、区）", "县|县级|区县"},
        {"town", "镇街", "镇|街道|乡|乡镇|镇级"},
        {"village", "村社区", "村|社区|村级"},
    };
    return choices;
}

std::span<const Choice> choicesOf(DivisionSetting)
{
    static constexpr Choice choices[] = {
        {"urban", "城镇", "城区|城市"}, {"rural", "农村", "乡村"},     {"fringe", "城乡结合型"},
        {"unmanaged", "物业弃管型"},    {"old_quarter", "传统老旧型"}, {"gated", "高级封闭型"},
    };
    return choices;
}

namespace {

struct Ending
{
    QStringView written;
    QStringView plain;
};

/// Who governs a town or village, as what it is. The longer ones stand first.
constexpr std::array<Ending, 18> authorities = {{{u"街道办事处", u"街道"},
                                                 {u"街道办", u"街道"},
                                                 {u"街办", u"街道"},
                                                 {u"办事处", u"街道"},
                                                 {u"镇人民政府", u"镇"},
                                                 {u"镇政府", u"镇"},
                                                 {u"乡人民政府", u"乡"},
                                                 {u"乡政府", u"乡"},
                                                 {u"村村民委员会", u"村"},
                                                 {u"村村委会", u"村"},
                                                 {u"村民委员会", u"村"},
                                                 {u"村委会", u"村"},
                                                 {u"村委", u"村"},
                                                 {u"社区居民委员会", u"社区"},
                                                 {u"社区居委会", u"社区"},
                                                 {u"居民委员会", u"社区"},
                                                 {u"居委会", u"社区"},
                                                 {u"社区居委", u"社区"}}};

constexpr std::array<QStringView, 5> classes = {u"街道", u"社区", u"镇", u"乡", u"村"};

/// The class that \a name ends with; empty: none, or nothing stands before it.
QStringView classOf(const QString &name)
{
    for (const QStringView one : classes) {
        if (name.size() > one.size() && name.endsWith(one))
            return one;
    }
    return {};
}

/// Where the parts of a written name begin.
struct NameParts
{
    qsizetype town = 0; ///< Behind the county, city or province.
    qsizetype own = 0;  ///< Of a village behind its town too.
};

NameParts partsOf(const QString &name)
{
    constexpr QStringView regions = u"省市县区旗州";
    const bool isVillage = name.endsWith(u'村') || name.endsWith(u"社区");
    NameParts parts;
    for (qsizetype i = 1; i + 2 < name.size(); ++i) {
        const bool isRegion = regions.contains(name[i]) && name[i - 1] != u'社';
        const bool isTown = isVillage && (name[i] == u'镇' || name[i] == u'乡' || name[i] == u'道');
        const bool isClass =
            std::find(classes.begin(), classes.end(), QStringView(name).mid(i + 1)) != classes.end();
        if ((!isRegion && !isTown) || isClass)
            continue;
        parts.own = i + 1;
        // A district behind a town is a part of that: 甲镇新区一村.
        if (isRegion && !name.left(i).contains(u'镇') && !name.left(i).contains(u"街道"))
            parts.town = i + 1;
    }
    return parts;
}

/// The forms of a code. A statistical code of twelve digits ends in zeros for a town and a county.
NameForms codeForms(const QString &code)
{
    constexpr int townDigits = 9;
    constexpr int groupDigits = 3;
    NameForms forms{.plain = code, .stem = code, .within = code.left(townDigits), .isWhole = true};
    while (forms.plain.size() > townDigits - groupDigits && forms.plain.endsWith(u"000"))
        forms.plain.chop(groupDigits);
    forms.isNone = forms.plain.size() == townDigits - groupDigits; // a county, or the city above it
    return forms;
}

/// The town in front of a village: "甲镇" of "嘉善县甲镇乙村"; empty: none is said.
QString townIn(const QString &name)
{
    for (const QStringView one : {QStringView(u"街道"), QStringView(u"镇"), QStringView(u"乡")}) {
        const qsizetype at = name.indexOf(one, 1);
        if (at < 0 || at + one.size() >= name.size())
            continue;
        const QString town = name.left(at + one.size());
        return town.mid(partsOf(town).own);
    }
    return {};
}

/// True for what is written where an organization belongs to the county, and to no town.
bool isCountyItself(const QString &name)
{
    static const QRegularExpression county(
        uR"(^(?:(?:.{0,8}[省市县区旗州镇乡]|街道)?(?:本级|直属|直管|直|属|级)(?:单位|机关|部门)?|全[市县区]|.{0,8}[市县旗])$)"_s);
    return county.match(name).hasMatch();
}

NameForms divisionForms(QStringView written)
{
    NameForms forms;
    forms.plain = toHalfWidth(cleanText(written));
    forms.plain.removeIf([](QChar c) { return c.isSpace() || u"-—>"_s.contains(c); });
    if (std::all_of(forms.plain.begin(), forms.plain.end(), isDigit))
        return codeForms(forms.plain);
    forms.within = townIn(forms.plain);
    forms.isNone = isCountyItself(forms.plain);
    for (const Ending &authority : authorities) {
        if (forms.plain.size() > authority.written.size() && forms.plain.endsWith(authority.written)) {
            forms.plain.chop(authority.written.size());
            forms.plain += authority.plain;
            break;
        }
    }
    const NameParts parts = partsOf(forms.plain);
    forms.region = forms.plain.left(parts.town);
    forms.plain.remove(0, parts.own);
    const QStringView ofClass = classOf(forms.plain);
    forms.isWhole = !ofClass.isEmpty();
    const bool isShort = forms.plain.size() > 1 && forms.plain.endsWith(u'街');
    forms.stem = forms.plain.chopped(isShort ? 1 : ofClass.size());
    return forms;
}

/// What a statistical code stands for by its digits (国家统计局《统计用区划代码和城乡划分代码编制规则》): six
/// are a county, nine a town, twelve a village, and zeros at the end count for nothing.
QVariant levelOfCode(const QVariant &code)
{
    constexpr int county = 6;
    constexpr int town = 9;
    constexpr int village = 12;
    const QString written = code.toString();
    const bool isWhole = written.size() == county || written.size() == town || written.size() == village;
    if (!isWhole || !std::all_of(written.begin(), written.end(), isDigit))
        return {};
    const qsizetype digits = codeForms(written).plain.size();
    const DivisionLevel level = digits == county ? DivisionLevel::County
                                : digits == town ? DivisionLevel::Town
                                                 : DivisionLevel::Village;
    return QString::fromLatin1(choicesOf(level)[size_t(level)].key);
}

} // namespace

template<>
const RecordType &recordType<Division>()
{
    using R = Division;
    static const RecordType type = record<R, 10>(
        "division", "区划",
        {.match = {{"code"}, {"name", "parent"}},
         .unique = {{"parent", "name"}},
         .nameForms = divisionForms,
         .aliases = "aliases",
         .group = "level",
         .told = {{"level", "code", levelOfCode}}},
        {
            idField<R>(),
            field<&R::code>("code", "区划代码",
                            {.maxLength = 12,
                             .required = true,
                             .unique = true,
                             .searchable = true,
                             .listed = true,
                             .headings = {"代码", "行政区划代码", "镇街代码"}}),
            field<&R::name>("name", "名称",
                            {.maxLength = 60,
                             .required = true,
                             .searchable = true,
                             .pinyin = true,
                             .listed = true,
                             .headings = {"区划名称", "镇街", "镇街名称", "村社区名称"}}),
            field<&R::level>("level", "级别", {.listed = true}),
            field<&R::parent>("parent", "上级",
                              {.listed = true, .headings = {"上级区划", "所属镇街", "上级代码"}}),
            field<&R::setting>("setting", "类型", {.listed = true, .headings = {"社区类型", "城乡类型"}}),
            field<&R::population>("population", "常住人口",
                                  {.unit = "人", .listed = true, .headings = {"人口", "人口数"}}),
            field<&R::grids>("grids", "网格数", {.unit = "个"}),
            field<&R::remarks>("remarks", "备注", {.headings = {"说明"}}),
            field<&R::aliases>("aliases", "别名",
                               {.maxLength = 200, .headings = {"其他名称", "简称", "曾用名"}}),
        });
    return type;
}

} // namespace core
