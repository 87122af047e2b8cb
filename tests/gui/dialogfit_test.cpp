// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every dialog on the smallest screen there is: 1366×768 at 150 %, which leaves 911×512.
#include "core/evaluation/shippedschemes.h"
#include "core/features.h"
#include "core/supervision/grade.h"
#include "tests/gui/testsession.h"
#include "tests/support/catch.h"
#include "tests/support/part.h"
#include "tests/support/teststore.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/newcountydialog.h"
#include "ui/dialogs/restoredialog.h"
#include "ui/dialogs/schemedialog.h"
#include "ui/dialogs/scoredialog.h"
#include "ui/dialogs/verbdialog.h"
#include "ui/dialogs/workdialog.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/prompt.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallest(911, 512);

/// A window that fills the smallest screen.
struct SmallScreen
{
    explicit SmallScreen(ui::Theme theme = ui::Theme::Light)
    {
        window.move(3000, 0); // where tests/support/main.cpp has it
        showActive(window, smallest, theme);
        REQUIRE(window.screen()->availableSize() == smallest);
    }

    QWidget window;
};

/// The part of \a widget that its parents show, in the coordinates of \a dialog.
QRect shownOf(const QWidget &widget, const QWidget &dialog)
{
    QRect shown = widget.rect();
    for (const QWidget *part = &widget; part != &dialog; part = part->parentWidget())
        shown = shown.translated(part->pos()) & part->parentWidget()->rect();
    return shown;
}

/// Whether \a one can be seen as a whole, if need be after the body was scrolled to it.
bool canBeSeen(QWidget &one, const QDialog &dialog)
{
    for (QWidget *above = one.parentWidget(); above && above != &dialog; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(
                above)) { // the whole of it: ensureWidgetVisible() is content with the cursor in it
            const QRect place(one.mapTo(area->widget(), QPoint()), one.size());
            area->ensureVisible(place.right(), place.bottom(), 2, 2);
            area->ensureVisible(place.left(), place.top(), 2, 2);
        }
    }
    return shownOf(one, dialog).size() == one.size();
}

/// False while what has just appeared waits for its place.
bool isLaidOut(const QDialog &dialog)
{
    const auto *area = dialog.findChild<QScrollArea *>();
    const QList<QWidget *> parts =
        area ? area->widget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly) : QList<QWidget *>();
    return std::all_of(parts.begin(), parts.end(), [&](const QWidget *part) {
        return !part->isVisible() || area->widget()->rect().contains(part->geometry());
    });
}

/// Nothing in the body lies over its neighbour, or below the end of a body that does not scroll.
void requireApart(const QDialog &dialog)
{
    const auto *area = dialog.findChild<QScrollArea *>();
    REQUIRE(area);
    const QWidget &body = *area->widget();
    const QList<QWidget *> parts = body.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (const QWidget *one : parts) {
        if (!one->isVisible())
            continue;
        INFO(one->metaObject()->className() << " " << one->objectName().toStdString());
        CHECK(body.rect().contains(one->geometry()));
        for (const QWidget *other : parts)
            CHECK((other == one || !other->isVisible() || !one->geometry().intersects(other->geometry())));
    }
    if (area->verticalScrollBar()->maximum() == 0)
        CHECK(body.height() <= area->viewport()->height());
}

/// The dialog stands within the screen, its title and buttons are seen as a whole, what it asks for can be
/// reached, and nothing is squeezed below what it needs.
void requireFits(QDialog &dialog, const QString &picture)
{
    INFO(picture.toStdString());
    REQUIRE(dialog.isVisible());
    QTest::qWait(20);
    (void)waitFor([&] { return isLaidOut(dialog); }); // requireApart() tells what is not
    keepPicture(dialog, u"small-"_s + picture);
    INFO(dialog.width() << "x" << dialog.height());
    CHECK(dialog.screen()->availableGeometry().contains(dialog.frameGeometry()));
    CHECK(dialog.width() <= smallest.width());
    CHECK(dialog.height() <= smallest.height() - 30); // below the title of its window
    requireApart(dialog);
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isHidden() || !button->isVisible())
            continue;
        INFO("button " << button->text().toStdString());
        const bool isFoot = button->parentWidget() == &dialog;
        CHECK((isFoot ? shownOf(*button, dialog).size() == button->size() : canBeSeen(*button, dialog)));
        CHECK(button->height() >= button->minimumSizeHint().height());
    }
    for (QWidget *part : dialog.findChildren<QWidget *>()) {
        const bool isAsked = qobject_cast<QLineEdit *>(part) || qobject_cast<QComboBox *>(part) ||
                             qobject_cast<QPlainTextEdit *>(part) || qobject_cast<QLabel *>(part);
        const bool isOfTable = part->parentWidget() && part->parentWidget()->parentWidget() &&
                               qobject_cast<QAbstractItemView *>(part->parentWidget()->parentWidget());
        if (!isAsked || isOfTable || !part->isVisible() || part->size().isEmpty())
            continue;
        INFO("part " << part->objectName().toStdString() << " " << part->metaObject()->className() << " "
                     << part->width() << "x" << part->height());
        const int needed = part->hasHeightForWidth() ? part->heightForWidth(part->width())
                                                     : part->minimumSizeHint().height();
        CHECK(part->height() >= needed);
        if (part->height() < smallest.height() / 2)
            CHECK(canBeSeen(*part, dialog));
    }
}

