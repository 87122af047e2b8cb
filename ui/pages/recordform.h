// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/fields/fieldeditor.h"
#include "ui/session.h"
#include "ui/storequestions.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QPushButton;
class QScrollArea;
class QTabWidget;

namespace ui {

class Card;
class ChildRows;
class DataTable;
class FlowLayout;
class RelatedModel;
class TextLabel;
class VerbMenu;

/// A record beside its list: its fields, everything that refers to it (一社一档), its history. Made from
/// the description; no type is named here.
class RecordForm : public QWidget
{
    Q_OBJECT
public:
    RecordForm(Session &session, const core::RecordType &type, QWidget *parent = nullptr);

    /// Reads what showRecord() is going to read. Any thread.
    static core::Status read(const core::Store &store, const core::RecordType &type, const QString &id);
    /// Shows a record; empty: none.
    void showRecord(const QString &id);
    /// Starts a new one, with values that the list it comes from suggests.
    void startNew(const QVariantMap &suggested = {});
    const QString &recordId() const { return m_id; }
    bool isNew() const { return m_isNew; }
    bool hasChanges() const;
    void focusFirst();

    /// Writes what was entered, as one change. False: something is wrong and is shown beside its field.
    bool save();
    void revert();

Q_SIGNALS:
    void saved(const QString &id);
    void newWanted(); ///< Saved with Ctrl+Enter: the next one.
    /// Nothing is shown any more: the record \a id is gone, or, where that is empty, a new one was given up.
    void closed(const QString &id);
    void loaded(); ///< The fields show what is in the store, or what a new record begins with.

private:
    void build();
    QWidget *buildFields();
    void load(const QVariantList &values);
    void follow(const core::ChangeSet &changes);
    void showTags();
    void showRelated();
    void showHistory();
    void showChanges();
    void showProblems();
    void showVerbs(bool hasChanges);
    void removeRecord();
    void keepReason();
    QVariantList entered() const;
    bool write(const QVariantList &values);
    /// The editor the clerk is in, or was in before she went to the button that saves; null: somewhere else,
    /// where she stays.
    QWidget *placeOfWork() const;

    Session &m_session;
    const core::RecordType &m_type;
    QString m_id;
    bool m_isNew = false;
    QVariantList m_values;                ///< As in the store, or as suggested.
    std::vector<FieldEditor *> m_editors; ///< By field; null for the id.
    std::vector<ChildRows *> m_children;
    FieldEditor *m_editedLast = nullptr;
    bool m_isSaving = false; ///< What the form writes itself it does not follow.
    TextLabel *m_title;
    QWidget *m_tagArea;
    FlowLayout *m_tags;
    QTabWidget *m_tabs;
    QScrollArea *m_scroll;
    RelatedModel *m_related;
    DataTable *m_relatedTable;
    DataTable *m_history;
    TextLabel *m_state;
    VerbMenu *m_verbs;
    QPushButton *m_reason;
    QPushButton *m_remove;
    QPushButton *m_revert;
    QPushButton *m_save;
    StoreQuestions m_questions;
};

} // namespace ui
