// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lets every write, sync, cut, rename and removal of the command line fail once, fail from then on, or be its
// last (tests/support/faultshim.cpp). What it then says is so: done is done, refused has changed nothing, and
// whatever happened, the county is whole. Some of all points, evenly spread; all of them with
// SHANZHI_EVERY_FAULT=1.
#include "core/evaluation/evaluation.h"
#include "core/store/store.h"
#include "tests/cli/clirun.h"
#include "tests/support/tamper.h"

#include <QDirIterator>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// What can be seen of a data file; empty: it is not there, or is none.
struct Seen
{
    QString head;
    QStringList names;
    friend bool operator==(const Seen &, const Seen &) = default;
};

Seen look(const QString &path)
{
    const auto opened = Store::open(path, Store::Access::Read);
    if (!opened)
        return {};
    const auto report = (*opened)->verify();
    requireOk(report);
    CHECK(report->faults == std::vector<QString>());
    Seen seen{(*opened)->headHash(), {}};
    const auto all = (*opened)->all<Organization>();
    requireOk(all);
    for (const Organization &one : *all)
        seen.names.append(one.name);
    seen.names.sort();
    return seen;
}

/// A county with one association and an evaluated year, its backup from before that, a table with another
/// one, and files to be written over. Copied anew for each run.
class Place
{
public:
    Place()
    {
        REQUIRE(QDir(m_folder.path()).mkpath(u"base"_s));
        // By a name without blanks: they divide the names in LD_PRELOAD.
        REQUIRE(QFile::link(QStringLiteral(FAULT_SHIM), shim()));
        const auto run = [](const QStringList &arguments) {
            const CliRun done = runCli(arguments);
            INFO(done.error.toStdString());
            REQUIRE(done.code == 0);
        };
        const QString county = base(u"县.shanzhi"_s);
        run({u"new"_s, county, u"--division"_s, u"330421"_s, u"--name"_s, u"示范县民政局"_s});
        writeBytes(base(u"区划.csv"_s), "区划代码,名称,级别\n330421,示范县,县\n330421001,锦湖街道,镇街\n");
        run({u"import"_s, county, base(u"区划.csv"_s), u"--type"_s, u"division"_s});
        run({u"backup"_s, county, u"--out"_s, base(u"早.shanzhi"_s)});
        writeBytes(base(u"一.csv"_s), "单位名称,类型,镇街\n示范县葡萄协会,社会团体,锦湖街道\n");
        run({u"import"_s, county, base(u"一.csv"_s), u"--type"_s, u"organization"_s});
        run({u"evaluate"_s, county, u"--year"_s, u"2024"_s});
        writeBytes(base(u"二.csv"_s), "单位名称,类型,镇街\n示范县棋类协会,社会团体,锦湖街道\n");
        writeBytes(base(u"问.json"_s), R"({"type":"organization","columns":["name"]})");
        writeBytes(base(u"名单.csv"_s), "old");
        writeBytes(base(u"名单.xlsx"_s), "old");
        REQUIRE(QFile::copy(base(u"早.shanzhi"_s), base(u"副本.shanzhi"_s)));
        REQUIRE(QDir(base(u"备份"_s)).removeRecursively());
    }
    QString base(const QString &name) const { return m_folder.filePath(u"base/"_s + name); }
    QString file(const QString &name) const { return m_folder.filePath(u"run/"_s + name); }
    QString folder() const { return m_folder.filePath(u"run"_s); }
    QString report() const { return m_folder.filePath(u"calls"_s); }
    QString shim() const { return m_folder.filePath(u"shim"_s); }

    void prepare() const
    {
        QDir run(folder());
        run.removeRecursively();
        REQUIRE(run.mkpath(u"."_s));
        const QFileInfoList files = QDir(m_folder.filePath(u"base"_s)).entryInfoList(QDir::Files);
        for (const QFileInfo &one : files)
            REQUIRE(QFile::copy(one.filePath(), file(one.fileName())));
    }
    QStringList files() const
    {
        QStringList found;
        QDirIterator each(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext())
            found.append(each.next().mid(folder().size() + 1));
        found.sort();
        return found;
    }

private:
    QTemporaryDir m_folder;
};

struct Run
{
    bool killed = false;
    int code = 0;
    QString said;
    long calls = 0;
    QString failed; ///< The call that failed last.
};

