// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/verbdialog.h"

#include "core/base/tr.h"
#include "core/store/runverb.h"
#include "core/store/store.h"
#include "ui/fields/fieldeditor.h"
#include "ui/pages/recordfieldservices.h"
#include "ui/style/theme.h"
#include "ui/taskrunner.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QFormLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

VerbDialog::VerbDialog(Session &session, const core::Verb &verb, const QString &name, QWidget *window)
    : DialogBox(Icon::Edit, verb.isOutward() ? Tone::Soon : Tone::Accent,
                core::tr("%1：%2").arg(core::tr(verb.title), name), window)
    , m_verb(verb)
    , m_questions(session.store)
{
    setObjectName(u"verbDialog"_s);
    addText(core::tr(verb.traits.explanation));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(size::gutter);
    form->setVerticalSpacing(size::gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const FieldServices services = recordFieldServices(session, m_questions);
    const QVariantList blank = core::blankInput(verb);
    for (size_t i = 0; i < verb.input.fields.size(); ++i) {
        const core::Field &field = verb.input.fields[i];
        FieldEditor *editor = FieldEditor::create(field, services, this);
        editor->setValue(blank.at(qsizetype(i)));
        auto *label = new TextLabel(TextRole::Secondary, core::tr(field.label));
        label->setMinimumHeight(size::input);
        label->setBuddy(editor);
        form->addRow(label, editor);
        m_editors.push_back(editor);
    }
    body()->addLayout(form);
    addRejectButton(core::tr("返回")); // 取消 is what some verbs do
    addAcceptButton(core::tr(verb.title), verb.isOutward() ? ButtonKind::Danger : ButtonKind::Primary);
    if (!m_editors.empty())
        m_editors.front()->setFocus();
}

QVariantList VerbDialog::entered() const
{
    QVariantList values = core::blankInput(m_verb);
    for (size_t i = 0; i < m_editors.size(); ++i) {
        if (const QVariant value = m_editors[i]->value(); value.isValid())
            values[qsizetype(i)] = value;
    }
    return values;
}

void VerbDialog::accept()
{
    const QVariantList values = entered();
    const std::vector<core::Problem> problems = m_verb.input.problems(values);
    QVariantMap input;
    for (size_t i = 0; i < m_editors.size(); ++i) {
        FieldEditor &editor = *m_editors[i];
        const char *key = m_verb.input.fields[i].key;
        // What is typed and cannot be read says so itself.
        const bool isUnreadable = !editor.inputProblem().isEmpty();
        if (!isUnreadable)
            editor.setProblems(problems);
        const bool blocks = std::any_of(problems.begin(), problems.end(), [&](const core::Problem &problem) {
            return problem.severity == core::Problem::Severity::Block && problem.field == key;
        });
        if (isUnreadable || blocks)
            return editor.setFocus();
        input.insert(QLatin1StringView(key), values.at(qsizetype(i)));
    }
    Q_EMIT given(input);
}

namespace {

/// Runs the verb, as a task when it is long; \a done only when it was done.
void doVerb(Session &session, const core::Verb &verb, const QString &id, const QVariantMap &input,
            QWidget *context, const std::function<void()> &done)
{
    const QDateTime now = QDateTime(session.today(), QTime::currentTime()).toUTC();
    const auto ended = [&session, &verb, done](const core::Status &status) {
        if (!status)
            return session.prompt.error(status.error());
        done();
        session.navigator.tell(core::tr("已办理“%1”").arg(core::tr(verb.title)));
    };
    if (!verb.traits.isLong)
        return ended(core::runVerb(session.store, verb, id, input, now));
    const bool started = session.tasks.start<std::monostate>(
        context, core::tr(verb.title),
        [&verb, id, input, now](core::Store &own, core::Progress &) {
            return core::runVerb(own, verb, id, input, now);
        },
        ended);
    if (!started)
        session.prompt.inform(core::tr("请稍候"), core::tr("另一项工作正在进行，做完以后再试。"));
}

} // namespace

void askVerb(Session &session, const core::Verb &verb, const QString &id, QWidget *window)
{
    const QString name = session.store.display(verb.type(), id);
    if (verb.input.fields.empty()) {
        const QString question =
            core::tr("%1：%2\n%3").arg(core::tr(verb.title), name, core::tr(verb.traits.explanation));
        const auto stakes = verb.isOutward() ? Prompt::Stakes::Loss : Prompt::Stakes::None;
        return session.prompt.confirm(question, core::tr(verb.title), stakes, [&session, &verb, id, window] {
            doVerb(session, verb, id, {}, window, [] {});
        });
    }
    auto *dialog = new VerbDialog(session, verb, name, window);
    QObject::connect(
        dialog, &VerbDialog::given, dialog, [&session, &verb, id, dialog](const QVariantMap &input) {
            doVerb(session, verb, id, input, dialog, [dialog] { dialog->done(QDialog::Accepted); });
        });
    dialog->open();
}

} // namespace ui
