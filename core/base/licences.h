// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace core {

/// Something that the program is made of or stands on: an entry of resources/notices/components.json.
struct Component
{
    /// How it gets to the user.
    enum class Delivery {
        Source,     ///< Part of the program's own source, or made from it.
        Library,    ///< Linked: a dependency on Linux, in the package on Windows.
        LinuxOnly,  ///< Linked on Linux alone.
        WindowsOnly ///< Inside the libraries of the Windows packages.
    };

    QString name;
    QString use;       ///< For the clerk: 图表.
    QString licence;   ///< An SPDX expression.
    QString copyright; ///< Years and holders.
    QString source;    ///< Where its source is; empty: in the program's own.
    Delivery delivery = Delivery::Source;
};

/// Everything that is delivered on any system, the program itself first.
const std::vector<Component> &components();

/// The SPDX names in an expression, in order: "A WITH B" gives A and B.
QStringList licenceNames(QStringView expression);

/// The text of the licence with this SPDX name; empty when it does not come with the program.
QString licenceText(const QString &name);

/// What the about box tells: components of this system with licence and source, what Qt's licences demand to
/// be said, then the licences word by word.
QString noticesText();

} // namespace core
