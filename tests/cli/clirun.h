// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/support/programs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStringList>
#include <QTemporaryDir>

/// What the command line answered.
struct CliRun
{
    int code = -1;
    QString out;
    QString error;

    QJsonObject json() const
    {
        QJsonParseError fault;
        const QJsonDocument document = QJsonDocument::fromJson(out.toUtf8(), &fault);
        INFO(out.toStdString());
        REQUIRE(document.isObject());
        return document.object();
    }
};

/// Runs the real program and waits for its end.
inline CliRun runCli(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(programBeside(QStringLiteral("shanzhi-cli")), arguments);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(120'000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// The first group of every match of \a pattern, whose ^ and $ mean lines.
inline QStringList allMatches(const QString &text, const QString &pattern)
{
    QStringList found;
    auto matches = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    return found;
}

/// The verbs as the overview lists them.
inline QStringList listedVerbs()
{
    return allMatches(runCli({QStringLiteral("--help")}).out, QStringLiteral("^  ([a-z]+) "));
}

/// A folder with a Chinese name and a blank in it, and a new data file in that.
class CliFolder
{
public:
    CliFolder()
    {
        m_path = m_folder.filePath(QStringLiteral("社会组织 科"));
        REQUIRE(QDir().mkpath(m_path));
    }
    QString path(const QString &name) const { return m_path + u'/' + name; }
    QString county() const { return path(QStringLiteral("示范 县.shanzhi")); }
    void makeCounty() const
    {
        const CliRun run =
            runCli({QStringLiteral("new"), county(), QStringLiteral("--division"), QStringLiteral("330421"),
                    QStringLiteral("--name"), QStringLiteral("示范县民政局")});
        INFO(run.error.toStdString());
        REQUIRE(run.code == 0);
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    /// Makes the county with one town, 锦湖街道, and imports \a associations, the text of a CSV file.
    void makeCountyOf(const QByteArray &associations) const
    {
        makeCounty();
        importSheet(QStringLiteral("division"),
                    "区划代码,名称,级别\n330421,示范县,县\n330421001,锦湖街道,镇街\n");
        importSheet(QStringLiteral("organization"), associations);
    }

private:
    void importSheet(const QString &type, const QByteArray &content) const
    {
        const QString file = type + QStringLiteral(".csv");
        write(file, content);
        const CliRun run =
            runCli({QStringLiteral("import"), county(), path(file), QStringLiteral("--type"), type});
        INFO(run.error.toStdString());
        REQUIRE(run.code == 0);
    }

    QTemporaryDir m_folder;
    QString m_path;
};
