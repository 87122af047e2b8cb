// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QAbstractButton>

namespace ui {

/// A figure on the home page with its sign, its name and a hint; a click opens the list behind it.
class StatTile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StatTile(Icon sign, const QString &label, QWidget *parent = nullptr);

    /// \a tone colours figure and sign; Neutral leaves them ink.
    void setFigure(const QString &figure, Tone tone = Tone::Neutral);
    void setHint(const QString &hint);
    QString figure() const { return m_figure; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();

    Icon m_sign;
    QString m_figure;
    QString m_hint;
    Tone m_tone = Tone::Neutral;
};

} // namespace ui
