// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/datarows.h"
#include "core/tabular/tablewriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTextStream>

#include <ctime>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

// tabular_bench write FILE [ROWS]    writes a table of 25 columns
// tabular_bench read FILE            reads it as the import does
// One process per measurement, because the peak of memory is the process's.

namespace {

constexpr int columnCount = 25;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Peak resident memory in megabytes; 0 where it cannot be asked.
double peakMegabytes()
{
#ifdef Q_OS_UNIX
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024.0;
#else
    return 0;
#endif
}

void report(const QString &what, qint64 rows, const QElapsedTimer &timer)
{
    out() << QString::asprintf("%-28s %8lld rows  wall %6.2f s  cpu %6.2f s  peak %6.1f MB\n",
                               qPrintable(what), static_cast<long long>(rows),
                               double(timer.elapsed()) / 1000.0, double(std::clock()) / CLOCKS_PER_SEC,
                               peakMegabytes());
}

std::vector<core::WriteColumn> columns()
{
    using Kind = core::WriteColumn::Kind;
    std::vector<core::WriteColumn> all;
    for (int i = 0; i < columnCount; ++i) {
        const Kind kind = i % 5 == 3 ? Kind::Date : i % 5 == 4 ? Kind::Money : Kind::Text;
        all.push_back({u"栏目%1"_s.arg(i + 1), kind});
    }
    return all;
}

int fail(const core::Error &error)
{
    out() << error.text << " " << error.detail << "\n";
    return 1;
}

core::Status write(const QString &path, int rows)
{
    CORE_ASSIGN(auto writer, core::createTable({path, core::Existing::Replace}));
    CORE_TRY(writer->addSheet(u"名册"_s, columns()));
    std::vector<core::Cell> cells(columnCount);
    for (int row = 0; row < rows; ++row) {
        for (int i = 0; i < columnCount; ++i) {
            auto &cell = cells[size_t(i)];
            if (i % 5 == 3)
                cell = core::Cell::fromDate(QDate(2000, 1, 1).addDays((row + i) % 9000));
            else if (i % 5 == 4)
                cell = core::Cell::fromNumber(QString::number(row * 7 + i) + u".25"_s);
            else
                cell = core::Cell::fromText(u"示范县第%1号社区志愿服务队%2"_s.arg(row).arg(i));
        }
        CORE_TRY(writer->writeRow(cells));
    }
    return writer->finish();
}

core::Result<qint64> read(const QString &path)
{
    CORE_ASSIGN(auto reader, core::openTable(path));
    CORE_ASSIGN(const auto head, reader->peek(30));
    CORE_ASSIGN(auto header, core::findHeader(head, reader->merges(), {}));
    reader->resolveMerges(header.lastRow, {1});
    core::DataRows data(*reader, std::move(header));
    core::Row row;
    for (qint64 rows = 0;; ++rows) {
        CORE_ASSIGN(const bool more, data.next(row));
        if (!more)
            return rows;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        out() << "usage: tabular_bench write FILE [ROWS] | read FILE\n";
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    const QString &path = arguments[2];
    if (arguments[1] == u"write") {
        const int rows = arguments.value(3, u"100000"_s).toInt();
        if (const auto status = write(path, rows); !status)
            return fail(status.error());
        report(u"write "_s + QFileInfo(path).suffix(), rows, timer);
        return 0;
    }
    const auto rows = read(path);
    if (!rows)
        return fail(rows.error());
    report(u"read "_s + QFileInfo(path).suffix(), *rows, timer);
    return 0;
}
