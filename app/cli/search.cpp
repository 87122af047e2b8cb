// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"

using namespace Qt::StringLiterals;

namespace cli {

int runSearch(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("按名称、代码、文号或拼音首字母找记录，和窗口上方的搜索框一样。"));
    addCountyFile(line);
    line.addPlace(u"TEXT"_s, core::tr("要找的文字，如 棋类协会、jsxqlxh、51330421MJ"));
    line.addNumber(u"limit"_s, u"N"_s, core::tr("最多列多少条，默认 50"), 1, 10'000);
    int end = Done;
    const std::unique_ptr<core::Store> store = parseAndOpen(console, line, core::Store::Access::Read, end);
    if (!store)
        return end;
    const int limit = int(line.number(u"limit"_s).value_or(50));
    const auto hits = store->search(line.place(1), limit);
    if (!hits)
        return console.refused(hits.error());
    QJsonArray list;
    for (const core::SearchHit &hit : *hits) {
        console.say(u"%1  %2  %3"_s.arg(padded(core::tr(hit.type->title), 10), hit.title, hit.hint));
        list.append(QJsonObject{{u"type"_s, QString::fromLatin1(hit.type->key)},
                                {u"id"_s, hit.id},
                                {u"title"_s, hit.title},
                                {u"hint"_s, hit.hint}});
    }
    console.say(list.size() < limit ? core::tr("共 %1 条。").arg(list.size())
                                    : core::tr("只列出 %1 条，后面可能还有。").arg(list.size()));
    return console.done({{u"hits"_s, list}});
}

} // namespace cli
