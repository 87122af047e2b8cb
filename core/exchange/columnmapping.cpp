// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnmapping.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/exchange/columnunits.h"
#include "core/exchange/titlewords.h"
#include "core/record/format.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// A field that may own a column.
struct Claim
{
    int field = -1;
    int targetField = -1;
};

/// Sheets give what forms give, and what is back-filled from old papers.
bool takesColumn(const Field &field)
{
    return !field.traits.readOnly || field.traits.backFill;
}

/// A heading of a description as it is compared. Every column asks for all of them, so each is read once a
/// thread.
const QString &comparedHeading(const char *known)
{
    thread_local QHash<const char *, QString> read;
    auto found = read.constFind(known);
    if (found == read.constEnd())
        found = read.insert(known, readHeading(tr(known)).heading);
    return *found;
}

bool hasHeading(const Field &field, QStringView heading)
{
    const auto same = [&](const char *known) { return comparedHeading(known) == heading; };
    return same(field.label) || std::any_of(field.traits.headings.begin(), field.traits.headings.end(), same);
}

/// Fields of a type that tell its records apart, and so name them in other sheets.
std::vector<int> namingFields(const RecordType &type)
{
    std::vector<int> fields;
    for (const auto &keys : type.traits.match) {
        for (const char *key : keys) {
            const int index = type.indexOf(QAnyStringView(key));
            if (std::find(fields.begin(), fields.end(), index) == fields.end())
                fields.push_back(index);
        }
    }
    return fields;
}

/// What tells where a referred record lies: 行政区划代码 beside the names of organizations is the code of
/// their towns.
std::vector<Claim> claimsOnPlace(const RecordType &type, QStringView heading)
{
    std::vector<Claim> claims;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (field.kind != Kind::Reference || !takesColumn(field))
            continue;
        for (const int part : namingFields(field.target())) {
            const Field &place = field.target().fields[size_t(part)];
            if (place.kind != Kind::Reference || !place.target || &place.target() == &field.target())
                continue;
            const std::vector<int> names = namingFields(place.target());
            if (std::any_of(names.begin(), names.end(), [&](int name) {
                    return hasHeading(place.target().fields[size_t(name)], heading);
                }))
                claims.push_back({int(i), part});
        }
    }
    return claims;
}

/// What a heading may call the referred record: of 所在组织 also 组织 and 组织名称.
QStringList namesOfReferred(QStringView heading)
{
    QStringList names{heading.toString()};
    for (const QStringView where : {QStringView(u"所在"), QStringView(u"所属")}) {
        if (heading.size() > where.size() && heading.startsWith(where)) {
            const QString bare = heading.sliced(where.size()).toString();
            names << bare << bare + u"名称"_s;
        }
    }
    return names;
}

std::vector<Claim> claimsOn(const RecordType &type, QStringView heading)
{
    std::vector<Claim> claims;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (takesColumn(field) && field.kind != Kind::Attachment && hasHeading(field, heading))
            claims.push_back({int(i), -1});
    }
    if (!claims.empty())
        return claims;
    const QStringList names = namesOfReferred(heading);
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (field.kind != Kind::Reference || !takesColumn(field))
            continue;
        for (const int part : namingFields(field.target())) {
            const Field &named = field.target().fields[size_t(part)];
            if (std::any_of(names.begin(), names.end(),
                            [&](const QString &name) { return hasHeading(named, name); }))
                claims.push_back({int(i), part});
        }
    }
    return claims.empty() ? claimsOnPlace(type, heading) : claims;
}

/// What an export writes of a reference: "社会组织·统一社会信用代码".
std::vector<Claim> claimsOnPath(const RecordType &type, QStringView heading)
{
    std::vector<Claim> claims;
    const qsizetype dot = heading.indexOf(u'·');
    if (dot < 0)
        return claims;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (field.kind != Kind::Reference || !takesColumn(field) || !hasHeading(field, heading.left(dot)))
            continue;
        for (const int part : namingFields(field.target())) {
            if (hasHeading(field.target().fields[size_t(part)], heading.mid(dot + 1)))
                claims.push_back({int(i), part});
        }
    }
    return claims;
}

