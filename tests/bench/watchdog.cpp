// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/watchdog.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMetaEnum>
#include <QMetaObject>

#include <chrono>
#include <ctime>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr auto pause = std::chrono::milliseconds(1);

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

} // namespace

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const QEvent::Type type = event->type();
    const QByteArray name = receiver->metaObject()->className();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool done = QApplication::notify(receiver, event);
    --m_depth;
    const double took = double(timer.nsecsElapsed()) / 1e9;
    if (took > m_longest) {
        m_longest = took;
        const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        m_name = u"%1 of %2"_s.arg(QString::fromLatin1(key ? key : "?"), QString::fromLatin1(name));
    }
    return done;
}

void WatchedApplication::clear()
{
    m_longest = 0;
    m_name.clear();
}

Watchdog::Watchdog(WatchedApplication &application)
    : m_application(application)
    , m_cpuAtLast(threadSeconds())
    , m_thread([this] { watch(); })
{}

Watchdog::~Watchdog()
{
    m_stop = true;
    m_thread.join();
    QCoreApplication::removePostedEvents(&m_application, QEvent::MetaCall);
}

void Watchdog::watch()
{
    while (!m_stop) {
        if (!m_open.exchange(true)) {
            QMetaObject::invokeMethod(
                &m_application, [this, asked = now()] { answer(asked); }, Qt::QueuedConnection);
        }
        std::this_thread::sleep_for(pause);
    }
}

void Watchdog::answer(qint64 asked)
{
    const double wall = double(now() - asked) / 1e9;
    const double cpu = threadSeconds();
    if (wall > m_block.wall) {
        m_block.wall = wall;
        m_block.cpu = cpu - m_cpuAtLast;
    }
    m_cpuAtLast = cpu;
    m_open = false;
}

void Watchdog::clear()
{
    m_block = {};
    m_application.clear();
    m_cpuAtLast = threadSeconds();
}

Block Watchdog::longest() const
{
    Block block = m_block;
    block.event = m_application.longest();
    block.longestEvent = m_application.longestName();
    return block;
}

} // namespace bench
