// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace core {

/// Given to long work so that it can say how far it is and notice that it is no longer wanted.
/// Any thread may call any member.
class Progress
{
public:
    /// \a done of \a total steps; a total of 0 means that the end is not known yet.
    void report(qint64 done, qint64 total)
    {
        m_done = done;
        m_total = total;
    }
    /// What is being done now, in words for the clerk.
    void setStage(const QString &stage)
    {
        const std::lock_guard lock(m_mutex);
        m_stage = stage;
    }
    QString stage() const
    {
        const std::lock_guard lock(m_mutex);
        return m_stage;
    }
    void cancel() { m_cancelled = true; }
    bool isCancelled() const { return m_cancelled; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }

    /// The error that cancelled work returns.
    static Error cancelledError();

private:
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total = 0;
    std::atomic<bool> m_cancelled = false;
    mutable std::mutex m_mutex;
    QString m_stage;
};

/// Runs \a work in a worker thread and then \a done in the thread of \a context, unless that is gone.
/// \a work gets copies, opens its own Store on the same file and touches no QObject of another thread.
template<typename T>
std::shared_ptr<Progress> runTask(QObject *context, std::function<Result<T>(Progress &)> work,
                                  std::function<void(Result<T>)> done)
{
    using Shared = std::shared_ptr<Result<T>>;
    auto progress = std::make_shared<Progress>();
    auto *watcher = new QFutureWatcher<Shared>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(std::move(*watcher->result()));
    });
    watcher->setFuture(QtConcurrent::run(
        [progress, work = std::move(work)] { return std::make_shared<Result<T>>(work(*progress)); }));
    return progress;
}

} // namespace core
