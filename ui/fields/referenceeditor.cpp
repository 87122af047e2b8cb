// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/referenceeditor.h"

#include "core/base/tr.h"
#include "ui/style/icons.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace ui {

ReferenceEditor::ReferenceEditor(const core::Field &field, const FieldServices &services, QWidget *parent)
    : FieldEditor(field, parent)
    , m_services(services)
    , m_line(new QLineEdit)
    , m_popup(new HitPopup(m_line))
{
    m_line->addAction(icon(Icon::Search, Tone::Neutral), QLineEdit::TrailingPosition);
    m_line->setPlaceholderText(core::tr("输入名称、拼音首字母或代码"));
    m_popup->setObjectName(QLatin1StringView(field.key) + QStringLiteral("_hits"));
    setMain(m_line, m_line);
    connect(m_line, &QLineEdit::textEdited, this, &ReferenceEditor::look);
    connect(m_line, &QLineEdit::editingFinished, this, &ReferenceEditor::settle);
    connect(m_popup, &HitPopup::hitClicked, this, &ReferenceEditor::choose);
}

QVariant ReferenceEditor::value() const
{
    return m_id.isEmpty() ? QVariant() : QVariant(m_id);
}

QString ReferenceEditor::inputProblem() const
{
    const QString text = m_line->text().trimmed();
    return m_id.isEmpty() && !text.isEmpty()
               ? core::tr("没有选中“%1”。请从列出的条目里选一条，或清空。").arg(text)
               : QString();
}

void ReferenceEditor::showValue(const QVariant &value)
{
    m_id = value.toString();
    const core::RecordType *type = field().target ? &field().target() : nullptr;
    QString title;
    if (!m_id.isEmpty() && type && m_services.titleOf)
        title = m_services.titleOf(*type, m_id);
    m_line->setText(m_id.isEmpty() || !title.isEmpty() ? title : core::tr("（已删除的记录）"));
    m_line->setCursorPosition(0);
    m_popup->hide();
}

void ReferenceEditor::applyReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QString ReferenceEditor::shownText() const
{
    return m_line->text();
}

void ReferenceEditor::look()
{
    m_id.clear();
    noteEdit();
    const QString text = m_line->text().trimmed();
    if (text.isEmpty() || !m_services.lookUp || !field().target) {
        m_popup->hide();
        return;
    }
    m_services.lookUp(field().target(), text, [this, text](const QList<SearchHit> &hits) {
        if (m_line->text().trimmed() == text && m_id.isEmpty())
            m_popup->showHits(hits, core::tr("没有找到“%1”").arg(text));
    });
}

void ReferenceEditor::choose(const SearchHit &hit)
{
    m_popup->hide();
    m_id = hit.data.toString();
    m_line->setText(hit.title);
    m_line->setCursorPosition(0);
    noteEdit();
}

void ReferenceEditor::settle()
{
    m_popup->hide();
    if (!inputProblem().isEmpty())
        showInputProblem();
}

bool ReferenceEditor::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down: m_popup->moveChoice(1); return true;
    case Qt::Key_Up: m_popup->moveChoice(-1); return true;
    case Qt::Key_Escape: m_popup->hide(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (const SearchHit *hit = m_popup->chosen())
            choose(SearchHit(*hit));
        return false; // and on to the next field
    default: return false;
    }
}

bool ReferenceEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && m_popup->isVisible()) {
        if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
        if (event->type() == QEvent::FocusOut)
            m_popup->hide();
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace ui
