// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/featurepages.h"

#include "core/features.h"
#include "tests/gui/testsession.h"
#include "tests/support/catch.h"
#include "ui/pages/page.h"
#include "ui/widgets/navigationbar.h"
#include "ui/window/mainwindow.h"

#include <QSet>

using namespace Qt::StringLiterals;

TEST_CASE("every record type stands in the navigation, or says why not, and never both")
{
    for (const core::RecordType *type : core::allRecordTypes()) {
        INFO(type->key);
        const auto isOf = [&](const ui::PageEntry &entry) { return qstrcmp(entry.key, type->key) == 0; };
        int places = int(std::count_if(ui::navigation().begin(), ui::navigation().end(), isOf));
        for (const ui::FeaturePages *feature : ui::allFeaturePages()) {
            for (const ui::UnlistedType &unlisted : feature->unlisted) {
                places += unlisted.type == type ? 1 : 0;
                CHECK(qstrlen(unlisted.why) > 10);
            }
        }
        CHECK(places == 1);
    }
}

TEST_CASE("every feature shows pages, and what shows pages is a feature or the program")
{
    QSet<QString> shown;
    for (const ui::FeaturePages *pages : ui::allFeaturePages())
        shown.insert(QString::fromLatin1(pages->key));
    CHECK(shown.remove(u"program"_s));
    QSet<QString> features;
    for (const core::Feature *feature : core::allFeatures())
        features.insert(QString::fromLatin1(feature->key));
    CHECK(shown == features);
    CHECK(size_t(features.size()) == core::allFeatures().size());
}

TEST_CASE("the entries of an area stand together, under different keys")
{
    QSet<QString> keys;
    ui::Area before = ui::Area::Today;
    for (const ui::PageEntry &entry : ui::navigation()) {
        INFO(entry.key);
        CHECK_FALSE(keys.contains(QString::fromLatin1(entry.key)));
        keys.insert(QString::fromLatin1(entry.key));
        CHECK(entry.area >= before);
        before = entry.area;
        CHECK_FALSE(ui::areaTitle(entry.area).isEmpty());
    }
    CHECK(keys.contains(u"party_instructor"_s));
}

TEST_CASE("each entry of the navigation opens its page with a click")
{
    SampleStore sample{SampleStore::State::Evaluated};
    TestPrompt prompt;
    ui::MainWindow window(&prompt, &SampleStore::today);
    showActive(window, {1366, 768});
    window.openFile(sample->path());
    auto *bar = window.findChild<ui::NavigationBar *>();
    REQUIRE(bar);
    QStringList opened;
    for (int row = 0; row < bar->count(); ++row) {
        QListWidgetItem *item = bar->item(row);
        if (!item->flags().testFlag(Qt::ItemIsEnabled))
            continue;
        bar->scrollToItem(item);
        QTest::mouseClick(bar->viewport(), Qt::LeftButton, {}, bar->visualItemRect(item).center());
        INFO(item->text().toStdString());
        ui::Page *shown = nullptr;
        for (ui::Page *page : window.findChildren<ui::Page *>())
            shown = page->isVisible() ? page : shown;
        REQUIRE(shown);
        CHECK(shown->objectName() == bar->checked());
        CHECK_FALSE(opened.contains(bar->checked()));
        opened.append(bar->checked());
    }
    CHECK(size_t(opened.size()) == ui::navigation().size());
    CHECK(prompt.errors().isEmpty());
}
