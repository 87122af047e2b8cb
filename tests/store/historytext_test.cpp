// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historytext.h"

#include "core/registry/organization.h"
#include "core/registry/person.h"
#include "core/store/act.h"
#include "core/supervision/grade.h"
#include "tests/support/teststore.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// What the edits of the newest entry say.
QStringList newestTexts(const Store &store, int fields = 8)
{
    const auto entries = store.journal(1);
    requireOk(entries);
    REQUIRE(entries->size() == 1);
    const auto edits = store.edits(entries->front().sequence);
    requireOk(edits);
    QStringList texts;
    for (const RecordEdit &edit : *edits)
        texts.append(historyText(store, edit, fields));
    return texts;
}

} // namespace

TEST_CASE("a change of an organization is told with what was and what is, references by name")
{
    TestStore store;
    Division town{.code = u"330421001"_s, .name = u"锦湖街道"_s, .level = DivisionLevel::Town};
    Organization organization;
    organization.name = u"示范县葡萄协会"_s;
    organization.postcode = u"314100"_s;
    requireOk(store->change(u"新增"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(town));
        return change.insert(organization);
    }));
    organization.town = town.id;
    organization.postcode.clear();
    organization.registeredCapital = Money::yuan(30'000);
    requireOk(store->change(u"修改"_s, [&](Change &change) { return change.update(organization); }));
    CHECK(
        newestTexts(*store) ==
        QStringList{
            u"修改社会组织“示范县葡萄协会”：镇街 （空） → 锦湖街道；邮编 314100 → （空）；注册资金 （空） → 30,000.00。"_s});
    CHECK(newestTexts(*store, 1) ==
          QStringList{u"修改社会组织“示范县葡萄协会”：镇街 （空） → 锦湖街道；另有 2 项。"_s});
}

TEST_CASE("personal data does not stand open in the history")
{
    TestStore store;
    Organization organization;
    organization.name = u"示范县葡萄协会"_s;
    Person person;
    person.name = u"陈小明"_s;
    person.phone = u"19900123456"_s;
    requireOk(store->change(u"新增"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(organization));
        person.organization = organization.id;
        return change.insert(person);
    }));
    const QString text = newestTexts(*store).at(1);
    CHECK(text.contains(u"新增负责人“陈** · 示范县葡萄协会”"_s));
    CHECK(text.contains(u"199****3456"_s));
    CHECK_FALSE(text.contains(u"19900123456"_s));
}

TEST_CASE("undo, removal and taking back are told as what they are")
{
    TestStore store;
    Organization organization;
    organization.name = u"示范县葡萄协会"_s;
    requireOk(store->change(u"新增一家"_s, [&](Change &change) { return change.insert(organization); }));
    requireOk(store->change(u"删除一家"_s, [&](Change &change) { return change.remove(organization.id); }));
    CHECK(newestTexts(*store) == QStringList{u"删除社会组织“示范县葡萄协会”。"_s});
    CHECK(historyText(store->journal(1)->front()) == u"删除一家"_s);
    requireOk(store->undo());
    CHECK(newestTexts(*store) == QStringList{u"恢复社会组织“示范县葡萄协会”。"_s});
    CHECK(historyText(store->journal(1)->front()) == u"撤销第 2 条：删除一家"_s);
    requireOk(store->undo());
    CHECK(newestTexts(*store) == QStringList{u"收回新增的社会组织“示范县葡萄协会”。"_s});
}

TEST_CASE("the history names the old papers of the records they filled, and of no other")
{
    TestStore store;
    Organization organization{.name = u"示范县葡萄协会"_s};
    requireOk(store->change(u"新增"_s, [&](Change &change) { return change.insert(organization); }));
    Grade lowered{.organization = organization.id,
                  .level = GradeLevel::Three,
                  .assessedOn = QDate(2020, 5, 1),
                  .decision = GradeDecision::Lowered,
                  .loweredFrom = GradeLevel::Four};
    Grade plain{.organization = organization.id, .level = GradeLevel::Two, .assessedOn = QDate(2015, 5, 1)};
    requireOk(runBackFill(*store, {recordType<Grade>(), u"“等级台账.xlsx”"_s}, u"导入等级评估"_s,
                          [&](Change &change) -> Status {
                              CORE_TRY(change.insert(lowered));
                              return change.insert(plain);
                          }));
    const auto textOf = [&](const Grade &grade) {
        const auto history = store->history(recordType<Grade>(), grade.id.text);
        requireOk(history);
        REQUIRE(history->size() == 1);
        return historyText(*store, history->front().first, history->front().second);
    };
    CHECK(textOf(lowered).endsWith(u"其中“等级处理”“原等级”取自原有材料（补录：来自“等级台账.xlsx”）。"_s));
    CHECK_FALSE(textOf(plain).contains(u"原有材料"_s));
    CHECK_FALSE(textOf(plain).contains(u"补录"_s));

    // Words alone do not make it one.
    plain.certificate = u"ZH-2"_s;
    requireOk(store->change(u"修改"_s, [&](Change &change) { return change.update(plain); },
                            {.reason = u"补录：来自别处"_s}));
    CHECK_FALSE(isBackFill(store->journal(1)->front()));
}
