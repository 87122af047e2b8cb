// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/charts/barchart.h"
#include "ui/pages/evaluationscope.h"

#include <QWidget>

class QTabBar;

namespace ui {

class TextLabel;

/// The charts below the ranking: how the points are distributed, and averages by kind and by town. A bar
/// leads to the list behind it.
class RankingPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RankingPanel(core::Store &store, QWidget *parent = nullptr);

    /// \a who: 社会团体 182 家; \a full: the highest points that can be had.
    void setScope(const EvaluationScope &scope, const QString &who, core::Decimal full, int places);
    BarChart *chart() const { return m_chart; }

Q_SIGNALS:
    void rangeChosen(const ui::EvaluationScope::Range &range, const QString &name);
    void kindChosen(const QString &key);
    void townChosen(const QString &id);
    void failed(const core::Error &error);

private:
    enum Mode { Distribution, ByKind, ByTown };

    void rebuild();
    core::Status countDistribution();
    core::Status countAverages(const QString &path);
    void activate(int bar);
    QString groupName(const QString &path, const QString &key) const;

    core::Store &m_store;
    EvaluationScope m_scope;
    QString m_who;
    core::Decimal m_full;
    int m_places = 1;
    QTabBar *m_modes;
    TextLabel *m_title;
    TextLabel *m_warned;
    TextLabel *m_watched;
    BarChart *m_chart;
    std::vector<EvaluationScope::Range> m_ranges; ///< Of the bars of the distribution.
    QStringList m_keys;                           ///< Of the bars of averages.
};

/// Width of the steps of a distribution, so that about twenty reach \a full: 1, 2, 5, 10, 25, 50 …
qint64 distributionStep(core::Decimal full);

} // namespace ui
