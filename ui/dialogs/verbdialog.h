// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/verb.h"
#include "ui/session.h"
#include "ui/storequestions.h"
#include "ui/widgets/dialogbox.h"

#include <vector>

namespace ui {

class FieldEditor;

/// Asks for what a verb needs, in a form made from the description of its input. It stays open until the verb
/// is done: who opens it runs the verb with what was given, and closes it.
class VerbDialog : public DialogBox
{
    Q_OBJECT
public:
    /// \a name: of the record, as the clerk knows it.
    VerbDialog(Session &session, const core::Verb &verb, const QString &name, QWidget *window);

    void accept() override;

Q_SIGNALS:
    /// Everything that is asked for is there; by key.
    void given(const QVariantMap &input);

private:
    QVariantList entered() const;

    const core::Verb &m_verb;
    StoreQuestions m_questions;
    std::vector<FieldEditor *> m_editors; ///< By field of the input.
};

/// Does \a verb to the record \a id: asks for what it needs or whether it is meant, runs it, says when it is
/// done. What it refuses is shown and leaves the dialog open.
void askVerb(Session &session, const core::Verb &verb, const QString &id, QWidget *window);

} // namespace ui
