// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"

#include <QMimeDatabase>

#include <array>

using namespace Qt::StringLiterals;

namespace {

QString projectFile(const QString &path)
{
    QFile file(QStringLiteral(SHANZHI_SOURCE "/") + path);
    INFO(path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

} // namespace

TEST_CASE("The program tells the version that the changelog begins with")
{
    const QStringList versions = allMatches(projectFile(u"CHANGELOG.md"_s), u"^## (\\S+)"_s);
    REQUIRE_FALSE(versions.isEmpty());
    CHECK(versions.first() == QStringLiteral(SHANZHI_VERSION));
    const CliRun run = runCli({u"--version"_s});
    CHECK(run.code == 0);
    CHECK(run.out == u"shanzhi-cli %1\n"_s.arg(versions.first()));
}

TEST_CASE("The manual pages tell of every verb with every option, and of no other")
{
    const QStringList verbs = listedVerbs();
    REQUIRE(verbs.size() >= 9);
    for (const QString &name : {u"shanzhi-cli.1.in"_s, u"shanzhi-cli.zh_CN.1.in"_s}) {
        const QString page = projectFile(u"packaging/desktop/"_s + name);
        CHECK(allMatches(page, u"^\\.BI ([a-z]+) "_s) == verbs);
        for (const QString &verb : verbs) {
            const QString usage = runCli({verb, u"--help"_s}).out.section(u'\n', 0, 0);
            const QString line = allMatches(page, u"^(\\.BI %1 .*)$"_s.arg(verb)).value(0);
            QStringList options = allMatches(usage, u"(--[a-z-]+)"_s);
            options.removeAll(u"--json"_s);
            options.removeAll(u"--help"_s);
            INFO(name.toStdString() << " " << verb.toStdString());
            for (const QString &option : options)
                CHECK(line.contains(QString(option).replace(u"-"_s, u"\\-"_s)));
            CHECK(line.count(u"\\-\\-"_s) == options.size());
        }
    }
}

#ifndef Q_OS_WIN // there the installer tells Windows of the file type: packaging/windows/verify
TEST_CASE("A county's file is known by its name and by its content, and the menu entry opens it")
{
    const QTemporaryDir data;
    REQUIRE(QDir().mkpath(data.filePath(u"mime/packages"_s)));
    REQUIRE(QFile::copy(QStringLiteral(SHANZHI_SOURCE "/packaging/desktop/shanzhi.mime.xml"),
                        data.filePath(u"mime/packages/shanzhi.xml"_s)));
    // Nowhere else: Qt lets a match in a later folder win, whatever its priority.
    const std::array<std::pair<const char *, QByteArray>, 2> before{
        {{"XDG_DATA_HOME", qgetenv("XDG_DATA_HOME")}, {"XDG_DATA_DIRS", qgetenv("XDG_DATA_DIRS")}}};
    for (const auto &[name, value] : before)
        qputenv(name, QFile::encodeName(data.path()));
    const CliFolder folder;
    folder.makeCounty();
    REQUIRE(QFile::copy(folder.county(), folder.path(u"改了名"_s)));
    folder.write(u"空.shanzhi"_s, {});
    const QMimeDatabase types;
    const QString byContent = types.mimeTypeForFile(folder.path(u"改了名"_s)).name();
    const QString byName = types.mimeTypeForFile(folder.path(u"空.shanzhi"_s)).name();
    for (const auto &[name, value] : before)
        value.isNull() ? qunsetenv(name) : qputenv(name, value);
    CHECK(byContent == u"application/x-shanzhi"_s);
    CHECK(byName == u"application/x-shanzhi"_s);
    const QString menu = projectFile(u"packaging/desktop/shanzhi.desktop"_s);
    CHECK(menu.contains(u"\nMimeType=application/x-shanzhi;\n"_s));
    CHECK(menu.contains(u"\nExec=shanzhi %f\n"_s));
}
#endif
