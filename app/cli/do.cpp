// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/store/findrecord.h"
#include "core/store/runverb.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

QString inputText(const core::Field &field)
{
    QStringList choices;
    for (const core::Choice &choice : field.choices)
        choices.append(core::tr(choice.label));
    const QString name = u"%1=%2"_s.arg(QLatin1StringView(field.key), core::tr(field.label));
    return choices.isEmpty() ? name : u"%1（%2）"_s.arg(name, choices.join(u'、'));
}

QJsonObject inputJson(const core::Field &field)
{
    QJsonArray choices;
    for (const core::Choice &choice : field.choices)
        choices.append(
            QJsonObject{{u"key"_s, QLatin1StringView(choice.key)}, {u"label"_s, core::tr(choice.label)}});
    QJsonObject json{{u"key"_s, QLatin1StringView(field.key)},
                     {u"label"_s, core::tr(field.label)},
                     {u"required"_s, field.traits.required || !field.nullable}};
    if (!choices.isEmpty())
        json.insert(u"choices"_s, choices);
    return json;
}

int listVerbs(Console &console, const core::RecordType &type, const QVariantList &values, const QString &name)
{
    const std::vector<const core::Verb *> verbs = core::verbsOf(type);
    console.say(verbs.empty() ? core::tr("%1没有可以办理的事项。").arg(core::tr(type.title))
                              : u"%1“%2”"_s.arg(core::tr(type.title), name));
    QJsonArray list;
    for (const core::Verb *verb : verbs) {
        const QString refusal = core::refusalOf(*verb, values);
        console.say(u"  %1 %2  %3"_s.arg(padded(QString::fromLatin1(verb->key), 12),
                                         padded(core::tr(verb->title), 10),
                                         refusal.isEmpty() ? core::tr("可以办理") : refusal));
        QJsonArray input;
        for (const core::Field &field : verb->input.fields) {
            console.say(u"      "_s + inputText(field));
            input.append(inputJson(field));
        }
        list.append(QJsonObject{{u"key"_s, QLatin1StringView(verb->key)},
                                {u"title"_s, core::tr(verb->title)},
                                {u"explanation"_s, core::tr(verb->traits.explanation)},
                                {u"allowed"_s, refusal.isEmpty()},
                                {u"refusal"_s, refusal},
                                {u"outward"_s, verb->isOutward()},
                                {u"counter"_s, QLatin1StringView(verb->traits.counter)},
                                {u"input"_s, input}});
    }
    return console.done({{u"type"_s, QLatin1StringView(type.key)},
                         {u"id"_s, values.first().toString()},
                         {u"name"_s, name},
                         {u"verbs"_s, list}});
}

/// What was given as key=value, read as the input of the verb. \a notes: what was assumed in reading it.
core::Result<QVariantMap> readInput(const core::Store &store, const core::Verb &verb,
                                    const QStringList &given, QStringList &notes)
{
    QVariantMap input;
    for (const QString &pair : given) {
        const QString key = pair.section(u'=', 0, 0).trimmed();
        const QString text = pair.section(u'=', 1);
        const core::Field *field = verb.input.field(key);
        if (!field) {
            QStringList known;
            for (const core::Field &one : verb.input.fields)
                known.append(inputText(one));
            return core::Error{core::Error::Code::InvalidInput,
                               known.isEmpty()
                                   ? core::tr("“%1”不需要填写“%2”。").arg(core::tr(verb.title), key)
                                   : core::tr("“%1”不需要填写“%2”，可以填写：%3。")
                                         .arg(core::tr(verb.title), key, known.join(u'；')),
                               {}};
        }
        if (field->target) {
            CORE_ASSIGN(const QString id, core::findRecord(store, field->target(), text));
            input.insert(key, id);
            continue;
        }
        const core::ParsedValue value = core::parseValue(*field, text);
        if (!value.problem.isEmpty())
            return core::Error{core::Error::Code::InvalidInput, value.problem, {}};
        input.insert(key, value.value);
        if (!value.note.isEmpty())
            notes.append(value.note);
    }
    return input;
}

int doVerb(Console &console, core::Store &store, const core::Verb &verb, const QString &id,
           const QVariantMap &input, const QStringList &notes)
{
    const QString name = store.display(verb.type(), id);
    if (const core::Status done = core::runVerb(store, verb, id, input); !done)
        return console.refused(done.error());
    console.say(core::tr("已办理“%1”：%2").arg(core::tr(verb.title), name));
    for (const QString &note : notes)
        console.say(u"  "_s + note);
    return console.done({{u"type"_s, QLatin1StringView(verb.type().key)},
                         {u"id"_s, id},
                         {u"name"_s, name},
                         {u"verb"_s, QLatin1StringView(verb.key)},
                         {u"outward"_s, verb.isOutward()},
                         {u"notes"_s, QJsonArray::fromStringList(notes)},
                         {u"head"_s, store.headHash()}});
}

core::Error unknownVerb(const core::RecordType &type, const QString &given)
{
    QStringList known;
    for (const core::Verb *verb : core::verbsOf(type))
        known.append(u"%1（%2）"_s.arg(QLatin1StringView(verb->key), core::tr(verb->title)));
    return {
        core::Error::Code::InvalidInput,
        known.isEmpty()
            ? core::tr("%1没有可以办理的事项。").arg(core::tr(type.title))
            : core::tr("%1没有“%2”这个事项，有：%3。").arg(core::tr(type.title), given, known.join(u'、')),
        {}};
}

} // namespace

int runDo(Console &console, const QStringList &arguments)
{
    CommandLine line(
        console, arguments,
        core::tr("办理一条记录上的事项，如公布、撤销公布、取消等级；不给 VERB 时列出可以办理的。\n"
                 "RECORD 是记录的编号、名称或年度。"));
    addCountyFile(line);
    line.addPlace(u"TYPE"_s, core::tr("记录类型，如 evaluation、grade"));
    line.addPlace(u"RECORD"_s, core::tr("哪一条"));
    line.addOptionalPlace(u"VERB"_s, core::tr("办理什么"));
    line.addOption(u"input"_s, u"KEY=VALUE"_s, core::tr("要填写的内容，可以给多次"));
    line.addOption(u"reason"_s, u"TEXT"_s, core::tr("理由，写入日志"));
    if (const std::optional<int> end = line.parse())
        return *end;
    const core::RecordType *type = core::findRecordType(line.place(1));
    if (!type)
        return line.wrongUsage(core::tr("没有“%1”这种记录。").arg(line.place(1)));
    const bool lists = !line.hasPlace(3);
    int end = Done;
    const std::unique_ptr<core::Store> store =
        openCountyFile(console, line, lists ? core::Store::Access::Read : core::Store::Access::Write, end);
    if (!store)
        return end;
    const auto id = core::findRecord(*store, *type, line.place(2));
    if (!id)
        return console.refused(id.error());
    if (lists) {
        const auto values = store->values(*type, *id);
        return values ? listVerbs(console, *type, *values, store->display(*type, *id))
                      : console.refused(values.error());
    }
    const core::Verb *verb = core::findVerb(*type, line.place(3));
    if (!verb)
        return console.refused(unknownVerb(*type, line.place(3)));
    QStringList given = line.values(u"input"_s);
    if (line.has(u"reason"_s))
        given.append(u"reason="_s + line.value(u"reason"_s));
    QStringList notes;
    const auto input = readInput(*store, *verb, given, notes);
    return input ? doVerb(console, *store, *verb, *id, *input, notes) : console.refused(input.error());
}

} // namespace cli
