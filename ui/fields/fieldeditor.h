// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "ui/widgets/hitpopup.h"

#include <QWidget>

#include <functional>
#include <optional>

class QVBoxLayout;

namespace ui {

class MaskCover;
class TextLabel;

/// What editors need from the page they stand on. Anything left out makes that button disappear.
struct FieldServices
{
    /// Records of a type that match what was typed; SearchHit::data is the id (QString). They are taken at
    /// once or later, unless something else was typed by then.
    std::function<void(const core::RecordType &, const QString &,
                       std::function<void(const QList<SearchHit> &)> take)>
        lookUp = {};
    /// The words that stand for a record; empty: it is not there any more.
    std::function<QString(const core::RecordType &, const QString &id)> titleOf = {};
    /// Asks for a file, keeps it in the store and calls back; not called when the clerk gives up.
    std::function<void(std::function<void(const core::Attachment &)>)> chooseAttachment = {};
    std::function<void(const core::Attachment &)> openAttachment = {};
    std::function<void(const core::Attachment &)> saveAttachment = {};
};

/// True for what counts as nothing entered: no value, an empty text, an empty list.
bool isNothing(const QVariant &value);
/// True when both are the same, or nothing, to the clerk.
bool isSameEntry(const QVariant &a, const QVariant &b);

/// The widget for one field of a record. Values are those of core/record/codec.h: an invalid QVariant is "no
/// value". The part that takes the keyboard has the field's key as object name. Enter goes to the next field.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    /// The one place that maps kinds to widgets. \a field must outlive the editor.
    static FieldEditor *create(const core::Field &field, const FieldServices &services = {},
                               QWidget *parent = nullptr);

    const core::Field &field() const { return m_field; }
    /// What is entered; invalid when nothing is, or when inputProblem() says why it is no value.
    virtual QVariant value() const = 0;
    /// The same as a record holds it: the empty text where a text is.
    QVariant entered() const;
    /// Shows \a value; personal values are covered until the clerk asks for them.
    void setValue(const QVariant &value);
    /// Why what is typed is no value; empty: it is one, or nothing is typed.
    virtual QString inputProblem() const { return {}; }

    /// Shows what is wrong below the editor, with the sign and colour of its weight. Those of other fields
    /// are passed over.
    void setProblems(const std::vector<core::Problem> &problems);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }
    bool isCovered() const;

Q_SIGNALS:
    void edited();   ///< By the user only, never by setValue().
    void revealed(); ///< A covered value is shown from now on: the page journals it.

protected:
    FieldEditor(const core::Field &field, QWidget *parent);

    /// Every editor says once what it consists of: \a whole is laid out, \a keyboard takes the keyboard.
    void setMain(QWidget *whole, QWidget *keyboard);
    virtual void showValue(const QVariant &value) = 0;
    virtual void applyReadOnly(bool readOnly) = 0;
    /// What the clerk sees of the value, to be masked.
    virtual QString shownText() const = 0;
    /// To be called when the user has changed something: emits edited() and drops stale problems.
    void noteEdit();
    /// To be called when the input may have become readable or not.
    void showInputProblem();
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reveal();
    void goToNext();

    const core::Field &m_field;
    QVBoxLayout *m_column;
    QWidget *m_whole = nullptr;
    QWidget *m_keyboard = nullptr;
    MaskCover *m_cover = nullptr;
    TextLabel *m_problem = nullptr;
    bool m_readOnly = false;
};

} // namespace ui
