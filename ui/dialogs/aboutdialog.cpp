// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "core/base/licences.h"
#include "core/base/runlog.h"
#include "core/base/tr.h"
#include "ui/style/tokens.h"
#include "ui/widgets/textlabel.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AboutDialog::AboutDialog(QWidget *window)
    : DialogBox(Icon::Check, Tone::Accent, core::tr("关于善治"), window)
{
    setObjectName(u"aboutDialog"_s);
    auto *picture = new QLabel;
    picture->setPixmap(programIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *version =
        new TextLabel(TextRole::CardTitle, core::tr("善治 %1").arg(QString::fromLatin1(SHANZHI_VERSION)));
    version->setObjectName(u"version"_s);
    auto *terms = new TextLabel(
        TextRole::Secondary,
        core::tr("社会组织登记与年度积分评价。法规和期限数据均注明来源，以现行文件为准。\n"
                 "自由软件，按 GNU 通用公共许可证（GPL）第 3 版或更新版本发布，不附带任何担保。"));
    terms->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->addWidget(version);
    words->addWidget(terms);
    auto *head = new QHBoxLayout;
    head->setSpacing(size::inset);
    head->addWidget(picture, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *notices = new QPlainTextEdit(core::noticesText());
    notices->setObjectName(u"notices"_s);
    notices->setAccessibleName(core::tr("许可证"));
    notices->setReadOnly(true);
    notices->setTabChangesFocus(true);
    body()->addLayout(head);
    body()->addWidget(notices);
    giveRoom(notices, {660, 300});
    if (const QString log = core::runlog::path(); !log.isEmpty()) {
        auto *open = makeButton(core::tr("打开运行日志"), ButtonKind::Plain, {}, "openLog");
        open->setToolTip(core::tr("求助时附上这个文件。里面只有程序的出错记录，没有个人信息。"));
        connect(open, &QPushButton::clicked, this,
                [log] { QDesktopServices::openUrl(QUrl::fromLocalFile(log)); });
        body()->addWidget(open, 0, Qt::AlignLeft);
    }
    addAcceptButton(core::tr("知道了"))->setFocus();
}

} // namespace ui
