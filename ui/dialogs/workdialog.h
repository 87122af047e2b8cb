// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "ui/widgets/dialogbox.h"

#include <memory>

namespace ui {

class ProgressPanel;

/// Stands over the window while work is done on a file that is not open in it, and says how far it is.
/// Whoever leaves it stops the work, which leaves the file as it was; the dialog goes when the work has
/// ended.
class WorkDialog : public DialogBox
{
    Q_OBJECT
public:
    /// \a what names the work (升级数据文件), \a text tells what it means for the clerk.
    WorkDialog(const QString &what, const QString &text, const std::shared_ptr<core::Progress> &progress,
               QWidget *window);

    /// Esc and the cross of the window are meant as the button.
    void reject() override;
    /// The work has ended: closes the dialog.
    void finish();

private:
    std::shared_ptr<core::Progress> m_progress;
    ProgressPanel *m_panel;
};

} // namespace ui
