// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/storedscore.h"
#include "ui/pages/evaluationscope.h"
#include "ui/pages/page.h"
#include "ui/storequestions.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ui {

class DataTable;
class EmptyState;
class EvaluationModel;
class RankingPanel;
class Tag;
class TextLabel;
class ExplanationView;

/// The points evaluation of a year: computes it, ranks it, shows how the points are distributed and why
/// each organization has its points, and publishes it.
class EvaluationPage : public Page
{
    Q_OBJECT
public:
    explicit EvaluationPage(Session &session, QWidget *parent = nullptr);
    ~EvaluationPage() override;

    void enter() override;
    void leave() override;
    void focusFirst() override;
    int year() const { return m_scope.year; }
    void setYear(int year);
    /// Shows one of several evaluations of the year.
    void setEvaluation(const core::Id<core::Evaluation> &evaluation);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    // Building: evaluationpage.cpp.
    QWidget *buildHead();
    QWidget *buildRanking();
    QWidget *buildWhy();
    void connectParts();

    // Showing what is stored: evaluationpage.cpp.
    void fillYears();
    void fillEvaluations();
    void fillTowns();
    void reload();
    void showState();
    void applyScope();
    void chooseColumns();
    void showCounts();
    void showWhy();
    void explain();
    void loadEveryone();
    bool isOutOfDate() const;
    bool isAnotherScheme() const;
    const core::Scheme *schemeInUse();

    // What the clerk asks for: evaluationverbs.cpp.
    void compute();
    void chooseScheme();
    void askVerb(const char *key);
    void scoreIndicator(const QString &code);
    void follow(const core::ChangeSet &changes);

    enum Subject { Everyone, Explaining };

    EvaluationScope m_scope;
    std::shared_ptr<const core::StoredPlan> m_plan; ///< Of what is stored and shown; null: nothing is.
    std::optional<core::Scheme> m_chosen;           ///< For the next computing; empty: as stored, or shipped.
    std::shared_ptr<const core::EvaluationOutcome> m_everyone; ///< Only where explanations need it.
    QString m_selected;                                        ///< Organization shown at the right.
    QString m_lastRun;                                         ///< 0.4 秒.
    bool m_changing = false;
    QTimer m_whyTimer;    ///< Arrow keys held down do not explain every row they pass.
    QTimer m_reloadTimer; ///< Many changes at once are shown once.

    QComboBox *m_year;
    QComboBox *m_evaluation; ///< Where the year has several.
    Tag *m_schemeTag;
    Tag *m_stateTag;
    Tag *m_rangeTag;
    QPushButton *m_scheme;
    QPushButton *m_compute;
    QPushButton *m_publish;
    QPushButton *m_withdraw;
    QPushButton *m_print;
    QTabBar *m_tabs;
    QComboBox *m_kind;
    QComboBox *m_town;
    EvaluationModel *m_model;
    DataTable *m_table;
    RankingPanel *m_panel;
    ExplanationView *m_why;
    QStackedWidget *m_stack;
    QWidget *m_results;
    EmptyState *m_empty;
    StoreQuestions m_questions;
};

} // namespace ui
