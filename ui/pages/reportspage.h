// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/papers/paper.h"
#include "ui/print/fonts.h"
#include "ui/print/page.h"
#include "ui/storequestions.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QButtonGroup;
class QComboBox;
class QPrinter;
class QPushButton;
class QStackedWidget;

namespace ui {

class EmptyState;
class PreviewView;
class Tag;
class TextLabel;

/// Papers of an evaluated year, of every kind that features name (FeaturePages::papers). What is seen is what
/// is printed.
class ReportsPage : public Page
{
    Q_OBJECT
public:
    explicit ReportsPage(Session &session, QWidget *parent = nullptr);
    ~ReportsPage() override;

    void enter() override;
    void showAll() override;
    /// Lets a long year go; a short one stays, with what was chosen in it.
    void leave() override;
    /// So many organizations make a long year.
    void setLongYear(qsizetype organizations) { m_longYear = organizations; }
    void focusFirst() override;
    /// Shows an evaluation, narrowed to the organizations of a query over that type.
    void show(const PrintScope &scope);

private:
    enum Subject { Year, Only };

    QWidget *buildHead();
    QWidget *buildOptions();
    QWidget *buildPreview();
    void connectParts();

    void fillYears();
    void load();
    void loaded(core::Result<Paper::Year> answer);
    /// Drops a long year with all that was made of it; a short one stays.
    void letGo();
    void setOnly(const std::optional<QStringList> &only);
    void showPaper();
    void preview();
    void giveUpPreview();
    void showInfo();
    void step(int by);
    /// The kind that is chosen.
    Paper &paper() const;

    void print();
    void printOn(std::shared_ptr<QPrinter> printer);
    void savePdf();
    /// Asks before reports that are in the folder are replaced.
    void printInto(PrintOptions options);
    void runPdf(const PrintOptions &options);
    void saveWorkbook(const Paper::Workbook &workbook);

    core::Id<core::Evaluation> m_evaluation;
    Paper::Year m_data;
    qsizetype m_longYear = 20'000;
    PaperFonts m_fonts;
    std::shared_ptr<core::Progress> m_layout; ///< Of the newest preview.
    int m_asked = 0;                          ///< Previews of older wishes are dropped.
    bool m_stale = true;                      ///< The file changed since the data were read.
    QTimer m_previewTimer;

    QComboBox *m_years = nullptr;
    Tag *m_state = nullptr;
    Tag *m_onlyTag = nullptr;
    QButtonGroup *m_kinds = nullptr;
    QStackedWidget *m_options = nullptr;
    std::vector<Paper *> m_papers; ///< In the order of the buttons.
    PreviewView *m_preview = nullptr;
    TextLabel *m_info = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    std::vector<QPushButton *> m_workbooks;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    StoreQuestions m_questions;
};

} // namespace ui
