// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/hitpopup.h"

#include <QLineEdit>

namespace ui {

/// The field on top of the window. While text is typed it asks by queryChanged(); the caller answers by
/// setHits(), at once or later. Up and Down choose, Enter opens, Esc closes, Ctrl+K comes here from anywhere.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    /// Shows the hits of the text as it is now; an empty list says that nothing was found.
    void setHits(const QList<SearchHit> &hits);
    /// The list below the field, for tests and for positioning.
    HitPopup *popup() const { return m_popup; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void queryChanged(const QString &text);
    void activated(const ui::SearchHit &hit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void onEdited(const QString &text);
    void open(const SearchHit &hit);

    HitPopup *m_popup;
};

} // namespace ui
