// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/runlog.h"

#include <QDebug>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

std::atomic<int> passedOn = 0; // counted by several threads

QString contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly | QIODevice::Text));
    return QString::fromUtf8(file.readAll());
}

/// The log of a folder, with whatever was said before counted instead of printed.
struct Running
{
    QTemporaryDir folder;
    QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { ++passedOn; });
    QString file = folder.path() + u"/日志.log/shanzhi.log"_s;
    QString older = folder.path() + u"/日志.log/shanzhi.1.log"_s;

    Running()
    {
        passedOn = 0;
        core::runlog::begin(folder.path() + u"/日志.log"_s);
    }
    ~Running()
    {
        core::runlog::end();
        qInstallMessageHandler(before);
    }
};

} // namespace

TEST_CASE("The run log names the version, keeps errors with their details and leaves chatter out")
{
    const Running running;
    CHECK(core::runlog::path() == running.file);
    core::runlog::note(
        {core::Error::Code::Storage, u"没有保存王某某的资料。"_s, u"SQLITE_FULL (13)\nINSERT INTO person"_s});
    qDebug("chatter");
    qWarning("a warning of Qt");
    const QString log = contentOf(running.file);
    CHECK(log.contains(u"shanzhi " SHANZHI_VERSION ", Qt 6"_s));
    CHECK(log.contains(u"shanzhi.error: Storage SQLITE_FULL (13)\n    INSERT INTO person\n"_s));
    CHECK(log.contains(u"a warning of Qt\n"_s));
    CHECK_FALSE(log.contains(u"chatter"_s));
    CHECK_FALSE(log.contains(u"王某某"_s));
    CHECK(passedOn == 3); // as without a log
}

TEST_CASE("The run log stays small whoever writes, and goes on where it was")
{
    const Running running;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([] {
            for (int n = 0; n < 3000; ++n)
                qWarning("%s", QByteArray(250, 'x').constData());
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    constexpr qint64 megabyte = 1024 * 1024;
    CHECK(QFileInfo(running.file).size() <= megabyte + 300);
    CHECK(QFileInfo(running.older).size() >= megabyte);
    CHECK(QFileInfo(running.older).size() <= megabyte + 300);
    const qint64 before = QFileInfo(running.file).size();
    core::runlog::begin(QFileInfo(running.file).path());
    CHECK(QFileInfo(running.file).size() > before);
    CHECK(passedOn == 12'000);
}

TEST_CASE("Where no run log can be written, the program runs without")
{
    const QTemporaryDir folder;
    QFile file(folder.path() + u"/taken"_s);
    REQUIRE(file.open(QIODevice::WriteOnly));
    core::runlog::begin(file.fileName() + u"/below"_s);
    CHECK(core::runlog::path().isEmpty());
    core::runlog::end();
}
