// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/fieldeditor.h"

class QPlainTextEdit;

namespace ui {

/// Text of several lines. Enter starts a new line here, Tab goes on.
class LongTextEditor : public FieldEditor
{
    Q_OBJECT
public:
    LongTextEditor(const core::Field &field, QWidget *parent);

    QVariant value() const override;

protected:
    void showValue(const QVariant &value) override;
    void applyReadOnly(bool readOnly) override;
    QString shownText() const override;

private:
    QPlainTextEdit *m_text;
    bool m_isShowing = false; ///< The change comes from setValue().
};

} // namespace ui
