// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Kills the program at random moments of an import, of an evaluation and of the conversion of an old file.
// Whatever the moment, the file opens, verifies, and holds all or nothing of what was running.
#include "core/exchange/importtable.h"
#include "core/newcounty.h"
#include "core/sample/samplefiles.h"
#include "core/tabular/tablewriter.h"
#include "tests/support/formerfile.h"
#include "tests/support/programs.h"
#include "tests/support/teststore.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <random>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

constexpr unsigned seed = 20260101;

void import(Store &store, const QString &path, const QString &type)
{
    Progress progress;
    ImportOptions options;
    options.type = findRecordType(type);
    const auto report = importTable(store, path, options, progress);
    requireOk(report);
    REQUIRE(report->refused == 0);
}

/// What can be seen of a file from outside: where its journal stands, and its records.
struct Content
{
    QString head;
    qint64 entries = 0;
    QStringList records;
    friend bool operator==(const Content &, const Content &) = default;
};

/// The records without their ids and times, which each run makes anew.
QStringList recordsOf(const Store &store, const QString &type)
{
    const RecordType &described = *findRecordType(type);
    QStringList rows;
    requireOk(store.each({.type = type}, [&](const QVariantList &row) {
        QString text;
        for (size_t i = 1; i < described.fields.size(); ++i) {
            const Field &field = described.fields[i];
            const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
            // Texts that the program makes may tell of ids.
            if (field.kind != Kind::Reference && field.kind != Kind::Time &&
                !(isText && field.traits.readOnly))
                text += row.at(qsizetype(i)).toString() + u'|';
        }
        rows.append(text);
        return true;
    }));
    rows.sort();
    return rows;
}

