// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/prompt.h"

#include <QList>
#include <QStringList>

/// Answers from a queue, and remembers what was said. A question without a queued answer is answered with no.
class TestPrompt : public ui::Prompt
{
public:
    /// Queues an answer to the next question: a reason, a file name; for confirm() any text means yes, for
    /// choose() it is the words of the button.
    void answer(const QString &text) { m_answers.append(text); }
    /// Queues a no.
    void refuse() { m_answers.append(std::optional<QString>()); }

    const QList<core::Error> &errors() const { return m_errors; }
    /// All texts shown or asked, in order.
    const QStringList &said() const { return m_said; }

    /// What was offered for the last file to write.
    const QString &lastSuggested() const { return m_suggested; }
    /// Of the last inform(); nothing before the first.
    std::optional<ui::Tone> lastTone() const { return m_tone; }
    /// Of the last question that confirm() asked; nothing before the first.
    std::optional<Stakes> lastStakes() const { return m_stakes; }

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
    void showText(const QString &title, const QString &text, ui::Tone tone) override;

private:
    std::optional<QString> next(const QString &question);

    QList<std::optional<QString>> m_answers;
    QList<core::Error> m_errors;
    QStringList m_said;
    QString m_suggested;
    std::optional<Stakes> m_stakes;
    std::optional<ui::Tone> m_tone;
};
