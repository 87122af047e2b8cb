// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "core/base/tr.h"
#include "ui/dialogs/importcolumns.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabBar>

// What an import, or the check before it, has answered.

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// Rows of a sheet and what is to be said of each; \a all: what is to be said of all rows, above them.
void fillRemarks(QStandardItemModel &model, const QStringList &all,
                 const std::vector<core::RowRemark> &remarks, const QString &head)
{
    model.clear();
    model.setHorizontalHeaderLabels({core::tr("行号"), head});
    for (const QString &sentence : all)
        model.appendRow({new QStandardItem, makeCell(sentence)});
    for (const core::RowRemark &remark : remarks) {
        auto *row = new QStandardItem;
        row->setData(remark.row, Qt::DisplayRole);
        model.appendRow({row, makeCell(remark.text)});
    }
}

} // namespace

void ImportDialog::buildResult()
{
    m_hint = new TextLabel(TextRole::Secondary);
    m_hint->setObjectName(u"hint"_s);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(size::button);
    body()->addWidget(m_hint);
    m_counts = new QWidget;
    m_counts->setFixedHeight(size::button);
    auto *line = new QHBoxLayout(m_counts);
    line->setContentsMargins(0, 0, 0, 0);
    const auto tag = [&](Tone tone, const char *name) {
        auto *made = new Tag({}, tone);
        made->setObjectName(QLatin1StringView(name));
        line->addWidget(made);
        return made;
    };
    m_added = tag(Tone::Fine, "added");
    m_updated = tag(Tone::Accent, "updated");
    m_unchanged = tag(Tone::Neutral, "unchanged");
    m_refused = tag(Tone::Late, "refused");
    line->addStretch();
    m_saveRefused = makeButton(core::tr("退回的行另存为…"), ButtonKind::Plain, Icon::Save, "saveRefused");
    line->addWidget(m_saveRefused);
    body()->addWidget(m_counts);
    connect(m_saveRefused, &QPushButton::clicked, this, &ImportDialog::saveRefused);
}

void ImportDialog::saveRefused()
{
    const QFileInfo source(m_path);
    const QString suggested =
        source.dir().filePath(core::tr("%1-退回的行.xlsx").arg(source.completeBaseName()));
    m_session.prompt.saveFile(
        Prompt::FileKind::Table, core::tr("退回的行另存为"), suggested, core::tr("表格 (*.xlsx *.csv)"),
        [this](const std::optional<QString> &path) {
            if (!path)
                return;
            core::ImportOptions wanted = options();
            wanted.dryRun = true;
            wanted.refusedPath = *path;
            wanted.refusedExisting = core::Existing::Replace;
            run(core::tr("另存退回的行"), wanted, [this, path](const core::ImportReport &report) {
                m_refusedSaved = true;
                setStep(m_step);
                m_session.navigator.tell(core::tr("退回的 %1 行已存为 %2。改好“原因”列说的问题后可以再导入。")
                                             .arg(number(report.refused), QFileInfo(*path).fileName()));
            });
        });
}

QString ImportDialog::resultText() const
{
    QStringList parts = {core::tr("新增 %1").arg(number(m_report->added)),
                         core::tr("更新 %1").arg(number(m_report->updated))};
    if (m_report->unchanged > 0)
        parts.append(core::tr("不变 %1").arg(number(m_report->unchanged)));
    if (m_report->refused > 0)
        parts.append(core::tr("退回 %1").arg(number(m_report->refused)));
    if (m_report->skipped.count > 0)
        parts.append(core::tr("跳过 %1").arg(number(m_report->skipped.count)));
    return core::tr("已导入%1：%2").arg(core::tr(m_preview.type->title), parts.join(u"，"_s));
}

void ImportDialog::showReport()
{
    m_added->setText(core::tr("新增 %1").arg(number(m_report->added)));
    m_updated->setText(core::tr("更新 %1").arg(number(m_report->updated)));
    m_unchanged->setText(core::tr("不变 %1").arg(number(m_report->unchanged)));
    m_refused->setText(core::tr("退回 %1").arg(number(m_report->refused)));
    m_refused->setTone(m_report->refused > 0 ? Tone::Late : Tone::Neutral);
    m_saveRefused->setVisible(m_report->refused > 0);
    m_counts->show();
    if (m_step == Step::Done) {
        m_hint->setTone(Tone::Fine);
        m_hint->setText(core::tr("已导入。退回的行没有导入，可以另存下来改好再导。"));
    } else if (m_report->added + m_report->updated > 0) {
        m_hint->setText(core::tr("检查完毕，还没有改动任何数据。导入是一步，随时可以整个撤销。"));
    } else {
        m_hint->setText(m_report->refused > 0
                            ? core::tr("检查完毕：没有可以导入的行。退回的原因见下表。")
                            : core::tr("检查完毕：表里的内容和已有数据完全一样，不用导入。"));
    }
    const QStringList all = core::importSentences(*m_report);
    const qint64 remarks = m_report->remarks.count + all.size();
    fillRemarks(*m_refusalModel, {}, m_report->refusals, core::tr("退回原因"));
    fillRemarks(*m_remarkModel, all, m_report->remarks.listed, core::tr("提示"));
    for (int i = 1; i < 3; ++i)
        qobject_cast<DataTable *>(m_stack->widget(i))->setColumnWidth(0, 72);
    m_tabs->setTabText(1, core::tr("退回的行 %1").arg(number(m_report->refused)));
    m_tabs->setTabText(2, core::tr("提示 %1").arg(number(remarks)));
    m_tabs->setTabVisible(1, m_report->refused > 0);
    m_tabs->setTabVisible(2, remarks > 0);
    m_tabs->setCurrentIndex(m_report->refused > 0 ? 1 : 0);
}

void ImportDialog::hideReport()
{
    m_report.reset();
    m_counts->hide();
    m_saveRefused->hide();
    m_tabs->setCurrentIndex(0);
    m_tabs->setTabVisible(1, false);
    m_tabs->setTabVisible(2, false);
}

} // namespace ui
