// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/runlog.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMutex>
#include <QSysInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace core::runlog {

namespace {

Q_LOGGING_CATEGORY(errors, "shanzhi.error")

constexpr qint64 mostBytes = 1024 * 1024;

struct Log
{
    QMutex mutex; ///< Tasks warn from threads of their own.
    std::unique_ptr<QFile> file;
    QtMessageHandler before = nullptr;
};

Log &theLog()
{
    static Log &log = *new Log; // whoever still warns while the process ends finds it
    return log;
}

std::unique_ptr<QFile> openFor(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text))
        file.reset();
    return file;
}

/// Puts a log that is full aside. Another window of the program may hold it: then it is gone on with.
void keepSmall(Log &log)
{
    if (!log.file || log.file->size() < mostBytes)
        return;
    const QString path = log.file->fileName();
    const QString older = QFileInfo(path).path() + u"/shanzhi.1.log"_s;
    log.file.reset();
    QFile::remove(older);
    QFile::rename(path, older);
    log.file = openFor(path);
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    Log &log = theLog();
    if (type != QtDebugMsg && type != QtInfoMsg) {
        const QMutexLocker lock(&log.mutex);
        keepSmall(log);
        if (log.file) {
            QString text = message;
            text.replace(u'\n', u"\n    "_s);
            log.file->write(u"%1 %2: %3\n"_s
                                .arg(QDateTime::currentDateTime().toString(Qt::ISODate),
                                     QString::fromLatin1(context.category), text)
                                .toUtf8());
            log.file->flush(); // what comes before the end of a process matters most
        }
    }
    if (log.before)
        log.before(type, context, message);
}

QString nameOf(Error::Code code)
{
    switch (code) {
    case Error::Code::InvalidInput: return u"InvalidInput"_s;
    case Error::Code::NotFound: return u"NotFound"_s;
    case Error::Code::Conflict: return u"Conflict"_s;
    case Error::Code::Storage: return u"Storage"_s;
    case Error::Code::FileFormat: return u"FileFormat"_s;
    case Error::Code::ReadOnly: return u"ReadOnly"_s;
    case Error::Code::Busy: return u"Busy"_s;
    case Error::Code::Cancelled: return u"Cancelled"_s;
    case Error::Code::Damaged: return u"Damaged"_s;
    }
    return {};
}

} // namespace

void begin(const QString &folder)
{
    end();
    QDir().mkpath(folder);
    Log &log = theLog();
    {
        const QMutexLocker lock(&log.mutex);
        log.file = openFor(folder + u"/shanzhi.log"_s);
        keepSmall(log);
        if (!log.file)
            return;
        log.file->write(u"%1 shanzhi %2, Qt %3, %4\n"_s
                            .arg(QDateTime::currentDateTime().toString(Qt::ISODate),
                                 QString::fromLatin1(SHANZHI_VERSION), QString::fromLatin1(qVersion()),
                                 QSysInfo::prettyProductName())
                            .toUtf8());
        log.file->flush();
    }
    log.before = qInstallMessageHandler(write);
}

void end()
{
    Log &log = theLog();
    const QMutexLocker lock(&log.mutex);
    if (!log.file)
        return;
    qInstallMessageHandler(log.before);
    log.file.reset();
}

QString path()
{
    Log &log = theLog();
    const QMutexLocker lock(&log.mutex);
    return log.file ? log.file->fileName() : QString();
}

void note(const Error &error)
{
    qCWarning(errors).noquote() << nameOf(error.code) << error.detail;
}

} // namespace core::runlog
