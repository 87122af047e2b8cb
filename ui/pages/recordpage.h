// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recordlistmodel.h"
#include "ui/pages/page.h"

#include <QSet>

class QPushButton;
class QSplitter;

namespace ui {

class DataTable;
class EmptyState;
class RecordForm;
class Tag;
class TextLabel;

/// The records of one type: a list with filters under the heads, the form beside it. The one page for all
/// types; what a type adds (points of organizations) comes as extra columns.
class RecordPage : public Page
{
    Q_OBJECT
public:
    RecordPage(Session &session, const core::RecordType &type, std::vector<ExtraColumn> extras = {},
               QWidget *parent = nullptr);

    void enter() override;
    void showAll() override;
    void focusFirst() override;
    bool hasUnsavedWork() const override;

    void showRecord(const QString &id);
    /// Filters the list by a query from elsewhere; a tag says \a what.
    void showQuery(const core::Query &query, const QString &what);
    void startNew();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void applyColumns();
    void chooseColumns();
    void setFilters();
    void fitColumns();
    void shareWidth();
    void showCounts();
    void uncover();
    void cover();
    void tellCovered(const QString &why = {});
    void leaveFor(const QString &id, StoreQuestions::Wait wait = StoreQuestions::Wait::Briefly);
    void show(const QString &id, StoreQuestions::Wait wait);
    void select(int row);
    void selectWaiting();
    /// The record \a gone is not shown any more: the one beside it is.
    void showNeighbour(const QString &gone);
    void exportList();
    void showDefaultColumns();

    const core::RecordType &m_type;
    std::vector<ExtraColumn> m_extras;
    RecordListModel *m_model;
    QSet<int> m_shown; ///< Fields that are columns.
    QString m_scopeName;
    TextLabel *m_title;
    TextLabel *m_counted;
    Tag *m_filtered;
    QPushButton *m_uncoverButton;
    QPushButton *m_columnsButton;
    QPushButton *m_exportButton;
    TextLabel *m_coverHint; ///< How a covered column can be filtered; hidden while none is.
    DataTable *m_table;
    EmptyState *m_empty;
    RecordForm *m_form;
    QSplitter *m_splitter;
    bool m_isFitted = false; ///< The widths of the columns are those of rows.
    bool m_changing = false; ///< The selection is moved by the page itself.
    /// What happens once the rows are there that were asked for.
    enum class Waiting { Nothing, First, FirstOrNone, Current } m_waiting = Waiting::Nothing;
    StoreQuestions m_questions; ///< One question: the record that is about to be shown.
};

} // namespace ui
