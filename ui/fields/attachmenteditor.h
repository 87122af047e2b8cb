// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/fieldeditor.h"

class QPushButton;

namespace ui {

/// A file kept in the store: its name and size, and buttons to open it, save it elsewhere, change or remove
/// it.
class AttachmentEditor : public FieldEditor
{
    Q_OBJECT
public:
    AttachmentEditor(const core::Field &field, const FieldServices &services, QWidget *parent);

    QVariant value() const override;

protected:
    void showValue(const QVariant &value) override;
    void applyReadOnly(bool readOnly) override;
    QString shownText() const override;

private:
    void refresh();
    void choose();

    FieldServices m_services;
    std::optional<core::Attachment> m_file;
    TextLabel *m_name;
    QPushButton *m_choose;
    QPushButton *m_open;
    QPushButton *m_save;
    QPushButton *m_remove;
};

} // namespace ui