/// Milliseconds from the worker's "ready" to its end; killed after \a killAfter of them unless that is
/// negative.
double runWorker(const QStringList &arguments, double killAfter)
{
    QProcess worker;
    worker.start(programBeside(u"county_worker"_s), arguments);
    REQUIRE(worker.waitForReadyRead(60'000));
    REQUIRE(worker.readLine().trimmed() == "ready");
    QElapsedTimer timer;
    timer.start();
    if (killAfter >= 0) {
        if (!worker.waitForFinished(int(killAfter)))
            worker.kill();
        worker.waitForFinished(60'000);
    } else {
        REQUIRE(worker.waitForFinished(300'000));
        INFO(worker.readAll().toStdString());
        REQUIRE(worker.exitCode() == 0);
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Kills a worker again and again while it works on copies of one file.
class Killing
{
public:
    Killing(QString base, QString type, QStringList work)
        : m_base(std::move(base))
        , m_type(std::move(type))
        , m_work(std::move(work))
        , m_file(QFileInfo(m_base).path() + u"/killed/县.shanzhi"_s)
    {
        m_before = prepare();
        const double whole = run(-1);
        m_after = look();
        REQUIRE(m_after.entries == m_before.entries + 1);
        REQUIRE(m_after.records != m_before.records);
        m_whole = whole;
    }

    /// Answers how many of the kills came before the change was in the file.
    int kill(int times, std::mt19937 &random)
    {
        int nothing = 0;
        std::uniform_real_distribution<double> moment(0, m_whole * 1.02);
        for (int i = 0; i < times; ++i) {
            const double at = moment(random);
            INFO("kill " << i << " after " << at << " ms of " << m_whole);
            prepare();
            run(at);
            const Content found = look();
            const bool none = found.entries == m_before.entries;
            CHECK((none ? found == m_before
                        : found.entries == m_after.entries && found.records == m_after.records));
            nothing += none ? 1 : 0;
        }
        return nothing;
    }

private:
    Content prepare()
    {
        QDir folder(QFileInfo(m_file).path());
        folder.removeRecursively();
        REQUIRE(folder.mkpath(u"."_s));
        REQUIRE(QFile::copy(m_base, m_file));
        return m_before.head.isEmpty() ? look() : m_before;
    }

    /// By turns for who goes on writing and for who only looks: the first to come finds the file whole.
    Content look()
    {
        auto store = Store::open(m_file, m_looks++ % 2 == 0 ? Store::Access::Write : Store::Access::Read);
        requireOk(store);
        const auto report = (*store)->verify();
        requireOk(report);
        for (const QString &fault : report->faults)
            FAIL_CHECK(fault.toStdString());
        return {report->headHash, report->entries, recordsOf(**store, m_type)};
    }

    double run(double killAfter) const
    {
        QStringList arguments = m_work;
        arguments.insert(1, m_file);
        return runWorker(arguments, killAfter);
    }

    QString m_base;
    QString m_type;
    QStringList m_work;
    QString m_file;
    double m_whole = 0;
    int m_looks = 0;
    Content m_before;
    Content m_after;
};

/// A county of the sample with the workbooks whose type is in \a types.
QString makeCounty(const QTemporaryDir &folder, qint64 organizations, const QStringList &types,
                   std::vector<SampleFile> &files)
{
    const QString path = folder.filePath(u"base.shanzhi"_s);
    SampleOptions options;
    options.organizations = organizations;
    const auto written = writeSample(folder.path(), options);
    requireOk(written);
    files = *written;
    auto store = createCounty(path, u"330421"_s, u"示范县民政局"_s);
    requireOk(store);
    for (const SampleFile &file : files) {
        if (types.isEmpty() || types.contains(file.type))
            import(**store, folder.filePath(file.name), file.type);
    }
    return path;
}

/// The largest workbook of organizations.
SampleFile largestRegister(const std::vector<SampleFile> &files)
{
    SampleFile largest;
    for (const SampleFile &file : files) {
        if (file.type == u"organization"_s && file.rows > largest.rows)
            largest = file;
    }
    return largest;
}

} // namespace

TEST_CASE("an import into a new file that is killed at any moment leaves all or nothing")
{
    QTemporaryDir folder;
    std::vector<SampleFile> files;
    const QString base = makeCounty(folder, 3600, {u"division"_s}, files);
    const SampleFile workbook = largestRegister(files);
    REQUIRE(workbook.rows > 2'900);
    std::mt19937 random(seed);
    Killing killing(base, u"organization"_s,
                    {u"import"_s, folder.filePath(workbook.name), u"organization"_s});
    const int nothing = killing.kill(80, random);
    CHECK(nothing > 20); // else the moments do not lie within the import
}

TEST_CASE("an import that changes every record and is killed at any moment leaves all or nothing")
{
    QTemporaryDir folder;
    std::vector<SampleFile> files;
    const QString base = makeCounty(folder, 1200, {u"division"_s, u"organization"_s}, files);
    // The same organizations at another address.
    const QString moved = folder.filePath(u"迁址.xlsx"_s);
    {
        auto store = Store::open(base, Store::Access::Read);
        requireOk(store);
        const auto rows = (*store)->run(
            {.type = u"organization"_s, .columns = {u"name"_s, u"credit_code"_s, u"kind"_s, u"town.name"_s}});
        requireOk(rows);
        auto writer = createTable(moved);
        requireOk(writer);
        requireOk((*writer)->addSheet(
            u"表"_s, {{u"名称"_s}, {u"统一社会信用代码"_s}, {u"类型"_s}, {u"镇街"_s}, {u"住所"_s}}));
        for (const QVariantList &row : rows->rows) {
            std::vector<Cell> cells;
            for (const QVariant &value : row)
                cells.push_back(Cell::fromText(value.toString()));
            cells.push_back(Cell::fromText(u"新区大道 1 号"_s));
            requireOk((*writer)->writeRow(cells));
        }
        requireOk((*writer)->finish());
    }
    std::mt19937 random(seed + 1);
    Killing killing(base, u"organization"_s, {u"import"_s, moved, u"organization"_s});
    const int nothing = killing.kill(60, random);
    CHECK(nothing > 15);
}

TEST_CASE("an evaluation that is killed at any moment leaves all or nothing")
{
    QTemporaryDir folder;
    std::vector<SampleFile> files;
    const QString base = makeCounty(folder, 300, {}, files);
    std::mt19937 random(seed + 2);
    Killing killing(base, u"evaluation_result"_s, {u"evaluate"_s, u"2025"_s});
    const int nothing = killing.kill(60, random);
    CHECK(nothing > 15);
}

namespace {

/// Every row of every table, told apart by a hash; looked at behind the store, which would convert the file.
QByteArray rowsOf(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    requireOk(database);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name :
         texts(**database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        const QByteArray table = name.toUtf8();
        const QByteArray columns =
            texts(**database, "SELECT group_concat('quote(\"' || name || '\")', '||') FROM"
                              " pragma_table_info('" +
                                  table + "')")
                .front()
                .toUtf8();
        hash.addData(table);
        for (const QString &row : texts(**database, "SELECT " + columns + " FROM " + table + " ORDER BY 1"))
            hash.addData(row.toUtf8());
    }
    return hash.result();
}

int schemaOf(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    requireOk(database);
    return *fileSchemaVersion(**database);
}

} // namespace

TEST_CASE(
    "an old file whose conversion is killed at any moment is old and whole, or new and whole, and backed up")
{
    constexpr int more = 14;
    const FormerFile former(more);
    const QByteArray before = rowsOf(former.path());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"县.shanzhi"_s);
    const auto prepare = [&] {
        QDir(folder.path()).removeRecursively();
        REQUIRE(QDir().mkpath(folder.path()));
        REQUIRE(QFile::copy(former.path(), file));
    };
    const auto checkConverted = [&] {
        const auto store = Store::open(file);
        requireOk(store);
        const auto report = (*store)->verify();
        requireOk(report);
        CHECK(report->faults == std::vector<QString>());
        CHECK(report->entries == 7 + more + 1); // and the bridge
        CHECK(report->edits == 9 + 500 * more);
        CHECK((*store)->all<Organization>()->size() == 2);
    };
    prepare();
    const double whole = runWorker({u"convert"_s, file}, -1);
    checkConverted();

    std::mt19937 random(seed + 3);
    std::uniform_real_distribution<double> moment(0, whole * 1.1);
    int old = 0;
    int backedUp = 0;
    for (int i = 0; i < 50; ++i) {
        const double at = moment(random);
        INFO("kill " << i << " after " << at << " ms of " << whole);
        prepare();
        runWorker({u"convert"_s, file}, at);
        const bool isOld = schemaOf(file) == 1;
        const QFileInfoList backups =
            QDir(folder.filePath(u"备份"_s)).entryInfoList({u"*.shanzhi"_s}, QDir::Files);
        for (const QFileInfo &backup : backups)
            CHECK(rowsOf(backup.absoluteFilePath()) == before);
        if (isOld)
            CHECK(rowsOf(file) == before);
        else
            CHECK(backups.size() == 1);
        old += isOld ? 1 : 0;
        backedUp += isOld && !backups.isEmpty() ? 1 : 0;
        checkConverted(); // whoever opens it next converts it, or finds it converted
    }
    CHECK(old > 10);
    CHECK(backedUp > 5); // else the moments do not lie within the conversion
}
