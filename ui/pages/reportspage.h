// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/yearenddata.h"
#include "ui/pages/page.h"
#include "ui/print/fonts.h"
#include "ui/print/page.h"
#include "ui/print/printjob.h"
#include "ui/reader.h"

#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPrinter;
class QPushButton;
class QStackedWidget;

namespace ui {

class DataTable;
class EmptyState;
class PreviewView;
class ReportListModel;
class Tag;
class TextLabel;

/// Papers of an evaluated year: a report for each organization, the public notice, the county summary, the
/// ranking as a workbook. What is seen is what is printed.
class ReportsPage : public Page
{
    Q_OBJECT
public:
    explicit ReportsPage(Session &session, QWidget *parent = nullptr);
    ~ReportsPage() override;

    void enter() override;
    /// Lets a long year go; a short one stays, with what was chosen in it.
    void leave() override;
    /// So many organizations make a long year.
    void setLongYear(qsizetype organizations) { m_longYear = organizations; }
    void focusFirst() override;
    /// Shows the year, narrowed to the organizations of a query over that type.
    void show(int year, const core::Query &organizations);

private:
    enum Kind { Reports, Notice, Summary };
    using Data = std::shared_ptr<const core::YearEndData>;
    /// What the filters ask of an organization, close together in memory: they ask it of all.
    struct Printed
    {
        qsizetype at; ///< In the outcome.
        core::OrganizationKind kind;
        core::WarningLevel warning;
        int band;
        int town; ///< A position in the towns; -1: none.
    };
    /// A year as it is read: what takes long is done off the window's thread.
    struct Loaded
    {
        static Loaded from(core::YearEndData whole);

        Data data;
        std::vector<Printed> order; ///< Of printing.
        QStringList towns;          ///< That have organizations, in their order.
    };
    enum Subject { Year, Only };

    QWidget *buildHead();
    QWidget *buildOptions();
    QWidget *buildReportOptions();
    QWidget *buildNoticeOptions();
    QWidget *buildPreview();
    void connectParts();

    void fillYears();
    void load();
    void loaded(core::Result<Loaded> answer);
    void fillChoices(const QStringList &towns);
    void narrow();
    void showKind();
    void preview();
    void showInfo();
    void step(int by);
    Kind kind() const;
    /// Makes the paper of a row; can be called in any thread.
    std::function<core::Document()> paperAt(qsizetype row) const;
    core::NoticeRequest request() const;
    QString baseName() const;

    void print();
    void printOn(std::shared_ptr<QPrinter> printer);
    void savePdf();
    void saveReports(const QString &folder);
    void runPdf(qsizetype count, PrintSource source, PrintOptions options);
    void saveRanking();
    void tellBusy(bool started);

    int m_year = 0;
    Data m_data;
    qsizetype m_longYear = 20'000;
    std::vector<Printed> m_order;        ///< All organizations, as they are printed.
    std::optional<QSet<QString>> m_only; ///< Ids of organizations another page asked for.
    PaperFonts m_fonts;
    int m_asked = 0;     ///< Previews of older wishes are dropped.
    bool m_stale = true; ///< The file changed since the data were read.
    QTimer m_previewTimer;

    QComboBox *m_years = nullptr;
    Tag *m_state = nullptr;
    Tag *m_onlyTag = nullptr;
    QButtonGroup *m_kinds = nullptr;
    QStackedWidget *m_options = nullptr;
    QComboBox *m_kindFilter = nullptr;
    QComboBox *m_townFilter = nullptr;
    QComboBox *m_bandFilter = nullptr;
    QComboBox *m_warningFilter = nullptr;
    QComboBox *m_division = nullptr;
    ReportListModel *m_model = nullptr;
    DataTable *m_list = nullptr;
    TextLabel *m_count = nullptr;
    QLineEdit *m_number = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QLineEdit *m_objections = nullptr;
    PreviewView *m_preview = nullptr;
    TextLabel *m_info = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_ranking = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    Reader m_reader;
};

} // namespace ui
