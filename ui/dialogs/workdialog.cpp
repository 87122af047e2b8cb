// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/workdialog.h"

#include "ui/widgets/progresspanel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

WorkDialog::WorkDialog(const QString &what, const QString &text,
                       const std::shared_ptr<core::Progress> &progress, QWidget *window)
    : DialogBox(Icon::Filing, Tone::Accent, what, window)
    , m_progress(progress)
    , m_panel(new ProgressPanel)
{
    setObjectName(u"workDialog"_s);
    addText(text);
    m_panel->setObjectName(u"workProgress"_s);
    m_panel->setMinimumWidth(520); // what is being done now, beside the figures and the button
    body()->addWidget(m_panel);
    m_panel->follow(what, progress);
}

void WorkDialog::reject()
{
    m_progress->cancel();
}

void WorkDialog::finish()
{
    m_panel->finish();
    DialogBox::done(Accepted);
}

} // namespace ui
