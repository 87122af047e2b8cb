// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/papers/paper.h"

class QComboBox;

namespace ui {

class DataTable;
class ReportListModel;
class TextLabel;

/// 年终评价报告: a report for each organization that the filters leave.
class YearEndPaper : public Paper
{
    Q_OBJECT
public:
    explicit YearEndPaper(Session &session);

    bool isPerOrganization() const override { return true; }
    void setOnly(const std::optional<QStringList> &only) override;
    qsizetype count() const override;
    qsizetype current() const override;
    void setCurrent(qsizetype at) override;
    QString whyNone() const override;
    Source source() const override;
    PrintSource printSource() const override;
    FileDivision division() const override;
    QString baseName() const override;
    void focusFirst() override;

protected:
    void yearChanged() override;

private:
    /// Which organizations are left by the filters, in a few characters; empty: all.
    QString whoseReports() const;
    void fillChoices();
    void findOnly();
    void narrow();

    std::optional<QStringList> m_only;
    std::vector<bool> m_among; ///< Candidates that are among the only ones.
    QComboBox *m_kindFilter;
    QComboBox *m_townFilter;
    QComboBox *m_bandFilter;
    QComboBox *m_warningFilter;
    QComboBox *m_division;
    ReportListModel *m_model;
    DataTable *m_list;
    TextLabel *m_count;
};

} // namespace ui
