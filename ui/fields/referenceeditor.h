// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/fieldeditor.h"

class QLineEdit;

namespace ui {

/// Another record, found by typing a part of its name, pinyin initials or code.
class ReferenceEditor : public FieldEditor
{
    Q_OBJECT
public:
    ReferenceEditor(const core::Field &field, const FieldServices &services, QWidget *parent);

    QVariant value() const override;
    QString inputProblem() const override;
    HitPopup *popup() const { return m_popup; }

protected:
    void showValue(const QVariant &value) override;
    void applyReadOnly(bool readOnly) override;
    QString shownText() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void choose(const SearchHit &hit);
    void settle();
    bool handleKey(int key);

    FieldServices m_services;
    QLineEdit *m_line;
    HitPopup *m_popup;
    QString m_id;
};

} // namespace ui
