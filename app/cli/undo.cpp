// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"

using namespace Qt::StringLiterals;

namespace cli {
namespace {

enum class Direction { Undo, Redo };

int run(Console &console, const QStringList &arguments, const QString &description, Direction direction)
{
    CommandLine line(console, arguments, description);
    addCountyFile(line);
    int end = Done;
    const std::unique_ptr<core::Store> store = parseAndOpen(console, line, core::Store::Access::Write, end);
    if (!store)
        return end;
    const bool back = direction == Direction::Undo;
    const QString what = back ? store->undoText() : store->redoText();
    if (what.isEmpty() && !(back && !store->undoBlock().isEmpty()))
        return console.refused({core::Error::Code::NotFound,
                                back ? core::tr("没有可以撤销的操作。") : core::tr("没有可以重做的操作。"),
                                {}});
    const auto status = withProgress(
        [&](core::Progress &progress) { return back ? store->undo(&progress) : store->redo(&progress); });
    if (!status)
        return console.refused(status.error());
    console.say((back ? core::tr("已撤销：%1") : core::tr("已重做：%1")).arg(what));
    return console.done({{back ? u"undone"_s : u"redone"_s, what},
                         {u"next_undo"_s, store->undoText()},
                         {u"next_redo"_s, store->redoText()}});
}

} // namespace

int runUndo(Console &console, const QStringList &arguments)
{
    return run(console, arguments, core::tr("撤销最近一次还没有撤销的操作。"), Direction::Undo);
}

int runRedo(Console &console, const QStringList &arguments)
{
    return run(console, arguments, core::tr("重做最近一次撤销的操作。"), Direction::Redo);
}

} // namespace cli
