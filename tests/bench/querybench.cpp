// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/querybench.h"

#include "core/base/pinyin.h"
#include "core/store/store.h"
#include "tests/bench/benchcounty.h"
#include "tests/bench/measure.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace core;

namespace bench {

namespace {

QString countyFile(const QDir &folder, qint64 organizations)
{
    return folder.filePath(u"register-%1.shanzhi"_s.arg(organizations));
}

void printSpread(const QString &what, const std::vector<double> &times, double target)
{
    const Spread s = spread(times);
    printRow(u"  "_s + what,
             {QString::number(times.size()), inMilliseconds(s.median), inMilliseconds(s.most),
              u"  %1 %2"_s.arg(inMilliseconds(target), s.most < target ? u"met"_s : u"MISSED"_s)});
}

} // namespace

bool searchBench(const QDir &folder, qint64 organizations)
{
    auto store = openCounty(countyFile(folder, organizations), organizations, false);
    if (!store)
        return failed(store.error().text, store.error().detail);
    const auto home = (*store)->search(u"养老服务中心"_s, 1);
    const auto team = (*store)->search(u"社区志愿服务队"_s, 1);
    if (!home || home->empty() || !team || team->empty())
        return failed(u"there are no names to look for"_s);
    struct Typed
    {
        QString text;
        bool isThere = true; ///< Some organization answers to it.
    };
    // Typed letter by letter: names from their beginning and from their middle, initials, codes, nothing.
    const std::vector<Typed> typed = {{home->front().title}, {u"志愿服务队"_s}, {u"书画协会"_s},
                                      {team->front().title}, {u"ylfwzx"_s},     {u"zyfwd"_s},
                                      {u"shxh"_s},           {u"52330421MJ"_s}, {u"不存在的组织名"_s, false},
                                      {u"qqqqzzz"_s, false}, {u"7F"_s}};
    const double prepared = seconds([&] { (void)(*store)->prepareSearch(); });
    std::vector<double> prefixes;
    QString slowest;
    double most = 0;
    for (const auto &[text, isThere] : typed) {
        for (qsizetype length = 1; length <= text.size(); ++length) {
            const QString prefix = text.left(length);
            std::vector<SearchHit> hits;
            bool good = true;
            const double took = seconds([&] {
                auto found = (*store)->search(prefix);
                good = bool(found);
                if (good)
                    hits = *std::move(found);
            });
            if (!good || (length == text.size() && hits.empty() == isThere))
                return failed(u"search failed, or its hits are not those there are"_s, prefix);
            prefixes.push_back(took);
            if (took > most) {
                most = took;
                slowest = prefix;
            }
        }
    }
    printLine(
        u"Search over %1 organizations (the texts are read into memory once, in %2)"_s.arg(organizations)
            .arg(inSeconds(prepared)));
    printRow({}, {u"answers"_s, u"median"_s, u"max"_s, u"target"_s});
    printSpread(u"typed prefixes (slowest: %1)"_s.arg(slowest), prefixes, 0.050);
    return true;
}

namespace {

/// Whether \a values, of the field that a list is sorted by, stand in its order.
bool isSorted(const QVariantList &values, const SortKey &key)
{
    const auto before = [&](const QVariant &one, const QVariant &other) {
        if (key.field == u"name"_s)
            return pinyinSortKey(one.toString()) < pinyinSortKey(other.toString());
        return QVariant::compare(one, other) == QPartialOrdering::Less;
    };
    return std::is_sorted(values.begin(), values.end(), [&](const QVariant &one, const QVariant &other) {
        return key.descending ? before(other, one) : before(one, other);
    });
}

/// The values of \a field in the rows with these numbers, without those that have none: they stand last.
Result<QVariantList> valuesOf(const Store &store, Query query, const QString &field,
                              std::span<const qint64> numbers)
{
    query.columns = {field};
    CORE_ASSIGN(const Rows rows, store.rowsOf(query, numbers));
    QVariantList values;
    for (const QVariantList &row : rows.rows) {
        if (row.front().isValid())
            values.append(row.front());
    }
    return values;
}

} // namespace

bool listBench(const QDir &folder, qint64 organizations)
{
    auto store = openCounty(countyFile(folder, organizations), organizations, false);
    if (!store)
        return failed(store.error().text, store.error().detail);
    struct List
    {
        QString what;
        const char *json;
    };
    const List lists[] = {
        {u"as entered"_s, R"({"type":"organization"})"},
        {u"by name (pinyin)"_s, R"({"type":"organization","sort":[{"field":"name"}]})"},
        {u"by town, then name"_s,
         R"({"type":"organization","sort":[{"field":"town.name"},{"field":"name"}]})"},
        {u"by staff, largest first"_s,
         R"({"type":"organization","sort":[{"field":"staff_count","descending":true}]})"},
        {u"one kind, name contains, by date"_s,
         R"({"type":"organization","where":{"all":[{"field":"kind","is":"community_organization"},
            {"field":"name","contains":"志愿"}]},"sort":[{"field":"registered_on"}]})"},
        {u"one town, by name"_s,
         R"({"type":"organization","where":{"field":"town.name","contains":"湖"},"sort":[{"field":"name"}]})"},
    };
    printLine(u"Lists over %1 organizations: one order, then windows anywhere in it"_s.arg(organizations));
    printRow({}, {u"answers"_s, u"median"_s, u"max"_s, u"target"_s});
    for (const List &list : lists) {
        auto query = Query::fromJson(QJsonDocument::fromJson(list.json).object());
        if (!query)
            return failed(query.error().text);
        query->columns = {u"id"_s,   u"name"_s,      u"credit_code"_s,
                          u"kind"_s, u"town.name"_s, u"registered_on"_s};
        std::vector<qint64> order;
        std::vector<double> orders;
        for (int i = 0; i < 5; ++i) {
            orders.push_back(seconds([&] {
                auto made = (*store)->order(*query);
                order = made ? *std::move(made) : std::vector<qint64>();
            }));
        }
        if (order.empty())
            return failed(u"no rows to sort"_s, list.what);
        if (!query->sort.empty() && query->sort.front().field != u"town.name"_s) {
            const auto values = valuesOf(**store, *query, query->sort.front().field, order);
            if (!values || !isSorted(*values, query->sort.front()))
                return failed(u"the rows are not in order"_s, list.what);
        }
        std::vector<double> windows;
        constexpr size_t shown = 50;
        for (size_t i = 0; i <= 10; ++i) {
            const size_t length = std::min(shown, order.size());
            const auto part =
                std::span<const qint64>(order).subspan((order.size() - length) * i / 10, length);
            bool good = true;
            windows.push_back(seconds([&] { good = bool((*store)->rowsOf(*query, part)); }));
            if (!good)
                return failed(u"query failed"_s, list.what);
        }
        printSpread(u"%1: order of %2 rows"_s.arg(list.what).arg(order.size()), orders, 0.200);
        printSpread(u"  windows of 50 rows"_s, windows, 0.050);
    }
    return true;
}

} // namespace bench
