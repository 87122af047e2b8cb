// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include <QEvent>

namespace ui {

TextLabel::TextLabel(TextRole role, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    applyLook();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyLook();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyLook();
}

void TextLabel::applyLook()
{
    const Tokens &t = tokens();
    QColor color = t.ink;
    switch (m_role) {
    case TextRole::Body: setFont(textFont()); break;
    case TextRole::Strong:
    case TextRole::CardTitle: setFont(textFont(TextSize::Body, Weight::Strong)); break;
    case TextRole::Secondary:
        setFont(textFont());
        color = t.secondary;
        break;
    case TextRole::Hint:
        setFont(textFont(TextSize::Hint));
        color = t.faint;
        break;
    case TextRole::Label:
        setFont(textFont(TextSize::Hint));
        color = t.secondary;
        break;
    case TextRole::Subject: setFont(textFont(TextSize::Card, Weight::Strong)); break;
    case TextRole::PageTitle: setFont(textFont(TextSize::Page, Weight::Strong)); break;
    case TextRole::Figure: setFont(textFont(TextSize::Figure)); break;
    }
    QPalette look = palette();
    look.setColor(QPalette::WindowText, m_tone == Tone::Neutral ? color : t.text(m_tone));
    setPalette(look);
}

} // namespace ui
