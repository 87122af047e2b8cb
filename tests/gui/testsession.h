// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query.h"
#include "tests/support/samplestore.h"
#include "tests/support/testprompt.h"
#include "ui/session.h"
#include "ui/style/theme.h"
#include "ui/taskrunner.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QStringList>
#include <QTest>
#include <QWidget>

/// Remembers where pages wanted to go.
class TestNavigator : public ui::Navigator
{
public:
    void showPage(const QString &key) override { visited.append(key); }
    void showRecord(const core::RecordType &, const QString &id) override { visited.append(id); }
    void showList(const core::Query &query, const QString &what) override
    {
        visited.append(what);
        lists.push_back(query);
    }
    void showDue(ui::Due due) override { visited.append(QStringLiteral("due%1").arg(int(due))); }
    void showReports(const ui::PrintScope &scope) override
    {
        visited.append(scope.evaluation.text);
        lists.push_back(scope.organizations);
    }
    void showImport() override { visited.append(QStringLiteral("import")); }
    void tell(const QString &text, const QString &, std::function<void()> action) override
    {
        told.append(text);
        lastAction = std::move(action);
    }

    QStringList visited;
    QStringList told;
    std::vector<core::Query> lists;
    std::function<void()> lastAction;
};

/// A session over a sample county, with answers prepared for every dialog.
struct TestSession
{
    explicit TestSession(SampleStore::State state)
        : store(state)
    {}

    SampleStore store;
    TestPrompt prompt;
    TestNavigator navigator;
    ui::TaskRunner tasks{*store};
    ui::Session session{*store, prompt, tasks, navigator, [] { return SampleStore::today(); }};
};

/// Lets the window work until \a condition holds; false when it does not within \a milliseconds.
template<typename Condition>
bool waitFor(Condition condition, int milliseconds = 60'000)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds)
            return false;
        QTest::qWait(10);
    }
    return true;
}

/// Shows \a widget as the active window, in the look of the program.
inline void showActive(QWidget &widget, QSize size, ui::Theme theme = ui::Theme::Light)
{
    ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme);
    widget.resize(size);
    widget.show();
    QApplication::setActiveWindow(&widget);
    QTest::qWait(20);
}

/// With SHANZHI_PICTURES=folder keeps what \a widget looks like, for the eye.
inline void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("SHANZHI_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}
