// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "core/base/outputfile.h"
#include "core/base/tr.h"

#include <QGuiApplication>

#include <algorithm>
#include <memory>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#else
#include <clocale>
#include <langinfo.h>
#endif

using namespace Qt::StringLiterals;

namespace cli {
namespace {

QString overview()
{
    int column = 0;
    for (const Verb &verb : allVerbs())
        column = std::max(column, int(qstrlen(verb.name)) + 2);
    QString text = core::tr("用法：shanzhi-cli 动词 …\n\n");
    for (const Verb &verb : allVerbs())
        text += u"  "_s + padded(QString::fromLatin1(verb.name), column) + core::tr(verb.summary) +
                u"\n  "_s + QString(column, u' ') + QString::fromUtf8(verb.usage) + u'\n';
    return text + core::tr("\n每个动词都有 --help 和 --json。完成时返回 0，被拒绝返回 "
                           "1（并说明原因），用法不对返回 2。\n");
}

const Verb *findVerb(QAnyStringView name)
{
    for (const Verb &verb : allVerbs()) {
        if (name == QLatin1StringView(verb.name))
            return &verb;
    }
    return nullptr;
}

/// Paths and answers are Chinese: the terminal and the arguments must be UTF-8, also where no locale is set.
/// Windows keeps arguments as they are typed, and for its console see Console; files and other programs get
/// the same bytes as elsewhere.
void useUtf8()
{
#ifdef Q_OS_WIN
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
#else
    std::setlocale(LC_ALL, "");
    if (qstricmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
#endif
}

/// Starts Qt with as little as \a verb needs: no display is ever wanted.
std::unique_ptr<QCoreApplication> makeApplication(const Verb *verb, int &argc, char **argv)
{
    if (!verb || !verb->draws)
        return std::make_unique<QCoreApplication>(argc, argv);
#ifndef Q_OS_WIN // there, only the usual platform knows the fonts of the system, and it needs no display
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    return std::make_unique<QGuiApplication>(argc, argv);
}

int run(int argc, char **argv)
{
    useUtf8();
    const Verb *verb = argc > 1 ? findVerb(QUtf8StringView(argv[1])) : nullptr;
    const std::unique_ptr<QCoreApplication> application = makeApplication(verb, argc, argv);
    QCoreApplication::setApplicationName(u"shanzhi"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SHANZHI_VERSION));
    Console console;
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (verb)
        return verb->run(console, arguments);
    const QString first = arguments.value(0);
    if (first == u"--help"_s || first == u"help"_s || first == u"-h"_s) {
        Console::writeOut(overview());
        return Done;
    }
    if (first == u"--version"_s) {
        Console::writeOut(u"shanzhi-cli "_s + QCoreApplication::applicationVersion() + u'\n');
        return Done;
    }
    if (arguments.contains(u"--json"_s))
        console.setForm(Console::Form::Json);
    return console.wrongUsage(
        first.isEmpty() ? core::tr("没有说要做什么。") : core::tr("没有动词“%1”。").arg(first), overview());
}

} // namespace
} // namespace cli

int main(int argc, char **argv)
{
    core::failBeyondFileLimits();
    return cli::run(argc, argv);
}
