// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace bench {

/// What a process used, with all processes it waited for.
struct Usage
{
    double wall = 0; ///< Seconds.
    double cpu = 0;  ///< Seconds, user and system.
    double peak = 0; ///< Megabytes of the largest process.
    QString output;  ///< What it wrote to standard output.
};

/// Runs a program to its end. Empty when it cannot be started or fails; the reason is printed.
std::optional<Usage> runProgram(const QString &program, const QStringList &arguments);

/// Resident memory of this process in megabytes, now and at its peak.
double residentMegabytes();
double peakMegabytes();

/// Seconds that \a work takes.
template<typename Work>
double seconds(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Median and largest of the times in \a times; empties nothing.
struct Spread
{
    double median = 0;
    double most = 0;
};
Spread spread(std::vector<double> times);

void printLine(const QString &text = {});
/// A line of the table: what was measured and its values, in columns.
void printRow(const QString &what, const QStringList &values);
QString number(double value, int places = 2);
/// "3.4 s".
QString inSeconds(double value);
/// "3.4 ms" of seconds.
QString inMilliseconds(double value);
QString inMegabytes(double value);
/// "2.6 x (target >= 2.5)" and whether it is met.
QString ratio(double value, const QString &target, bool met);

/// Prints the reason and answers false.
bool failed(const QString &text, const QString &detail = {});

} // namespace bench
