// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialogbox.h"

class QLineEdit;

namespace ui {

class TextLabel;

/// Asks for the bureau and the division code of a new file.
class NewCountyDialog : public DialogBox
{
    Q_OBJECT
public:
    explicit NewCountyDialog(QWidget *window);

    QString bureau() const;
    QString divisionCode() const;
    void accept() override;

private:
    void showRegion();
    /// Says what is missing and goes there.
    void ask(QLineEdit *field, const QString &text);

    QLineEdit *m_bureau;
    QLineEdit *m_code;
    TextLabel *m_region;
};

} // namespace ui
