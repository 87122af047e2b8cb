// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/taskrunner.h"

namespace ui {

void TaskRunner::finish(const std::vector<core::ChangeSet> &told)
{
    m_progress.reset();
    (void)m_store.refresh(told); // a file that cannot be read shows at the next question the window asks
    Q_EMIT finished();
}

} // namespace ui
