// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/fieldeditor.h"
#include "ui/session.h"

namespace ui {

class StoreQuestions;

/// What the editors of a record's fields need: records to refer to, attachments. \a session and \a questions
/// outlive the editors.
FieldServices recordFieldServices(Session &session, StoreQuestions &questions);

/// The label beside an editor in a form.
QWidget *fieldLabel(const core::Field &field, FieldEditor &editor);

/// Journals that a sensitive value of a record with these values was shown (PIPL art. 51, 54).
void noteRevealed(Session &session, const core::RecordType &type, const core::Field &field,
                  const QVariantList &values);

} // namespace ui
