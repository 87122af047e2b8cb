// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tryoutcolumns.h"

#include "core/base/dateparse.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/writtennumber.h"
#include "core/record/path.h"
#include "core/registry/organization.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace core {

using namespace Qt::StringLiterals;

namespace {

using Use = TryoutColumn::Use;

bool isSerial(const QString &title)
{
    static const QStringList words = {u"序号"_s, u"编号"_s, u"序"_s, u"行号"_s, u"no"_s, u"no."_s, u"#"_s};
    return words.contains(title.toLower());
}

/// What is said of somebody besides the name, so that it is no name although it is words.
bool isOtherWords(const QString &title)
{
    static constexpr std::array<QStringView, 14> words = {
        u"代表人", u"负责人", u"联系人", u"会长", u"理事长",   u"电话", u"地址",
        u"住所",   u"备注",   u"说明",   u"代码", u"主管单位", u"等次", u"评语"};
    return std::any_of(words.begin(), words.end(), [&](QStringView word) { return title.contains(word); });
}

/// Whether \a title, as comparedInTryout() makes it, is what an import takes for the heading of \a field.
bool isHeadingOf(const Field &field, const QString &title)
{
    const auto isSame = [&](const char *heading) { return title == comparedInTryout(tr(heading)); };
    return isSame(field.label) ||
           std::any_of(field.traits.headings.begin(), field.traits.headings.end(), isSame);
}

bool isNameHeading(const QString &title)
{
    static const QStringList others = {u"单位"_s,     u"组织"_s,     u"社团"_s,     u"机构"_s,
                                       u"参评单位"_s, u"参评组织"_s, u"被评单位"_s, u"申报单位"_s,
                                       u"评价对象"_s, u"考核对象"_s};
    return others.contains(title) || isHeadingOf(fieldOf<&Organization::name>(), title);
}

/// Whether most of what stands in a column is words: no numbers, dates and codes.
bool hasWords(const TextTable &figures, qsizetype column)
{
    static const QRegularExpression code(u"^[0-9A-Za-z-]+$"_s);
    qsizetype words = 0;
    qsizetype others = 0;
    for (const QStringList &row : figures.rows) {
        const QString cell = row.value(column).trimmed();
        if (cell.isEmpty())
            continue;
        const bool isWord =
            !tryoutFigure(cell) && !code.match(cell).hasMatch() && !readDateOrSerial(cell).isDay();
        ++(isWord ? words : others);
    }
    return words > others;
}

/// The column that the register would take for the name of an organization, else the first of words; −1:
/// none.
qsizetype nameColumn(const TextTable &figures, const std::vector<TryoutColumn> &columns)
{
    for (qsizetype i = 0; i < figures.header.size(); ++i) {
        if (isNameHeading(comparedInTryout(figures.header[i])))
            return i;
    }
    for (qsizetype i = 0; i < figures.header.size(); ++i) {
        const QString title = comparedInTryout(figures.header[i]);
        if (columns[size_t(i)].use == Use::None && !isSerial(title) && !isOtherWords(title) &&
            hasWords(figures, i))
            return i;
    }
    return -1;
}

/// A heading that means what it says, without anything around it.
TryoutColumn exactColumn(const Plan &plan, const QString &title)
{
    if (title == u"上年总分"_s)
        return {.use = Use::Previous};
    for (size_t i = 0; i < plan.facts.size(); ++i) {
        const PlanFact &fact = plan.facts[i];
        const QString code = fact.key.section(u' ', 1);
        const bool isApplies = fact.key.startsWith("applies"_L1) || fact.key.startsWith("precondition"_L1);
        if (title == comparedInTryout(fact.key) || title == comparedInTryout(fact.clause.text) ||
            (!isApplies && title == code))
            return {.use = Use::Fact, .fact = i};
    }
    for (const KindPlan &kind : plan.kinds) {
        for (const PlanNode &node : kind.nodes) {
            if (node.leaf < 0)
                continue;
            const QString name = comparedInTryout(node.name);
            if (title == node.code || title == name)
                return {.use = Use::Indicator, .code = node.code};
            if (!title.startsWith(node.code))
                continue;
            const QString rest = title.mid(node.code.size());
            static constexpr QStringView marks = u".、:,-";
            if (rest == name || (!rest.isEmpty() && marks.contains(rest.front()) && rest.sliced(1) == name))
                return {.use = Use::Indicator, .code = node.code};
            if (rest.startsWith(u'.'))
                return {.use = Use::Indicator, .code = node.code, .part = rest.mid(1)};
        }
    }
    // Last, for a scheme may have an indicator of such a name.
    if (isHeadingOf(fieldOf<&Organization::kind>(), title))
        return {.use = Use::Kind};
    if (isHeadingOf(fieldOf<&Organization::town>(), title))
        return {.use = Use::Town};
    if (isHeadingOf(fieldOf<&Organization::registeredOn>(), title))
        return {.use = Use::Date};
    return {};
}

/// Takes one thing that says nothing of what a column is from the end of \a title or else from its beginning;
/// false: there is none. \a full: gets the marks it names.
bool strip(QString &title, std::optional<Decimal> &full)
{
    // (60分) [满分60] (60) (0-60分) (得分), 60分 without brackets, 得分, and 一、 (二) 3. before it.
    static const std::array ends = {
        QRegularExpression(uR"([(\[](?:满分|分值|总分|最高|上限|共|计)?[:为]?(\d+(?:\.\d+)?)分?[)\]]$)"_s),
        QRegularExpression(uR"([(\[]\d+(?:\.\d+)?[-~至—–](\d+(?:\.\d+)?)分?[)\]]$)"_s),
        QRegularExpression(uR"([(\[](?:满分|分值|得分|评分|打分|分)[)\]]$)"_s),
        QRegularExpression(uR"([/:]?(?:满分|分值)?[:为]?(\d+(?:\.\d+)?)分$)"_s),
        QRegularExpression(uR"([/:]?(?:实际得分|实得分|得分|评分|打分|分数)$)"_s)};
    static const QRegularExpression beginning(
        uR"(^(?:\((?:[一二三四五六七八九十]+|\d{1,2})\)|(?:[一二三四五六七八九十]+|\d{1,2})[、.]))"_s);
    for (const QRegularExpression &end : ends) {
        const auto match = end.match(title);
        if (!match.hasMatch() || match.capturedStart() == 0)
            continue;
        if (const QString marks = match.captured(1); !marks.isEmpty())
            full = Decimal::fromString(marks);
        title.truncate(match.capturedStart());
        return true;
    }
    const auto match = beginning.match(title);
    if (!match.hasMatch() || match.capturedLength() == title.size())
        return false;
    title.remove(0, match.capturedLength());
    return true;
}

/// Refuses two columns of which nobody can tell which counts.
Status checkTwice(const TextTable &figures, const std::vector<TryoutColumn> &columns)
{
    for (size_t i = 0; i < columns.size(); ++i) {
        for (size_t k = 0; k < i; ++k) {
            const bool isWhole =
                columns[i].part == columns[k].part || columns[i].part.isEmpty() || columns[k].part.isEmpty();
            if (columns[i].use == Use::None || columns[i].use != columns[k].use ||
                columns[i].code != columns[k].code || columns[i].fact != columns[k].fact || !isWhole)
                continue;
            return Error{
                Error::Code::InvalidInput,
                tr("“%1”和“%2”这两列说的是同一项，不知道该按哪一列计。请删去其中一列或改掉它的标题，再"
                   "试一次。")
                    .arg(figures.header[qsizetype(k)], figures.header[qsizetype(i)]),
                {}};
        }
    }
    return ok();
}

/// Of several columns that an import would take for one field of the organization (成立日期 beside 登记日期,
/// 类别 beside 类型) the one counts that bears its name, else the first.
void keepOne(const TextTable &figures, std::vector<TryoutColumn> &columns, Use use, const Field &field)
{
    qsizetype kept = -1;
    for (qsizetype i = 0; i < qsizetype(columns.size()); ++i) {
        const bool isNamed = comparedInTryout(figures.header[i]) == tr(field.label);
        if (columns[size_t(i)].use == use && (kept < 0 || isNamed))
            kept = i;
    }
    for (qsizetype i = 0; i < qsizetype(columns.size()); ++i) {
        if (columns[size_t(i)].use == use && i != kept &&
            comparedInTryout(figures.header[i]) != comparedInTryout(figures.header[kept]))
            columns[size_t(i)] = {};
    }
}

/// The indicator of a column, of the first kind that has it.
const PlanNode *nodeOf(const Plan &plan, const TryoutColumn &column)
{
    for (const KindPlan &kind : plan.kinds) {
        if (const PlanNode *node = kind.node(column.code); node && column.use == Use::Indicator)
            return node;
    }
    return nullptr;
}

/// What is to be said of a column that is not the one of the names; empty: nothing.
QString remarkOn(const Plan &plan, const QString &title, const TryoutColumn &column)
{
    if (column.use == Use::None && !isSerial(comparedInTryout(title)) && !isBlank(title))
        return tr("“%1”这一列不是方案里的指标或条件，没有用到。").arg(title);
    const PlanNode *node = column.full && column.part.isEmpty() ? nodeOf(plan, column) : nullptr;
    if (node && node->points > Decimal() && node->points != *column.full)
        return tr("“%1”的标题写的是 %2 分，方案里“%3”是 %4 分，按方案计。")
            .arg(title, column.full->toString(), node->name, node->points.toString());
    return {};
}

} // namespace

