// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a record: what it is called, its rows, and how often it reads.
#include "ui/pages/recordform.h"

#include "core/exchange/importtable.h"
#include "core/registry/person.h"
#include "core/service/payment.h"
#include "core/supervision/grade.h"
#include "core/supervision/inspection.h"
#include "tests/gui/testsession.h"
#include "tests/support/teststore.h"
#include "ui/fields/fieldeditor.h"
#include "ui/pages/childrows.h"
#include "ui/pages/recordpage.h"
#include "ui/pages/recyclebinpage.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/textlabel.h"

#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// Chinese goes in as the input method gives it.
void typeInto(QLineEdit *into, const QString &text)
{
    into->setFocus();
    into->selectAll();
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(into, &event);
    QApplication::processEvents();
}

/// The form of a project of the sample county, on screen.
struct ProjectForm
{
    explicit ProjectForm(SampleStore::State state = SampleStore::State::Imported)
        : session(state)
        , form(session.session, recordType<Project>())
    {
        const auto projects = session.store->all<Project>({.limit = 1});
        requireOk(projects);
        REQUIRE(projects->size() == 1);
        project = projects->front();
        showActive(form, {700, 900});
        form.showRecord(project.id.text);
        QApplication::processEvents();
    }
    QWidget *rows() { return form.findChild<ui::ChildRows *>(); }
    QLineEdit *line(const char *key) { return rows()->findChild<QLineEdit *>(QString::fromLatin1(key)); }
    void press(QWidget *in, const char *name)
    {
        QTest::mouseClick(in->findChild<QPushButton *>(QString::fromLatin1(name)), Qt::LeftButton);
        QApplication::processEvents();
    }
    void save()
    {
        QTest::keyClick(form.focusWidget() ? form.focusWidget() : &form, Qt::Key_S, Qt::ControlModifier);
        QApplication::processEvents();
    }
    std::vector<ProjectPayment> payments()
    {
        const auto all = session.store->all<ProjectPayment>({.sort = {{u"number"_s, false}}});
        requireOk(all);
        return *all;
    }
    void add(const QString &number, const QString &amount)
    {
        press(rows(), "addRow");
        typeInto(line("number"), number);
        typeInto(line("amount"), amount);
    }

    TestSession session;
    ui::RecordForm form;
    Project project;
};

} // namespace

TEST_CASE("the journal names no person in the open, whatever is done with one")
{
    TestSession test(SampleStore::State::Empty);
    Organization organization{.name = u"甲协会"_s};
    Person person{.name = u"欧阳小明"_s, .position = u"会长"_s};
    requireOk(test.store->change(u"准备"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(organization));
        person.organization = organization.id;
        return change.insert(person);
    }));
    ui::RecordForm form(test.session, recordType<Person>());
    showActive(form, {700, 900});
    form.showRecord(person.id.text);
    QApplication::processEvents();
    const auto press = [](const QWidget &in, const char *name) {
        QTest::mouseClick(in.findChild<QPushButton *>(QString::fromLatin1(name)), Qt::LeftButton);
        QApplication::processEvents();
    };
    const auto newest = [&] {
        const auto entries = test.store->journal(1);
        requireOk(entries);
        return entries->front().what;
    };
    typeInto(form.findChild<QLineEdit *>(u"position"_s), u"理事长"_s);
    QTest::keyClick(form.focusWidget(), Qt::Key_S, Qt::ControlModifier);
    CHECK(newest() == u"修改负责人 欧阳** · 理事长 · 甲协会"_s);
    test.prompt.answer(u"删除"_s);
    press(form, "remove");
    CHECK(newest() == u"删除负责人 欧阳** · 理事长 · 甲协会"_s);
    form.showRecord(person.id.text);
    QApplication::processEvents();
    press(form, "remove"); // reads 还原 now
    CHECK(newest() == u"还原负责人 欧阳** · 理事长 · 甲协会"_s);

    test.prompt.answer(u"删除"_s);
    press(form, "remove");
    ui::RecycleBinPage bin(test.session);
    showActive(bin, {1182, 694});
    bin.enter();
    auto *table = bin.findChild<ui::DataTable *>(u"removed"_s);
    REQUIRE(waitFor([&] { return table->model()->rowCount() == 1; }));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    CHECK(newest() == u"还原负责人 欧阳** · 理事长 · 甲协会"_s);
}

