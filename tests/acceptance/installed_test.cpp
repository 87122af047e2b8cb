// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The year-end job with the program as it is installed, away from the build, by a user who has nothing yet.
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

/// The program under a prefix of its own, and a home without settings.
class Installed
{
public:
    Installed()
    {
        REQUIRE(QDir(m_folder.path()).mkpath(u"家 目录"_s));
        QProcess install;
        install.start(QStringLiteral(CMAKE_PROGRAM),
                      {u"--install"_s, QStringLiteral(BUILD_FOLDER), u"--prefix"_s, prefix()});
        REQUIRE(install.waitForFinished(120'000));
        INFO(install.readAllStandardError().toStdString());
        REQUIRE(install.exitCode() == 0);
    }
    QString prefix() const { return m_folder.filePath(u"程序 一"_s); }
    QString path(const QString &name) const { return m_folder.filePath(u"家 目录/"_s + name); }
    void start(QProcess &process, const QString &program, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "DISPLAY"})
            environment.remove(QString::fromLatin1(variable));
        environment.insert(u"HOME"_s, path({}));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(path({}));
        process.start(prefix() + u"/bin/"_s + program, arguments);
    }
    /// Runs a verb of the command line that must succeed; its JSON answer.
    QJsonObject run(const QStringList &arguments) const
    {
        QProcess process;
        start(process, u"shanzhi-cli"_s, arguments + QStringList{u"--json"_s});
        REQUIRE(process.waitForFinished(300'000));
        const QByteArray out = process.readAllStandardOutput();
        INFO(arguments.join(u' ').toStdString()
             << "\n"
             << out.toStdString() << process.readAllStandardError().toStdString());
        REQUIRE(process.exitCode() == 0);
        return QJsonDocument::fromJson(out).object();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("the installed program does the year-end job from workbooks to printed pages")
{
    const Installed installed;
    const QString county = installed.path(u"示范 县.shanzhi"_s);
    installed.run({u"new"_s, county, u"--division"_s, u"330421"_s, u"--name"_s, u"示范县民政局"_s});
    const QJsonObject sample =
        installed.run({u"sample"_s, u"--out"_s, installed.path(u"台账"_s), u"--organizations"_s, u"150"_s});
    for (const QJsonValue &file : sample["files"_L1].toArray()) {
        const QJsonObject done =
            installed.run({u"import"_s, county, installed.path(u"台账/"_s + file["file"_L1].toString()),
                           u"--type"_s, file["type"_L1].toString()});
        CHECK(done["refused"_L1].toInteger() == 0);
    }
    installed.run({u"evaluate"_s, county, u"--year"_s, u"2024"_s, u"--publish"_s});
    const qint64 rated =
        installed.run({u"evaluate"_s, county, u"--year"_s, u"2025"_s})["rated"_L1].toInteger();
    CHECK(rated > 100);

    const QString out = installed.path(u"报告"_s);
    installed.run({u"report"_s, county, u"--year"_s, u"2025"_s, u"--out"_s, out});
    qint64 pages = 0;
    for (QDirIterator files(out, {u"*.pdf"_s}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile pdf(files.next());
        REQUIRE(pdf.open(QIODevice::ReadOnly));
        CHECK(pdf.read(5) == "%PDF-");
        ++pages;
    }
    CHECK(pages >= rated); // one for each, the notice and the summary
    installed.run({u"verify"_s, county});
}

TEST_CASE("the installed window opens a file that is named on its command line and goes on running")
{
    const Installed installed;
    const QString county = installed.path(u"示范县.shanzhi"_s);
    installed.run({u"new"_s, county, u"--division"_s, u"330421"_s, u"--name"_s, u"示范县民政局"_s});
    QProcess window;
    installed.start(window, u"shanzhi"_s, {county});
    REQUIRE(window.waitForStarted());
    // The file is in use once its lock lies beside it.
    const auto isOpen = [&] { return QFile::exists(county + u".lock"_s); };
    for (int i = 0; i < 100 && !isOpen() && window.state() == QProcess::Running; ++i)
        window.waitForFinished(100);
    CHECK(isOpen());
    CHECK(!window.waitForFinished(1000));
    INFO(window.readAllStandardError().toStdString());
    CHECK(window.state() == QProcess::Running);
    window.terminate();
    window.waitForFinished(5000);
}

TEST_CASE("the sample county is in the command line and not in the window")
{
    const Installed installed;
    // As the programs hold text: the name of its word list among the resources, and a word of its clerk.
    const QString name = u"sample.json"_s;
    QByteArray resource;
    for (const QChar letter : name)
        resource.append(char(letter.unicode() >> 8)).append(char(letter.unicode() & 0xff));
    const auto holds = [&](const QString &program, const QByteArray &bytes) {
        QFile file(installed.prefix() + u"/bin/"_s + program);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll().contains(bytes);
    };
    const QByteArray fault = QString(u"程序缺少示范县的词表，请重新安装。"_s).toUtf8();
    for (const QByteArray &trace : {resource, fault}) {
        CHECK(holds(u"shanzhi-cli"_s, trace));
        CHECK_FALSE(holds(u"shanzhi"_s, trace));
    }
}
