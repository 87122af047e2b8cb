// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/style/tokens.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// The one place that shows errors, asks questions and asks for files. Objects get it in their constructor.
/// Nothing here waits: answers come by callback, and a dialog that is closed without an answer calls nothing
/// except where a callback takes an empty value.
class Prompt
{
public:
    /// A reason or a file; empty: the clerk thought better of it.
    using Answer = std::function<void(const std::optional<QString> &)>;

    Prompt() = default;
    Prompt(const Prompt &) = delete;
    Prompt &operator=(const Prompt &) = delete;
    virtual ~Prompt() = default;

    /// Says what failed. Cancelled is what the clerk wanted and is not shown.
    void error(const core::Error &error);
    /// Says something that needs to be read; \a tone: whether it is good news.
    void inform(const QString &title, const QString &text, Tone tone = Tone::Accent);
    /// What a yes costs, when it was not meant. Loss: something is destroyed, given up, written over, or
    /// known outside; Enter is then no, and the button looks so.
    enum class Stakes { None, Loss };
    /// Asks before something is done; the button says what: 删除. \a yes runs only if it is pressed.
    virtual void confirm(const QString &text, const QString &verb, Stakes stakes,
                         std::function<void()> yes) = 0;
    /// One of several ways to go on, and the words of its button.
    struct Choice
    {
        QString verb;
        Stakes stakes;
        std::function<void()> run;
    };
    /// Asks which of several things to do, if any; that of the button that is pressed runs. Enter is the
    /// first that costs nothing.
    virtual void choose(const QString &title, const QString &text, const std::vector<Choice> &choices) = 0;
    /// Asks why; the reason is never blank.
    virtual void askReason(const QString &text, Answer answer) = 0;
    /// Asks for a line of text, which is never blank; \a label names it.
    virtual void askText(const QString &title, const QString &text, const QString &label, Answer answer) = 0;
    /// What a file is to the clerk: each kind is looked for where the last one of it was.
    enum class FileKind { County, Backup, Table, Export, Report, Scheme, Attachment };
    /// \a filters as Qt writes them: "表格 (*.xlsx *.csv)".
    virtual void openFile(FileKind kind, const QString &title, const QString &filters, Answer answer) = 0;
    /// Asks for a file to write; offers \a suggested and asks itself before an existing file is replaced.
    virtual void saveFile(FileKind kind, const QString &title, const QString &suggested,
                          const QString &filters, Answer answer) = 0;
    virtual void chooseFolder(FileKind kind, const QString &title, Answer answer) = 0;
    /// Where the open file lies: the first file of a kind is looked for there.
    void setHome(const QString &folder) { m_home = folder; }

protected:
    virtual void showError(const core::Error &error) = 0;
    virtual void showText(const QString &title, const QString &text, Tone tone) = 0;
    const QString &home() const { return m_home; }

private:
    QString m_home;
};

/// The real one: window-modal dialogs over a window.
class WindowPrompt : public Prompt
{
public:
    explicit WindowPrompt(QWidget *window)
        : m_window(window)
    {}

    void confirm(const QString &text, const QString &verb, Stakes stakes, std::function<void()> yes) override;
    void choose(const QString &title, const QString &text, const std::vector<Choice> &choices) override;
    void askReason(const QString &text, Answer answer) override;
    void askText(const QString &title, const QString &text, const QString &label, Answer answer) override;
    void openFile(FileKind kind, const QString &title, const QString &filters, Answer answer) override;
    void saveFile(FileKind kind, const QString &title, const QString &suggested, const QString &filters,
                  Answer answer) override;
    void chooseFolder(FileKind kind, const QString &title, Answer answer) override;

protected:
    void showError(const core::Error &error) override;
    void showText(const QString &title, const QString &text, Tone tone) override;

private:
    QPointer<QWidget> m_window;
};

} // namespace ui
