// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/fieldeditor.h"

#include <QComboBox>
#include <QElapsedTimer>

class QAbstractButton;
class QCheckBox;

namespace ui {

/// A combo box in which letters jump to the entry with these pinyin initials, and the wheel does nothing
/// unless the list is open: scrolling a form must not change it.
class InitialsCombo : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    bool jump(const QString &letter);

    QString m_letters;
    QElapsedTimer m_sinceLetter;
};

/// One of several values, or yes and no where "not known" is an answer of its own. Del empties it, where
/// empty is allowed.
class ChoiceFieldEditor : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceFieldEditor(const core::Field &field, QWidget *parent);

    QVariant value() const override;

protected:
    void showValue(const QVariant &value) override;
    void applyReadOnly(bool readOnly) override;
    QString shownText() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    InitialsCombo *m_combo;
};

/// A yes or a no.
class YesNoEditor : public FieldEditor
{
    Q_OBJECT
public:
    YesNoEditor(const core::Field &field, QWidget *parent);

    QVariant value() const override;

protected:
    void showValue(const QVariant &value) override;
    void applyReadOnly(bool readOnly) override;
    QString shownText() const override;

private:
    QCheckBox *m_box;
};

/// Several of several values: a chip for each, ticked by click or Space.
class MultiChoiceEditor : public FieldEditor
{
    Q_OBJECT
public:
    MultiChoiceEditor(const core::Field &field, QWidget *parent);

    QVariant value() const override;

protected:
    void showValue(const QVariant &value) override;
    void applyReadOnly(bool readOnly) override;
    QString shownText() const override;

private:
    std::vector<QAbstractButton *> m_chips; ///< In the order of the field's choices.
};

} // namespace ui
