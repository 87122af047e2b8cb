// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QFile>
#include <QTextStream>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

using namespace Qt::StringLiterals;

namespace bench {

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

double secondsOf(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

/// Reads the pipe to its end.
QString drain(int descriptor)
{
    QFile pipe;
    if (!pipe.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return {};
    return QString::fromUtf8(pipe.readAll());
}

} // namespace

std::optional<Usage> runProgram(const QString &program, const QStringList &arguments)
{
    std::vector<QByteArray> texts = {program.toLocal8Bit()};
    for (const QString &argument : arguments)
        texts.push_back(argument.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);

    int ends[2] = {};
    if (pipe(ends) != 0) {
        failed(u"pipe"_s);
        return {};
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    QElapsedTimer timer;
    timer.start();
    pid_t child = 0;
    const int started = posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (started != 0) {
        close(ends[0]);
        failed(u"%1 cannot be started"_s.arg(program));
        return {};
    }
    Usage usage;
    usage.output = drain(ends[0]);
    int state = 0;
    rusage used{};
    wait4(child, &state, 0, &used);
    usage.wall = double(timer.nsecsElapsed()) / 1e9;
    usage.cpu = secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
    usage.peak = double(used.ru_maxrss) / 1024;
    if (!WIFEXITED(state) || WEXITSTATUS(state) != 0) {
        failed(u"%1 failed"_s.arg(program), usage.output);
        return {};
    }
    return usage;
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> parts = file.readAll().split(' ');
    return parts.value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1024 / 1024;
}

double peakMegabytes()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_maxrss) / 1024;
}

Spread spread(std::vector<double> times)
{
    if (times.empty())
        return {};
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

void printLine(const QString &text)
{
    out() << text << Qt::endl;
}

void printRow(const QString &what, const QStringList &values)
{
    QString line = what.leftJustified(58);
    for (const QString &value : values)
        line += value.rightJustified(12);
    printLine(line);
}

QString number(double value, int places)
{
    return QString::number(value, 'f', places);
}

QString inSeconds(double value)
{
    return number(value) + u" s"_s;
}

QString inMilliseconds(double value)
{
    return number(value * 1e3, 1) + u" ms"_s;
}

QString inMegabytes(double value)
{
    return number(value, 0) + u" MB"_s;
}

QString ratio(double value, const QString &target, bool met)
{
    return u"%1 x (target %2: %3)"_s.arg(number(value), target, met ? u"met"_s : u"MISSED"_s);
}

bool failed(const QString &text, const QString &detail)
{
    QTextStream(stderr) << text << (detail.isEmpty() ? QString() : u": "_s + detail) << Qt::endl;
    return false;
}

} // namespace bench
