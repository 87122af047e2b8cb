// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// What the window shows without a file: make one, open one, the files opened last.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void restoreWanted();
    void fileWanted(const QString &path);

private:
    QVBoxLayout *m_recent;
};

} // namespace ui
