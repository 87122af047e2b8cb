// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <QJsonObject>
#include <QString>

#include <atomic>
#include <thread>

namespace cli {

/// What the process answers with.
enum ExitCode {
    Done = 0,
    Refused = 1,    ///< Understood, but not done; the reasons are told.
    WrongUsage = 2, ///< Not understood; the usage is told.
};

/// Where a verb writes: words for a person, or one JSON object for a machine (--json).
/// Answers go to stdout; reasons and progress to stderr.
class Console
{
public:
    enum class Form { Words, Json };
    void setForm(Form form) { m_form = form; }
    bool isJson() const { return m_form == Form::Json; }

    /// A line for a person; nothing with --json.
    void say(const QString &line) const;
    /// The end of a verb that did its work: with --json, \a answer with "ok": true. Refused when not all that
    /// was written out has arrived (a full disk).
    int done(QJsonObject answer = {}) const;
    /// The end of a verb that was refused. With --json, \a answer with "ok": false and the error.
    int refused(const core::Error &error, QJsonObject answer = {}) const;
    /// The end of a verb that refused rows or conditions and has told why: "ok": false.
    int refused(QJsonObject answer) const;
    /// What is wrong with the arguments, and the \a usage.
    int wrongUsage(const QString &text, const QString &usage) const;

    static void writeOut(const QString &text);
    static void writeError(const QString &text);

private:
    Form m_form = Form::Words;
};

/// Shows on stderr how far a Progress is, while it lives, when stderr is a terminal.
class ProgressLine
{
public:
    explicit ProgressLine(const core::Progress &progress);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

private:
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

/// What \a work answers, which takes a core::Progress; while it runs, a ProgressLine shows how far it is.
template<typename Work>
auto withProgress(Work work)
{
    core::Progress progress;
    const ProgressLine shown(progress);
    return work(progress);
}

/// How many columns of a terminal \a text takes: Chinese characters and full-width signs take two.
int columnsOf(QStringView text);
/// \a text with blanks behind it up to \a columns.
QString padded(const QString &text, int columns);

} // namespace cli
