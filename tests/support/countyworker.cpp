// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A second program beside the tests: works on a county file so that a test can look on, or kill it.
//   county_worker hold FILE                    opens for writing, until its standard input ends
//   county_worker import FILE WORKBOOK TYPE
//   county_worker evaluate FILE YEAR
//   county_worker convert FILE                 opens a file of an older schema
//   county_worker look FILE                    opens as somebody without special rights; says what it may not
//   and
//                                              how many organizations there are
// Each prints "ready" when the file is open ("convert": before that) and "done" at the end.
#include "core/evaluation/evaluate.h"
#include "core/evaluation/scheme.h"
#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/storedevaluation.h"
#include "core/exchange/importtable.h"

#include <QCoreApplication>
#include <QTextStream>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace core;

namespace {

void say(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

Status importWorkbook(Store &store, const QString &workbook, const QString &type)
{
    ImportOptions options;
    options.type = findRecordType(type);
    Progress progress;
    CORE_ASSIGN(const ImportReport report, importTable(store, workbook, options, progress));
    say(u"added %1 updated %2 refused %3"_s.arg(report.added).arg(report.updated).arg(report.refused));
    return ok();
}

Status evaluate(Store &store, int year)
{
    Progress progress;
    CORE_ASSIGN(const QByteArray json, shippedScheme(u"demo-county"_s));
    CORE_ASSIGN(const Scheme scheme, readScheme(json));
    CORE_ASSIGN(EvaluationOutcome outcome, evaluateYear(store, year, scheme, progress, QDate(2026, 1, 15)));
    CORE_TRY(storeEvaluation(store, outcome, progress));
    return ok();
}

void giveUpRights()
{
#ifdef Q_OS_UNIX
    constexpr unsigned nobody = 65534;
    if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
        say(u"rights kept"_s);
#endif
}

Status look(const QString &path)
{
    CORE_ASSIGN(const std::unique_ptr<Store> store, Store::open(path));
    CORE_ASSIGN(const qint64 organizations, store->count({.type = u"organization"_s}));
    say(store->readOnlyReason());
    say(QString::number(organizations));
    return ok();
}

Status work(const QStringList &arguments)
{
    const QString verb = arguments.value(1);
    if (verb == u"look"_s) {
        giveUpRights();
        return look(arguments.value(2));
    }
    const bool converts = verb == u"convert"_s;
    if (converts)
        say(u"ready"_s);
    CORE_ASSIGN(const std::unique_ptr<Store> store, Store::open(arguments.value(2)));
    if (converts)
        return ok();
    say(u"ready"_s);
    if (verb == u"import"_s)
        return importWorkbook(*store, arguments.value(3), arguments.value(4));
    if (verb == u"evaluate"_s)
        return evaluate(*store, arguments.value(3).toInt());
    QTextStream(stdin).readAll();
    return ok();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Status done = work(QCoreApplication::arguments());
    say(done ? u"done"_s : done.error().text + u' ' + done.error().detail);
    return done ? 0 : 1;
}
