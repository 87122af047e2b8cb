// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace core {

/// A scheme that comes with the program (resources/schemes).
struct ShippedScheme
{
    QString key; ///< “demo-county”; also the name of its file.
    QString title;
};

std::vector<ShippedScheme> shippedSchemes();

/// The JSON text of a shipped scheme; NotFound when there is no such key.
Result<QByteArray> shippedScheme(const QString &key);

} // namespace core
