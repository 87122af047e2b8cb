// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/fieldeditor.h"

#include "core/base/tr.h"
#include "core/record/format.h"
#include "ui/fields/attachmenteditor.h"
#include "ui/fields/choiceeditors.h"
#include "ui/fields/dateeditor.h"
#include "ui/fields/lineeditors.h"
#include "ui/fields/longtexteditor.h"
#include "ui/fields/maskcover.h"
#include "ui/fields/referenceeditor.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

bool isNothing(const QVariant &value)
{
    return !value.isValid() || (value.typeId() == QMetaType::QStringList && value.toStringList().isEmpty()) ||
           (value.typeId() == QMetaType::QString && value.toString().isEmpty());
}

bool isSameEntry(const QVariant &a, const QVariant &b)
{
    return a == b || (isNothing(a) && isNothing(b));
}

FieldEditor *FieldEditor::create(const core::Field &field, const FieldServices &services, QWidget *parent)
{
    using core::Kind;
    FieldEditor *editor = nullptr;
    switch (field.kind) {
    case Kind::Text:
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Time: editor = new LineFieldEditor(field, parent); break;
    case Kind::Date: editor = new DateFieldEditor(field, parent); break;
    case Kind::LongText: editor = new LongTextEditor(field, parent); break;
    case Kind::YesNo:
        if (field.nullable)
            editor = new ChoiceFieldEditor(field, parent);
        else
            editor = new YesNoEditor(field, parent);
        break;
    case Kind::Choice: editor = new ChoiceFieldEditor(field, parent); break;
    case Kind::MultiChoice: editor = new MultiChoiceEditor(field, parent); break;
    case Kind::Reference: editor = new ReferenceEditor(field, services, parent); break;
    case Kind::Attachment: editor = new AttachmentEditor(field, services, parent); break;
    }
    editor->setReadOnly(field.traits.readOnly);
    return editor;
}

FieldEditor::FieldEditor(const core::Field &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_column(new QVBoxLayout(this))
    , m_problem(new TextLabel(TextRole::Hint))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_problem->setObjectName(QLatin1StringView(field.key) + u"_problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void FieldEditor::setMain(QWidget *whole, QWidget *keyboard)
{
    m_whole = whole;
    m_keyboard = keyboard;
    keyboard->setObjectName(QLatin1StringView(m_field.key));
    keyboard->setAccessibleName(core::tr(m_field.label));
    keyboard->installEventFilter(this);
    m_column->addWidget(whole);
    m_column->addWidget(m_problem);
    setFocusProxy(keyboard);
    if (core::isCovered(m_field, core::Audience::Screen)) {
        m_cover = new MaskCover(this);
        m_cover->setObjectName(QLatin1StringView(m_field.key) + u"_cover"_s);
        m_cover->setAccessibleName(core::tr("%1，已遮盖，按空格显示").arg(core::tr(m_field.label)));
        m_cover->installEventFilter(this);
        m_column->insertWidget(0, m_cover);
        m_cover->hide();
        connect(m_cover, &QAbstractButton::clicked, this, &FieldEditor::reveal);
    }
}

void FieldEditor::setValue(const QVariant &value)
{
    showValue(value);
    showInputProblem();
    if (!m_cover)
        return;
    const QString text = shownText();
    const bool covered = !text.isEmpty();
    m_cover->setText(core::maskedText(m_field, text, core::Audience::Screen));
    m_cover->setVisible(covered);
    m_whole->setVisible(!covered);
    setFocusProxy(covered ? static_cast<QWidget *>(m_cover) : m_keyboard);
}

QVariant FieldEditor::entered() const
{
    const QVariant now = value();
    const bool isText = m_field.kind == core::Kind::Text || m_field.kind == core::Kind::LongText;
    return isText && !now.isValid() ? QVariant(u""_s) : now;
}

bool FieldEditor::isCovered() const
{
    return m_cover && !m_cover->isHidden();
}

void FieldEditor::reveal()
{
    m_cover->hide();
    m_whole->show();
    setFocusProxy(m_keyboard);
    m_keyboard->setFocus(Qt::OtherFocusReason);
    Q_EMIT revealed();
}

void FieldEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    applyReadOnly(readOnly);
}

void FieldEditor::setProblems(const std::vector<core::Problem> &problems)
{
    QStringList lines;
    bool blocks = false;
    for (const core::Problem &problem : problems) {
        if (!problem.field || QLatin1StringView(problem.field) != QLatin1StringView(m_field.key))
            continue;
        const bool block = problem.severity == core::Problem::Severity::Block;
        blocks = blocks || block;
        lines.append((block ? u"▲ "_s : u"◆ "_s) + problem.text);
    }
    m_problem->setText(lines.join(u'\n'));
    m_problem->setTone(blocks ? Tone::Late : Tone::Soon);
    m_problem->setVisible(!lines.isEmpty());
    const QString mark = lines.isEmpty() ? QString() : blocks ? u"late"_s : u"soon"_s;
    for (QWidget *part : {m_keyboard, static_cast<QWidget *>(m_cover)}) {
        if (!part)
            continue;
        part->setProperty("problem", mark);
        part->setAccessibleDescription(lines.join(u' '));
        part->update();
    }
}

void FieldEditor::showInputProblem()
{
    const QString text = inputProblem();
    setProblems(text.isEmpty()
                    ? std::vector<core::Problem>()
                    : std::vector<core::Problem>{{m_field.key, text, core::Problem::Severity::Block}});
}

void FieldEditor::noteEdit()
{
    setProblems({});
    Q_EMIT edited();
}

void FieldEditor::goToNext()
{
    // Not into another part of this same editor.
    for (int i = 0; i < 100 && focusNextPrevChild(true); ++i) {
        const QWidget *now = window()->focusWidget();
        if (!now || !isAncestorOf(now))
            return;
    }
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool plain = !(key->modifiers() & ~Qt::KeypadModifier);
        if (enter && plain && !qobject_cast<QPlainTextEdit *>(watched) && watched != m_cover) {
            goToNext();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
