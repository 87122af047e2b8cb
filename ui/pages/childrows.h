// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/session.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace ui {

class ChildRowsModel;
class DataTable;
class FieldEditor;
class StoreQuestions;
class TextLabel;

/// The rows of one type that belong to the record of a form (RecordTraits::parent): a table, and below it the
/// fields of the current row. What is entered stays here until the form is saved, which writes it in the same
/// change as the record.
class ChildRows : public QWidget
{
    Q_OBJECT
public:
    ChildRows(Session &session, const core::RecordType &type, StoreQuestions &questions,
              QWidget *parent = nullptr);

    const core::RecordType &type() const { return m_type; }
    /// The rows of a record as they are stored, in the order of entry. Any thread.
    static core::Result<std::vector<QVariantList>> read(const core::Store &store,
                                                        const core::RecordType &type, const QString &record);
    /// Shows the rows of a record; empty: of none.
    void showRowsOf(const QString &record);
    /// Back to what is stored.
    void revert();
    /// How many rows were added, changed or removed.
    int changes() const;
    /// Gives new rows their id and all of them the record they belong to, and shows what is wrong with the
    /// first one that cannot be saved. False: there is one.
    bool check(const QString &record);
    /// Writes what changes() counts. To be called when check() found nothing.
    core::Status write(core::Change &change) const;

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        QVariantList values;
        QVariantList stored; ///< Empty: not stored yet.
    };
    friend class ChildRowsModel;

    void build(StoreQuestions &questions);
    void show(std::vector<Line> lines);
    void addRow();
    void removeRow();
    void goTo(const QModelIndex &index);
    void showFields();
    void takeEdit(size_t field);
    FieldEditor *unreadable() const;
    bool isChanged(const Line &line) const;
    int current() const;

    Session &m_session;
    const core::RecordType &m_type;
    int m_parentField;
    QString m_record; ///< Whose rows are shown; empty: of a new one.
    std::vector<Line> m_lines;
    QStringList m_removed; ///< Ids of stored rows.
    int m_shown = -1;      ///< The row whose fields are shown.
    ChildRowsModel *m_model;
    DataTable *m_table = nullptr;
    QWidget *m_fields = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    std::vector<FieldEditor *> m_editors; ///< By field; null for the id and the record.
};

} // namespace ui
