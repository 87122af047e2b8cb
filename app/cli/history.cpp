// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/store/historytext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

QJsonObject json(const core::JournalEntry &entry)
{
    return {{u"sequence"_s, entry.sequence}, {u"at"_s, entry.at.toUTC().toString(Qt::ISODate)},
            {u"actor"_s, entry.actor},       {u"what"_s, historyText(entry)},
            {u"edits"_s, entry.edits},       {u"outward"_s, entry.outward},
            {u"reason"_s, entry.reason},     {u"hash"_s, entry.hash}};
}

int listEntries(Console &console, const core::Store &store, int limit)
{
    const auto entries = store.journal(limit);
    if (!entries)
        return console.refused(entries.error());
    QJsonArray list;
    for (const core::JournalEntry &entry : *entries) {
        list.append(json(entry));
        console.say(u"%1  %2  %3  %4（%5）"_s.arg(padded(QString::number(entry.sequence), 5),
                                                  localTime(entry.at), padded(entry.actor, 10),
                                                  historyText(entry), core::tr("%1 处").arg(entry.edits)));
    }
    if (entries->empty())
        console.say(core::tr("还没有任何操作。"));
    return console.done({{u"entries"_s, list}, {u"head"_s, store.headHash()}});
}

int listEdits(Console &console, const core::Store &store, qint64 sequence, int limit)
{
    const auto edits = store.edits(sequence, limit);
    if (!edits)
        return console.refused(edits.error());
    const auto entry = store.journal(1, sequence + 1);
    if (!entry)
        return console.refused(entry.error());
    QJsonArray list;
    for (const core::RecordEdit &edit : *edits) {
        const QString text = historyText(store, entry->front(), edit);
        console.say(text);
        list.append(QJsonObject{
            {u"type"_s, QString::fromLatin1(edit.type->key)}, {u"id"_s, edit.id}, {u"text"_s, text}});
    }
    return console.done({{u"sequence"_s, sequence}, {u"edits"_s, list}});
}

} // namespace

int runHistory(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments, core::tr("列出做过的操作，最近的在前；或列出某一次操作改了什么。"));
    addCountyFile(line);
    line.addNumber(u"limit"_s, u"N"_s, core::tr("最多列多少条，默认 50"), 1, 10'000'000);
    line.addNumber(u"entry"_s, u"K"_s, core::tr("只看第 K 条操作改了哪些记录"), 1,
                   std::numeric_limits<qint64>::max());
    int end = Done;
    const std::unique_ptr<core::Store> store = parseAndOpen(console, line, core::Store::Access::Read, end);
    if (!store)
        return end;
    const int limit = int(line.number(u"limit"_s).value_or(50));
    const std::optional<qint64> entry = line.number(u"entry"_s);
    return entry ? listEdits(console, *store, *entry, limit) : listEntries(console, *store, limit);
}

} // namespace cli
