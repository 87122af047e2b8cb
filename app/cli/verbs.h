// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"

#include <span>

namespace cli {

/// What the program can be asked to do.
struct Verb
{
    const char *name;
    const char *usage;
    const char *summary; ///< Chinese.
    int (*run)(Console &, const QStringList &);
    bool draws = false; ///< Makes pages: needs fonts, so a QGuiApplication.
};

/// Every verb, in the order of the overview.
std::span<const Verb> allVerbs();

// One file a verb. \a arguments start with the verb; the answer is the exit code.

int runNew(Console &console, const QStringList &arguments);
int runImport(Console &console, const QStringList &arguments);
int runEvaluate(Console &console, const QStringList &arguments);
int runDo(Console &console, const QStringList &arguments);
int runScore(Console &console, const QStringList &arguments);
int runReport(Console &console, const QStringList &arguments);
int runDue(Console &console, const QStringList &arguments);
int runQuery(Console &console, const QStringList &arguments);
int runSearch(Console &console, const QStringList &arguments);
int runHistory(Console &console, const QStringList &arguments);
int runUndo(Console &console, const QStringList &arguments);
int runRedo(Console &console, const QStringList &arguments);
int runVerify(Console &console, const QStringList &arguments);
int runBackup(Console &console, const QStringList &arguments);
int runSample(Console &console, const QStringList &arguments);

} // namespace cli
