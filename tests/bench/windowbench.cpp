// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowbench.h"

#include "tests/bench/benchcounty.h"
#include "tests/bench/measure.h"
#include "tests/bench/watchdog.h"
#include "tests/support/testprompt.h"
#include "ui/pages/homepage.h"
#include "ui/settings.h"
#include "ui/style/theme.h"
#include "ui/taskrunner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QComboBox>
#include <QEventLoop>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr double blockAim = 0.100;
constexpr double searchAim = 0.050;
constexpr double memoryAim = 350;     ///< Megabytes at 100,000 organizations, when every page was visited.
constexpr int longestAnswer = 20'000; ///< Milliseconds; an empty recycle bin is waited for in vain.
const QDate benchDay(2026, 1, 15);

qint64 steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Lets the event loop run as it does in the program: no sleeping in between.
void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Lets the event loop run until \a condition holds; false when it does not within \a milliseconds.
template<typename Condition>
bool runUntil(const Condition &condition, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds)
            return false;
        runFor(1);
    }
    return true;
}

/// Goes through the window with keys and clicks, and says how long it did not answer.
class Visitor
{
public:
    Visitor(WatchedApplication &application, ui::MainWindow &window, TestPrompt &prompt)
        : m_window(window)
        , m_prompt(prompt)
        , m_watchdog(application)
    {}

    void open(const QString &first, const QString &second)
    {
        measure(u"opening a file"_s, [&] {
            m_window.openFile(first);
            runFor(m_settle);
        });
        measure(u"opening another file by Ctrl+O"_s, [&] {
            m_prompt.answer(second);
            QTest::keyClick(&m_window, Qt::Key_O, Qt::ControlModifier);
            runFor(m_settle);
        });
    }

    void visitPages()
    {
        auto *navigation = m_window.findChild<ui::NavigationBar *>(u"navigation"_s);
        for (int round = 1; round <= 2; ++round) {
            for (int i = 0; i < navigation->count(); ++i) {
                if (!(navigation->item(i)->flags() & Qt::ItemIsEnabled))
                    continue;
                const QString name = navigation->item(i)->text();
                measure(u"%1: %2"_s.arg(name, round == 1 ? u"first opening"_s : u"opened again"_s), [&] {
                    click(navigation, navigation->item(i));
                    runFor(m_settle);
                    if (round == 1)
                        runUntil([this] { return hasRows(); }, longestAnswer);
                });
                if (round == 1)
                    usePage(name);
            }
        }
    }

