// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/programpages.h"

#include "core/agenda/due.h"
#include "core/features.h"
#include "ui/pages/duepage.h"
#include "ui/pages/homepage.h"
#include "ui/pages/journalpage.h"
#include "ui/pages/recyclebinpage.h"
#include "ui/pages/reportspage.h"

namespace ui {

namespace {

core::Result<Badge> lateBadge(const core::Store &store, QDate today)
{
    CORE_ASSIGN(const qint64 late, core::countDue(store, core::allDueSources(), core::DueSpan::late(today)));
    return Badge{late, Tone::Late};
}

} // namespace

const FeaturePages &programPages()
{
    static const FeaturePages pages{
        .key = "program",
        .pages = {pageEntry<HomePage>("home", "今日要办", Icon::Home, Area::Today, lateBadge),
                  pageEntry<DuePage>("due", "到期事项", Icon::Clock, Area::Today),
                  pageEntry<ReportsPage>("reports", "报告与打印", Icon::Report, Area::Output),
                  pageEntry<JournalPage>("journal", "操作历史", Icon::History, Area::Trace),
                  pageEntry<RecycleBinPage>("recyclebin", "回收站", Icon::Trash, Area::Trace)},
    };
    return pages;
}

} // namespace ui
