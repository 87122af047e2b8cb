// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"
#include "ui/widgets/button.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class BodyArea;

/// A dialog in the look of the theme: sign and title, body, buttons at the right, the one that acts last.
/// Opened with open(): window-modal, nothing waits for it. Deletes itself when closed.
///
/// It is never larger than the screen has room for: what was given room gives it back first, then the body
/// scrolls. Title and buttons are always to be seen. Enter never presses a dangerous button that the clerk
/// has not gone to: where there is one, Enter is the button that does nothing.
class DialogBox : public QDialog
{
    Q_OBJECT
public:
    DialogBox(Icon sign, Tone tone, const QString &title, QWidget *window);

    QVBoxLayout *body() const { return m_body; }
    void addText(const QString &text);
    /// \a part, which scrolls by itself (a table, a long text), gets \a wish where the screen has it, less
    /// where it has not, and what is left of the height when the dialog is made larger.
    void giveRoom(QWidget *part, QSize wish);
    /// The button that closes without doing anything (Esc).
    QPushButton *addRejectButton(const QString &text);
    /// The button that acts; the default (Enter) unless it is dangerous. Of several, the first that is not.
    QPushButton *addAcceptButton(const QString &text, ButtonKind kind = ButtonKind::Primary);

    /// Opens the dialog with the keyboard on the button that Enter is: for a question without a form.
    void openAtDefault();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    /// Fits the dialog when what its body needs has changed.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void shareHeight();
    /// The height of everything in \a width, with every room as it is wished for.
    int wishedHeight(int width) const;
    QSize mostSize() const;
    void stayOnScreen();

    Icon m_sign;
    Tone m_tone;
    BodyArea *m_area;
    QVBoxLayout *m_body;
    QVBoxLayout *m_all;
    QHBoxLayout *m_buttons;
    int m_wished = 0; ///< The height at which nothing is given back, when it was asked last.
    QPushButton *m_reject = nullptr;
    QPushButton *m_default = nullptr; ///< What Enter is.
    bool m_defaultActs = false;
};

} // namespace ui
