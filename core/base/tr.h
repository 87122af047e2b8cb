// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace core {

/// A sentence or label for the clerk. Source strings are Chinese; see CONTRIBUTING.md, "Words".
inline QString tr(const char *text)
{
    return QCoreApplication::translate("core", text);
}

} // namespace core
