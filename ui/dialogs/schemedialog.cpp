// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/schemedialog.h"

#include "core/base/tr.h"
#include "core/evaluation/shippedschemes.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QFile>
#include <QFileInfo>
#include <QListWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize listRoom(620, 132);
constexpr QSize findingsRoom(620, 150);
constexpr qint64 largestScheme = 4 * 1024 * 1024;

int leavesOf(const std::vector<core::Indicator> &indicators)
{
    int leaves = 0;
    for (const core::Indicator &indicator : indicators)
        leaves += indicator.children.empty() ? 1 : leavesOf(indicator.children);
    return leaves;
}

core::Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.size() > largestScheme)
        return core::Error{core::Error::Code::FileFormat,
                           core::tr("这个文件太大，不像积分方案。请选择 .json 的方案文件。"),
                           {}};
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{
            core::Error::Code::Storage,
            core::tr("打不开 %1。请确认文件还在，并且没有被别的程序占用。").arg(QFileInfo(path).fileName()),
            file.errorString()};
    return file.readAll();
}

} // namespace

QString schemeSummary(const core::Scheme &scheme)
{
    QString summary = core::tr("%1 类 %2 项 · 满分 %3")
                          .arg(scheme.indicators.size())
                          .arg(leavesOf(scheme.indicators))
                          .arg(scheme.fullMarks.toString());
    if (!scheme.bonus.empty() && !scheme.bonusCap.isZero())
        summary += u'+' + scheme.bonusCap.toString();
    return summary;
}

SchemeDialog::SchemeDialog(Session &session, int year, const core::Scheme &current, QWidget *window)
    : DialogBox(Icon::Evaluation, Tone::Accent, core::tr("%1 年度的积分方案").arg(year), window)
    , m_session(session)
    , m_year(year)
    , m_list(new QListWidget)
    , m_about(new TextLabel(TextRole::Label))
    , m_verdict(new TextLabel(TextRole::Strong))
    , m_findings(new QStandardItemModel(this))
    , m_table(new DataTable)
{
    setObjectName(u"schemeDialog"_s);
    m_list->setObjectName(u"schemes"_s);
    m_list->setAccessibleName(core::tr("积分方案"));
    m_about->setWordWrap(true);
    m_about->setMinimumWidth(620);
    m_verdict->setObjectName(u"verdict"_s);
    m_table->setObjectName(u"findings"_s);
    m_table->setAccessibleName(core::tr("检查结果"));
    m_table->setModel(m_findings);
    QPushButton *open = makeButton(core::tr("打开方案文件…"), ButtonKind::Plain, Icon::Folder, "openScheme");
    body()->addWidget(m_list);
    body()->addWidget(open, 0, Qt::AlignLeft);
    body()->addWidget(m_about);
    body()->addWidget(m_verdict);
    body()->addWidget(m_table);
    giveRoom(m_table, findingsRoom);
    giveRoom(m_list, listRoom);
    addRejectButton(core::tr("取消"));
    m_accept = addAcceptButton(core::tr("用这个方案"));
    connect(open, &QPushButton::clicked, this, &SchemeDialog::openFile);
    connect(m_list, &QListWidget::currentRowChanged, this, &SchemeDialog::showEntry);
    add(core::tr("%1 %2（现用）").arg(current.title, current.version), core::writeScheme(current));
    for (const core::ShippedScheme &shipped : core::shippedSchemes()) {
        if (shipped.key == current.key)
            continue;
        if (const core::Result<QByteArray> json = core::shippedScheme(shipped.key))
            add(shipped.title, *json);
    }
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void SchemeDialog::add(const QString &title, const QByteArray &json)
{
    m_entries.push_back({title, json});
    m_list->addItem(title);
}

void SchemeDialog::openFile()
{
    m_session.prompt.openFile(Prompt::FileKind::Scheme, core::tr("打开积分方案"),
                              core::tr("积分方案 (*.json)"), [this](const std::optional<QString> &path) {
                                  if (!path)
                                      return;
                                  const core::Result<QByteArray> json = readFile(*path);
                                  if (!json) {
                                      m_session.prompt.error(json.error());
                                      return;
                                  }
                                  add(QFileInfo(*path).fileName(), *json);
                                  m_list->setCurrentRow(m_list->count() - 1);
                              });
}

void SchemeDialog::showEntry(int row)
{
    m_scheme.reset();
    m_accept->setEnabled(false);
    if (row < 0 || row >= int(m_entries.size()))
        return;
    core::Result<core::Scheme> scheme = core::parseScheme(m_entries[size_t(row)].json);
    if (!scheme) {
        m_about->clear();
        m_verdict->setTone(Tone::Late);
        m_verdict->setText(core::tr("这个文件不是可用的积分方案"));
        showFindings({{core::Finding::Severity::Error, {}, scheme.error().text}});
        return;
    }
    m_scheme = *std::move(scheme);
    m_about->setText(core::tr("%1\n依据：%2\n出处：%3")
                         .arg(schemeSummary(*m_scheme), m_scheme->basis.isEmpty() ? u"—"_s : m_scheme->basis,
                              m_scheme->source.isEmpty() ? u"—"_s : m_scheme->source));
    std::vector<core::Finding> findings = core::checkScheme(*m_scheme);
    if (m_scheme->validFrom > QDate(m_year, 12, 31) ||
        (m_scheme->validTo && *m_scheme->validTo < QDate(m_year, 1, 1)))
        findings.insert(findings.begin(), {core::Finding::Severity::Error, core::tr("适用时间"),
                                           core::tr("方案自 %1 起施行，不适用于 %2 年度。")
                                               .arg(m_scheme->validFrom.toString(Qt::ISODate))
                                               .arg(m_year)});
    showFindings(findings);
    const auto errors = std::count_if(findings.begin(), findings.end(), [](const core::Finding &finding) {
        return finding.severity == core::Finding::Severity::Error;
    });
    m_verdict->setTone(errors ? Tone::Late : findings.empty() ? Tone::Fine : Tone::Soon);
    m_verdict->setText(errors             ? core::tr("有 %1 处错误，改好后才能使用").arg(errors)
                       : findings.empty() ? core::tr("检查通过")
                                          : core::tr("可以使用；有 %1 处请留意").arg(findings.size()));
    m_accept->setEnabled(errors == 0);
}

void SchemeDialog::showFindings(const std::vector<core::Finding> &findings)
{
    m_findings->clear();
    m_findings->setHorizontalHeaderLabels({core::tr("程度"), core::tr("位置"), core::tr("问题")});
    for (const core::Finding &finding : findings) {
        const bool isError = finding.severity == core::Finding::Severity::Error;
        auto *severity = new QStandardItem(isError ? core::tr("错误") : core::tr("留意"));
        severity->setData(int(isError ? Tone::Late : Tone::Soon), ToneRole);
        auto *text = new QStandardItem(finding.text);
        text->setToolTip(finding.text);
        m_findings->appendRow({severity, new QStandardItem(finding.path), text});
    }
    m_table->setColumnWidth(0, 80);
    m_table->setColumnWidth(1, 90);
    m_table->setVisible(!findings.empty());
}

void SchemeDialog::accept()
{
    if (!m_scheme || !m_accept->isEnabled())
        return;
    Q_EMIT chosen(*m_scheme);
    DialogBox::accept();
}

} // namespace ui
