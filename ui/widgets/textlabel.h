// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QLabel>

namespace ui {

/// What a line of text is for; size, weight and colour follow from it and from the theme.
enum class TextRole {
    Body,      ///< 14, ink.
    Strong,    ///< 14, one step heavier.
    Secondary, ///< 14, for labels beside fields.
    Hint,      ///< 12, faint.
    Label,     ///< 12, secondary.
    CardTitle, ///< 14 strong: the head of a card.
    Subject,   ///< 16 strong: what a form is about.
    PageTitle, ///< 20 strong.
    Figure,    ///< 28.
};

/// A label that follows the theme.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    /// Colours the text; Neutral gives the colour of the role.
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    TextRole m_role;
    Tone m_tone = Tone::Neutral;
};

} // namespace ui
