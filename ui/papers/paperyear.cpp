// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/paperyear.h"

#include "core/base/pinyin.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

const QString &idOf(const core::YearEndData &data, qsizetype at)
{
    return data.outcome().candidates[size_t(at)].id;
}

} // namespace

core::Result<std::shared_ptr<const PaperYear>> PaperYear::load(const core::Store &store,
                                                               const core::Id<core::Evaluation> &evaluation)
{
    auto made = std::make_shared<PaperYear>();
    CORE_ASSIGN(made->data, core::YearEndData::load(store, evaluation));
    const core::YearEndData &whole = made->data;
    const auto count = qsizetype(whole.outcome().candidates.size());
    QHash<QString, int> positions;
    for (qsizetype at = 0; at < count; ++at)
        positions.insert(whole.town(at), -1);
    positions.remove({});
    made->towns = positions.keys();
    std::sort(made->towns.begin(), made->towns.end(), [](const QString &a, const QString &b) {
        return core::pinyinSortKey(a).toUtf8() < core::pinyinSortKey(b).toUtf8();
    });
    for (int i = 0; i < int(made->towns.size()); ++i)
        positions[made->towns[i]] = i;
    made->order.reserve(size_t(count));
    for (const qsizetype at : whole.printOrder()) {
        const core::Score &score = whole.outcome().scores[size_t(at)];
        made->order.push_back({at, whole.outcome().candidates[size_t(at)].kind, score.warning, score.band,
                               positions.value(whole.town(at), -1)});
    }
    made->byId.resize(size_t(count));
    std::iota(made->byId.begin(), made->byId.end(), qsizetype(0));
    std::ranges::sort(made->byId, {}, [&](qsizetype at) -> const QString & { return idOf(whole, at); });
    return std::shared_ptr<const PaperYear>(std::move(made));
}

std::vector<bool> PaperYear::among(const QStringList &ids) const
{
    // Both are in order, so that each is gone through once: looking up a hundred thousand ids in a hash takes
    // longer than the window may be busy.
    std::vector<bool> found(byId.size());
    auto id = ids.begin();
    for (const qsizetype at : byId) {
        const QString &own = idOf(data, at);
        while (id != ids.end() && *id < own)
            ++id;
        if (id == ids.end())
            break;
        found[size_t(at)] = *id == own;
    }
    return found;
}

} // namespace ui
