// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/format.h"
#include "core/record/recordtype.h"

#include <vector>

namespace core {

/// What a record is called, made of its parts: “示范县葡萄协会 · 2025 · 合格”. Knows where the parts stand,
/// so that a list asks for them in the same statement as for everything else.
class RecordName
{
public:
    /// Of records of \a type; \a prefix, with a dot at its end, leads to them: "organization.".
    explicit RecordName(const RecordType &type, const QString &prefix = {});

    /// One path a part; through references to the parts of their names.
    const std::vector<QString> &paths() const { return m_paths; }
    const std::vector<const Field *> &fields() const { return m_fields; }
    /// The name, of a row in which the parts begin at \a first. Empty parts are left out.
    QString text(const QVariantList &row, qsizetype first, Audience audience) const;

private:
    std::vector<QString> m_paths;
    std::vector<const Field *> m_fields;
};

/// Parts of a name, the empty ones left out, as one text.
QString joinedName(const QStringList &parts);

} // namespace core
