// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/schemefile.h"

#include "core/base/tr.h"
#include "core/evaluation/shippedschemes.h"

#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace cli {

core::Result<core::Scheme> readSchemeArgument(const QString &name)
{
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        return core::readScheme(file.readAll());
    for (const core::ShippedScheme &shipped : core::shippedSchemes()) {
        if (shipped.key != name)
            continue;
        CORE_ASSIGN(const QByteArray content, core::shippedScheme(name));
        return core::readScheme(content);
    }
    return core::Error{core::Error::Code::NotFound,
                       core::tr("打不开方案“%1”，程序自带的方案里也没有它。").arg(name), file.errorString()};
}

QString schemeArgumentText()
{
    QStringList keys;
    for (const core::ShippedScheme &shipped : core::shippedSchemes())
        keys.append(shipped.key);
    return core::tr("方案文件，或程序自带的：%1").arg(keys.join(u'、'));
}

} // namespace cli
