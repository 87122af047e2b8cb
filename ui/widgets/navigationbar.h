// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QListWidget>

namespace ui {

/// The pages at the left of the window, in groups with headings. Up and Down move, Enter or a click opens;
/// a letter jumps. The page that is open is tinted, the entry with the keyboard has a ring.
class NavigationBar : public QListWidget
{
    Q_OBJECT
public:
    explicit NavigationBar(QWidget *parent = nullptr);

    void addGroup(const QString &heading);
    /// \a key names the page for activated() and setChecked().
    void addPage(const QString &key, const QString &text, std::optional<Icon> sign = {});
    /// A number behind the entry; 0 takes it away.
    void setBadge(const QString &key, qint64 count, Tone tone = Tone::Late);
    qint64 badge(const QString &key) const;
    /// Shows which page is open. Emits nothing.
    void setChecked(const QString &key);
    QString checked() const { return m_checked; }
    /// Words without signs, for windows that have little room (a small screen at 150 %).
    void setSlim(bool slim);
    bool isSlim() const { return m_isSlim; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void open(const QListWidgetItem *item);

    int fullWidth() const;

    QString m_checked;
    bool m_isSlim = false;
};

} // namespace ui
