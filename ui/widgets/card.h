// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace ui {

class TextLabel;

/// A white box with rounded edges: an optional head (title left, hint or widgets right), then the body.
class Card : public QWidget
{
    Q_OBJECT
public:
    /// Inset keeps 16 around the body; Flush lets a table reach the edges.
    enum class Body { Inset, Flush };

    explicit Card(const QString &title = {}, Body body = Body::Inset, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Small words at the right of the head.
    void setHint(const QString &hint);
    /// Where the content goes, from top to bottom.
    QBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_headArea;
    QHBoxLayout *m_head;
    TextLabel *m_title;
    TextLabel *m_hint;
    QBoxLayout *m_body;
};

} // namespace ui