    /// After the pages: what the window holds then, when those who were asked rest.
    void weigh()
    {
        runFor(35'000);
        m_memory = residentMegabytes();
    }

    void typeInSearch()
    {
        auto *search = m_window.findChild<ui::SearchField *>();
        std::vector<double> answers;
        bool answered = false;
        const auto connection = QObject::connect(search->popup()->model(), &QAbstractItemModel::rowsInserted,
                                                 search, [&answered] { answered = true; });
        measure(u"typing in the search"_s, [&] {
            for (const QString &text : {u"示范县晨曦养老"_s, u"志愿服务队"_s, u"zyfwd"_s, u"52330421"_s,
                                        u"qqzz"_s, u"陈"_s, u"139"_s}) {
                QTest::keyClick(&m_window, Qt::Key_K, Qt::ControlModifier);
                search->setFocus();
                for (const QChar letter : text) {
                    answered = false;
                    QElapsedTimer timer;
                    timer.start();
                    type(search, letter);
                    if (runUntil([&] { return answered; }, 5000))
                        answers.push_back(double(timer.nsecsElapsed()) / 1e9);
                    else
                        m_faults.append(u"typing in the search: no answer to “%1”"_s.arg(text));
                }
                QTest::keyClick(search, Qt::Key_Escape);
                QTest::keyClick(search, Qt::Key_Escape);
                runFor(50);
            }
            // As fast as fingers go: nobody waits for the answer to the letter before.
            for (const QChar letter : u"示范县社会组织"_s) {
                type(search, letter);
                runFor(40);
            }
            runFor(m_settle);
            QTest::keyClick(search, Qt::Key_Down);
            QTest::keyClick(search, Qt::Key_Return);
            runFor(m_settle);
        });
        QObject::disconnect(connection);
        m_search = spread(answers);
        m_searches = answers.size();
    }

    void editRecord()
    {
        m_window.workspace()->showPage(u"organization"_s);
        runFor(m_settle);
        auto *address = visible<QLineEdit>("address");
        measure(u"saving a record, undo, redo, next record"_s, [&] {
            address->setFocus();
            for (const QChar letter : typedAddress)
                type(address, letter);
            QTest::keyClick(address, Qt::Key_S, Qt::ControlModifier);
            runFor(m_settle);
            const auto isSaved = [&] { return savedAddresses() > 0; };
            if (!runUntil(isSaved, longestAnswer))
                m_faults.append(u"saving a record: it was not saved"_s);
            for (const auto key : {Qt::Key_Z, Qt::Key_Y, Qt::Key_Z}) {
                QTest::keyClick(&m_window, key, Qt::ControlModifier);
                runFor(m_settle);
                runUntil([&] { return !m_window.workspace()->isBusy(); }, 60'000);
            }
            if (isSaved())
                m_faults.append(u"undo: the record is as it was saved"_s);
            press(visible<ui::DataTable>("list"), Qt::Key_Down, 3);
        });
    }

    /// Prints the summary; false when there were errors.
    bool finish()
    {
        for (const core::Error &error : m_prompt.errors())
            failed(error.text, error.detail);
        for (const QString &fault : m_faults)
            failed(fault);
        printRow(u"  typing in the search: the hits are there"_s,
                 {QString::number(m_searches), inMilliseconds(m_search.median), inMilliseconds(m_search.most),
                  u"  %1 x of %2: %3"_s.arg(number(m_search.most / searchAim), inMilliseconds(searchAim),
                                            m_search.most < searchAim ? u"met"_s : u"MISSED"_s)});
        printRow(u"  longest block of all"_s,
                 {inMilliseconds(m_worst.wall), inMilliseconds(m_worst.cpu), inMilliseconds(m_worst.event),
                  u"  %1 x of %2: %3"_s.arg(number(m_worst.wall / blockAim), inMilliseconds(blockAim),
                                            m_worst.wall < blockAim ? u"met"_s : u"MISSED"_s)});
        printRow(u"  memory when every page was visited"_s,
                 {{},
                  {},
                  inMegabytes(m_memory),
                  u"  %1 x of %2: %3"_s.arg(number(m_memory / memoryAim), inMegabytes(memoryAim),
                                            m_memory < memoryAim ? u"met"_s : u"MISSED"_s)});
        return m_prompt.errors().isEmpty() && m_faults.isEmpty();
    }

private:
    template<typename Work>
    void measure(const QString &what, const Work &work)
    {
        runFor(20);
        m_watchdog.clear();
        work();
        const Block block = m_watchdog.longest();
        printRow(u"  "_s + what, {inMilliseconds(block.wall), inMilliseconds(block.cpu),
                                  inMilliseconds(block.event), inMegabytes(residentMegabytes()),
                                  (block.wall < blockAim ? u"  "_s : u"* "_s) + block.longestEvent});
        if (block.wall > m_worst.wall)
            m_worst = block;
    }

    static void click(QListWidget *list, const QListWidgetItem *item)
    {
        list->scrollToItem(item);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(item).center());
    }

    /// Chinese goes in as the input method gives it.
    static void type(QWidget *into, QChar letter)
    {
        QInputMethodEvent event;
        event.setCommitString(letter);
        QApplication::sendEvent(into, &event);
    }

    void press(QWidget *widget, Qt::Key key, int times, int pause = 40)
    {
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(widget, key);
            runFor(pause);
        }
    }