TEST_CASE("rows are added, changed and removed in the form of their record, and saved with it as one step")
{
    ProjectForm project;
    project.add(u"1"_s, u"30000"_s);
    project.add(u"2"_s, u"20000"_s);
    CHECK(project.payments().empty()); // nothing is written before the form is saved
    auto *buyer = project.form.findChild<QLineEdit *>(u"buyer"_s);
    typeInto(buyer, u"锦湖街道办事处"_s);
    const auto before = project.session.store->journal(1);
    project.save();
    std::vector<ProjectPayment> payments = project.payments();
    REQUIRE(payments.size() == 2);
    CHECK(payments[0].project == project.project.id);
    CHECK(payments[1].amount == Money::yuan(20'000));
    CHECK(project.session.store->get(project.project.id)->buyer == u"锦湖街道办事处"_s);
    CHECK(project.session.store->journal(1)->front().sequence == before->front().sequence + 1);
    CHECK_FALSE(project.form.hasChanges());

    auto *table = project.rows()->findChild<ui::DataTable *>(u"rows"_s);
    REQUIRE(table->model()->rowCount() == 2);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    typeInto(project.line("voucher"), u"记-12"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Up);
    project.press(project.rows(), "removeRow");
    CHECK(project.payments().size() == 2);
    project.save();
    payments = project.payments();
    REQUIRE(payments.size() == 1);
    CHECK(payments.front().number == 2);
    CHECK(payments.front().voucher == u"记-12"_s);
    requireOk(project.session.store->undo());
    CHECK(project.payments().size() == 2);
    requireOk(project.session.store->undo());
    CHECK(project.payments().empty());
}

TEST_CASE("a row that cannot be saved keeps the record from being saved, and is shown")
{
    ProjectForm project;
    project.add(u"0"_s, u"30000"_s);
    project.add(u"2"_s, u"20000"_s);
    const auto before = project.session.store->journal(1);
    project.save();
    CHECK(project.payments().empty());
    CHECK(project.session.store->journal(1)->front().sequence == before->front().sequence);
    CHECK(project.line("number")->text() == u"0"_s);
    CHECK(project.form.focusWidget() == project.line("number"));
    auto *problem = project.rows()->findChild<QLabel *>(u"number_problem"_s);
    CHECK(problem->text().contains(u"期次"_s));
    typeInto(project.line("number"), u"1"_s);
    project.save();
    CHECK(project.payments().size() == 2);
}

TEST_CASE("rows that were not saved are given up with the other changes of the form")
{
    ProjectForm project;
    project.add(u"1"_s, u"30000"_s);
    CHECK(project.form.hasChanges());
    project.press(&project.form, "revert");
    CHECK_FALSE(project.form.hasChanges());
    CHECK(project.rows()->findChild<ui::DataTable *>(u"rows"_s)->model()->rowCount() == 0);
    project.save();
    CHECK(project.payments().empty());
}

TEST_CASE("a save reads the record into the form once")
{
    TestSession session(SampleStore::State::Imported);
    ui::RecordPage page(session.session, recordType<Organization>());
    showActive(page, {1366, 768});
    page.enter();
    auto *form = page.findChild<ui::RecordForm *>();
    REQUIRE(waitFor([&] { return !form->recordId().isEmpty(); }));
    QSignalSpy loads(form, &ui::RecordForm::loaded);
    auto *address = form->findChild<QLineEdit *>(u"address"_s);
    typeInto(address, u"和平路 88 号"_s);
    QTest::keyClick(address, Qt::Key_S, Qt::ControlModifier);
    QTest::qWait(500); // what else might come of it has come by then
    CHECK(session.store->undoText().startsWith(u"修改社会组织"_s));
    CHECK(loads.size() == 1);
    // Another hand changes the record: it is read again, once.
    Organization changed = *session.store->get(Id<Organization>{form->recordId()});
    changed.address = u"和平路 99 号"_s;
    requireOk(session.store->change(u"别处"_s, [&](Change &change) { return change.update(changed); }));
    QTest::qWait(500);
    CHECK(loads.size() == 2);
    CHECK(address->text() == u"和平路 99 号"_s);
}

TEST_CASE(
    "title, question, undo and recycle bin call a record without a field of its own name by its whole name")
{
    TestSession session(SampleStore::State::Imported);
    const auto inspections = session.store->all<Inspection>({.limit = 1});
    requireOk(inspections);
    REQUIRE(inspections->size() == 1);
    const Inspection &one = inspections->front();
    const QString organization = session.store->get(one.organization)->name;
    ui::RecordForm form(session.session, recordType<Inspection>());
    showActive(form, {700, 900});
    form.showRecord(one.id.text);
    QApplication::processEvents();
    const QString start = organization + u" · "_s + QString::number(one.year);
    const QList<ui::TextLabel *> labels = form.findChildren<ui::TextLabel *>();
    CHECK(std::any_of(labels.begin(), labels.end(),
                      [&](const ui::TextLabel *label) { return label->text().startsWith(start); }));
    session.prompt.answer(u"删除"_s);
    QTest::mouseClick(form.findChild<QPushButton *>(u"remove"_s), Qt::LeftButton);
    QApplication::processEvents();
    REQUIRE_FALSE(session.prompt.said().isEmpty());
    CHECK(session.prompt.said().last().contains(start));
    CHECK(session.store->undoText().contains(start));
    ui::RecycleBinPage bin(session.session);
    showActive(bin, {900, 600});
    bin.enter();
    auto *table = bin.findChild<ui::DataTable *>(u"removed"_s);
    REQUIRE(waitFor([&] { return table->model()->rowCount() == 1; }));
    CHECK(table->model()->index(0, 1).data().toString().startsWith(start));
}

TEST_CASE(
    "why a fault is kept is asked for once, stands beside the field and in the file, and is not asked again")
{
    TestSession session(SampleStore::State::Imported);
    Organization odd;
    odd.name = u"甲协会"_s;
    odd.kind = OrganizationKind::Association;
    odd.creditCode = u"51330421MJ00000000"_s; // its last digit does not check
    requireOk(session.store->change(u"新增"_s, [&](Change &change) { return change.insert(odd); }));
    ui::RecordForm form(session.session, recordType<Organization>());
    showActive(form, {700, 900});
    form.showRecord(odd.id.text);
    auto *reason = form.findChild<QPushButton *>(u"keepReason"_s);
    REQUIRE(reason->isVisible());
    const auto unexplained = [&] {
        const auto problems = session.store->problems(recordType<Organization>(), odd.id.text);
        requireOk(problems);
        return std::count_if(problems->begin(), problems->end(),
                             [](const KeptProblem &problem) { return problem.reason.isEmpty(); });
    };
    REQUIRE(unexplained() > 0);
    session.prompt.refuse();
    QTest::mouseClick(reason, Qt::LeftButton);
    CHECK(unexplained() > 0);
    CHECK(reason->isVisible());
    session.prompt.answer(u"证书上如此"_s);
    QTest::mouseClick(reason, Qt::LeftButton);
    CHECK(unexplained() == 0);
    CHECK_FALSE(reason->isVisible());
    CHECK(form.findChild<QLabel *>(u"credit_code_problem"_s)->text().contains(u"（已说明：证书上如此）"_s));
    form.showRecord({});
    form.showRecord(odd.id.text);
    CHECK_FALSE(reason->isVisible());
}

TEST_CASE(
    "the history of a record names the old papers its read-only fields came from, that of another does not")
{
    TestSession session(SampleStore::State::Empty);
    Organization organization{.name = u"旧协会"_s};
    requireOk(session.store->change(u"新增"_s, [&](Change &change) { return change.insert(organization); }));
    const QString path = session.store.folder() + u"/往年等级.csv"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("社会组织,等级,评定日期,证书号,等级处理,处理日期,处理理由\n"
               "旧协会,3A,2016-05-01,ZH-0,已取消,2018-03-01,未参加年检\n"
               "旧协会,2A,2012-05-01,ZH-2,,,\n");
    file.close();
    Progress progress;
    const auto report = importTable(*session.store, path, {.type = &recordType<Grade>()}, progress);
    requireOk(report);
    REQUIRE(report->added == 2);

    ui::RecordForm form(session.session, recordType<Grade>());
    showActive(form, {700, 900});
    const auto newest = [&](const QString &id) {
        form.showRecord(id);
        auto *tabs = form.findChild<QTabWidget *>(u"tabs"_s)->tabBar();
        for (const int tab : {0, 2})
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
        const auto *history = form.findChild<ui::DataTable *>(u"history"_s);
        REQUIRE(history->isVisible());
        REQUIRE(history->model()->rowCount() == 1);
        return history->model()->index(0, 2).data().toString();
    };
    const auto grades = session.store->all<Grade>({.sort = {{u"assessed_on"_s, false}}});
    requireOk(grades);
    CHECK(newest(grades->back().id.text)
              .endsWith(u"其中“等级处理”“处理日期”“处理理由”取自原有材料（补录：来自《往年等级.csv》）。"_s));
    const QString plain = newest(grades->front().id.text);
    CHECK(plain.contains(u"2012"_s));
    CHECK_FALSE(plain.contains(u"原有材料"_s));
    CHECK_FALSE(plain.contains(u"补录"_s));
}
