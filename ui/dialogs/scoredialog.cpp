// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/scoredialog.h"

#include "core/base/tr.h"
#include "core/evaluation/storedevaluation.h"
#include "core/store/store.h"
#include "core/store/where.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ScoreDialog::ScoreDialog(Session &session, const core::PlanNode &node, const QString &organization, int year,
                         QWidget *window)
    : DialogBox(Icon::Edit, Tone::Accent, core::tr("评分：%1").arg(node.name), window)
    , m_session(session)
    , m_node(node)
    , m_value(new QLineEdit)
    , m_evidence(new QPlainTextEdit)
    , m_scorer(new QLineEdit)
    , m_problem(new TextLabel(TextRole::Label))
{
    setObjectName(u"scoreDialog"_s);
    m_score.organization.text = organization;
    m_score.year = year;
    m_score.indicator = node.code;
    addText(core::tr("%1 · %2 年度")
                .arg(m_session.store.display(core::recordType<core::Organization>(), organization))
                .arg(year));
    if (!node.text.isEmpty())
        addText(node.text);
    const core::Result<QStringList> counting = core::schemesCounting(m_session.store, year, node.code);
    if (counting && counting->size() > 1)
        addText(core::tr("本年度有 %1 份评价用到编号 %2（%3），这一评分每份都计入。")
                    .arg(QString::number(counting->size()), node.code, counting->join(u'、')));
    m_value->setObjectName(u"value"_s);
    m_evidence->setObjectName(u"evidence"_s);
    m_evidence->setTabChangesFocus(true);
    m_evidence->setFixedHeight(76);
    m_scorer->setObjectName(u"scorer"_s);
    m_problem->setTone(Tone::Late);
    m_problem->setObjectName(u"problem"_s);
    const auto *manual = node.rule ? std::get_if<core::ManualRule>(&*node.rule) : nullptr;
    const QString range =
        manual ? core::tr("分值（%1—%2 分）").arg(manual->min.toString(), manual->max.toString())
               : core::tr("数值");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(size::gap);
    grid->setVerticalSpacing(size::gap);
    const std::pair<QString, QWidget *> rows[] = {
        {range, m_value}, {core::tr("佐证"), m_evidence}, {core::tr("评分人"), m_scorer}};
    int line = 0;
    for (const auto &[label, editor] : rows) {
        auto *name = new TextLabel(TextRole::Secondary, label);
        name->setBuddy(editor);
        editor->setAccessibleName(label);
        grid->addWidget(name, line, 0, Qt::AlignTop | Qt::AlignRight);
        grid->addWidget(editor, line++, 1);
    }
    grid->addWidget(m_problem, line, 1);
    body()->addLayout(grid);
    addRejectButton(core::tr("取消"));
    addAcceptButton(core::tr("保存评分"));
    load();
    m_value->setFocus();
    m_value->selectAll();
}

void ScoreDialog::load()
{
    using core::ManualScore;
    const core::Query query = core::queryOf<ManualScore>(
        core::Condition::all({core::where::is<&ManualScore::organization>(m_score.organization),
                              core::where::is<&ManualScore::year>(m_score.year),
                              core::where::is<&ManualScore::indicator>(m_score.indicator)}));
    const core::Result<std::vector<core::ManualScore>> found = m_session.store.all<core::ManualScore>(query);
    if (!found || found->empty())
        return;
    m_score = found->front();
    m_isNew = false;
    m_value->setText(m_score.value.toString());
    m_evidence->setPlainText(m_score.evidence.text);
    m_scorer->setText(m_score.scorer);
}

std::optional<core::Decimal> ScoreDialog::readValue()
{
    const std::optional<core::Decimal> value = core::Decimal::fromString(m_value->text().trimmed());
    const auto *manual = m_node.rule ? std::get_if<core::ManualRule>(&*m_node.rule) : nullptr;
    if (!value)
        m_problem->setText(core::tr("请填数字，例如 4 或 3.5。"));
    else if (manual && (*value < manual->min || *value > manual->max))
        m_problem->setText(
            core::tr("本项只能评 %1 到 %2 分。").arg(manual->min.toString(), manual->max.toString()));
    else
        return value;
    m_value->setFocus();
    return {};
}

void ScoreDialog::accept()
{
    const std::optional<core::Decimal> value = readValue();
    if (!value)
        return;
    if (m_scorer->text().trimmed().isEmpty()) {
        m_problem->setText(core::tr("请写明评分人，公示和申诉时要用。"));
        m_scorer->setFocus();
        return;
    }
    m_score.value = *value;
    m_score.evidence.text = m_evidence->toPlainText().trimmed();
    m_score.scorer = m_scorer->text().trimmed();
    m_score.scoredOn = m_session.today();
    const core::Status saved =
        m_session.store.change(core::tr("人工评分：%1").arg(m_node.name), [&](core::Change &change) {
            return m_isNew ? change.insert(m_score) : change.update(m_score);
        });
    if (!saved) {
        m_session.prompt.error(saved.error());
        return;
    }
    Q_EMIT ScoreDialog::saved();
    DialogBox::accept();
}

} // namespace ui