    template<typename W>
    QList<W *> allVisible() const
    {
        QList<W *> found = m_window.findChildren<W *>();
        found.removeIf([](const W *one) { return !one->isVisible(); });
        return found;
    }
    template<typename W>
    W *visible(const char *name) const
    {
        for (W *one : m_window.findChildren<W *>(QString::fromLatin1(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    /// Whether what the page asked for has come: a table with nothing in it has nothing to measure.
    bool hasRows() const
    {
        const QList<ui::DataTable *> tables = allVisible<ui::DataTable>();
        return tables.isEmpty() || std::any_of(tables.begin(), tables.end(), [](const ui::DataTable *table) {
                   return table->model() && table->model()->rowCount() > 0;
               });
    }

    /// How many records have the address that editRecord() types.
    qint64 savedAddresses() const
    {
        core::Query query;
        query.type = u"organization"_s;
        query.where = core::Condition::compare(core::Condition::Op::Contains, u"address"_s, typedAddress);
        const auto count = m_window.workspace()->store().count(query);
        return count ? *count : -1;
    }

    /// What the first rows of a table say; nothing while they are being read.
    static QStringList firstRows(const ui::DataTable *table)
    {
        QStringList texts;
        for (int row = 0; row < std::min(20, table->model()->rowCount()); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                texts.append(table->model()->index(row, column).data().toString());
        }
        return texts.join(QString()).isEmpty() ? QStringList() : texts;
    }

    /// Keys and clicks that people use on a page, whichever it is.
    void usePage(const QString &name)
    {
        for (auto *table : allVisible<ui::DataTable>())
            useTable(name, table);
        for (auto *tabs : allVisible<QTabBar>()) {
            measure(u"%1: tabs of “%2”"_s.arg(name, tabs->tabText(0)), [&] {
                for (int i = tabs->count(); i-- > 0;) {
                    if (tabs->isTabVisible(i))
                        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
                    runFor(m_settle / 2);
                }
            });
        }
        for (const char *choice : {"notice", "summary", "yearEndReports"}) {
            if (auto *button = visible<QRadioButton>(choice)) {
                measure(u"%1: %2"_s.arg(name, button->text()), [&] {
                    QTest::mouseClick(button, Qt::LeftButton, {}, {12, button->height() / 2});
                    runFor(2 * m_settle);
                });
            }
        }
        for (const char *choice : {"kind", "town", "kindFilter", "townFilter"}) {
            if (auto *box = visible<QComboBox>(choice)) {
                measure(u"%1: choosing %2"_s.arg(name, box->accessibleName()), [&] {
                    box->setFocus();
                    press(box, Qt::Key_Down, 2, m_settle);
                    press(box, Qt::Key_Up, 2, m_settle);
                });
            }
        }
        if (auto *print = visible<QPushButton>("print")) {
            measure(u"%1: %2"_s.arg(name, print->text()), [&] {
                QTest::mouseClick(print, Qt::LeftButton);
                runFor(3 * m_settle);
            });
        }
    }

    void useTable(const QString &name, ui::DataTable *table)
    {
        if (!table->model() || table->model()->rowCount() < 2)
            return;
        measure(u"%1: keys in “%2”"_s.arg(name, table->objectName()), [&] {
            table->setFocus();
            press(table, Qt::Key_Down, 5);
            press(table, Qt::Key_PageDown, 5);
            press(table, Qt::Key_End, 1, m_settle);
            QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
            runFor(m_settle);
            QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
            runFor(m_settle);
        });
        QHeaderView *heads = table->horizontalHeader();
        if (heads->sectionsClickable() && heads->isVisible()) {
            const QStringList before = firstRows(table);
            bool isSorted = false;
            measure(u"%1: sorting “%2”"_s.arg(name, table->objectName()), [&] {
                for (int column = 0; column < std::min(4, heads->count()); ++column) {
                    const QPoint at(heads->sectionViewportPosition(column) + 12, 12);
                    QTest::mouseClick(heads->viewport(), Qt::LeftButton, {}, at);
                    runFor(m_settle);
                    press(table, Qt::Key_Down, 2);
                    const auto changed = [&] {
                        const QStringList now = firstRows(table);
                        return !now.isEmpty() && now != before;
                    };
                    isSorted = isSorted || runUntil(changed, column == 0 ? longestAnswer : m_settle);
                }
            });
            if (!isSorted)
                m_faults.append(u"%1: sorting “%2” changed nothing"_s.arg(name, table->objectName()));
        }
        auto *filter = qobject_cast<QLineEdit *>(table->filterEditor(0));
        if (!filter)
            return;
        const int rows = table->model()->rowCount();
        measure(u"%1: filtering “%2”"_s.arg(name, table->objectName()), [&] {
            filter->setFocus();
            for (const QChar letter : u"志愿服务"_s) {
                type(filter, letter);
                runFor(m_settle / 2);
            }
            if (!runUntil([&] { return table->model()->rowCount() < rows; }, longestAnswer))
                m_faults.append(u"%1: filtering “%2” changed nothing"_s.arg(name, table->objectName()));
            for (int i = 0; i < 4; ++i) {
                QTest::keyClick(filter, Qt::Key_Backspace);
                runFor(m_settle / 2);
            }
        });
    }

    inline static const QString typedAddress = u"晨光路8848号"_s;
    static constexpr int m_settle = 500;
    ui::MainWindow &m_window;
    TestPrompt &m_prompt;
    Watchdog m_watchdog;
    Block m_worst;
    Spread m_search;
    qsizetype m_searches = 0;
    double m_memory = 0;  ///< Megabytes.
    QStringList m_faults; ///< What was timed and did not happen.
};

bool measureWindow(const QString &county, double startAim)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto run = [&](const QString &mode) {
        return runProgram(QString::fromUtf8(BENCH_WINDOW), {mode, county, QString::number(steadyNow())});
    };
    std::vector<double> starts;
    std::vector<double> homes;
    for (int i = 0; i < 5; ++i) {
        const auto started = run(u"start"_s);
        if (!started)
            return false;
        const QStringList times = started->output.split(u' ');
        starts.push_back(times.value(0).toDouble());
        homes.push_back(times.value(1).toDouble());
    }
    const auto judge = [&](const QString &what, const Spread &spread) {
        printRow(what, {QString::number(starts.size()), inSeconds(spread.median), inSeconds(spread.most),
                        u"  %1 x of %2: %3"_s.arg(number(spread.median / startAim), inSeconds(startAim),
                                                  spread.median < startAim ? u"met"_s : u"MISSED"_s)});
    };
    printRow({}, {u"runs"_s, u"median"_s, u"max"_s, u"aim"_s});
    judge(u"  start of the program to a window that answers"_s, spread(starts));
    judge(u"  … to the figures of its home page"_s, spread(homes));
    const auto visited = run(u"visit"_s);
    if (!visited)
        return false;
    printRow({}, {u"block"_s, u"its cpu"_s, u"one event"_s, u"memory"_s, u"which"_s});
    printLine(visited->output.trimmed().prepend(u"  "_s));
    printLine(u"  memory at the end of the visit: "_s + inMegabytes(visited->peak) + u" at its peak"_s);
    return true;
}

} // namespace

bool windowBench(const QDir &folder, qint64 organizations)
{
    const auto at = [&](qint64 count, double aim) {
        const QString county = evaluatedCounty(folder, count);
        if (county.isEmpty())
            return false;
        printLine(u"The window over %1 organizations with two evaluated years"_s.arg(count));
        return measureWindow(county, aim);
    };
    return at(3500, 1.0) && (organizations == 3500 || at(organizations, 1.5));
}

int windowChild(int &argc, char **argv)
{
    const QTemporaryDir settings;
    ui::settings::keepIn(settings.path());
    QCoreApplication::setOrganizationName(u"shanzhi-bench"_s);
    WatchedApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(1);
    const QString county = arguments.value(2);
    const qint64 begun = arguments.value(3).toLongLong();
    ui::applyTheme(application, ui::Theme::Light);
    TestPrompt prompt;
    ui::MainWindow window(&prompt, [] { return benchDay; });
    window.QWidget::show();
    if (mode == u"start"_s) {
        window.openFile(county);
        auto *home = window.findChild<ui::HomePage *>();
        if (!home)
            return failed(u"the file was not opened"_s, county), 1;
        bool counted = false;
        QObject::connect(home, &ui::HomePage::counted, home, [&counted] { counted = true; });
        QApplication::processEvents(); // what was posted while it was made, the first painting among it
        const double usable = double(steadyNow() - begun) / 1e9;
        if (!runUntil([&] { return counted; }, 60'000))
            return failed(u"the home page does not answer"_s), 1;
        QApplication::processEvents();
        printLine(u"%1 %2"_s.arg(usable).arg(double(steadyNow() - begun) / 1e9));
        return 0;
    }
    // A copy: the visit writes.
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"示范县.shanzhi"_s);
    const QString other = folder.filePath(u"另一个.shanzhi"_s);
    if (!QFile::copy(county, copy) || !QFile::copy(county, other))
        return failed(u"cannot copy"_s, county), 1;
    runFor(200);
    Visitor visitor(application, window, prompt);
    visitor.open(other, copy);
    visitor.visitPages();
    visitor.weigh();
    visitor.typeInSearch();
    visitor.editRecord();
    return visitor.finish() ? 0 : 1;
}

} // namespace bench
