// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>

#include <atomic>
#include <memory>
#include <thread>

namespace bench {

/// How long the window's thread was away from its event loop, at most.
struct Block
{
    double wall = 0;      ///< Seconds from the request to its answer.
    double cpu = 0;       ///< Seconds of processor time of the thread meanwhile.
    double event = 0;     ///< Seconds of the longest single event.
    QString longestEvent; ///< MouseButtonRelease of NavigationBar.
};

/// An application that knows how long each event took that its event loop delivered.
class WatchedApplication : public QApplication
{
public:
    WatchedApplication(int &argc, char **argv)
        : QApplication(argc, argv)
    {}

    bool notify(QObject *receiver, QEvent *event) override;
    /// Forgets what was noted.
    void clear();
    double longest() const { return m_longest; }
    QString longestName() const { return m_name; }

private:
    int m_depth = 0;
    double m_longest = 0;
    QString m_name;
};

/// Asks the window's thread again and again for a sign of life, from a thread of its own, and notes how long
/// the answer took: what a click would have waited.
class Watchdog
{
public:
    explicit Watchdog(WatchedApplication &application);
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    /// Begins to measure anew.
    void clear();
    Block longest() const;

private:
    void watch();
    void answer(qint64 asked);

    WatchedApplication &m_application;
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_open = false; ///< A sign of life is asked for and has not come.
    double m_cpuAtLast = 0;           ///< Only the window's thread uses these.
    Block m_block;
    std::thread m_thread;
};

} // namespace bench
