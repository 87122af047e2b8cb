// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mentions.h"

#include "core/base/tr.h"
#include "core/record/format.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Mention = RecordLookup::Mention;
using Entries = std::vector<RecordLookup::Entry>;

/// A mention without the number before its name and a former name behind it; empty: there is neither.
std::optional<Mention> bareMention(Mention mention)
{
    bool isCut = false;
    const auto cut = [&](QString &text) {
        QString name = nameBehindNumber(text);
        if (name.isEmpty())
            name = formerNameIn(text).name;
        if (name.isEmpty())
            return;
        text = std::move(name);
        isCut = true;
    };
    cut(mention.text);
    for (auto &[part, text] : mention.parts)
        cut(text);
    return isCut ? std::optional(std::move(mention)) : std::nullopt;
}

QString quotedNames(const QStringList &names)
{
    return u'“' + names.join(u"”、“"_s) + u'”';
}

QString shownPart(const RecordType &target, const std::pair<int, QString> &part)
{
    return maskedText(target.fields[size_t(part.first)], part.second, Audience::ImportPreview);
}

/// The name of a record for a sentence.
QString shownName(const RecordType &target, const RecordLookup &lookup, RecordLookup::Entry entry)
{
    return maskedText(target.displayField(), lookup.nameOf(entry), Audience::ImportPreview);
}

/// Names that stand together without anything between them: 甲镇乙街道.
QStringList joinedNames(const RecordLookup &lookup, const QString &text, const char *among)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (lookup.find({text.first(i), {}, {}, among}).empty())
            continue;
        const QString rest = text.sliced(i);
        if (!lookup.find({rest, {}, {}, among}).empty())
            return {text.first(i), rest};
        if (const QStringList more = joinedNames(lookup, rest, among); !more.isEmpty())
            return QStringList{text.first(i)} + more;
    }
    return {};
}

/// The names in a cell that gives more than one record; empty: it does not.
QStringList severalIn(const RecordType &target, const RecordLookup &lookup, const QString &text,
                      const char *among)
{
    static const QRegularExpression divider(uR"([、,，;；/／\\|｜+＋&\s]+|(?<=.)[和与及](?=.))"_s);
    static const QRegularExpression places(uR"([、,，;；/／\\|｜+＋&\s→>~～\-—–至]+|(?<=.)[和与及](?=.))"_s);
    QStringList pieces = text.split(target.traits.nameForms ? places : divider, Qt::SkipEmptyParts);
    if (pieces.size() < 2 && target.traits.nameForms)
        pieces = joinedNames(lookup, text, among);
    QStringList names;
    QStringList others;
    Entries found;
    for (const QString &piece : pieces.size() > 1 ? pieces : QStringList()) {
        const Entries entries = entriesOf(lookup, {piece, {}, {}, among});
        if (entries.empty() && lookup.hasClassAmong(piece, among))
            others.append(piece);
        if (entries.empty() || std::find(found.begin(), found.end(), entries.front()) != found.end())
            continue;
        found.push_back(entries.front());
        names.append(shownName(target, lookup, entries.front()));
    }
    if (!names.isEmpty())
        names += others;
    return names.size() > 1 ? names : QStringList();
}

/// What a cell with several names says of them, as a problem; empty: no cell of the mention has several.
QString severalProblem(const Field &field, const RecordLookup &lookup, const Mention &mention)
{
    const RecordType &target = field.target();
    const auto problemIn = [&](const QString &text) {
        const QStringList names =
            text.isEmpty() ? QStringList() : severalIn(target, lookup, text, mention.among);
        return names.isEmpty() ? QString()
                               : tr("“%1”里的“%2”写了不止一个：%3，这里只能是一个。")
                                     .arg(tr(field.label),
                                          maskedText(target.displayField(), text, Audience::ImportPreview),
                                          quotedNames(names));
    };
    QString problem = problemIn(mention.text);
    for (const auto &[part, text] : mention.parts) {
        if (problem.isEmpty() && target.fields[size_t(part)].kind == Kind::Text)
            problem = problemIn(text);
    }
    return problem;
}

/// What tells records of a name apart, for people: 统一社会信用代码或镇街.
QString distinguishingLabels(const RecordType &target)
{
    QStringList labels;
    for (const auto &list : target.traits.match) {
        for (const char *key : list) {
            const Field &part = *target.field(QAnyStringView(key));
            if (&part != &target.displayField() && !labels.contains(tr(part.label)))
                labels.append(tr(part.label));
        }
    }
    return labels.join(tr("或"));
}

/// Why nothing, or more than one, is meant by the mention, and what could be.
QString problemOf(const Field &field, const RecordLookup &lookup, const Mention &mention, size_t found)
{
    const RecordType &target = field.target();
    const QString said = saidOf(target, mention);
    if (found > 0) {
        return tr("“%1”里的“%2”有 %3 个同名，分不清是哪一个，请写明%4。")
            .arg(tr(field.label), said)
            .arg(found)
            .arg(distinguishingLabels(target));
    }
    // Names of persons are not offered.
    QStringList names;
    if (!isCovered(target.displayField(), Audience::ImportPreview))
        names = lookup.namesLike(mention);
    const QString unknown = tr("“%1”里的“%2”在%3里找不到").arg(tr(field.label), said, tr(target.title));
    if (names.isEmpty())
        return tr("%1。").arg(unknown);
    return tr("%1，最接近的是%2。").arg(unknown, quotedNames(names));
}