/// Of a heading that gives two names, 统一社会信用代码/注册号: those of the names that are known, if they
/// agree.
std::vector<Claim> claimsOnEither(const RecordType &type, const QString &heading)
{
    static const QRegularExpression divider(u"[/、或()]"_s);
    const QStringList names = heading.split(divider, Qt::SkipEmptyParts);
    // What a bracket says may be another thing: 负责人（党组织） is not 负责人.
    const bool mustKnowAll = heading.contains(u'(');
    std::vector<Claim> common;
    for (const QString &name : names.size() > 1 ? names : QStringList()) {
        const std::vector<Claim> claims = claimsOn(type, name);
        if (claims.empty() && mustKnowAll)
            return {};
        if (claims.empty())
            continue;
        if (!common.empty() && common.front().field != claims.front().field)
            return {};
        if (common.empty())
            common = claims;
    }
    return common;
}

/// Who claims a column, the surer of the ways to read its heading first.
using ClaimsOfColumn = std::vector<Claim> (*)(const RecordType &, const HeaderColumn &);
constexpr std::array<ClaimsOfColumn, 4> waysToClaim = {
    [](const RecordType &type, const HeaderColumn &column) { return claimsOn(type, column.heading); },
    [](const RecordType &type, const HeaderColumn &column) { return claimsOnPath(type, column.heading); },
    [](const RecordType &type, const HeaderColumn &column) { return claimsOn(type, column.lastLevel); },
    [](const RecordType &type, const HeaderColumn &column) {
        return claimsOnEither(type, column.lastLevel);
    }};

/// How many of the samples the field can read; a reference reads anything.
int readable(const Field &field, int column, std::span<const Row> samples)
{
    if (field.kind == Kind::Reference)
        return 0;
    int count = 0;
    for (const Row &row : samples) {
        const QString text = row.at(column).value();
        if (!text.isEmpty() && parseValue(field, text).problem.isEmpty())
            ++count;
    }
    return count;
}

Claim bestClaim(const RecordType &type, const std::vector<Claim> &claims, int column,
                std::span<const Row> samples)
{
    Claim best = claims.front();
    if (claims.size() == 1)
        return best;
    int most = -1;
    for (const Claim &claim : claims) {
        const int count = readable(type.fields[size_t(claim.field)], column, samples);
        if (count > most) {
            most = count;
            best = claim;
        }
    }
    return best;
}

/// True when nothing stands in the column and something in a later one that is called the same: 注册资金 is
/// empty where the office fills 注册资金（万元）.
bool isFilledElsewhere(const TableHeader &header, size_t at, std::span<const Row> samples)
{
    const auto isFilled = [&](const HeaderColumn &column) {
        return std::any_of(samples.begin(), samples.end(),
                           [&](const Row &row) { return !row.at(column.column).isBlank(); });
    };
    const HeaderColumn &column = header.columns[at];
    return !isFilled(column) && std::any_of(header.columns.begin() + qsizetype(at) + 1, header.columns.end(),
                                            [&](const HeaderColumn &other) {
                                                return other.heading == column.heading && isFilled(other);
                                            });
}

/// A column by what tells it from the others: its heading, the unit too, or else its letter.
QString columnTitle(const TableHeader &header, const HeaderColumn &column)
{
    const QString title = column.withUnit();
    const auto alike = std::count_if(header.columns.begin(), header.columns.end(),
                                     [&](const HeaderColumn &one) { return one.withUnit() == title; });
    return alike > 1 ? tr("%1 列 %2").arg(columnName(column.column), title) : title;
}

/// What a line above the table says of a field by its name: 年度：2024, 类别：文体活动类.
QVariant saidByName(const Field &field, const QStringList &titles)
{
    static const QRegularExpression caption(u"^([^:：]{1,12})[:：](.+)$"_s);
    for (const QString &title : titles) {
        const QRegularExpressionMatch match = caption.match(title.trimmed());
        if (!match.hasMatch() || !hasHeading(field, readHeading(match.captured(1)).heading))
            continue;
        const ParsedValue value = parseValue(field, match.captured(2));
        if (value.problem.isEmpty() && value.note.isEmpty())
            return value.value;
    }
    return {};
}

