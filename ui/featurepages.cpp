// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/featurepages.h"

#include "core/base/tr.h"
#include "ui/features/evaluationpages.h"
#include "ui/features/partypages.h"
#include "ui/features/programpages.h"
#include "ui/features/registrypages.h"
#include "ui/features/servicepages.h"
#include "ui/features/supervisionpages.h"
#include "ui/pages/recordpage.h"

#include <algorithm>

namespace ui {

// The one place that names the pages of every feature. What the window makes of them is gathered below.
std::span<const FeaturePages *const> allFeaturePages()
{
    static const FeaturePages *const pages[] = {
        &programPages(),     //
        &registryPages(),    //
        &partyPages(),       //
        &servicePages(),     //
        &supervisionPages(), //
        &evaluationPages(),  //
    };
    return pages;
}

QString areaTitle(Area area)
{
    switch (area) {
    case Area::Today: return core::tr("今日");
    case Area::Registry: return core::tr("登记");
    case Area::Party: return core::tr("党建");
    case Area::Supervision: return core::tr("监管");
    case Area::Service: return core::tr("服务");
    case Area::Evaluation: return core::tr("评价");
    case Area::Output: return core::tr("产出");
    case Area::Trace: return core::tr("留痕");
    }
    return {};
}

const std::vector<PageEntry> &navigation()
{
    static const std::vector<PageEntry> entries = [] {
        std::vector<PageEntry> all;
        for (const FeaturePages *feature : allFeaturePages())
            all.insert(all.end(), feature->pages.begin(), feature->pages.end());
        std::ranges::stable_sort(all, {}, &PageEntry::area);
        return all;
    }();
    return entries;
}

const std::vector<PaperKind> &paperKinds()
{
    static const std::vector<PaperKind> kinds = [] {
        std::vector<PaperKind> all;
        for (const FeaturePages *feature : allFeaturePages())
            all.insert(all.end(), feature->papers.begin(), feature->papers.end());
        return all;
    }();
    return kinds;
}

Page *makePage(Session &session, const QString &key)
{
    for (const PageEntry &entry : navigation()) {
        if (key == QLatin1StringView(entry.key))
            return entry.make(session);
    }
    const core::RecordType *type = core::findRecordType(key);
    return type ? makeRecordPage(session, *type) : nullptr;
}

Page *makeRecordPage(Session &session, const core::RecordType &type)
{
    std::vector<ExtraColumn> columns;
    for (const FeaturePages *feature : allFeaturePages()) {
        for (const AddedColumns &added : feature->columns) {
            if (added.type != &type)
                continue;
            std::vector<ExtraColumn> more = added.make(session.store);
            std::ranges::move(more, std::back_inserter(columns));
        }
    }
    return new RecordPage(session, type, std::move(columns));
}

} // namespace ui
