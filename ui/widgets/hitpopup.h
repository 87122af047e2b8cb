// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QVariant>

namespace ui {

/// One answer to what was typed.
struct SearchHit
{
    QString group; ///< Heading it stands under: 社会组织, 负责人. Hits of one group follow each other.
    QString title;
    QString detail; ///< Small words at the right: code, town.
    QVariant data;  ///< What the caller needs to open it.
};

/// The list of hits below a field. Takes no keyboard: the field keeps it and moves the choice. A child of
/// the field's window, so that no window manager is involved.
class HitPopup : public QListWidget
{
    Q_OBJECT
public:
    /// \a field is what it stands below.
    explicit HitPopup(QWidget *field);

    /// Shows \a hits with the first one chosen; \a nothing is said when there are none.
    void showHits(const QList<SearchHit> &hits, const QString &nothing);
    /// Goes \a step hits down, headings left out.
    void moveChoice(int step);
    /// The hit that is chosen; null: none.
    const SearchHit *chosen() const;
    void place();

Q_SIGNALS:
    void hitClicked(const ui::SearchHit &hit);

private:
    const SearchHit *hitOf(const QListWidgetItem *item) const;

    QWidget *m_field;
    QList<SearchHit> m_hits;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::SearchHit)
