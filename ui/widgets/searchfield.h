// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QVariant>

class QListWidget;
class QListWidgetItem;

namespace ui {

/// One answer to what was typed.
struct SearchHit
{
    QString group; ///< Heading it stands under: 社会组织, 负责人. Hits of one group follow each other.
    QString title;
    QString detail; ///< Small words at the right: code, town.
    QVariant data;  ///< What the caller needs to open it.
};

/// The field on top of the window. While text is typed it asks by queryChanged(); the caller answers by
/// setHits(), at once or later. Up and Down choose, Enter opens, Esc closes, Ctrl+K comes here from anywhere.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);
    ~SearchField() override;

    /// Shows the hits of the text as it is now; an empty list says that nothing was found.
    void setHits(const QList<SearchHit> &hits);
    /// The list below the field, for tests and for positioning.
    QListWidget *popup() const { return m_popup; }
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
    void placePopup();
    void move(int step);
    void open(const QListWidgetItem *item);

    QListWidget *m_popup;
    QList<SearchHit> m_hits;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::SearchHit)
