// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/startpage.h"

#include "core/base/tr.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLayoutItem>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("start"));
    auto *card = new Card;
    card->setFixedWidth(520);
    card->body()->setSpacing(size::gutter);
    card->body()->addWidget(new TextLabel(TextRole::PageTitle, core::tr("善治")));
    auto *what = new TextLabel(
        TextRole::Secondary,
        core::tr("社会组织登记、党建、服务、监管与年度积分评价。所有数据在一个文件里，不需要网络。"));
    what->setWordWrap(true);
    card->body()->addWidget(what);
    auto *buttons = new QHBoxLayout;
    auto *create = makeButton(core::tr("新建县级数据文件"), ButtonKind::Primary, Icon::Plus, "newFile");
    auto *open = makeButton(core::tr("打开已有文件"), ButtonKind::Plain, Icon::Folder, "openFile");
    buttons->addWidget(create);
    auto *restore = makeButton(core::tr("从备份恢复"), ButtonKind::Quiet, Icon::Undo, "restoreFile");
    buttons->addWidget(open);
    buttons->addWidget(restore);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(4);
    card->body()->addLayout(m_recent);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card);
    middle->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->addStretch(2);
    all->addLayout(middle);
    all->addStretch(3);
    connect(create, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(restore, &QPushButton::clicked, this, &StartPage::restoreWanted);
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!paths.isEmpty())
        m_recent->addWidget(new TextLabel(TextRole::Label, core::tr("最近打开")));
    for (const QString &path : paths) {
        auto *button =
            makeButton(QDir::toNativeSeparators(path), ButtonKind::Quiet, Icon::Filing, "recentFile");
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT fileWanted(path); });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace ui
