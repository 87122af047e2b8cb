// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/store/store.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace ui {

/// Runs long work off the window's thread, one task at a time, each with a store of its own on the same
/// file. What a task has written is told by the window's store once it is done.
class TaskRunner : public QObject
{
    Q_OBJECT
public:
    explicit TaskRunner(core::Store &store, QObject *parent = nullptr)
        : QObject(parent)
        , m_store(store)
    {}

    bool isBusy() const { return m_progress != nullptr; }

    /// Starts \a work unless a task is running (then false). \a done gets what it answered, in this thread,
    /// unless \a context is gone. \a what names it for the progress panel: 年度评价.
    template<typename T>
    bool start(QObject *context, const QString &what,
               std::function<core::Result<T>(core::Store &, core::Progress &)> work,
               std::function<void(core::Result<T>)> done)
    {
        if (isBusy())
            return false;
        // Written only by the task's thread until it is done, read by this one afterwards.
        auto told = std::make_shared<std::vector<core::ChangeSet>>();
        std::function<core::Result<T>(core::Progress &)> run =
            [open = m_store.another(core::Store::Access::Write), told,
             work = std::move(work)](core::Progress &progress) -> core::Result<T> {
            CORE_ASSIGN(const std::unique_ptr<core::Store> store, open());
            connect(store.get(), &core::Store::changed,
                    [told](const core::ChangeSet &changes) { told->push_back(changes); });
            return work(*store, progress);
        };
        const QPointer<QObject> guard(context);
        m_progress = core::runTask<T>(this, std::move(run),
                                      [this, guard, told, done = std::move(done)](core::Result<T> result) {
                                          finish(*told);
                                          if (guard)
                                              done(std::move(result));
                                      });
        Q_EMIT started(what, m_progress);
        return true;
    }

Q_SIGNALS:
    void started(const QString &what, std::shared_ptr<core::Progress> progress);
    void finished();

private:
    void finish(const std::vector<core::ChangeSet> &told);

    core::Store &m_store;
    std::shared_ptr<core::Progress> m_progress;
};

} // namespace ui
