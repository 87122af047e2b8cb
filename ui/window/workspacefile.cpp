// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of the open file, and does with it as a whole: status line, backup, verification.
#include "core/base/tr.h"
#include "core/features.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/statusline.h"
#include "ui/window/workspace.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// What is wrong, as far as it fits a dialog, and what that means.
QString wordsOf(const core::VerifyReport &report)
{
    constexpr size_t mostTold = 20;
    QStringList lines;
    for (size_t i = 0; i < std::min(report.faults.size(), mostTold); ++i)
        lines.append(report.faults[i]);
    if (report.faults.size() > mostTold)
        lines.append(
            core::tr("还有 %1 处，用命令行的 verify 可以看到全部。").arg(report.faults.size() - mostTold));
    lines.append(report.summary());
    return lines.join(u'\n');
}

} // namespace

core::Result<Workspace::FileState> Workspace::stateOf(const core::Store &store, QDate today)
{
    FileState state;
    CORE_ASSIGN(state.inBrief, core::inBrief(store));
    state.backup = store.lastBackup();
    state.journalHead = store.headHash();
    for (const PageEntry &entry : navigation()) {
        if (!entry.badge)
            continue;
        CORE_ASSIGN(const Badge badge, entry.badge(store, today));
        state.badges.emplace_back(QString::fromLatin1(entry.key), badge);
    }
    return state;
}

void Workspace::showStatus()
{
    m_questions.ask<FileState>(
        Status, [today = m_session.today()](const core::Store &own) { return stateOf(own, today); },
        [this](const core::Result<FileState> &state) {
            if (state)
                showState(*state);
            else
                m_session.prompt.error(state.error());
        });
}

void Workspace::showState(const FileState &state)
{
    QList<StatusItem> items;
    items.append({m_store->info().bureau, Tone::Neutral});
    for (const QString &words : state.inBrief)
        items.append({words, Tone::Neutral});
    if (m_store->isReadOnly())
        items.append({m_store->readOnlyReason(), Tone::Soon});
    else if (state.backup.isValid() && state.backup.date() == QDate::currentDate())
        items.append({core::tr("上次备份 %1").arg(state.backup.toString(u"HH:mm"_s)), Tone::Fine});
    else if (state.backup.isValid())
        items.append({core::tr("上次备份 %1").arg(state.backup.toString(u"M月d日 HH:mm"_s)), Tone::Neutral});
    else
        items.append({core::tr("还没有备份"), Tone::Neutral});
    m_status->setItems(items);
    const QString &head = state.journalHead;
    m_status->setRight(
        {head.isEmpty() ? QString() : core::tr("日志首 %1…%2").arg(head.left(4), head.right(4)),
         Tone::Neutral});
    for (const auto &[key, badge] : state.badges)
        m_navigation->setBadge(key, badge.count, badge.tone);
}

void Workspace::backUp()
{
    if (isStillBusy())
        return;
    const QString suggested = QFileInfo(m_store->path()).completeBaseName() + core::tr(" 备份 ") +
                              QDate::currentDate().toString(u"yyyyMMdd"_s) + u".shanzhi"_s;
    m_session.prompt.saveFile(Prompt::FileKind::Backup, core::tr("备份到"), suggested,
                              core::tr("善治数据文件 (*.shanzhi)"),
                              [this](const std::optional<QString> &path) {
                                  if (!path)
                                      return;
                                  m_tasks.start<std::monostate>(
                                      this, core::tr("备份"),
                                      [target = *path](core::Store &store, core::Progress &progress) {
                                          return store.backup({target, core::Existing::Replace}, &progress);
                                      },
                                      [this, target = *path](const core::Status &done) {
                                          if (done)
                                              tell(core::tr("已备份到 %1").arg(target));
                                          else
                                              m_session.prompt.error(done.error());
                                      });
                              });
}

void Workspace::verify(const QString &head)
{
    if (isStillBusy())
        return;
    struct Found
    {
        core::VerifyReport report;
        std::optional<core::Result<core::HeadEntry>> entry;
    };
    m_tasks.start<Found>(
        this, core::tr("校验日志与数据"),
        [head](core::Store &store, core::Progress &progress) -> core::Result<Found> {
            CORE_ASSIGN(core::VerifyReport report, store.verify(&progress));
            Found found{std::move(report), {}};
            if (!head.isEmpty())
                found.entry = store.entryOfHead(head);
            return found;
        },
        [this](const core::Result<Found> &found) {
            if (!found)
                return m_session.prompt.error(found.error());
            const core::VerifyReport &report = found->report;
            const Tone ofReport = report.faults.empty() ? Tone::Fine : Tone::Late;
            if (!found->entry)
                return m_session.prompt.inform(report.title(), wordsOf(report), ofReport);
            const core::Result<core::HeadEntry> &entry = *found->entry;
            const Tone ofHead = entry                                               ? Tone::Fine
                                : entry.error().code == core::Error::Code::NotFound ? Tone::Late
                                                                                    : Tone::Soon;
            m_session.prompt.inform(
                core::headVerdict(entry),
                QStringList{entry ? entry->sentence() : entry.error().text, report.title(), wordsOf(report)}
                    .join(u'\n'),
                ofReport == Tone::Late ? ofReport : ofHead);
        });
}

void Workspace::compareHead()
{
    if (isStillBusy())
        return;
    m_session.prompt.askText(
        core::tr("核对纸上的日志首"),
        core::tr("报告的页脚印着当时的日志首，如“7f3a 91c0 ... c21e”。照样输入到这里，省略号、空格可以不写，"
                 "大小写都行。程序先校验现在的数据文件，再看它属于哪一条日志。"),
        core::tr("日志首"), [this](const std::optional<QString> &head) {
            if (head)
                verify(*head);
        });
}

} // namespace ui