Run runWith(const Place &place, const QStringList &arguments, const char *mode, long at)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, place.shim());
    environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
    environment.insert(u"SHANZHI_FAULT_FOLDER"_s, place.folder());
    environment.insert(u"SHANZHI_FAULT_MODE"_s, QString::fromLatin1(mode));
    environment.insert(u"SHANZHI_FAULT_AT"_s, QString::number(at));
    environment.insert(u"SHANZHI_FAULT_COUNT"_s, place.report());
    QFile::remove(place.report());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(programBeside(u"shanzhi-cli"_s), arguments);
    REQUIRE(process.waitForFinished(60'000));
    Run run;
    run.killed = process.exitStatus() != QProcess::NormalExit;
    run.code = process.exitCode();
    run.said = QString::fromUtf8(process.readAll());
    if (!run.killed) {
        const QList<QByteArray> report = bytesOf(place.report()).split(' ');
        REQUIRE(report.size() == 2);
        run.calls = report[0].toLong();
        run.failed = QString::fromLatin1(report[1]);
    }
    return run;
}

/// Which of the calls are tried: at most \a some, the first and the last among them.
std::vector<long> pointsOf(long calls, long some)
{
    const long most = qEnvironmentVariableIsSet("SHANZHI_EVERY_FAULT") ? calls : some;
    std::vector<long> points;
    for (long i = 0; i < std::min(calls, most); ++i)
        points.push_back(calls <= most ? i + 1 : 1 + i * (calls - 1) / (most - 1));
    return points;
}

/// What came of a run, as \a outcome tells of the files.
enum class Outcome { Before, After, Neither };

/// Runs a verb with each fault, at \a points of the calls it makes. \a outcome looks what is there.
void tryFaults(const QStringList &verb, const std::function<Outcome(const Place &)> &outcome, long points = 5)
{
    const Place place;
    QStringList arguments;
    for (const QString &word : verb)
        arguments.append(word.contains(u'.') ? place.file(word) : word);
    place.prepare();
    REQUIRE(outcome(place) == Outcome::Before);
    const QStringList before = place.files();
    const Run whole = runWith(place, arguments, "count", 0);
    INFO(whole.said.toStdString());
    REQUIRE(whole.code == 0);
    REQUIRE(outcome(place) == Outcome::After);
    REQUIRE(whole.calls > 3); // else nothing passes by the shim
    const QStringList after = place.files();
    int refused = 0;
    int ended = 0;
    for (const char *mode : {"once", "on", "kill", "torn"}) {
        for (const long at : pointsOf(whole.calls, points)) {
            place.prepare();
            const Run run = runWith(place, arguments, mode, at);
            INFO(mode << " at " << at << " of " << whole.calls << " (" << run.failed.toStdString()
                      << "): exit " << run.code << ", " << run.said.toStdString());
            const Outcome found = outcome(place);
            CHECK(found != Outcome::Neither);
            ended += run.killed ? 1 : 0;
            if (run.killed)
                continue;
            CHECK(found == (run.code == 0 ? Outcome::After : Outcome::Before));
            refused += run.code == 0 ? 0 : 1;
            const bool canTidy = QLatin1StringView(mode) == "once"_L1 && !run.failed.startsWith(u"unlink"_s);
            for (const QString &left : place.files()) {
                INFO(left.toStdString());
                if (canTidy)
                    CHECK((before.contains(left) || after.contains(left) || left.startsWith(u"备份/"_s) ||
                           left.startsWith(u"县 恢复前 "_s)));
            }
        }
    }
    CHECK(refused > 3);
    CHECK(ended > 3);
}

Outcome countyIs(const Place &place, const QStringList &before, const QStringList &after)
{
    const QStringList names = look(place.file(u"县.shanzhi"_s)).names;
    return names == before ? Outcome::Before : names == after ? Outcome::After : Outcome::Neither;
}

Outcome fileIs(const QString &path, const QByteArray &before, const QByteArray &begin)
{
    const QByteArray bytes = bytesOf(path);
    return bytes == before ? Outcome::Before : bytes.startsWith(begin) ? Outcome::After : Outcome::Neither;
}

/// Which years the county has an evaluation of.
QList<int> evaluatedYears(const QString &path)
{
    const auto opened = Store::open(path, Store::Access::Read);
    requireOk(opened);
    const auto all = (*opened)->all<Evaluation>();
    requireOk(all);
    QList<int> years;
    for (const Evaluation &evaluation : *all)
        years.append(int(evaluation.year));
    std::sort(years.begin(), years.end());
    return years;
}

/// Papers of an evaluated year: each is whole, or Neither; After: all of them are there.
Outcome papersIn(const QString &folder)
{
    constexpr int files = 7; // report, notice, summary, ranking table; and what was printed, of three
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int found = 0;
    while (each.hasNext()) {
        const QString name = each.next();
        const QByteArray bytes = bytesOf(name);
        bool isWhole = false;
        if (name.endsWith(u".pdf"_s))
            isWhole = bytes.startsWith("%PDF") && bytes.trimmed().endsWith("%%EOF");
        else if (name.endsWith(u".xlsx"_s))
            isWhole = bytes.startsWith("PK") && bytes.contains("PK\5\6");
        else if (name.endsWith(u".csv"_s))
            isWhole = bytes.endsWith('\n');
        else
            continue; // what a killed program had not finished
        if (!isWhole)
            return Outcome::Neither;
        ++found;
    }
    return found == files ? Outcome::After : Outcome::Before;
}

const QStringList one{u"示范县葡萄协会"_s};
const QStringList two{u"示范县棋类协会"_s, u"示范县葡萄协会"_s};

} // namespace