/// Of a mention whose parts all belong together.
MentionReading readWhole(const Field &field, const RecordLookup &lookup, const Mention &mention)
{
    MentionReading reading{lookup.find(mention), {}, {}, false};
    if (reading.entries.size() == 1)
        return reading;
    if (reading.entries.empty()) {
        reading.problem = severalProblem(field, lookup, mention);
        if (!reading.problem.isEmpty())
            return reading;
        reading.entries = entriesOf(lookup, mention);
    }
    if (reading.entries.size() == 1) {
        reading.notes.append(tr("“%1”里的“%2”按“%3”记。")
                                 .arg(tr(field.label), saidOf(field.target(), mention),
                                      shownName(field.target(), lookup, reading.entries.front())));
        return reading;
    }
    reading.problem = problemOf(field, lookup, mention, reading.entries.size());
    reading.isUnknown = reading.entries.empty();
    return reading;
}

bool isSound(const Field &field, const QString &code)
{
    return !field.traits.check || field.traits.check(code).empty();
}

/// Of a code that nobody has, beside the name of \a named.
MentionReading readUnknownCode(const Field &field, const RecordLookup &lookup,
                               const std::pair<int, QString> &code, const MentionReading &named)
{
    const RecordType &target = field.target();
    const Field &codeField = target.fields[size_t(code.first)];
    const QString label = tr(codeField.label);
    const QString said = shownPart(target, code);
    const QString name = shownName(target, lookup, named.entries.front());
    const QString held = lookup.valueOf(named.entries.front(), code.first);
    MentionReading reading{named.entries, {}, {}, false};
    if (!isSound(codeField, code.second)) {
        reading.notes.append(
            tr("“%1”的“%2”里的“%3”校验不对，按名称记为“%4”。").arg(tr(field.label), label, said, name));
    } else if (codeField.traits.check && !held.isEmpty() && isSound(codeField, held)) {
        reading.problem = tr("“%1”的“%2”里的“%3”没有登记过，同名的“%4”登记的是“%5”，"
                             "看不出是不是同一个，请核对后改正。")
                              .arg(tr(field.label), label, said, name, shownPart(target, {code.first, held}));
    } else if (!target.traits.nameForms || !target.traits.nameForms(code.second).isNone) {
        reading.notes.append(
            tr("“%1”的“%2”里的“%3”没有登记过，按名称记为“%4”。").arg(tr(field.label), label, said, name));
    }
    return reading;
}

/// Of a code that is \a coded, beside a name that is \a named.
MentionReading readBoth(const Field &field, const RecordLookup &lookup, const std::pair<int, QString> &code,
                        const Mention &name, const Entries &coded, const MentionReading &named)
{
    const RecordType &target = field.target();
    const QString label = tr(target.fields[size_t(code.first)].label);
    const QString ofCode = shownName(target, lookup, coded.front());
    MentionReading reading{coded, {}, {}, false};
    Entries common;
    std::copy_if(coded.begin(), coded.end(), std::back_inserter(common), [&](RecordLookup::Entry entry) {
        return std::find(named.entries.begin(), named.entries.end(), entry) != named.entries.end();
    });
    if (!common.empty()) {
        reading.entries = common;
    } else if (named.isUnknown) {
        reading.notes.append(tr("“%1”写的是“%2”，按“%3”是“%4”，按“%3”记。")
                                 .arg(tr(field.label), saidOf(target, name), label, ofCode));
    } else if (!named.problem.isEmpty() && named.entries.empty()) {
        reading.problem = named.problem;
    } else {
        reading.problem =
            tr("“%1”按“%2”是“%3”，按名称却是“%4”，看不出说的是哪一个，请核对后改正。")
                .arg(tr(field.label), label, ofCode, shownName(target, lookup, named.entries.front()));
    }
    if (reading.problem.isEmpty() && reading.entries.size() > 1)
        reading.problem = problemOf(field, lookup, name, reading.entries.size());
    return reading;
}

} // namespace

QString saidOf(const RecordType &target, const Mention &mention)
{
    if (!mention.text.isEmpty() || mention.parts.empty())
        return maskedText(target.displayField(), mention.text, Audience::ImportPreview);
    return shownPart(target, mention.parts.front());
}

Entries entriesOf(const RecordLookup &lookup, const Mention &mention)
{
    Entries entries = lookup.find(mention);
    if (entries.empty())
        entries = lookup.findByForm(mention);
    if (entries.empty()) {
        if (const auto bare = bareMention(mention))
            entries = lookup.find(*bare);
    }
    if (entries.empty())
        entries = lookup.findFormer(mention);
    return entries;
}

MentionReading readMention(const Field &field, const RecordLookup &lookup, const Mention &mention)
{
    const RecordType &target = field.target();
    const auto decides = [&](const auto &part) { return lookup.decidesAlone(part.first); };
    const auto code = std::find_if(mention.parts.begin(), mention.parts.end(), decides);
    if (code == mention.parts.end())
        return readWhole(field, lookup, mention);
    Mention name = mention;
    std::erase_if(name.parts, decides);
    const bool saysName =
        !name.text.isEmpty() || std::any_of(name.parts.begin(), name.parts.end(), [&](const auto &part) {
            return target.fields[size_t(part.first)].kind == Kind::Text;
        });
    if (!saysName)
        return readWhole(field, lookup, mention);
    const Entries coded = entriesOf(lookup, {{}, {*code}, mention.related, mention.among});
    MentionReading named = readWhole(field, lookup, name);
    if (!coded.empty())
        return readBoth(field, lookup, *code, name, coded, named);
    if (!named.problem.isEmpty())
        return named;
    MentionReading reading = readUnknownCode(field, lookup, *code, named);
    if (reading.problem.isEmpty())
        reading.notes = named.notes + reading.notes;
    return reading;
}

} // namespace core
