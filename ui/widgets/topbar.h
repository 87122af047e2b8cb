// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class SearchField;

/// The bar on top of the window: program and county, the search field, buttons at the right.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    /// 嘉宁县: shown as 善治 · 嘉宁县.
    void setPlace(const QString &place);
    SearchField *search() const { return m_search; }
    /// Adds a button at the right end. Its object name is \a name.
    QPushButton *addButton(const QString &text, ButtonKind kind, std::optional<Icon> sign, const char *name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_place;
    SearchField *m_search;
    QHBoxLayout *m_row;
};

} // namespace ui
