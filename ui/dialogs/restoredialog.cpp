// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/restoredialog.h"

#include "core/base/task.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "ui/style/theme.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

std::vector<LineColumn<core::BackupSummary>> backupColumns()
{
    using Backup = core::BackupSummary;
    const auto figure = [](auto member) {
        return [member](const Backup &backup) {
            return backup.fault.isEmpty() ? QLocale().toString(backup.*member) : QString();
        };
    };
    return {{core::tr("备份时间"),
             [](const Backup &backup) { return backup.at.toString(u"yyyy-MM-dd HH:mm"_s); }},
            {core::tr("大小"), [](const Backup &backup) { return core::sizeInWords(backup.bytes); },
             CellLook::Secondary, true},
            {core::tr("记录"), figure(&Backup::records), CellLook::Plain, true},
            {core::tr("操作"), figure(&Backup::entries), CellLook::Secondary, true},
            {core::tr("最后一次操作"),
             [](const Backup &backup) {
                 if (!backup.fault.isEmpty())
                     return core::tr("不能恢复");
                 return backup.otherFile.isEmpty()
                            ? backup.lastEntry
                            : core::tr("%1（%2的）").arg(backup.lastEntry, backup.otherFile);
             },
             CellLook::Secondary}};
}

} // namespace

RestoreDialog::RestoreDialog(const QString &county, Prompt &prompt, QWidget *window)
    : DialogBox(Icon::Undo, Tone::Accent,
                core::tr("从备份恢复“%1”").arg(QFileInfo(county).completeBaseName()), window)
    , m_prompt(prompt)
    , m_backups(new LineList<core::BackupSummary>(backupColumns(), this))
    , m_table(new DataTable)
    , m_state(new TextLabel(TextRole::Label, core::tr("正在查看备份……")))
{
    setObjectName(u"restoreDialog"_s);
    addText(core::tr("选一份备份。恢复以前先校验它；现在的文件不会删除，改名留在旁边。"
                     "备份以后做的操作，恢复后的文件里没有。"));
    m_table->setObjectName(u"backups"_s);
    m_table->setAccessibleName(core::tr("备份"));
    m_table->setModel(m_backups);
    body()->addWidget(m_table, 1);
    giveRoom(m_table, {680, 300});
    m_state->setObjectName(u"backupState"_s);
    m_state->setWordWrap(true);
    body()->addWidget(m_state);
    auto *elsewhere = addRejectButton(core::tr("选别处的备份…"));
    elsewhere->setObjectName(u"elsewhere"_s);
    elsewhere->disconnect(this);
    connect(elsewhere, &QPushButton::clicked, this, &RestoreDialog::chooseElsewhere);
    addRejectButton(core::tr("取消"));
    m_restore = addAcceptButton(core::tr("恢复"));
    m_restore->setEnabled(false);
    connect(m_table, &DataTable::rowChanged, this,
            [this](const QModelIndex &index) { showCurrent(index.row()); });
    connect(m_table, &DataTable::rowActivated, this, &RestoreDialog::accept);
    using Backups = std::vector<core::BackupSummary>;
    core::runTask<Backups>(
        this, [county](core::Progress &) -> core::Result<Backups> { return core::backupSummaries(county); },
        [this](core::Result<Backups> backups) { show(*std::move(backups)); });
}

void RestoreDialog::show(std::vector<core::BackupSummary> backups)
{
    m_backups->setLines(std::move(backups));
    m_table->fitColumns(300);
    m_state->setText(m_backups->rowCount() > 0
                         ? QString()
                         : core::tr("文件旁边的“备份”文件夹里没有它的备份，可以选别处的一份。"));
    if (m_backups->rowCount() == 0)
        return;
    m_table->setCurrentIndex(m_backups->index(0, 0));
    m_table->setFocus();
}

void RestoreDialog::showCurrent(int row)
{
    const bool any = row >= 0 && row < m_backups->rowCount();
    const QString fault = any ? m_backups->line(row).fault : QString();
    m_state->setText(fault);
    m_state->setTone(Tone::Late);
    m_restore->setEnabled(any && fault.isEmpty());
}

void RestoreDialog::chooseElsewhere()
{
    m_prompt.openFile(Prompt::FileKind::Backup, core::tr("选一份备份"), core::tr("善治数据文件 (*.shanzhi)"),
                      [this](const std::optional<QString> &path) {
                          if (!path)
                              return;
                          Q_EMIT chosen(*path);
                          DialogBox::accept();
                      });
}

void RestoreDialog::accept()
{
    if (!m_restore->isEnabled())
        return;
    Q_EMIT chosen(m_backups->line(m_table->currentIndex().row()).path);
    DialogBox::accept();
}

} // namespace ui
