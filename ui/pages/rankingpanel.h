// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/charts/barchart.h"
#include "ui/pages/evaluationscope.h"
#include "ui/storequestions.h"

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

    /// \a who: 社会团体; \a full: the highest points that can be had.
    void setScope(const EvaluationScope &scope, const QString &who, core::Decimal full, int places);
    BarChart *chart() const { return m_chart; }

Q_SIGNALS:
    void rangeChosen(const ui::EvaluationScope::Range &range, const QString &name);
    void kindChosen(const QString &key);
    void townChosen(const QString &id);
    void failed(const core::Error &error);

private:
    enum Mode { Distribution, ByKind, ByTown };
    /// What the chart of a mode shows.
    struct Chart
    {
        std::vector<BarChart::Bar> bars;
        std::vector<EvaluationScope::Range> ranges; ///< Of the bars of the distribution.
        QStringList keys;                           ///< Of the bars of averages.
        int chosen = -1;
        qint64 organizations = 0;
        qint64 warned = 0;
        qint64 watched = 0;
    };

    void rebuild();
    static core::Result<Chart> distribution(const core::Store &store, const EvaluationScope &scope,
                                            core::Decimal full);
    static core::Result<Chart> averages(const core::Store &store, const EvaluationScope &scope, Mode mode,
                                        int places);
    void show(Mode mode, Chart chart);
    void activate(int bar);

    EvaluationScope m_scope;
    QString m_who;
    core::Decimal m_full;
    int m_places = 1;
    QTabBar *m_modes;
    TextLabel *m_title;
    TextLabel *m_warned;
    TextLabel *m_watched;
    BarChart *m_chart;
    Chart m_shown; ///< Without its bars: the chart has them.
    Mode m_shownMode = Distribution;
    StoreQuestions m_questions;
};

/// Width of the steps of a distribution, so that about twenty reach \a full: 1, 2, 5, 10, 25, 50 …
qint64 distributionStep(core::Decimal full);

} // namespace ui
