// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordform.h"

#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/registry/keptreason.h"
#include "ui/pages/childrows.h"
#include "ui/pages/verbmenu.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QTabWidget>

#include <algorithm>

// What the clerk asks of a record: saving, removing, giving a reason.

using namespace Qt::StringLiterals;

namespace ui {

bool RecordForm::save()
{
    if (m_session.store.isReadOnly() || (!m_isNew && !hasChanges()))
        return !m_isNew;
    for (size_t i = 1; i < m_editors.size(); ++i) {
        if (m_editors[i]->inputProblem().isEmpty())
            continue;
        m_tabs->setCurrentIndex(0);
        m_scroll->ensureWidgetVisible(m_editors[i]);
        m_editors[i]->setFocus();
        return false;
    }
    QVariantList values = entered();
    values[0] = m_isNew ? core::newUuid() : m_id;
    const std::vector<core::Problem> problems = m_type.problems(values);
    FieldEditor *first = nullptr;
    for (size_t i = 1; i < m_editors.size(); ++i) {
        m_editors[i]->setProblems(problems);
        const bool blocked = std::any_of(problems.begin(), problems.end(), [&](const core::Problem &problem) {
            return problem.severity == core::Problem::Severity::Block &&
                   problem.field == m_type.fields[i].key;
        });
        if (blocked && !first)
            first = m_editors[i];
    }
    if (first) {
        m_tabs->setCurrentIndex(0);
        m_scroll->ensureWidgetVisible(first);
        first->setFocus();
        return false;
    }
    const QString id = values.first().toString();
    for (ChildRows *rows : m_children) {
        if (!rows->check(id)) {
            m_tabs->setCurrentIndex(0);
            m_scroll->ensureWidgetVisible(rows);
            return false;
        }
    }
    return write(values);
}

bool RecordForm::write(const QVariantList &values)
{
    const QString id = values.first().toString();
    const QString name = m_session.store.display(m_type, values, core::Audience::History);
    const QString what =
        (m_isNew ? core::tr("新建%1 %2") : core::tr("修改%1 %2")).arg(core::tr(m_type.title), name).trimmed();
    m_isSaving = true;
    const core::Status done = m_session.store.change(what, [&](core::Change &change) -> core::Status {
        CORE_TRY(m_isNew ? change.insert(m_type, values) : change.update(m_type, values));
        for (ChildRows *rows : m_children)
            CORE_TRY(rows->write(change));
        return core::ok();
    });
    m_isSaving = false;
    if (!done) {
        m_session.prompt.error(done.error());
        return false;
    }
    QWidget *at = placeOfWork();
    showRecord(id);
    // What was pressed is off now, what was typed into may be covered: the keyboard would go on to the next
    // widget of the window, whatever that is.
    if (at)
        at->setFocus();
    Q_EMIT saved(id);
    return true;
}

QWidget *RecordForm::placeOfWork() const
{
    const QWidget *focused = window()->focusWidget();
    for (FieldEditor *editor : m_editors) {
        if (editor && focused && editor->isAncestorOf(focused))
            return editor;
    }
    if (focused != m_save)
        return nullptr;
    return m_editedLast ? static_cast<QWidget *>(m_editedLast) : m_tabs;
}

void RecordForm::revert()
{
    if (!m_isNew) {
        for (ChildRows *rows : m_children)
            rows->revert();
        return load(m_values);
    }
    showRecord({});
    Q_EMIT closed({});
}

void RecordForm::removeRecord()
{
    const QString id = m_id;
    const QString name = m_session.store.display(m_type, m_values, core::Audience::History);
    const bool removed = m_session.store.isRemoved(m_type, id);
    const auto act = [this, id, name, removed] {
        const QString what =
            (removed ? core::tr("还原%1 %2") : core::tr("删除%1 %2")).arg(core::tr(m_type.title), name);
        const core::Status done = m_session.store.change(what, [&](core::Change &change) {
            return removed ? change.restore(m_type, id) : change.remove(m_type, id);
        });
        if (!done)
            return m_session.prompt.error(done.error());
        m_session.navigator.tell(removed ? core::tr("已还原“%1”").arg(name)
                                         : core::tr("已把“%1”移入回收站").arg(name));
        showRecord(removed ? id : QString());
        if (!removed)
            Q_EMIT closed(id);
    };
    if (removed)
        return act();
    m_session.prompt.confirm(core::tr("把%1“%2”移入回收站？以后可以还原。").arg(core::tr(m_type.title), name),
                             core::tr("删除"), Prompt::Stakes::Loss, act);
}

void RecordForm::showVerbs(bool hasChanges)
{
    QString whyNot;
    if (hasChanges)
        whyNot = core::tr("请先保存或还原修改，再办理。");
    else if (!m_id.isEmpty() && m_session.store.isRemoved(m_type, m_id))
        whyNot = core::tr("这条记录在回收站里，请先还原。");
    m_verbs->showRecord(m_id, m_values, whyNot);
}

void RecordForm::keepReason()
{
    const auto kept = m_session.store.problems(m_type, m_id);
    if (!kept)
        return;
    QStringList texts;
    for (const core::KeptProblem &problem : *kept) {
        if (problem.reason.isEmpty())
            texts.append(problem.text);
    }
    const QString id = m_id;
    m_session.prompt.askReason(
        core::tr("%1\n仍要保留？请写明理由，如“证书上如此”。").arg(texts.join(u'\n')),
        [this, id, kept](const std::optional<QString> &reason) {
            if (!reason)
                return;
            if (const core::Status done = core::keepReason(m_session.store, *kept, *reason); !done)
                m_session.prompt.error(done.error());
            else if (m_id == id)
                showProblems();
        });
}

} // namespace ui
