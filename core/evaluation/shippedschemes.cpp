// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/shippedschemes.h"

#include "core/base/tr.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView folder(":/schemes");
}

std::vector<ShippedScheme> shippedSchemes()
{
    std::vector<ShippedScheme> schemes;
    const QStringList files = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString key = file.chopped(5);
        const Result<QByteArray> json = shippedScheme(key);
        if (json)
            schemes.push_back({key, QJsonDocument::fromJson(*json).object().value("title"_L1).toString()});
    }
    return schemes;
}

Result<QByteArray> shippedScheme(const QString &key)
{
    QFile file(QString(folder) + u'/' + key + u".json"_s);
    if (key.contains(u'/') || !file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, tr("程序自带的方案里没有“%1”。").arg(key), {}};
    return file.readAll();
}

} // namespace core
