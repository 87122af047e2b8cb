// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/explanation.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// Shows why an organization has its points: every indicator with its explanation and links to what is
/// behind it.
class ExplanationView : public QWidget
{
    Q_OBJECT
public:
    explicit ExplanationView(QWidget *parent = nullptr);

    void setWhy(const Why &why, bool canScore);
    /// Nothing chosen, or still being read: one sentence.
    void setMessage(const QString &text);
    const Why &why() const { return m_why; }

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void recordsWanted(const core::Query &records, const QString &what);
    void scoreWanted(const QString &indicator);

private:
    void fill();
    QWidget *makeRow(const Why::Row &row);
    void follow(const QString &link);

    Why m_why;
    bool m_canScore = false;
    bool m_isNarrow = false; ///< The words stand below name and points instead of between them.
    TextLabel *m_name;
    TextLabel *m_score;
    TextLabel *m_place;
    QScrollArea *m_area;
};

} // namespace ui
