// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Steps back and forward in what was done to the file: what the button, the menu and the keys say and do.
#include "core/base/tr.h"
#include "ui/pages/page.h"
#include "ui/widgets/prompt.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

void Workspace::undo()
{
    if (const QString block = m_store->undoBlock(); !block.isEmpty())
        return tell(block);
    const QString what = m_store->undoText();
    takeStep({.what = what,
              .title = core::tr("撤销：%1").arg(what),
              .unsaved = core::tr("这一页有未保存的修改，请先“保存”或“还原”，再撤销“%1”。").arg(what),
              .run = &core::Store::undo,
              .done = [this, what] {
                  tell(core::tr("已撤销：%1").arg(what), core::tr("重做"), [this] { redo(); });
              }});
}

void Workspace::redo()
{
    const QString what = m_store->redoText();
    takeStep({.what = what,
              .title = core::tr("重做：%1").arg(what),
              .unsaved = core::tr("这一页有未保存的修改，请先“保存”或“还原”，再重做“%1”。").arg(what),
              .run = &core::Store::redo,
              .done = [this, what] { tell(core::tr("已重做：%1").arg(what)); }});
}

void Workspace::takeStep(const Step &step)
{
    if (step.what.isEmpty() || m_tasks.isBusy())
        return;
    // Whoever is typing means the words just typed, not what was done to the file before.
    if (page(m_current)->hasUnsavedWork())
        return tell(step.unsaved);
    // An import may have brought in a hundred thousand rows: taken back off the window's thread.
    m_tasks.start<std::monostate>(
        this, step.title,
        [run = step.run](core::Store &store, core::Progress &progress) { return (store.*run)(&progress); },
        [this, told = step.done](const core::Status &done) {
            if (done)
                told();
            else
                m_session.prompt.error(done.error());
        });
}

void Workspace::showUndo()
{
    constexpr int longest = 16;
    const bool free = !m_tasks.isBusy() && !m_store->isReadOnly();
    const QString undoText = m_store->undoText();
    const QString redoText = m_store->redoText();
    QString shortText = undoText;
    if (shortText.size() > longest)
        shortText = shortText.left(longest) + u'…';
    const QString block = m_store->undoBlock();
    m_undoButton->setText(block.isEmpty() ? core::tr("撤销：%1").arg(shortText) : core::tr("不能撤销"));
    m_undoButton->setToolTip(block.isEmpty() ? core::tr("撤销：%1（Ctrl+Z）").arg(undoText) : block);
    m_undoButton->setVisible(!undoText.isEmpty() || !block.isEmpty());
    m_undoButton->setEnabled(free && block.isEmpty());
    m_undo->setText(undoText.isEmpty() ? core::tr("撤销") : core::tr("撤销：%1").arg(undoText));
    // The key stays: it says why it does nothing.
    m_undo->setEnabled(free && (!undoText.isEmpty() || !block.isEmpty()));
    m_redo->setText(redoText.isEmpty() ? core::tr("重做") : core::tr("重做：%1").arg(redoText));
    m_redo->setEnabled(free && !redoText.isEmpty());
    m_importButton->setEnabled(free);
    m_newButton->setEnabled(free);
}

QList<QKeySequence> Workspace::redoKeys()
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Redo);
    for (const QKeySequence &known :
         {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}) {
        if (!keys.contains(known))
            keys.append(known);
    }
    return keys;
}

bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    const bool isShortcut = event->type() == QEvent::ShortcutOverride;
    if (!isShortcut && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    const bool isRedo = redoKeys().contains(QKeySequence(key->keyCombination()));
    auto *line = qobject_cast<QLineEdit *>(watched);
    auto *text = qobject_cast<QPlainTextEdit *>(watched);
    if ((!isUndo && !isRedo) || (!line && !text))
        return QWidget::eventFilter(watched, event);
    const bool has =
        line ? (isUndo ? line->isUndoAvailable() : line->isRedoAvailable())
             : (isUndo ? text->document()->isUndoAvailable() : text->document()->isRedoAvailable());
    if (isShortcut) {
        event->setAccepted(has);
        return true;
    }
    if (!isRedo || !has)
        return QWidget::eventFilter(watched, event);
    if (line)
        line->redo();
    else
        text->redo();
    return true;
}

} // namespace ui
