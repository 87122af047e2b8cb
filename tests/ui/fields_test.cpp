// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/part.h"

#include "core/record/describe.h"
#include "ui/fields/fieldeditor.h"
#include "ui/fields/monthpopup.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum class Shape { Association, Service, Foundation };
std::span<const core::Choice> choicesOf(Shape)
{
    static const core::Choice choices[] = {
        {"association", "社会团体"}, {"service", "社会服务机构"}, {"foundation", "基金会"}};
    return choices;
}

struct Sample
{
    core::Id<Sample> id;
    QString name;
    core::LongText note;
    std::optional<qint64> people;
    std::optional<core::Decimal> points;
    std::optional<core::Money> capital;
    std::optional<QDate> founded;
    std::optional<QDateTime> seen;
    bool isCharity = false;
    std::optional<bool> hasParty;
    Shape shape{};
    std::optional<Shape> former;
    core::ChoiceSet<Shape> roles;
    std::optional<core::Id<Sample>> parent;
    std::optional<core::Attachment> charter;
    QString phone;
};

} // namespace

namespace core {

template<>
const RecordType &recordType<Sample>()
{
    static const RecordType type =
        record<Sample, 16>("sample", "样本", {},
                           {
                               idField<Sample>(),
                               field<&Sample::name>("name", "名称"),
                               field<&Sample::note>("note", "备注"),
                               field<&Sample::people>("people", "从业人员", {.unit = "人"}),
                               field<&Sample::points>("points", "积分"),
                               field<&Sample::capital>("capital", "开办资金", {.unit = "元"}),
                               field<&Sample::founded>("founded", "成立日期"),
                               field<&Sample::seen>("seen", "受理时间"),
                               field<&Sample::isCharity>("is_charity", "慈善组织"),
                               field<&Sample::hasParty>("has_party", "建立党组织"),
                               field<&Sample::shape>("shape", "类型"),
                               field<&Sample::former>("former", "原类型"),
                               field<&Sample::roles>("roles", "角色"),
                               field<&Sample::parent>("parent", "上级"),
                               field<&Sample::charter>("charter", "章程"),
                               field<&Sample::phone>("phone", "联系电话", {.privacy = Privacy::Personal}),
                           });
    return type;
}

} // namespace core

namespace {

const QString someId = u"0190a000-0000-7000-8000-000000000001"_s;
const core::Attachment someFile{QString(64, u'a'), 2048, u"章程 2024.pdf"_s};

ui::FieldServices services()
{
    return {.lookUp =
                [](const core::RecordType &, const QString &text, const auto &take) {
                    QList<ui::SearchHit> hits;
                    if (u"嘉宁县慈善总会 jnx"_s.contains(text))
                        hits.append({u"样本"_s, u"嘉宁县慈善总会"_s, u"东门街道"_s, someId});
                    take(hits);
                },
            .titleOf = [](const core::RecordType &,
                          const QString &id) { return id == someId ? u"嘉宁县慈善总会"_s : QString(); },
            .chooseAttachment = [](const auto &done) { done(someFile); }};
}

/// A form with editors for these keys, shown and active.
struct Form
{
    explicit Form(std::initializer_list<const char *> keys)
    {
        auto *column = new QVBoxLayout(&window);
        for (const char *key : keys) {
            editors.push_back(ui::FieldEditor::create(
                *core::recordType<Sample>().field(QLatin1StringView(key)), services()));
            column->addWidget(editors.back());
        }
        window.resize(420, 600);
        window.show();
        QApplication::setActiveWindow(&window);
    }
    template<typename W>
    W *part(const char *name) const
    {
        W *found = partOf<W>(window, name);
        found->setFocus();
        return found;
    }

    QWidget window;
    std::vector<ui::FieldEditor *> editors;
};

/// Types \a text, what is not ASCII through the input method as with a Chinese keyboard.
void type(QWidget *widget, const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            QTest::keyClick(widget, c.toLatin1());
        } else {
            QInputMethodEvent event;
            event.setCommitString(c);
            QApplication::sendEvent(widget, &event);
        }
    }
}

/// Types into the only field of a form and leaves it; gives what the editor says then.
QVariant typed(const char *key, const QString &text)
{
    const Form form({key});
    auto *line = form.part<QLineEdit>(key);
    type(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    return form.editors[0]->value();
}

} // namespace

