// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprompt.h"

std::optional<QString> TestPrompt::next(const QString &question)
{
    m_said.append(question);
    return m_answers.isEmpty() ? std::optional<QString>() : m_answers.takeFirst();
}

void TestPrompt::showError(const core::Error &error)
{
    m_errors.append(error);
    m_said.append(error.text);
}

void TestPrompt::showText(const QString &title, const QString &text, ui::Tone tone)
{
    m_tone = tone;
    m_said.append(title + u'\n' + text);
}

void TestPrompt::confirm(const QString &text, const QString &, Stakes stakes, std::function<void()> yes)
{
    m_stakes = stakes;
    if (next(text))
        yes();
}

void TestPrompt::choose(const QString &title, const QString &text, const std::vector<Choice> &choices)
{
    const auto answer = next(title + u'\n' + text);
    for (const Choice &choice : choices) {
        if (answer == choice.verb)
            return choice.run();
    }
}

void TestPrompt::askReason(const QString &text, Answer answer)
{
    answer(next(text));
}

void TestPrompt::askText(const QString &, const QString &text, const QString &, Answer answer)
{
    answer(next(text));
}

void TestPrompt::openFile(FileKind, const QString &title, const QString &, Answer answer)
{
    answer(next(title));
}

void TestPrompt::saveFile(FileKind, const QString &title, const QString &suggested, const QString &,
                          Answer answer)
{
    m_suggested = suggested;
    answer(next(title));
}

void TestPrompt::chooseFolder(FileKind, const QString &title, Answer answer)
{
    answer(next(title));
}
