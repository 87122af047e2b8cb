// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/manualscore.h"
#include "core/evaluation/plan.h"
#include "ui/session.h"
#include "ui/widgets/dialogbox.h"

class QLineEdit;
class QPlainTextEdit;

namespace ui {

class TextLabel;

/// A person's score for one indicator, with evidence and scorer, kept as one change. Window-modal; deletes
/// itself when closed.
class ScoreDialog : public DialogBox
{
    Q_OBJECT
public:
    /// \a node: the indicator as it is for the kind of the organization.
    ScoreDialog(Session &session, const core::PlanNode &node, const QString &organization, int year,
                QWidget *window);

    void accept() override;

Q_SIGNALS:
    void saved();

private:
    void load();
    std::optional<core::Decimal> readValue();

    Session &m_session;
    core::PlanNode m_node;
    core::ManualScore m_score;
    bool m_isNew = true;
    QLineEdit *m_value;
    QPlainTextEdit *m_evidence;
    QLineEdit *m_scorer;
    TextLabel *m_problem;
};

} // namespace ui
