// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/storequestions.h"

#include "core/base/heap.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// Somebody who looks at a page for this long without a question looks at another window.
constexpr auto idleTime = 30s;

/// Milliseconds that one question is waited for at most.
constexpr qint64 aMoment = 15;
/// The same for all questions that one event leads to: below what people notice.
constexpr qint64 momentsOfAnEvent = 30;

/// Waits for what was asked, as long as the event at hand may still wait.
bool waitBriefly(QSemaphore &answered)
{
    static qint64 left = momentsOfAnEvent; // only the window's thread waits
    if (left == momentsOfAnEvent)
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { left = momentsOfAnEvent; }, Qt::QueuedConnection);
    QElapsedTimer timer;
    timer.start();
    const bool isAnswered = answered.tryAcquire(1, int(std::min(aMoment, left)));
    left = std::max<qint64>(left - timer.elapsed(), 0);
    return isAnswered;
}

} // namespace

core::Result<core::Store *> StoreQuestions::Own::open()
{
    if (!store) {
        CORE_ASSIGN(store, opener());
        store->interruptWhen([this] { return current && current->progress.isCancelled(); });
    }
    return store.get();
}

void StoreQuestions::Own::answer(const std::shared_ptr<Question> &question)
{
    current = question;
    if (!question->progress.isCancelled())
        question->work(open());
    current.reset();
}

StoreQuestions::StoreQuestions(const core::Store &store, QObject *parent)
    : QObject(parent)
{
    m_own->opener = store.another(core::Store::Access::Read);
    // One thread that stays: a connection to the file belongs to the thread that made it.
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { rest(); });
    closeAfter(idleTime);
}

void StoreQuestions::closeAfter(std::chrono::milliseconds idle)
{
    m_idle.stop();
    m_idle.setInterval(idle);
}

void StoreQuestions::rest(std::shared_ptr<const void> last)
{
    m_idle.stop();
    if (!m_isUsed)
        return;
    m_pool.start([own = m_own, last = std::move(last)]() mutable {
        last.reset();
        own->store.reset();
        core::returnFreeMemory();
    });
}

StoreQuestions::~StoreQuestions()
{
    for (const auto &question : m_open)
        question->progress.cancel();
    if (m_isUsed)
        m_pool.start([own = m_own] { own->store.reset(); });
    m_pool.waitForDone();
}

bool StoreQuestions::isAsking(int subject) const
{
    return std::any_of(m_open.begin(), m_open.end(),
                       [subject](const auto &question) { return question->subject == subject; });
}

void StoreQuestions::giveUp(int subject)
{
    std::erase_if(m_open, [subject](const auto &question) {
        if (question->subject != subject)
            return false;
        question->progress.cancel();
        return true;
    });
}

void StoreQuestions::start(int subject, std::function<void(const core::Result<core::Store *> &)> work,
                           std::function<void()> done, Wait wait)
{
    giveUp(subject);
    auto question = std::make_shared<Question>();
    question->subject = subject;
    question->work = std::move(work);
    question->done = std::move(done);
    m_open.push_back(question);
    m_isUsed = true;
    m_idle.stop();
    m_pool.start([this, own = m_own, question] {
        own->answer(question);
        question->answered.release();
        QMetaObject::invokeMethod(
            this, [this, question] { finish(question); }, Qt::QueuedConnection);
    });
    if (wait == Wait::Briefly && waitBriefly(question->answered))
        finish(question);
}

void StoreQuestions::finish(const std::shared_ptr<Question> &question)
{
    const auto isOpen = [&] { return std::find(m_open.begin(), m_open.end(), question) != m_open.end(); };
    // Not open: given up, or its answer is taken already. What was asked before it is answered by now.
    while (isOpen()) {
        const std::shared_ptr<Question> first = m_open.front();
        m_open.erase(m_open.begin());
        first->done();
    }
    if (m_open.empty() && m_idle.interval() > 0)
        m_idle.start();
}

} // namespace ui
