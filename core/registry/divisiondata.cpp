// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/divisiondata.h"

#include <QFile>
#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The rows of a shipped list without its heading; the lists use no quotes.
QList<QStringList> rowsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%ls is not in this program", qUtf16Printable(path));
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        rows += line.split(u',');
    rows.removeFirst();
    return rows;
}

const QHash<QString, QString> &regionNames()
{
    static const QHash<QString, QString> names = [] {
        QHash<QString, QString> result;
        for (const QStringList &row : rowsOf(u":/divisions/regions.csv"_s))
            result.insert(row[0], row[1].section(u'|', 0, 0));
        return result;
    }();
    return names;
}

} // namespace

const QSet<QString> &knownRegionCodes()
{
    static const QSet<QString> codes(regionNames().keyBegin(), regionNames().keyEnd());
    return codes;
}

QString regionName(QStringView code)
{
    return regionNames().value(code.toString());
}

std::vector<OfficialTown> townsOf(QStringView countyCode)
{
    static const QList<QStringList> rows = rowsOf(u":/divisions/towns.csv"_s);
    std::vector<OfficialTown> towns;
    for (const QStringList &row : rows) {
        if (countyCode.size() == 6 && row[0].startsWith(countyCode))
            towns.push_back({row[0], row[1]});
    }
    return towns;
}

} // namespace core
