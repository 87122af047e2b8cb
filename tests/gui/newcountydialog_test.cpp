// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/dialogs/newcountydialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool says(const QWidget &dialog, const QString &text)
{
    const auto labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace

TEST_CASE("a new file needs the name of the bureau and a code that exists, and the dialog says so")
{
    QWidget window;
    window.show();
    QPointer<ui::NewCountyDialog> dialog = new ui::NewCountyDialog(&window);
    dialog->open();
    auto *bureau = dialog->findChild<QLineEdit *>(u"bureau"_s);
    auto *code = dialog->findChild<QLineEdit *>(u"divisionCode"_s);
    auto *create = dialog->findChild<QPushButton *>(u"create"_s);
    REQUIRE((bureau && code && create));

    QTest::mouseClick(create, Qt::LeftButton);
    CHECK(dialog->isVisible());
    CHECK(says(*dialog, u"请填写民政局名称"_s));

    QTest::keyClicks(bureau, u"Bureau"_s);
    CHECK(!says(*dialog, u"请填写"_s));
    QTest::mouseClick(create, Qt::LeftButton);
    CHECK(dialog->isVisible());
    CHECK(says(*dialog, u"请填写六位县级区划代码"_s));

    QTest::keyClicks(code, u"330421"_s); // 嘉善县, in the union of published codes
    CHECK(says(*dialog, u"嘉善县"_s));
    QTest::mouseClick(create, Qt::LeftButton);
    REQUIRE(dialog);
    CHECK(dialog->result() == QDialog::Accepted);
}
