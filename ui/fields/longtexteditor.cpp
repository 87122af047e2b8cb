// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/longtexteditor.h"

#include "core/base/text.h"
#include "ui/style/theme.h"

#include <QPlainTextEdit>

namespace ui {

LongTextEditor::LongTextEditor(const core::Field &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_text(new QPlainTextEdit)
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(88);
    setMain(m_text, m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isShowing)
            noteEdit();
    });
}

QVariant LongTextEditor::value() const
{
    const QString text = core::cleanText(m_text->toPlainText());
    return text.isNull() ? QStringLiteral("") : text;
}

void LongTextEditor::showValue(const QVariant &value)
{
    m_isShowing = true;
    m_text->setPlainText(value.toString());
    m_isShowing = false;
}

void LongTextEditor::applyReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
}

QString LongTextEditor::shownText() const
{
    return m_text->toPlainText();
}

} // namespace ui