/// The value that the titles give to all rows, and what is to be told of it; invalid: none.
std::pair<QVariant, QString> saidByTitles(const RecordType &type, const Field &field,
                                          const QStringList &titles)
{
    const auto told = [&](const QVariant &value) {
        return std::pair(value, value.isValid()
                                    ? tr("%1：按标题取“%2”").arg(tr(field.label), displayValue(field, value))
                                    : QString());
    };
    if (field.kind == Kind::Choice || isYear(field)) {
        if (const QVariant value = saidByName(field, titles); value.isValid())
            return told(value);
    }
    if (field.kind == Kind::Choice && (mustBeSaid(field) || field.traits.presumed)) {
        const QString key = choiceInTitles(field, titles, field.traits.presumed);
        return told(key.isEmpty() ? QVariant() : QVariant(key));
    }
    const bool isDay = field.kind == Kind::Date && type.traits.until && type.traits.date &&
                       QLatin1StringView(field.key) == QLatin1StringView(type.traits.date);
    // What holds for years may be told by the year from which it does; what happened has its day.
    const auto year = mustBeSaid(field) && (isYear(field) || isDay) ? yearInTitles(titles) : std::nullopt;
    if (!year)
        return {};
    if (!isDay)
        return told(QVariant(qlonglong(*year)));
    const QDate first(*year, 1, 1);
    return {
        first,
        tr("%1：标题只写了 %2 年，按 %3 记").arg(tr(field.label)).arg(*year).arg(displayValue(field, first))};
}

/// The field that tells this one where the sheet does not, if it has a column; null: none.
const Field *tellerOf(const RecordType &type, const Field &field, const ColumnMapping &mapping)
{
    for (const ToldField &told : type.traits.told) {
        if (QLatin1StringView(told.field) == QLatin1StringView(field.key) &&
            mapping.reads(type.indexOf(QAnyStringView(told.by))))
            return type.field(QAnyStringView(told.by));
    }
    return nullptr;
}

void readConstants(const RecordType &type, const QStringList &titles, ColumnMapping &mapping)
{
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (field.traits.readOnly || mapping.reads(int(i)))
            continue;
        const auto [value, note] = saidByTitles(type, field, titles);
        if (value.isValid()) {
            mapping.constants.insert(QString::fromLatin1(field.key), value);
            mapping.notes.append(note);
            if (field.kind == Kind::Date)
                mapping.ofYear = QString::fromLatin1(field.key);
        }
        if (const Field *teller = tellerOf(type, field, mapping)) {
            mapping.notes.append(
                (value.isValid() ? tr("%1：“%2”里写明的，以那里为准") : tr("%1：表里没有这一列，由“%2”判断"))
                    .arg(tr(field.label), tr(teller->label)));
        } else if (!value.isValid() && field.kind == Kind::Choice && field.traits.required) {
            mapping.missing = notSaid(field);
        }
    }
}

/// True for a column of former names, where no field claims it and the records are called by a name that no
/// person bears.
bool holdsFormerNames(const RecordType &type, const HeaderColumn &column)
{
    static const QSet<QString> headings = {u"曾用名"_s,     u"曾用名称"_s,   u"原名"_s,
                                           u"原名称"_s,     u"原单位名称"_s, u"原组织名称"_s,
                                           u"更名前名称"_s, u"变更前名称"_s, u"原社会组织名称"_s};
    const Field &name = type.displayField();
    return name.kind == Kind::Text && !isPersonal(name) && headings.contains(column.lastLevel);
}

