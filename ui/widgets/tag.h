// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QAbstractButton>

class QPainter;

namespace ui {

/// Size of a tag with these words.
QSize tagSize(const QString &text, Tone tone);
/// Paints a tag at the top left of \a rect, not wider than that.
void paintTag(QPainter &painter, const QRect &rect, const QString &text, Tone tone);

/// A few words on a tint, with the sign of their tone. May be closable: then a ✕ stands at its end, a
/// click or Enter emits closed(), and Tab reaches it.
class Tag : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Tag(const QString &text, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setTone(Tone tone);
    /// \a closeText is said behind the ✕: 清除.
    void setClosable(const QString &closeText);
    QSize sizeHint() const override;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString words() const;

    Tone m_tone;
    QString m_closeText;
    bool m_closable = false;
};

} // namespace ui