TEST_CASE("an import meets any fault of the disk and is done or refused, as it says")
{
    tryFaults({u"import"_s, u"县.shanzhi"_s, u"二.csv"_s, u"--type"_s, u"organization"_s},
              [](const Place &place) { return countyIs(place, one, two); });
}

TEST_CASE("a table meets any fault of the disk, and the former one stays until the new one is whole")
{
    for (const auto &[name, begin] : {std::pair{u"名单.csv"_s, QByteArray("\xEF\xBB\xBF")},
                                      std::pair{u"名单.xlsx"_s, QByteArray("PK")}}) {
        INFO(name.toStdString());
        tryFaults({u"query"_s, u"县.shanzhi"_s, u"问.json"_s, u"--out"_s, name, u"--force"_s},
                  [&, file = name, head = begin](const Place &place) {
                      CHECK(look(place.file(u"县.shanzhi"_s)).names == one);
                      return fileIs(place.file(file), "old", head);
                  });
    }
}

TEST_CASE("a backup meets any fault of the disk, and the former one stays until the new one is whole")
{
    tryFaults({u"backup"_s, u"县.shanzhi"_s, u"--out"_s, u"副本.shanzhi"_s, u"--force"_s},
              [](const Place &place) {
                  CHECK(look(place.file(u"县.shanzhi"_s)).names == one);
                  const QStringList names = look(place.file(u"副本.shanzhi"_s)).names;
                  return names.isEmpty() ? Outcome::Before : names == one ? Outcome::After : Outcome::Neither;
              });
}

TEST_CASE("a restoration meets any fault of the disk, and what stood there before is never lost")
{
    tryFaults({u"backup"_s, u"restore"_s, u"县.shanzhi"_s, u"早.shanzhi"_s}, [](const Place &place) {
        const QFileInfoList kept =
            QDir(place.folder()).entryInfoList({u"县 恢复前 *.shanzhi"_s}, QDir::Files);
        const Seen county = look(place.file(u"县.shanzhi"_s));
        CHECK_FALSE(county.head.isEmpty());
        if (county.names == one)
            return Outcome::Before;
        const bool isKept = std::any_of(kept.begin(), kept.end(), [](const QFileInfo &file) {
            return look(file.filePath()).names == one;
        });
        return county.names.isEmpty() && isKept ? Outcome::After : Outcome::Neither;
    });
}

TEST_CASE("an evaluation meets any fault of the disk and is kept or not, as it says")
{
    tryFaults({u"evaluate"_s, u"县.shanzhi"_s, u"--year"_s, u"2025"_s}, [](const Place &place) {
        const QString county = place.file(u"县.shanzhi"_s);
        if (look(county).names != one)
            return Outcome::Neither;
        const QList<int> years = evaluatedYears(county);
        return years == QList<int>{2024}         ? Outcome::Before
               : years == QList<int>{2024, 2025} ? Outcome::After
                                                 : Outcome::Neither;
    });
}

TEST_CASE("the papers of a year meet any fault of the disk, and none under its name is not whole")
{
    tryFaults(
        {u"report"_s, u"县.shanzhi"_s, u"--year"_s, u"2024"_s, u"--out"_s, u"报告.d"_s},
        [](const Place &place) {
            CHECK(look(place.file(u"县.shanzhi"_s)).names == one);
            return papersIn(place.file(u"报告.d"_s));
        },
        4);
}

TEST_CASE("a new county that meets any fault of the disk is there and whole, or not there")
{
    tryFaults({u"new"_s, u"新.shanzhi"_s, u"--division"_s, u"330421"_s, u"--name"_s, u"示范县民政局"_s},
              [](const Place &place) {
                  const QString path = place.file(u"新.shanzhi"_s);
                  if (!QFile::exists(path))
                      return Outcome::Before;
                  const auto opened = Store::open(path, Store::Access::Read);
                  return opened && (*opened)->info().divisionCode == u"330421"_s ? Outcome::After
                                                                                 : Outcome::Neither;
              });
}