/// A sheet of many columns, one of whose rows cannot be taken.
QString longSheet(const QString &folder)
{
    const QString path = folder + u"/新登记.csv"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    QByteArray text = "单位名称,类型,住所,成立日期,食堂,车库,球场,操场,花园\n";
    for (int i = 0; i < 40; ++i)
        text += "示范县第" + QByteArray::number(i) + "协会," + (i % 3 ? "社会团体" : "有限公司") +
                ",和平路,2020-01-01,有,无,有,无,有\n";
    file.write(text);
    return path;
}

} // namespace

TEST_CASE("the import fits the smallest screen from the choice of the file to the rows that were refused")
{
    const auto theme = GENERATE(ui::Theme::Light, ui::Theme::Dark);
    const QString suffix = theme == ui::Theme::Dark ? u"-dark"_s : QString();
    TestSession test(SampleStore::State::Empty);
    SmallScreen screen(theme);
    auto *dialog = new ui::ImportDialog(test.session, &screen.window);
    dialog->open();
    requireFits(*dialog, u"import-empty"_s + suffix);
    dialog->setFile(longSheet(test.store.folder()));
    auto *accept = partOf<QPushButton>(*dialog, "accept");
    REQUIRE(waitFor([&] { return accept->isEnabled(); }, 5000));
    requireFits(*dialog, u"import-columns"_s + suffix);
    QTest::mouseClick(accept, Qt::LeftButton);
    auto *refusals = partOf<ui::DataTable>(*dialog, "refusals");
    REQUIRE(waitFor([&] { return refusals->isVisible(); }, 5000));
    CHECK(refusals->model()->rowCount() == 14); // each third of forty
    requireFits(*dialog, u"import-refused"_s + suffix);
    CHECK(refusals->viewport()->height() >= 60); // two rows at least
    dialog->reject();
}

TEST_CASE("where there is room the import has all it wishes for, and its body does not scroll")
{
    TestSession test(SampleStore::State::Empty);
    QWidget window;
    showActive(window, {1366, 768});
    auto *dialog = new ui::ImportDialog(test.session, &window);
    dialog->open();
    dialog->setFile(longSheet(test.store.folder()));
    REQUIRE(waitFor([&] { return partOf<QPushButton>(*dialog, "accept")->isEnabled(); }, 5000));
    CHECK(partOf<ui::DataTable>(*dialog, "columns")->height() >= 264);
    CHECK(partOf<ui::DataTable>(*dialog, "columns")->width() >= 820);
    for (const QScrollArea *area : dialog->findChildren<QScrollArea *>())
        CHECK(area->verticalScrollBar()->maximum() == 0);
    requireApart(*dialog);
    // The table takes what the clerk adds, and gives back what she takes.
    const int before = partOf<ui::DataTable>(*dialog, "columns")->height();
    dialog->resize(dialog->width(), dialog->height() + 100);
    QTest::qWait(20);
    CHECK(partOf<ui::DataTable>(*dialog, "columns")->height() == before + 100);
    requireApart(*dialog);
    dialog->resize(dialog->width(), dialog->height() - 200);
    QTest::qWait(20);
    CHECK(partOf<ui::DataTable>(*dialog, "columns")->height() == before - 100);
    requireApart(*dialog);
    dialog->reject();
}