QString comparedInTryout(QStringView text)
{
    QString plain = toHalfWidth(cleanText(text));
    return plain.removeIf([](QChar c) { return c.isSpace(); });
}

std::optional<Decimal> tryoutFigure(const QString &cell)
{
    const bool isPercent = cell.endsWith(u'%') || cell.endsWith(u'％');
    const QString bare = isPercent ? cell.chopped(1) : cell;
    const NumberReading number = readNumber(bare, {.words = NumberStyle::Words::Count, .unit = u"分"});
    return number.isNumber() ? std::optional(Decimal::fromMicro(number.value)) : std::nullopt;
}

TryoutColumn tryoutColumn(const Plan &plan, const QString &heading)
{
    QString title = comparedInTryout(heading);
    std::optional<Decimal> full;
    for (;;) {
        TryoutColumn column = exactColumn(plan, title);
        if (column.use != Use::None) {
            column.full = full;
            return column;
        }
        if (!strip(title, full))
            return {};
    }
}

bool isTryoutHeading(const Plan &plan, const QString &heading)
{
    return isNameHeading(comparedInTryout(heading)) || tryoutColumn(plan, heading).use != Use::None;
}

Result<TryoutColumns> readTryoutColumns(const Plan &plan, const TextTable &figures)
{
    TryoutColumns read;
    for (const QString &title : figures.header)
        read.columns.push_back(tryoutColumn(plan, title));
    if (std::none_of(read.columns.begin(), read.columns.end(),
                     [](const TryoutColumn &column) { return column.use == Use::Indicator; }))
        return Error{Error::Code::InvalidInput,
                     tr("表里没有一列的标题是方案中指标的编号或名称，无法计分。请检查表头。"),
                     {}};
    read.name = nameColumn(figures, read.columns);
    if (read.name < 0)
        return Error{
            Error::Code::InvalidInput,
            tr("表里找不到写着组织名称的一列，不知道分数是谁的。请给那一列加上标题“社会组织名称”，再试一"
               "次。"),
            {}};
    read.columns[size_t(read.name)] = {};
    keepOne(figures, read.columns, Use::Kind, fieldOf<&Organization::kind>());
    keepOne(figures, read.columns, Use::Town, fieldOf<&Organization::town>());
    keepOne(figures, read.columns, Use::Date, fieldOf<&Organization::registeredOn>());
    CORE_TRY(checkTwice(figures, read.columns));
    for (qsizetype i = 0; i < figures.header.size(); ++i) {
        const QString remark = remarkOn(plan, figures.header[i], read.columns[size_t(i)]);
        if (i != read.name && !remark.isEmpty())
            read.remarks.append(remark);
    }
    return read;
}

} // namespace core
