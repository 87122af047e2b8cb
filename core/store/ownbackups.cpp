// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ownbackups.h"

#include "core/base/sha256.h"
#include "core/base/tr.h"
#include "core/store/database.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QLatin1StringView stampFormat("yyyyMMdd-HHmmss-zzz");

/// What the names of the backups begin with: the name of the file, made shorter where the system could not
/// keep what is added to it.
QString beginningFor(const QString &county)
{
    constexpr qsizetype longest = 150; // bytes
    constexpr qsizetype hashDigits = 8;
    QString base = QFileInfo(county).completeBaseName();
    QString beginning = base;
    while (beginning.toUtf8().size() > longest)
        beginning.chop(beginning.back().isLowSurrogate() ? 2 : 1);
    if (beginning == base)
        return base;
    return beginning + u'~' + QString::fromLatin1(Sha256::hexOf(base.toUtf8()).left(hashDigits));
}

/// The backup that a file is by its name; \a beginning gets what it is named after. No stamp stands in a
/// reason, so the last one is that of the backup also where the county itself is called after a backup.
std::optional<OwnBackup> backupByName(const QFileInfo &file, QString &beginning)
{
    static const QRegularExpression name(u"^(.+) (\\d{8}-\\d{6}-\\d{3}) (.*)\\.shanzhi$"_s,
                                         QRegularExpression::DotMatchesEverythingOption |
                                             QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = name.match(file.fileName());
    if (!match.hasMatch())
        return {};
    beginning = match.captured(1);
    return OwnBackup{file, QDateTime::fromString(match.captured(2), stampFormat), match.captured(3)};
}

} // namespace

QDateTime madeAt(const QString &backup)
{
    const QFileInfo file(backup);
    QString beginning;
    const std::optional<OwnBackup> named = backupByName(file, beginning);
    return named && named->at.isValid() ? named->at : file.lastModified();
}

QString backupFolder(const QString &county)
{
    return QFileInfo(county).absolutePath() + u'/' + tr("备份");
}

QString nameOfBackup(const QString &county, const QDateTime &now, const QString &reason)
{
    return backupFolder(county) + u'/' + beginningFor(county) + u' ' + now.toString(stampFormat) + u' ' +
           reason + u".shanzhi"_s;
}

QString siteIn(Database &database)
{
    auto select = database.prepare("SELECT value FROM file_info WHERE key = 'site'");
    if (!select)
        return {};
    const auto row = select->step();
    return row && *row ? select->text(0) : QString();
}

QString siteOf(const QString &path)
{
    if (!QFileInfo::exists(path))
        return {};
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    return database ? siteIn(**database) : QString();
}

std::vector<OwnBackup> backupsOf(const QString &county, const QString &site)
{
    std::vector<OwnBackup> backups = backupsBeside(county, site);
    std::erase_if(backups, [](const OwnBackup &backup) { return backup.isOther; });
    return backups;
}

std::vector<OwnBackup> backupsBeside(const QString &county, const QString &site)
{
    const QDir beside = QFileInfo(county).absoluteDir();
    const QString own = beginningFor(county);
    std::vector<OwnBackup> backups;
    const QFileInfoList files = QDir(backupFolder(county)).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        QString beginning;
        std::optional<OwnBackup> backup = backupByName(file, beginning);
        if (!backup)
            continue;
        backup->hasName = beginning == own;
        // A shortened name does not tell which file to look for.
        if (!backup->hasName && (beginning.contains(u'~') || beside.exists(beginning + u".shanzhi"_s)))
            continue;
        const QString itsSite = siteOf(file.absoluteFilePath());
        backup->isOther = !site.isEmpty() && !itsSite.isEmpty() && itsSite != site;
        if (backup->hasName || (!site.isEmpty() && itsSite == site))
            backups.push_back(*std::move(backup));
    }
    const QDateTime now = QDateTime::currentDateTime();
    std::stable_sort(backups.begin(), backups.end(), [&](const OwnBackup &a, const OwnBackup &b) {
        return std::pair(a.at <= now, a.at) < std::pair(b.at <= now, b.at);
    });
    return backups;
}

QFileInfoList backupsThatGo(const std::vector<OwnBackup> &backups, const QString &site, const QString &made)
{
    constexpr size_t mostBackups = 10;
    constexpr size_t fewestBackups = 2;
    constexpr qint64 mostOfSmallFiles = 1LL << 30;
    constexpr qint64 mostTimesTheFile = 3;
    std::vector<QFileInfo> counted;
    qint64 bytes = 0;
    for (const OwnBackup &backup : backups) {
        if (!backup.hasName || site.isEmpty() || siteOf(backup.file.absoluteFilePath()) != site)
            continue;
        counted.push_back(backup.file);
        bytes += backup.file.size();
    }
    const qint64 room = std::max(mostOfSmallFiles, mostTimesTheFile * QFileInfo(made).size());
    QFileInfoList going;
    size_t left = counted.size();
    for (const QFileInfo &file : counted) {
        if (left <= mostBackups && (left <= fewestBackups || bytes <= room))
            break;
        if (file == QFileInfo(made))
            continue;
        going.append(file);
        bytes -= file.size();
        --left;
    }
    return going;
}

} // namespace core
