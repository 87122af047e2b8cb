// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnmapping.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/record/format.h"

#include <QSet>

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

bool hasHeading(const Field &field, QStringView heading)
{
    const auto same = [&](const char *known) { return readHeading(tr(known)).heading == heading; };
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
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (field.kind != Kind::Reference || !takesColumn(field))
            continue;
        for (const int part : namingFields(field.target())) {
            if (hasHeading(field.target().fields[size_t(part)], heading))
                claims.push_back({int(i), part});
        }
    }
    return claims;
}

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

/// The one choice whose label or alias stands in the titles; empty when none or several do.
QString choiceInTitles(const Field &field, const QStringList &titles)
{
    // Of the names in the titles the longest wins; two of the same length from different choices are unclear.
    QString found;
    qsizetype length = 0;
    bool unclear = false;
    for (const Choice &choice : field.choices) {
        QStringList names = QString::fromUtf8(choice.aliases).split(u'|', Qt::SkipEmptyParts);
        names.append(tr(choice.label));
        for (const QString &name : std::as_const(names)) {
            const bool stands = std::any_of(titles.begin(), titles.end(),
                                            [&](const QString &title) { return title.contains(name); });
            if (!stands || name.size() < length)
                continue;
            const QString key = QString::fromLatin1(choice.key);
            unclear = name.size() == length && found != key;
            found = key;
            length = name.size();
        }
    }
    return unclear ? QString() : found;
}

bool isMapped(const ColumnMapping &mapping, int field)
{
    return std::any_of(mapping.columns.begin(), mapping.columns.end(),
                       [&](const ImportColumn &c) { return c.field == field; });
}

void readConstants(const RecordType &type, const QStringList &titles, ColumnMapping &mapping)
{
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (field.kind != Kind::Choice || !field.traits.required || isMapped(mapping, int(i)))
            continue;
        const QString key = choiceInTitles(field, titles);
        if (key.isEmpty()) {
            mapping.missing = tr("表里没有“%1”这一列，标题、表名和文件名里也看不出来，没有导入。"
                                 "请在表里加一列“%1”，或者在标题里写明。")
                                  .arg(tr(field.label));
            continue;
        }
        mapping.constants.insert(QString::fromLatin1(field.key), key);
        mapping.constantNotes.append(tr("%1：按标题取“%2”").arg(tr(field.label), displayValue(field, key)));
    }
}

} // namespace

QString columnMeaning(const RecordType &type, const ImportColumn &column)
{
    const Field &field = type.fields[size_t(column.field)];
    QString meaning = tr(field.label);
    if (column.targetField >= 0)
        meaning += u'·' + tr(field.target().fields[size_t(column.targetField)].label);
    return meaning;
}

QString onlyKnownNote(const RecordType &type)
{
    return tr("只更新已有的%1：表里看不出新的一条该怎么归类").arg(tr(type.title));
}

bool isHeadingOf(const RecordType &type, QStringView heading)
{
    return !claimsOn(type, heading).empty();
}

Result<ColumnMapping> mapColumns(const RecordType &type, const TableHeader &header,
                                 std::span<const Row> samples, const QStringList &titles)
{
    ColumnMapping mapping;
    QSet<std::pair<int, int>> taken;
    for (const HeaderColumn &column : header.columns) {
        std::vector<Claim> claims = claimsOn(type, column.heading);
        if (claims.empty())
            claims = claimsOn(type, column.lastLevel);
        std::erase_if(claims, [&](const Claim &c) { return taken.contains({c.field, c.targetField}); });
        if (claims.empty()) {
            mapping.ignored.append(column.heading);
            continue;
        }
        const Claim claim = bestClaim(type, claims, column.column, samples);
        taken.insert({claim.field, claim.targetField});
        mapping.columns.push_back(
            {column.column, column.heading, column.unit, claim.field, claim.targetField});
    }
    bool named = type.traits.match.empty();
    for (const auto &keys : type.traits.match)
        named = named || isMapped(mapping, type.indexOf(QAnyStringView(keys.front())));
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
