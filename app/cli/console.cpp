// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "core/base/tr.h"

#include <QJsonDocument>

#include <chrono>
#include <cstdio>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace cli {
namespace {

#ifdef Q_OS_WIN
/// The console behind \a file, or null when it goes to a file or another program.
HANDLE consoleOf(std::FILE *file)
{
    HANDLE handle = GetStdHandle(file == stdout ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
    DWORD mode = 0;
    return GetConsoleMode(handle, &mode) ? handle : nullptr;
}
#endif

/// Files and other programs get UTF-8. A console of Windows gets the characters themselves, so that they are
/// right under every code page (chcp 936, 65001) and the code page stays as the user left it.
void write(std::FILE *file, const QString &text)
{
#ifdef Q_OS_WIN
    if (HANDLE console = consoleOf(file)) {
        constexpr qsizetype piece = 8000; // what a console takes at once
        for (qsizetype at = 0; at < text.size(); at += piece) {
            const QStringView part = QStringView(text).mid(at, piece);
            WriteConsoleW(console, part.utf16(), DWORD(part.size()), nullptr, nullptr);
        }
        return;
    }
#endif
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

bool errorIsTerminal()
{
#ifdef Q_OS_WIN
    return consoleOf(stderr) != nullptr;
#else
    return isatty(STDERR_FILENO) == 1;
#endif
}

QString codeName(core::Error::Code code)
{
    using enum core::Error::Code;
    switch (code) {
    case InvalidInput: return u"invalid_input"_s;
    case NotFound: return u"not_found"_s;
    case Conflict: return u"conflict"_s;
    case Storage: return u"storage"_s;
    case FileFormat: return u"file_format"_s;
    case ReadOnly: return u"read_only"_s;
    case Busy: return u"busy"_s;
    case Cancelled: return u"cancelled"_s;
    case Damaged: return u"damaged"_s;
    }
    return {};
}

void writeJson(const QJsonObject &object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

QString progressText(const core::Progress &progress)
{
    QString text = progress.stage();
    if (const qint64 total = progress.total(); total > 0)
        text += u"　%1/%2（%3%）"_s.arg(progress.done()).arg(total).arg(100 * progress.done() / total);
    else if (progress.done() > 0)
        text += u"　%1"_s.arg(progress.done());
    return text;
}

} // namespace

void Console::writeOut(const QString &text)
{
    write(stdout, text);
}

void Console::writeError(const QString &text)
{
    write(stderr, text);
}

void Console::say(const QString &line) const
{
    if (!isJson())
        write(stdout, line + u'\n');
}

int Console::done(QJsonObject answer) const
{
    if (isJson()) {
        answer.insert("ok"_L1, true);
        writeJson(answer);
    }
    if (std::ferror(stdout) == 0)
        return Done;
    write(stderr, core::tr("结果没有全部写出，磁盘可能已满；对数据文件做的改动不受影响。") + u'\n');
    return Refused;
}

int Console::refused(const core::Error &error, QJsonObject answer) const
{
    if (isJson()) {
        answer.insert("error"_L1, QJsonObject{{u"code"_s, codeName(error.code)},
                                              {u"text"_s, error.text},
                                              {u"detail"_s, error.detail}});
        return refused(answer);
    }
    write(stderr, error.text + u'\n');
    if (!error.detail.isEmpty())
        write(stderr, core::tr("（细节：%1）").arg(error.detail) + u'\n');
    return Refused;
}

int Console::refused(QJsonObject answer) const
{
    if (isJson()) {
        answer.insert("ok"_L1, false);
        writeJson(answer);
    }
    return Refused;
}

int Console::wrongUsage(const QString &text, const QString &usage) const
{
    if (isJson())
        writeJson({{u"ok"_s, false}, {u"error"_s, QJsonObject{{u"code"_s, u"usage"_s}, {u"text"_s, text}}}});
    write(stderr, text + u"\n\n"_s + usage);
    return WrongUsage;
}

ProgressLine::ProgressLine(const core::Progress &progress)
{
    if (!errorIsTerminal())
        return;
    m_thread = std::thread([this, &progress] {
        int shown = 0;
        while (!m_stop) {
            const QString text = progressText(progress);
            write(stderr, u'\r' + padded(text, shown));
            shown = columnsOf(text);
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
        write(stderr, u'\r' + QString(shown, u' ') + u'\r');
    });
}

ProgressLine::~ProgressLine()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

int columnsOf(QStringView text)
{
    int columns = 0;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        if (c.isLowSurrogate() || c.category() == QChar::Mark_NonSpacing ||
            c.category() == QChar::Other_Format)
            continue;
        const bool wide = (u >= 0x1100 && u <= 0x115F) || (u >= 0x2E80 && u <= 0xA4CF) ||
                          (u >= 0xAC00 && u <= 0xD7A3) || (u >= 0xF900 && u <= 0xFAFF) ||
                          (u >= 0xFE30 && u <= 0xFE4F) || (u >= 0xFF00 && u <= 0xFF60) ||
                          (u >= 0xFFE0 && u <= 0xFFE6) || c.isHighSurrogate();
        columns += wide ? 2 : 1;
    }
    return columns;
}

QString padded(const QString &text, int columns)
{
    return text + QString(std::max(0, columns - columnsOf(text)), u' ');
}

} // namespace cli