TEST_CASE("every field shows what is put in and gives the same back, also when it is empty")
{
    Sample full;
    full.id.text = someId;
    full.name = u"嘉宁县慈善总会"_s;
    full.note.text = u"第一行\n第二行"_s;
    full.people = -3;
    full.points = core::Decimal::fromMicro(68'500'000);
    full.capital = core::Money{30'000'000'05};
    full.founded = QDate(2016, 5, 18);
    full.seen = QDateTime(QDate(2025, 12, 8), QTime(2, 32, 5, 123), Qt::UTC);
    full.isCharity = true;
    full.hasParty = false;
    full.shape = Shape::Foundation;
    full.former = Shape::Service;
    full.roles = {Shape::Association, Shape::Foundation};
    full.parent = core::Id<Sample>{someId};
    full.charter = someFile;
    full.phone = u"13812345678"_s;
    const core::RecordType &type = core::recordType<Sample>();
    for (const Sample &sample : {full, Sample()}) {
        for (const core::Field &field : type.fields) {
            INFO(field.key);
            const QVariant put = field.read(&sample);
            const std::unique_ptr<ui::FieldEditor> editor(ui::FieldEditor::create(field, services()));
            QSignalSpy edited(editor.get(), &ui::FieldEditor::edited);
            editor->setValue(put);
            CHECK(editor->value() == put);
            CHECK(edited.isEmpty());
            CHECK(editor->inputProblem() == QString());
            Sample back;
            CHECK((field.write(&back, editor->value()) || QLatin1StringView(field.key) == "id"_L1));
        }
    }
}

TEST_CASE("typed lines become the values a clerk means")
{
    CHECK(typed("name", u" 嘉宁县慈善总会 "_s) == QVariant(u"嘉宁县慈善总会"_s));
    CHECK(typed("people", u"1,204"_s) == QVariant(1204LL));
    CHECK_FALSE(typed("people", u"1,2"_s).isValid()); // not 12
    CHECK_FALSE(typed("capital", u"12,34"_s).isValid());
    CHECK(typed("people", u"１４"_s) == QVariant(14LL));
    CHECK(typed("points", u"68.5"_s) == QVariant(68'500'000LL));
    CHECK(typed("capital", u"30万"_s) == QVariant(300'000'00LL));
    CHECK(typed("capital", u"1,234.56"_s) == QVariant(123'456LL));
    for (const QString &date :
         {u"2021.3.5"_s, u"20210305"_s, u"2021-03-05"_s, u"2021年3月5日"_s, u"2021/3/5"_s})
        CHECK(typed("founded", date) == QVariant(QDate(2021, 3, 5)));
    CHECK(typed("seen", u"2021.3.5 9:30"_s) == QVariant(QDateTime(QDate(2021, 3, 5), QTime(9, 30)).toUTC()));
}

TEST_CASE("a line left empty stays empty: no date, no number that nobody entered")
{
    for (const char *key : {"people", "points", "capital", "founded", "seen"}) {
        INFO(key);
        CHECK_FALSE(typed(key, {}).isValid());
        CHECK_FALSE(typed(key, u"  "_s).isValid());
    }
    CHECK(typed("name", {}) == QVariant());
}

TEST_CASE("emptying a field gives no value")
{
    const Form form({"founded", "name"});
    form.editors[0]->setValue(QDate(2020, 1, 1));
    form.editors[1]->setValue(u"旧名"_s);
    for (const char *key : {"founded", "name"}) {
        auto *line = form.part<QLineEdit>(key);
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Delete);
    }
    CHECK_FALSE(form.editors[0]->value().isValid());
    CHECK(form.editors[1]->value() == QVariant(u""_s));
}

TEST_CASE("what is no value is said below the field and is not given")
{
    const Form form({"founded", "capital"});
    auto *line = form.part<QLineEdit>("founded");
    QTest::keyClicks(line, u"2021-02-30"_s);
    QTest::keyClick(line, Qt::Key_Return);
    CHECK_FALSE(form.editors[0]->value().isValid());
    CHECK(form.editors[0]->inputProblem().contains(u"2021-02-30"_s));
    auto *problem = form.window.findChild<QLabel *>(u"founded_problem"_s);
    CHECK(problem->isVisible());
    CHECK(problem->text().startsWith(u"▲ "_s));
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Backspace);
    CHECK_FALSE(problem->isVisible());
    auto *capital = form.part<QLineEdit>("capital");
    QTest::keyClicks(capital, u"0.005"_s); // half a fen
    QTest::keyClick(capital, Qt::Key_Return);
    CHECK_FALSE(form.editors[1]->value().isValid());
    CHECK_FALSE(form.editors[1]->inputProblem().isEmpty());
}

TEST_CASE("a line is put into the usual form when it is left")
{
    const Form form({"founded", "capital"});
    auto *date = form.part<QLineEdit>("founded");
    QTest::keyClicks(date, u"20210305"_s);
    QTest::keyClick(date, Qt::Key_Return);
    CHECK(date->text() == u"2021-03-05"_s);
    auto *capital = form.part<QLineEdit>("capital");
    type(capital, u"30万"_s);
    QTest::keyClick(capital, Qt::Key_Return);
    CHECK(capital->text() == u"300,000.00"_s);
}

TEST_CASE("Enter goes to the next field, from every kind but long text")
{
    const Form form({"name", "founded", "shape", "is_charity", "roles", "parent", "people"});
    form.part<QLineEdit>("name");
    const QStringList order = {u"founded"_s,           u"shape"_s,  u"is_charity"_s,
                               u"roles_association"_s, u"parent"_s, u"people"_s};
    for (const QString &next : order) {
        QTest::keyClick(form.window.focusWidget(), Qt::Key_Return);
        CHECK(form.window.focusWidget()->objectName() == next);
    }
    const Form notes({"note", "name"});
    auto *note = notes.part<QPlainTextEdit>("note");
    QTest::keyClicks(note, u"a"_s);
    QTest::keyClick(note, Qt::Key_Return);
    QTest::keyClicks(note, u"b"_s);
    CHECK(notes.editors[0]->value() == QVariant(u"a\nb"_s));
    QTest::keyClick(note, Qt::Key_Tab);
    CHECK(notes.window.focusWidget()->objectName() == u"name"_s);
}

TEST_CASE("a choice is made by pinyin initials and emptied by Del where it may be empty")
{
    const Form form({"shape", "former"});
    auto *shape = form.part<QComboBox>("shape");
    QSignalSpy edited(form.editors[0], &ui::FieldEditor::edited);
    QTest::keyClicks(shape, u"shf"_s); // 社会服务机构
    CHECK(form.editors[0]->value() == QVariant(u"service"_s));
    CHECK_FALSE(edited.isEmpty());
    QTest::keyClick(shape, Qt::Key_Delete);
    CHECK(form.editors[0]->value() == QVariant(u"service"_s));
    auto *former = form.part<QComboBox>("former");
    CHECK_FALSE(form.editors[1]->value().isValid());
    QTest::keyClicks(former, u"j"_s);
    CHECK(form.editors[1]->value() == QVariant(u"foundation"_s));
    QTest::keyClick(former, Qt::Key_Delete);
    CHECK_FALSE(form.editors[1]->value().isValid());
}

TEST_CASE("the wheel does not change a choice while a form is scrolled")
{
    const Form form({"shape"});
    form.editors[0]->setValue(u"association"_s);
    auto *combo = form.part<QComboBox>("shape");
    QWheelEvent wheel(QPointF(5, 5), combo->mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(combo, &wheel);
    CHECK(form.editors[0]->value() == QVariant(u"association"_s));
}

TEST_CASE("yes, no and not known are three answers where they may be")
{
    const Form form({"is_charity", "has_party"});
    CHECK(form.editors[0]->value() == QVariant(false));
    QTest::keyClick(form.part<QCheckBox>("is_charity"), Qt::Key_Space);
    CHECK(form.editors[0]->value() == QVariant(true));
    auto *party = form.part<QComboBox>("has_party");
    CHECK_FALSE(form.editors[1]->value().isValid());
    QTest::keyClick(party, Qt::Key_Down);
    CHECK(form.editors[1]->value() == QVariant(true));
    QTest::keyClick(party, Qt::Key_Down);
    CHECK(form.editors[1]->value() == QVariant(false));
    QTest::keyClick(party, Qt::Key_Backspace);
    CHECK_FALSE(form.editors[1]->value().isValid());
}

TEST_CASE("several choices are ticked by Space and come in the order of the choices")
{
    const Form form({"roles"});
    QTest::keyClick(form.part<QAbstractButton>("roles_foundation"), Qt::Key_Space);
    QTest::keyClick(form.part<QAbstractButton>("roles_association"), Qt::Key_Space);
    CHECK(form.editors[0]->value() == QVariant(QStringList{u"association"_s, u"foundation"_s}));
    QTest::keyClick(form.part<QAbstractButton>("roles_foundation"), Qt::Key_Space);
    CHECK(form.editors[0]->value() == QVariant(QStringList{u"association"_s}));
}

TEST_CASE("a reference is found by typing, chosen by Enter, and never left half chosen")
{
    const Form form({"parent", "name"});
    auto *line = form.part<QLineEdit>("parent");
    QTest::keyClicks(line, u"jnx"_s);
    CHECK(form.window.findChild<ui::HitPopup *>(u"parent_hits"_s)->isVisible());
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(form.editors[0]->value() == QVariant(someId));
    CHECK(line->text() == u"嘉宁县慈善总会"_s);
    CHECK(form.window.focusWidget()->objectName() == u"name"_s);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, u"zzz"_s);
    QTest::keyClick(line, Qt::Key_Return);
    CHECK_FALSE(form.editors[0]->value().isValid());
    CHECK_FALSE(form.editors[0]->inputProblem().isEmpty());
    line->setFocus();
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(line, Qt::Key_Delete);
    CHECK(form.editors[0]->inputProblem().isEmpty());
}

TEST_CASE("a file is chosen and removed by buttons")
{
    const Form form({"charter"});
    QSignalSpy edited(form.editors[0], &ui::FieldEditor::edited);
    QTest::mouseClick(form.part<QAbstractButton>("charter"), Qt::LeftButton);
    CHECK(form.editors[0]->value() == QVariant(someFile.toText()));
    QTest::mouseClick(form.part<QAbstractButton>("charter_remove"), Qt::LeftButton);
    CHECK_FALSE(form.editors[0]->value().isValid());
    CHECK(edited.size() == 2);
    CHECK_FALSE(
        form.window.findChild<QAbstractButton *>(u"charter_open"_s)->isVisible()); // no service for it
}

TEST_CASE("a day is picked from the calendar by keys")
{
    const Form form({"founded"});
    form.editors[0]->setValue(QDate(2024, 2, 28));
    auto *line = form.part<QLineEdit>("founded");
    QTest::keyClick(line, Qt::Key_F4);
    auto *calendar = form.window.findChild<ui::MonthPopup *>(u"founded_calendar"_s);
    REQUIRE(calendar);
    QTest::keyClick(calendar, Qt::Key_Right);
    CHECK(calendar->current() == QDate(2024, 2, 29));
    QTest::keyClick(calendar, Qt::Key_PageDown);
    QTest::keyClick(calendar, Qt::Key_Down);
    QTest::keyClick(calendar, Qt::Key_Down);
    QTest::keyClick(calendar, Qt::Key_Up);
    QTest::keyClick(calendar, Qt::Key_Return);
    CHECK(form.editors[0]->value() == QVariant(QDate(2024, 4, 5)));
    CHECK_FALSE(calendar->isVisible());
    QTest::keyClick(line, Qt::Key_F4);
    QTest::keyClick(calendar, Qt::Key_Right);
    QTest::keyClick(calendar, Qt::Key_Escape);
    CHECK(form.editors[0]->value() == QVariant(QDate(2024, 4, 5)));
}

TEST_CASE("personal values are covered until asked for, and asking is told")
{
    const Form form({"phone"});
    ui::FieldEditor *phone = form.editors[0];
    CHECK_FALSE(phone->isCovered());
    phone->setValue(u"13812345678"_s);
    REQUIRE(phone->isCovered());
    CHECK(phone->value() == QVariant(u"13812345678"_s));
    auto *cover = form.part<QAbstractButton>("phone_cover");
    CHECK(cover->text() == u"138****5678"_s);
    CHECK_FALSE(form.window.findChild<QLineEdit *>(u"phone"_s)->isVisible());
    QSignalSpy revealed(phone, &ui::FieldEditor::revealed);
    QTest::keyClick(cover, Qt::Key_Space);
    CHECK(revealed.size() == 1);
    CHECK(form.window.focusWidget()->objectName() == u"phone"_s);
    phone->setValue(u"13912345678"_s); // another record: covered again
    CHECK(phone->isCovered());
}

TEST_CASE("problems stand below their own field, the heavier in the colour of late")
{
    const Form form({"name", "people"});
    const std::vector<core::Problem> problems = {{"name", u"缺少名称。"_s, core::Problem::Severity::Warn},
                                                 {"name", u"名称已存在。"_s, core::Problem::Severity::Block}};
    for (ui::FieldEditor *editor : form.editors)
        editor->setProblems(problems);
    auto *own = form.window.findChild<QLabel *>(u"name_problem"_s);
    CHECK(own->text() == u"◆ 缺少名称。\n▲ 名称已存在。"_s);
    CHECK(form.part<QLineEdit>("name")->property("problem").toString() == u"late"_s);
    CHECK_FALSE(form.window.findChild<QLabel *>(u"people_problem"_s)->isVisible());
}

TEST_CASE("read-only fields cannot be typed into")
{
    const Form form({"id", "name"});
    CHECK(form.editors[0]->isReadOnly());
    form.editors[1]->setReadOnly(true);
    auto *line = form.part<QLineEdit>("name");
    QTest::keyClicks(line, u"x"_s);
    CHECK(line->text().isEmpty());
}