/// The position in the header of the column that \a said names by its heading or its letter; −1: none.
int columnNamed(const TableHeader &header, const QString &said)
{
    const HeadingText read = readHeading(said);
    const QString &heading = read.heading;
    const auto find = [&](auto matches) {
        const auto found = std::find_if(header.columns.begin(), header.columns.end(), matches);
        return found == header.columns.end() ? -1 : int(found - header.columns.begin());
    };
    int at = find([&](const HeaderColumn &c) { return c.withUnit() == said; });
    // Two columns may differ by their units only: 注册资金, 注册资金（万元）.
    if (at < 0)
        at = find([&](const HeaderColumn &c) { return c.heading == heading && c.unit == read.unit; });
    if (at < 0)
        at = find([&](const HeaderColumn &c) { return c.heading == heading; });
    if (at < 0)
        at = find([&](const HeaderColumn &c) { return c.lastLevel == heading; });
    if (at < 0)
        at = find([&](const HeaderColumn &c) {
            return columnName(c.column).compare(said.trimmed(), Qt::CaseInsensitive) == 0;
        });
    return at;
}

/// The field that \a said names by its label, a heading or its key.
std::optional<Claim> fieldNamed(const RecordType &type, const QString &said)
{
    const int index = type.indexOf(said.trimmed());
    if (index > 0 && takesColumn(type.fields[size_t(index)]))
        return Claim{index, -1};
    const QString heading = readHeading(said).heading;
    std::vector<Claim> claims = claimsOn(type, heading);
    if (claims.empty())
        claims = claimsOnPath(type, heading);
    return claims.empty() ? std::nullopt : std::optional(claims.front());
}

/// By column of the header what was chosen for it; a Claim without field: it is skipped.
Result<std::vector<std::optional<Claim>>> chosenClaims(const RecordType &type, const TableHeader &header,
                                                       const ColumnChoices &choices)
{
    std::vector<std::optional<Claim>> chosen(header.columns.size());
    QStringList headings;
    for (const HeaderColumn &column : header.columns)
        headings.append(column.heading);
    const auto noColumn = [&](const QString &said) {
        return Error{Error::Code::InvalidInput,
                     tr("表里没有“%1”这一列，没有导入。表里的列是：%2。").arg(said, headings.join(u'、')),
                     {}};
    };
    for (const QString &said : choices.skipped) {
        const int at = columnNamed(header, said);
        if (at < 0)
            return noColumn(said);
        chosen[size_t(at)] = Claim{};
    }
    for (const auto &[said, field] : choices.mapped) {
        const int at = columnNamed(header, said);
        if (at < 0)
            return noColumn(said);
        const auto claim = fieldNamed(type, field);
        if (!claim) {
            QStringList labels;
            for (size_t i = 1; i < type.fields.size(); ++i) {
                if (takesColumn(type.fields[i]) && type.fields[i].kind != Kind::Attachment)
                    labels.append(tr(type.fields[i].label));
            }
            return Error{
                Error::Code::InvalidInput,
                tr("%1没有“%2”这一项，没有导入。可以是：%3。").arg(tr(type.title), field, labels.join(u'、')),
                {}};
        }
        const auto twice = std::find_if(chosen.begin(), chosen.end(), [&](const std::optional<Claim> &one) {
            return one && one->field == claim->field && one->targetField == claim->targetField;
        });
        if (twice != chosen.end() && twice - chosen.begin() != at) {
            return Error{Error::Code::InvalidInput,
                         tr("“%1”和“%2”两列都要读作“%3”，没有导入。请只留一列。")
                             .arg(headings[twice - chosen.begin()], headings[at], field),
                         {}};
        }
        chosen[size_t(at)] = *claim;
    }
    return chosen;
}

} // namespace

bool ColumnMapping::reads(int field) const
{
    return std::any_of(columns.begin(), columns.end(),
                       [&](const ImportColumn &column) { return column.field == field; });
}

QString columnMeaning(const RecordType &type, const ImportColumn &column)
{
    const Field &field = type.fields[size_t(column.field)];
    QString meaning = tr(field.label);
    if (column.targetField >= 0)
        meaning += u'·' + tr(field.target().fields[size_t(column.targetField)].label);
    return meaning;
}

QString fieldSaid(const RecordType &type, const ImportColumn &column)
{
    return column.targetField < 0 ? QString::fromLatin1(type.fields[size_t(column.field)].key)
                                  : columnMeaning(type, column);
}

