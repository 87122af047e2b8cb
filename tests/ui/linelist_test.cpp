// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "ui/models/linelist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

struct Town
{
    QString name;
    int organizations;
};

} // namespace

TEST_CASE("a list of lines shows of each line what its columns say, figures at the right")
{
    ui::LineList<Town> list({{u"镇街"_s, [](const Town &town) { return town.name; }},
                             {u"家数"_s, [](const Town &town) { return QString::number(town.organizations); },
                              ui::CellLook::Secondary, true}});
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
    CHECK(list.rowCount() == 0);
    list.setLines({{u"云塘镇"_s, 61}, {u"清河街道"_s, 8}});
    REQUIRE(list.rowCount() == 2);
    REQUIRE(list.columnCount() == 2);
    CHECK(resets.count() == 1);
    CHECK(list.index(0, 0).data().toString() == u"云塘镇"_s);
    CHECK(list.index(1, 1).data().toString() == u"8"_s);
    CHECK(list.index(1, 0).data(Qt::ToolTipRole).toString() == u"清河街道"_s);
    CHECK(list.line(1).organizations == 8);
    CHECK(list.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString() == u"家数"_s);
    CHECK_FALSE(list.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
    const int right = int(Qt::AlignRight | Qt::AlignVCenter);
    CHECK(list.index(0, 1).data(Qt::TextAlignmentRole).toInt() == right);
    CHECK(list.headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).toInt() == right);
    CHECK_FALSE(list.index(0, 0).data(Qt::TextAlignmentRole).isValid());
    CHECK(list.index(0, 1).data(ui::LookRole).toInt() == int(ui::CellLook::Secondary));
    CHECK_FALSE(list.index(0, 0).data(ui::LookRole).isValid());
}
