// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "core/base/tr.h"
#include "ui/dialogs/importchanges.h"
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
    m_leftOut = tag(Tone::Soon, "leftOut");
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
        Prompt::FileKind::Table, m_saveRefused->text().remove(u'…'), suggested,
        core::tr("表格 (*.xlsx *.csv)"), [this](const std::optional<QString> &path) {
            if (!path)
                return;
            core::ImportOptions wanted = options();
            wanted.dryRun = true;
            wanted.refusedPath = *path;
            wanted.refusedExisting = core::Existing::Replace;
            run(core::tr("另存退回的行"), wanted, [this, path](const core::ImportReport &) {
                m_refusedSaved = true;
                setStep(m_step);
                m_session.navigator.tell(core::tr("%1已存为 %2。改好“原因”列说的问题后可以再导入。")
                                             .arg(handedBack(), QFileInfo(*path).fileName()));
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

/// “退回的 2 行、没有采用的 3 格”.
QString ImportDialog::handedBack() const
{
    QStringList parts;
    if (m_report->refused > 0)
        parts.append(core::tr("退回的 %1 行").arg(number(m_report->refused)));
    if (m_report->leftOut > 0)
        parts.append(core::tr("没有采用的 %1 格").arg(number(m_report->leftOut)));
    return parts.join(u'、');
}

QString ImportDialog::stateText() const
{
    if (m_step == Step::Done)
        return core::tr("已导入。%1没有导入，可以另存下来改好再导。").arg(handedBack());
    if (m_report->added + m_report->updated > 0)
        return core::tr("检查完毕，还没有改动任何数据。导入是一步，随时可以整个撤销。");
    if (m_report->refused > 0)
        return core::tr("检查完毕：没有可以导入的行。退回的原因见下表。");
    return m_report->leftOut > 0 ? core::tr("检查完毕：能读的内容和已有数据完全一样，没有采用的格见“提示”。")
                                 : core::tr("检查完毕：表里的内容和已有数据完全一样，不用导入。");
}

void ImportDialog::showReport()
{
    m_added->setText(core::tr("新增 %1").arg(number(m_report->added)));
    m_updated->setText(core::tr("更新 %1").arg(number(m_report->updated)));
    m_unchanged->setText(core::tr("不变 %1").arg(number(m_report->unchanged)));
    m_refused->setText(core::tr("退回 %1").arg(number(m_report->refused)));
    m_refused->setTone(m_report->refused > 0 ? Tone::Late : Tone::Neutral);
    m_leftOut->setText(core::tr("没有采用 %1 格").arg(number(m_report->leftOut)));
    m_leftOut->setVisible(m_report->leftOut > 0);
    m_saveRefused->setText(m_report->leftOut > 0 ? core::tr("退回的内容另存为…")
                                                 : core::tr("退回的行另存为…"));
    m_saveRefused->setVisible(hasRest());
    m_counts->show();
    if (m_step == Step::Done)
        m_hint->setTone(Tone::Fine);
    m_hint->setText(stateText());
    const QStringList all = core::importSentences(*m_report);
    const qint64 remarks = m_report->remarks.count + all.size();
    fillRemarks(*m_refusalModel, {}, m_report->refusals, core::tr("退回原因"));
    fillRemarks(*m_remarkModel, all, m_report->remarks.listed, core::tr("提示"));
    m_changes->showChanges(m_report->changes);
    for (const Part part : {Refusals, Remarks})
        qobject_cast<DataTable *>(m_stack->widget(part))->setColumnWidth(0, 72);
    m_tabs->setTabText(Changes, core::tr("变动 %1 处").arg(number(m_report->changes.fields)));
    m_tabs->setTabText(Refusals, core::tr("退回的行 %1").arg(number(m_report->refused)));
    m_tabs->setTabText(Remarks, core::tr("提示 %1").arg(number(remarks)));
    m_tabs->setTabVisible(Changes, m_report->changes.fields > 0);
    m_tabs->setTabVisible(Refusals, m_report->refused > 0);
    m_tabs->setTabVisible(Remarks, remarks > 0);
    m_tabs->setCurrentIndex(m_report->refused > 0          ? Refusals
                            : m_report->changes.fields > 0 ? Changes
                                                           : Columns);
}

void ImportDialog::hideReport()
{
    m_report.reset();
    m_counts->hide();
    m_saveRefused->hide();
    m_tabs->setCurrentIndex(Columns);
    for (const Part part : {Changes, Refusals, Remarks})
        m_tabs->setTabVisible(part, false);
}

} // namespace ui