std::vector<MappableField> mappableFields(const RecordType &type)
{
    std::vector<MappableField> fields;
    const auto add = [&](int field, int part) {
        const ImportColumn column{.field = field, .targetField = part};
        fields.push_back({fieldSaid(type, column), columnMeaning(type, column)});
    };
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (!takesColumn(field) || field.kind == Kind::Attachment)
            continue;
        add(int(i), -1);
        for (const int part :
             field.kind == Kind::Reference ? namingFields(field.target()) : std::vector<int>())
            add(int(i), part);
    }
    return fields;
}

QString notSaid(const Field &field)
{
    return tr("表里没有“%1”这一列，标题、表名和文件名里也看不出来，没有导入。"
              "请在表里加一列“%1”，或者在标题里写明。")
        .arg(tr(field.label));
}

QString onlyKnownNote(const RecordType &type)
{
    return tr("只更新已有的%1：表里看不出新的一条该怎么归类").arg(tr(type.title));
}

bool isHeadingOf(const RecordType &type, QStringView heading)
{
    return !claimsOn(type, heading).empty() || !claimsOnPath(type, heading).empty() ||
           !claimsOnEither(type, heading.toString()).empty();
}

Result<ColumnMapping> mapColumns(const RecordType &type, const TableHeader &header,
                                 std::span<const Row> samples, const QStringList &titles,
                                 const ColumnChoices &choices)
{
    CORE_ASSIGN(std::vector<std::optional<Claim>> claimed, chosenClaims(type, header, choices));
    ColumnMapping mapping;
    QSet<std::pair<int, int>> taken;
    for (const auto &claim : claimed) {
        if (claim)
            taken.insert({claim->field, claim->targetField});
    }
    for (const ClaimsOfColumn claimsOfColumn : waysToClaim) {
        for (size_t i = 0; i < header.columns.size(); ++i) {
            if (claimed[i] || isFilledElsewhere(header, i, samples))
                continue;
            std::vector<Claim> claims = claimsOfColumn(type, header.columns[i]);
            std::erase_if(claims, [&](const Claim &c) { return taken.contains({c.field, c.targetField}); });
            if (claims.empty())
                continue;
            claimed[i] = bestClaim(type, claims, header.columns[i].column, samples);
            taken.insert({claimed[i]->field, claimed[i]->targetField});
        }
    }
    std::vector<size_t> unclaimed;
    for (size_t i = 0; i < header.columns.size(); ++i) {
        const HeaderColumn &column = header.columns[i];
        if (!claimed[i] && mapping.formerNames < 0 && holdsFormerNames(type, column)) {
            mapping.formerNames = column.column;
            mapping.notes.append(tr("%1：只用来认出改过名的%2").arg(column.heading, tr(type.title)));
            continue;
        }
        if (!claimed[i] || claimed[i]->field < 0)
            unclaimed.push_back(i);
        else
            mapping.columns.push_back(
                {column.column, column.heading, column.unit, claimed[i]->field, claimed[i]->targetField});
    }
    for (const size_t i : unclaimed) {
        if (claimed[i] || !takeUnitColumn(type, header.columns[i], samples, mapping))
            mapping.ignored.append(columnTitle(header, header.columns[i]));
    }
    if (header.unitRow > 0)
        mapping.notes.append(tr("第 %1 行写的是各列的单位，已按这些单位读").arg(header.unitRow));
    takeUnitOfTitle(type, titles, mapping);
    bool named = type.traits.match.empty();
    for (const auto &keys : type.traits.match)
        named = named || mapping.reads(type.indexOf(QAnyStringView(keys.front())));
    if (!named || mapping.columns.empty()) {
        const Field &display =
            type.fields[size_t(type.indexOf(QAnyStringView(type.traits.match.back().front())))];
        return Error{Error::Code::InvalidInput,
                     tr("这张表里找不到“%1”的列，看不出每一行是哪一条%2，没有导入。请检查选的是不是%2表，"
                        "表头是否写明“%1”。")
                         .arg(tr(display.label), tr(type.title)),
                     {}};
    }
    readConstants(type, titles, mapping);
    return mapping;
}

} // namespace core
