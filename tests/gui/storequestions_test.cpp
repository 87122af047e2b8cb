// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/testsession.h"
#include "tests/support/catch.h"

#include "tests/support/teststore.h"
#include "ui/storequestions.h"

#include <QSemaphore>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

enum Subject { First, Second };

core::Result<qint64> countOrganizations(const core::Store &store)
{
    return store.count({.type = u"organization"_s});
}

/// Asks the file again and again, until the store says that nobody wants the answer.
core::Result<qint64> askUntilCancelled(const core::Store &store)
{
    for (;;)
        CORE_TRY(countOrganizations(store));
}

} // namespace

TEST_CASE("an answer from the other thread is that of the file")
{
    SampleStore sample(SampleStore::State::Imported);
    ui::StoreQuestions questions(*sample);
    std::optional<qint64> answer;
    questions.ask<qint64>(First, countOrganizations, [&](core::Result<qint64> count) { answer = *count; });
    REQUIRE(questions.isAsking(First));
    REQUIRE(waitFor([&] { return answer.has_value(); }));
    REQUIRE(*answer == 120);
    REQUIRE_FALSE(questions.isAsking(First));
}

TEST_CASE("the answer to an older question never comes after a newer one was asked")
{
    SampleStore sample(SampleStore::State::Imported);
    ui::StoreQuestions questions(*sample);
    QStringList answers;
    const auto take = [&](const core::Result<QString> &answer) { answers.append(*answer); };
    QSemaphore begun;
    questions.ask<QString>(
        First,
        [&begun](const core::Store &) -> core::Result<QString> {
            begun.release();
            QThread::msleep(60);
            return u"old"_s;
        },
        take);
    begun.acquire(); // the older one is being answered
    questions.ask<QString>(
        First, [](const core::Store &) -> core::Result<QString> { return u"new"_s; }, take);
    REQUIRE(waitFor([&] { return answers.contains(u"new"_s); }));
    QTest::qWait(100);
    REQUIRE(answers == QStringList{u"new"_s});
}

TEST_CASE("the questions of one event are waited for only so long together, those of the next one again")
{
    SampleStore sample(SampleStore::State::Imported);
    ui::StoreQuestions questions(*sample);
    int answers = 0;
    const auto askBriefly = [&](int subject, unsigned long milliseconds) {
        questions.ask<int>(
            subject,
            [milliseconds](const core::Store &) -> core::Result<int> {
                QThread::msleep(milliseconds);
                return 1;
            },
            [&](const core::Result<int> &) { ++answers; }, ui::StoreQuestions::Wait::Briefly);
    };
    for (int subject = 0; subject < 12; ++subject)
        askBriefly(subject, 10);
    REQUIRE(answers < 6); // 30 ms are enough for three; each by itself could be waited for
    REQUIRE(waitFor([&] { return answers == 12; }, 10'000));
    // Not answered before ask() returns unless it waits; a busy machine may need more than one attempt.
    REQUIRE(waitFor([&] {
        const int before = answers;
        askBriefly(0, 3);
        return answers > before;
    }));
}

TEST_CASE("an unwanted question ends while the database is at it")
{
    SampleStore sample(SampleStore::State::Imported);
    ui::StoreQuestions questions(*sample);
    bool unwanted = false;
    questions.ask<qint64>(First, askUntilCancelled, [&](const core::Result<qint64> &) { unwanted = true; });
    QTest::qWait(30);
    questions.giveUp(First);
    std::optional<qint64> answer;
    questions.ask<qint64>(Second, countOrganizations, [&](core::Result<qint64> count) { answer = *count; });
    REQUIRE(waitFor([&] { return answer.has_value(); }, 10'000));
    REQUIRE_FALSE(unwanted);
}

TEST_CASE("nothing that was asked outlives who asked it")
{
    SampleStore sample(SampleStore::State::Imported);
    std::atomic<bool> running = false;
    bool answered = false;
    QElapsedTimer timer;
    {
        ui::StoreQuestions questions(*sample);
        questions.ask<qint64>(
            First,
            [&running](const core::Store &store) {
                running = true;
                const auto answer = askUntilCancelled(store);
                running = false;
                return answer;
            },
            [&](const core::Result<qint64> &) { answered = true; });
        REQUIRE(waitFor([&] { return running.load(); }));
        timer.start();
    }
    REQUIRE(timer.elapsed() < 2000);
    REQUIRE_FALSE(running);
    QTest::qWait(50);
    REQUIRE_FALSE(answered);
}

TEST_CASE("a slow answer is not waited for, and comes all the same")
{
    SampleStore sample(SampleStore::State::Imported);
    ui::StoreQuestions questions(*sample);
    QSemaphore permitted;
    bool answered = false;
    QElapsedTimer timer;
    timer.start();
    questions.ask<int>(
        First,
        [&permitted](const core::Store &) -> core::Result<int> {
            permitted.tryAcquire(1, 5000);
            return 1;
        },
        [&](const core::Result<int> &) { answered = true; }, ui::StoreQuestions::Wait::Briefly);
    REQUIRE(timer.elapsed() < 1000);
    REQUIRE_FALSE(answered);
    permitted.release();
    REQUIRE(waitFor([&] { return answered; }));
}

TEST_CASE("answers come in the order of their questions, also when only the last is waited for")
{
    SampleStore sample(SampleStore::State::Imported);
    for (int round = 0; round < 20; ++round) {
        ui::StoreQuestions questions(*sample);
        QList<int> order;
        for (const int subject : {First, Second}) {
            questions.ask<int>(
                subject, [subject](const core::Store &) -> core::Result<int> { return subject; },
                [&](const core::Result<int> &answer) { order.append(*answer); },
                subject == Second ? ui::StoreQuestions::Wait::Briefly : ui::StoreQuestions::Wait::No);
        }
        REQUIRE(waitFor([&] { return order.size() == 2; }));
        REQUIRE(order == QList<int>{First, Second});
    }
}

TEST_CASE("the file is closed when nothing was asked for a while, and opened for the next question")
{
    std::atomic<int> closed = 0; // the other thread counts until the object is gone
    int answers = 0;
    SampleStore sample(SampleStore::State::Imported);
    ui::StoreQuestions questions(*sample);
    questions.closeAfter(std::chrono::milliseconds(100));
    const auto ask = [&] {
        questions.ask<qint64>(
            First,
            [&closed](const core::Store &store) {
                QObject::connect(&store, &QObject::destroyed, &store, [&closed] { ++closed; });
                return countOrganizations(store);
            },
            [&answers](const core::Result<qint64> &count) { answers += *count == 120 ? 1 : 0; });
        return waitFor([&, expected = answers + 1] { return answers == expected; });
    };
    REQUIRE(ask());
    REQUIRE(ask()); // before the time is over
    REQUIRE(closed == 0);
    REQUIRE(waitFor([&] { return closed > 0; }));
    REQUIRE(ask());
    closed = 0;
    questions.closeAfter(std::chrono::milliseconds(0));
    QTest::qWait(250);
    REQUIRE(closed == 0);
    questions.rest(); // without waiting for any time
    REQUIRE(waitFor([&] { return closed > 0; }));
    REQUIRE(ask());
}
