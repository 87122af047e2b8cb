// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "core/base/tr.h"

#include <QGuiApplication>

#include <array>
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

struct Verb
{
    const char *name;
    const char *usage;
    const char *summary; ///< Chinese.
    int (*run)(Console &, const QStringList &);
    bool draws = false; ///< Makes pages: needs fonts, so a QGuiApplication.
};

constexpr std::array verbs = {
    Verb{"new", "COUNTY.shanzhi --division CODE --name NAME", "新建数据文件", runNew},
    Verb{"import", "COUNTY.shanzhi TABLE.xlsx|.csv --type TYPE [--sheet N] [--dry-run] [--refused ROWS.xlsx]",
         "导入台账", runImport},
    Verb{"evaluate", "COUNTY.shanzhi --year YEAR [--scheme SCHEME.json] [--publish]", "算年度积分",
         runEvaluate},
    Verb{"score", "--scheme SCHEME.json --figures TABLE.xlsx|.csv --out RESULT.xlsx|.csv",
         "用一张数据表试一个方案", runScore},
    Verb{"do", "COUNTY.shanzhi TYPE RECORD [VERB] [--input KEY=VALUE]… [--reason TEXT]",
         "办理一条记录上的事项", runDo},
    Verb{"report", "COUNTY.shanzhi --year YEAR --out DIR [--single-file] [--query QUERY.json]",
         "做年终报告（PDF）", runReport, true},
    Verb{"query", "COUNTY.shanzhi QUERY.json [--out TABLE.xlsx|.csv]", "按查询取数", runQuery},
    Verb{"history", "COUNTY.shanzhi [--limit N] [--entry K]", "列出做过的操作", runHistory},
    Verb{"undo", "COUNTY.shanzhi", "撤销最近一次操作", runUndo},
    Verb{"redo", "COUNTY.shanzhi", "重做最近一次撤销", runRedo},
    Verb{"verify", "COUNTY.shanzhi", "检查数据文件是否完好", runVerify},
    Verb{"backup", "COUNTY.shanzhi [--out FILE]", "备份数据文件", runBackup},
    Verb{"sample", "--out DIR [--organizations N] [--seed S]", "生成示范县的样例台账", runSample},
};

QString overview()
{
    QString text = core::tr("用法：shanzhi-cli 动词 …\n\n");
    for (const Verb &verb : verbs)
        text += u"  "_s + padded(QString::fromLatin1(verb.name), 10) + core::tr(verb.summary) +
                u"\n            "_s + QString::fromUtf8(verb.usage) + u'\n';
    return text + core::tr("\n每个动词都有 --help 和 --json。完成时返回 0，被拒绝返回 "
                           "1（并说明原因），用法不对返回 2。\n");
}

const Verb *findVerb(QAnyStringView name)
{
    for (const Verb &verb : verbs) {
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
    return cli::run(argc, argv);
}