TEST_CASE("every dialog with a list or a form fits the smallest screen")
{
    TestSession test(SampleStore::State::Evaluated);
    SmallScreen screen;
    const auto shows = [&](QDialog *dialog, const QString &picture) {
        dialog->open();
        requireFits(*dialog, picture);
        const QPointer<QDialog> open = dialog;
        dialog->close();
        CHECK(waitFor([&] { return !open; }, 5000));
    };
    shows(new ui::AboutDialog(&screen.window), u"about"_s);
    shows(new ui::NewCountyDialog(&screen.window), u"newcounty"_s);
    shows(new ui::RestoreDialog(test.store->path(), test.prompt, &screen.window), u"restore"_s);
    const auto json = core::shippedScheme(core::shippedSchemes().front().key);
    requireOk(json);
    const auto scheme = core::parseScheme(*json);
    requireOk(scheme);
    shows(new ui::SchemeDialog(test.session, 2025, *scheme, &screen.window), u"scheme"_s);
    const auto one = test.store->all<core::Organization>({.limit = 1});
    requireOk(one);
    core::PlanNode node;
    node.code = u"1.1"_s;
    node.name = u"党建工作"_s;
    node.text = u"按要求建立党组织，开展组织生活，有记录，有佐证；未建立的由党建指导员联系。"_s.repeated(6);
    node.rule = core::ManualRule{};
    shows(new ui::ScoreDialog(test.session, node, one->front().id.text, 2025, &screen.window), u"score"_s);
    for (const core::Verb *verb : core::allVerbs()) {
        if (!verb->input.fields.empty())
            shows(new ui::VerbDialog(test.session, *verb, u"示范县葡萄协会 · 4A"_s, &screen.window),
                  u"verb-"_s + QString::fromLatin1(verb->key));
    }
}

TEST_CASE("what is said and asked fits the smallest screen, however long it is, and can be read to its end")
{
    SmallScreen screen;
    ui::WindowPrompt prompt(&screen.window);
    QStringList faults;
    for (int i = 1; i <= 20; ++i)
        faults.append(
            u"社会组织“示范县第 %1 协会”（住所）的内容与日志不符，日志里是“和平路 8 号”。"_s.arg(i));
    const QString text = faults.join(u'\n');
    const auto fits = [&](const char *name) {
        auto *box = screen.window.findChild<QDialog *>(QLatin1StringView(name));
        REQUIRE(box);
        requireFits(*box, QString::fromLatin1(name));
        auto *area = box->findChild<QScrollArea *>();
        REQUIRE(area);
        CHECK(area->verticalScrollBar()->maximum() > 0);
        area->setFocus(Qt::TabFocusReason);
        QTest::keyClick(area, Qt::Key_PageDown);
        CHECK(area->verticalScrollBar()->value() > 0); // the keyboard reads on as well
        box->close();
        QTest::qWait(1);
    };
    const ui::Prompt::Answer nothing = [](const std::optional<QString> &) {};
    prompt.inform(u"发现改动"_s, text, ui::Tone::Late);
    fits("informBox");
    prompt.confirm(text, u"从备份恢复"_s, ui::Prompt::Stakes::Loss, [] {});
    fits("confirmBox");
    prompt.choose(u"这个文件锁着"_s, text, {{u"只读打开"_s, ui::Prompt::Stakes::None, [] {}}});
    fits("choiceBox");
    prompt.askReason(text, nothing);
    fits("reasonBox");
    prompt.askText(u"核对"_s, text, u"日志首"_s, nothing);
    fits("textBox");
    prompt.error({core::Error::Code::Storage, text, {}});
    fits("errorBox");
}

TEST_CASE("a dialog that grows under the clerk's hands grows into the screen, not out of it")
{
    SmallScreen screen;
    auto *dialog = new ui::DialogBox(ui::Icon::Edit, ui::Tone::Accent, u"会长大的"_s, &screen.window);
    dialog->addText(u"一句话"_s);
    auto *label = new QLabel;
    label->hide();
    dialog->body()->addWidget(label);
    dialog->addRejectButton(u"取消"_s);
    dialog->addAcceptButton(u"做"_s);
    dialog->open();
    QTest::qWait(20);
    const int before = dialog->height();
    label->setText(u"一行\n"_s.repeated(4));
    label->show();
    QTest::qWait(20);
    CHECK(dialog->height() > before);
    CHECK(canBeSeen(*label, *dialog));
    label->setText(u"一行\n"_s.repeated(90));
    QTest::qWait(20);
    requireFits(*dialog, u"grown"_s);
    dialog->close();
}
