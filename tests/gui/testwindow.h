// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/support/samplestore.h"
#include "tests/support/testprompt.h"
#include "ui/pages/recordform.h"
#include "ui/style/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <algorithm>

/// A file that is not the one of the window, by another name.
struct OtherFile
{
    SampleStore county{SampleStore::State::Empty};
    QString path = QDir(county.folder()).filePath(QStringLiteral("另一个.shanzhi"));

    OtherFile() { REQUIRE(QFile::copy((*county).path(), path)); }
};

/// The real window on a copy of the sample county, with queued answers.
struct TestWindow
{
    SampleStore sample;
    TestPrompt prompt;
    ui::MainWindow window{&prompt, &SampleStore::today};

    explicit TestWindow(const QString &path = {}, SampleStore::State state = SampleStore::State::Evaluated)
        : sample(state)
    {
        ui::applyTheme(*qApp, ui::Theme::Light);
        window.resize(1366, 768);
        window.QWidget::show();
        window.openFile(path.isEmpty() ? (*sample).path() : path);
        QApplication::processEvents();
    }
    core::Store &store() { return window.workspace()->store(); }
    template<typename T>
    T *find(const char *name)
    {
        // Pages keep their widgets while they are hidden: the one on screen is meant. It may come with an
        // answer.
        T *found = nullptr;
        INFO(name);
        REQUIRE(waitFor([&] {
            const QList<T *> all = window.findChildren<T *>(QString::fromLatin1(name));
            for (T *one : all) {
                if (one->isVisible())
                    found = one;
            }
            return found != nullptr;
        }));
        return found;
    }
    void click(const char *name)
    {
        QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
        QApplication::processEvents();
    }
    /// Chinese goes in as the input method gives it.
    static void type(QWidget *into, const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(into, &event);
        QApplication::processEvents();
    }
    static bool waitFor(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 10'000); }
    /// Opens a page and waits until its list, if it has one, shows its rows.
    void open(const QString &page)
    {
        window.workspace()->showPage(page);
        QApplication::processEvents();
        const auto *form = window.findChild<QWidget *>(page)->findChild<ui::RecordForm *>();
        if (form)
            REQUIRE(waitFor([&] { return !form->recordId().isEmpty(); }));
    }
    /// A key for the window, which is the active one after whatever stood before it.
    void key(const QKeySequence &keys)
    {
        QApplication::setActiveWindow(&window);
        QTest::keySequence(&window, keys);
    }
    /// Takes an entry of the menu behind ⋯ with the mouse and then the keys. Nothing that it starts has come
    /// back when this returns.
    void choose(const QString &text) { press(*openMenu(), text); }
    /// The same by the name of the action, which must read \a text where that is given.
    void choose(const char *action, const QString &text = {})
    {
        INFO(action);
        const auto *entry = window.workspace()->findChild<QAction *>(QString::fromLatin1(action));
        REQUIRE(entry);
        if (!text.isEmpty())
            REQUIRE(entry->text() == text);
        choose(entry->text());
    }
    QMenu *openMenu()
    {
        QTest::mouseClick(find<QPushButton>("more"), Qt::LeftButton);
        QMenu *menu = window.workspace()->menu();
        REQUIRE(menu->isVisible());
        return menu;
    }
    static void press(QMenu &menu, const QString &text)
    {
        INFO(text.toStdString());
        const QList<QAction *> all = menu.actions();
        const auto entry = std::find_if(all.begin(), all.end(),
                                        [&](const QAction *action) { return action->text() == text; });
        REQUIRE(entry != all.end());
        REQUIRE((*entry)->isEnabled());
        menu.setActiveAction(*entry);
        if (!(*entry)->menu())
            QTest::keyClick(&menu, Qt::Key_Return);
    }
    /// Whether \a text stands somewhere on the screen.
    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
};
