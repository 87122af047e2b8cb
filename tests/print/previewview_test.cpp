// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/previewview.h"

#include "tests/print/support.h"
#include "tests/report/samples.h"
#include "tests/support/catch.h"
#include "ui/print/layout.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using printing::fonts;

namespace {

struct Shown
{
    ui::PreviewView view{fonts()};

    Shown()
    {
        view.resize(640, 480);
        view.setPages(ui::layoutPages(core::yearEndReport(samples::report(25)), fonts()));
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
        REQUIRE(view.pageCount() == 3);
    }
};

} // namespace

TEST_CASE("Page Down and Page Up turn pages and stop at the ends")
{
    Shown shown;
    CHECK(shown.view.currentPage() == 1);
    QSignalSpy turned(&shown.view, &ui::PreviewView::currentPageChanged);
    QTest::keyClick(&shown.view, Qt::Key_PageDown);
    CHECK(shown.view.currentPage() == 2);
    CHECK(turned.count() == 1);
    QTest::keyClick(&shown.view, Qt::Key_PageDown);
    QTest::keyClick(&shown.view, Qt::Key_PageDown);
    CHECK(shown.view.currentPage() == 3);
    QTest::keyClick(&shown.view, Qt::Key_Home);
    QTest::keyClick(&shown.view, Qt::Key_PageUp);
    CHECK(shown.view.currentPage() == 1);
    QTest::keyClick(&shown.view, Qt::Key_End);
    CHECK(shown.view.currentPage() == 3);
}

TEST_CASE("Ctrl+P and Ctrl+S ask to print and to save")
{
    Shown shown;
    QSignalSpy print(&shown.view, &ui::PreviewView::printRequested);
    QSignalSpy save(&shown.view, &ui::PreviewView::saveRequested);
    QTest::keyClick(&shown.view, Qt::Key_P, Qt::ControlModifier);
    CHECK(print.count() == 1);
    CHECK(save.count() == 0);
    QTest::keyClick(&shown.view, Qt::Key_S, Qt::ControlModifier);
    CHECK(save.count() == 1);
}

TEST_CASE("A wider window shows a fitted page larger, and zooming keeps the page in view")
{
    Shown shown;
    const qreal narrow = shown.view.zoom();
    shown.view.resize(900, 480);
    CHECK(shown.view.zoom() > narrow * 1.2);
    shown.view.goToPage(2);
    shown.view.setZoom(1.5);
    CHECK(shown.view.currentPage() == 2);
    shown.view.resize(700, 480);
    CHECK(shown.view.zoom() == 1.5);
    QTest::keyClick(&shown.view, Qt::Key_0, Qt::ControlModifier);
    CHECK(shown.view.fit() == ui::PreviewView::Fit::Width);
    CHECK(shown.view.zoom() < 1.5);
}

TEST_CASE("The preview paints the text of the page, and names substituted fonts")
{
    Shown shown;
    shown.view.setFit(ui::PreviewView::Fit::Page);
    const QImage image = shown.view.viewport()->grab().toImage();
    int red = 0, blue = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            red += color.red() > 150 && color.green() < 90;
            blue += color.blue() > 130 && color.red() < 60;
        }
    CHECK(red > 50);   // the head and its rule
    CHECK(blue > 500); // the bars
    CHECK(shown.view.infoText().startsWith(u"第 1 页，共 3 页"_s));
    CHECK(shown.view.infoText().contains(u"小标宋以Shanzhi Serif代替"_s));
}

TEST_CASE("Writes a picture of the preview into the folder SHANZHI_LOOK, to be looked at", "[.look]")
{
    Shown shown;
    shown.view.resize(900, 1000);
    CHECK(shown.view.grab().save(qEnvironmentVariable("SHANZHI_LOOK") + u"/preview.png"_s));
}

TEST_CASE("An empty preview says so")
{
    ui::PreviewView view{fonts()};
    CHECK(view.currentPage() == 0);
    CHECK(view.infoText() == u"没有可以预览的页面。"_s);
    view.goToPage(1);
}
