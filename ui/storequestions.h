// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/store/store.h"

#include <QObject>
#include <QSemaphore>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

/// Asks a file what the window's thread should not wait for: in one thread of its own, with one store of its
/// own on the same file, one question after another. Whoever shows the answers has one; it ends its questions
/// when it goes.
class StoreQuestions : public QObject
{
    Q_OBJECT
public:
    /// Briefly: an answer that comes within a moment is taken before ask() returns, so that what is quick
    /// does not flicker. For what people look at; what happens behind their back does not wait.
    enum class Wait { No, Briefly };

    template<typename T>
    using Work = std::function<core::Result<T>(const core::Store &)>;
    template<typename T>
    using Done = std::function<void(core::Result<T>)>;

    explicit StoreQuestions(const core::Store &store, QObject *parent = nullptr);
    ~StoreQuestions() override;

    /// Nothing asked for so long, and the store is closed until the next question: a window has a dozen
    /// of these, each with a cache of the file. Zero: never, where something was prepared in it that takes
    /// long.
    void closeAfter(std::chrono::milliseconds idle);

    /// Asks for \a subject; \a done gets the answer, in this object's thread. A question on the same subject
    /// that is not answered yet is given up: its answer never comes, so that the old never replaces the new.
    template<typename T>
    void ask(int subject, Work<T> work, Done<T> done, Wait wait = Wait::No)
    {
        auto answer = std::make_shared<std::optional<core::Result<T>>>();
        start(
            subject,
            [answer, work = std::move(work)](const core::Result<core::Store *> &store) {
                *answer = store ? work(**store) : core::Result<T>(store.error());
            },
            [answer, done = std::move(done)] { done(std::move(**answer)); }, wait);
    }
    /// Does at once what happens after the idle time: for who lets go of a long answer, \a last, whose parts
    /// would keep the window's thread busy while they are freed one by one.
    void rest(std::shared_ptr<const void> last = {});
    /// Gives up the question on \a subject, if there is one.
    void giveUp(int subject);
    bool isAsking(int subject) const;

private:
    struct Question
    {
        int subject = 0;
        core::Progress progress; ///< Carries the wish to give it up to the other thread.
        std::function<void(const core::Result<core::Store *> &)> work;
        std::function<void()> done;
        QSemaphore answered;
    };
    /// What only the other thread touches.
    struct Own
    {
        core::Store::Opener opener;
        std::unique_ptr<core::Store> store;
        std::shared_ptr<Question> current;

        core::Result<core::Store *> open();
        void answer(const std::shared_ptr<Question> &question);
    };

    void start(int subject, std::function<void(const core::Result<core::Store *> &)> work,
               std::function<void()> done, Wait wait);
    /// Takes the answer to \a question, after those to the questions before it.
    void finish(const std::shared_ptr<Question> &question);

    std::shared_ptr<Own> m_own = std::make_shared<Own>();
    std::vector<std::shared_ptr<Question>> m_open; ///< In the order they were asked in.
    bool m_isUsed = false;
    QTimer m_idle;
    QThreadPool m_pool;
};

} // namespace ui
