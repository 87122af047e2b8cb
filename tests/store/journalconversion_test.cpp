// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file of schema 1 and its journal, brought to the second format.
#include "core/party/partyinstructor.h"
#include "core/registry/person.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/support/formerfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

// Of tests/fixtures/store/schema1.sql, as version 0.1.0 printed them.
const QString formerHead = u"6bf78188ac7fc019cefa9144ec51b24eb462b4b4d43e3eaaaec13f46eb577468"_s;
const QString formerThird = u"af6b4c1832cb799ea6f57f97051ec7c4e4839a6b14bbc65d62e3a6c3426979ff"_s;
const Id<Organization> center{u"01a22d8e-c80e-73d9-8789-3671406a90f3"_s};

} // namespace

TEST_CASE("a file of schema 1 opens with everything it held, and its journal is whole")
{
    const FormerFile file;
    const auto store = file.open();
    CHECK(store->info().bureau == u"示范县民政局"_s);
    const auto report = store->verify();
    requireOk(report);
    CHECK(report->faults == std::vector<QString>());
    CHECK(report->entries == 8);
    CHECK(report->edits == 9);
    CHECK(report->withheld == 0);
    CHECK(texts(file.path(), "SELECT folded FROM search_entry WHERE ordinal = 1") ==
          QStringList{u"\n甲社区服务中心\njsqOfwzx"_s});

    const auto entries = store->journal();
    requireOk(entries);
    CHECK(entries->front().kind == JournalEntry::Kind::Bridge);
    CHECK(entries->front().sequence == 8);
    CHECK(entries->back().what == u"导入社会组织（o1.csv）"_s);
    const auto history = store->history(recordType<Organization>(), center.text);
    requireOk(history);
    REQUIRE(history->size() == 2);
    CHECK(history->front().second.before ==
          QVariantMap{{u"contact_phone"_s, u"13800000001"_s}, {u"remarks"_s, u"引号“与\"两种\""_s}});
    CHECK(history->front().second.after ==
          QVariantMap{{u"contact_phone"_s, u"13900000009"_s}, {u"remarks"_s, u"换了电话"_s}});

    // As it was left: the instructor is taken back, and what was done before can be taken back too.
    CHECK(store->redoText() == u"导入党建指导员（i.csv）"_s);
    requireOk(store->redo());
    CHECK(store->all<PartyInstructor>()->front().phone == u"13700000005"_s);
    requireOk(store->undo());
    requireOk(store->undo());
    CHECK(*store->count({.type = u"person"_s}) == 0);
    requireOk(store->undo());
    CHECK(store->get(center)->contactPhone == u"13800000001"_s);
    CHECK(store->verify()->faults == std::vector<QString>());

    // Before it was converted it was backed up.
    const QFileInfoList backups = QDir(file.backups()).entryInfoList({u"*.shanzhi"_s}, QDir::Files);
    REQUIRE(backups.size() == 1);
    CHECK(texts(backups.front().absoluteFilePath(), "SELECT hash FROM journal WHERE sequence = 7") ==
          QStringList{formerHead});
}

TEST_CASE("after the conversion no personal value stands in what the hash covers")
{
    const FormerFile file;
    file.open();
    const QString covered =
        texts(file.path(), "SELECT group_concat(before || after) FROM journal_edit").front();
    for (const auto *value : {u"赵一一", u"钱二二", u"孙三三", u"周五五", u"吴六六", u"郑七七", u"1380000000",
                              u"13900000009", u"1370000000", u"1970-05-06"})
        CHECK_FALSE(covered.contains(QStringView(value)));
    CHECK(covered.contains(u"和平路 1 号"_s));
    // Worked out here: SHA-256 over salt, key, "=" and the value as JSON.
    const QString salt =
        texts(file.path(), "SELECT after_private ->> '$.born_on[0]' FROM journal_edit WHERE position = 4")
            .front();
    CHECK(salt.size() == 32);
    CHECK(covered.contains(QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::fromHex(salt.toLatin1()) + "born_on=\"1970-05-06\"",
                                 QCryptographicHash::Sha256)
            .toHex())));
    const QStringList salts =
        texts(file.path(), "SELECT value ->> 0 FROM journal_edit, json_each(after_private) WHERE"
                           " after_private <> '' AND verb <> 'erase' AND sequence < 5");
    CHECK(salts.size() == 3 + 2 + 1 + 3 + 1 + 2); // of the six edits, counted in the fixture
    CHECK(QSet<QString>(salts.begin(), salts.end()).size() == salts.size());
}

TEST_CASE("a head that stands on paper is found after the conversion, and is told from a present one")
{
    const FormerFile file;
    const auto store = file.open();
    const auto third = store->entryOfHead(formerThird);
    requireOk(third);
    CHECK(third->entry.sequence == 3);
    CHECK(third->isOldFormat);
    // As papers print it.
    const auto last = store->entryOfHead(u"6bf7 8188 ... 7468"_s);
    requireOk(last);
    CHECK(last->entry.sequence == 7);
    const auto present = store->entryOfHead(store->headHash());
    requireOk(present);
    CHECK(present->entry.sequence == 8);
    CHECK(third->entries == 8);
    CHECK(third->sentence().contains(u"第 3 条日志的（共 8 条）"_s));
    CHECK(third->sentence().contains(u"第一版格式"_s));
    CHECK_FALSE(present->sentence().contains(u"第一版格式"_s));
    // As the window shows it, and as somebody copies it from a PDF.
    CHECK(store->entryOfHead(u"6bf7…7468"_s)->entry.sequence == 7);
    CHECK(store->entryOfHead(u"日志首 6bf7 8188 …… 7468"_s)->entry.sequence == 7);
    CHECK_FALSE(present->isOldFormat);
    CHECK(store->entryOfHead(QString(64, u'0')).error().code == Error::Code::NotFound);
    // Too few digits to tell one entry from another is not the same as a head that is not there.
    CHECK(store->entryOfHead(u"6bf7"_s).error().code == Error::Code::Conflict);
    CHECK(store->entryOfHead(u"第六十条日志的指纹"_s).error().code == Error::Code::InvalidInput);
    CHECK(store->entryOfHead(u"6bf78188%"_s).error().code == Error::Code::InvalidInput);
}

TEST_CASE(
    "a head is found as it is printed, shown and typed, and nothing that is too short is called altered")
{
    const FormerFile file;
    const auto store = file.open();
    // Entry 7 of the fixture: 6bf7 8188 … 7468.
    for (const QString &typed :
         {u"6bf7 8188 ... 7468"_s, u"6bf7 8188 … 7468"_s, u"6bf7 8188 …… 7468"_s, u"6bf7 8188 7468"_s,
          u"6bf781887468"_s, u"6BF7 8188 ... 7468"_s, u"６ｂｆ７　８１８８　…　７４６８"_s,
          u"6bf7 8188 ..."_s, u"6bf78188…"_s, u"6bf7 8188"_s, u"6bf7…7468"_s, u"6bf77468"_s,
          u" 日志首：6bf7 8188 ⋯ 7468 "_s, u"“6bf7 8188 ... 7468”"_s, u"6bf7 8188 --- 7468"_s,
          u"数据截至 2025-11-30 · 方案：示范方案 v3 · 日志首 6bf7 8188 ... 7468"_s}) {
        INFO(typed.toStdString());
        const auto found = store->entryOfHead(typed);
        requireOk(found);
        CHECK(found->entry.sequence == 7);
        CHECK(headVerdict(found) ==
              u"日志首属于第 7 条日志（%1）"_s.arg(found->entry.at.toLocalTime().toString(u"yyyy-MM-dd"_s)));
    }
    for (const QString &typed : {u"6bf7"_s, u"6bf7 …"_s, u"… 7468"_s, u"6bf7 818"_s, u"6b…818874"_s}) {
        INFO(typed.toStdString());
        const auto found = store->entryOfHead(typed);
        REQUIRE_FALSE(found);
        CHECK(headVerdict(found) == u"日志首的位数太少，不能判断"_s);
        CHECK_FALSE(found.error().text.contains(u"改动"_s));
    }
    for (const QString &typed : {u"6bf7 8189"_s, u"6bf7 8188 ... 7469"_s, QString(64, u'0')}) {
        INFO(typed.toStdString());
        const auto found = store->entryOfHead(typed);
        REQUIRE_FALSE(found);
        CHECK(headVerdict(found) == u"日志里没有这个日志首"_s);
    }
    for (const QString &typed :
         {u"第六十条日志的指纹"_s, u"6bf78188%"_s, u"a…b…c6bf78188"_s, QString(65, u'0'), QString()}) {
        INFO(typed.toStdString());
        const auto found = store->entryOfHead(typed);
        REQUIRE_FALSE(found);
        CHECK(headVerdict(found) == u"输入的不是日志首"_s);
    }
}

TEST_CASE("undo stops before a publication of the old format as before one of the new")
{
    FormerFile file;
    file.publish();
    const auto store = file.open();
    const JournalEntry published = store->journal(2)->back();
    CHECK(published.what == u"公布 2025 年度积分评价"_s);
    CHECK(published.outward);
    CHECK(store->undoText() == QString());
    CHECK(store->undoBlock().contains(u"公布 2025 年度积分评价"_s));
    CHECK(store->undo().error().code == Error::Code::Conflict);
    for (const JournalEntry &entry : *store->journal(20)) {
        if (entry.sequence != published.sequence)
            CHECK_FALSE(entry.outward);
    }
}

TEST_CASE("what is altered in a converted journal is found, in the old chain as in the new")
{
    const FormerFile file;
    file.open();
    CHECK(faultsAfter(file.path(), "SELECT 1") == 0);
    for (const char *sql :
         {"UPDATE journal SET old_hash = replace(old_hash, 'a', 'b') WHERE sequence = 3",
          "UPDATE journal SET old_hash = '' WHERE sequence < 8", "DELETE FROM journal WHERE sequence = 8",
          "UPDATE journal SET bridge = '' WHERE sequence = 8",
          "UPDATE journal SET reason = 'x' WHERE sequence = 2",
          "UPDATE journal SET outward = 1 WHERE sequence = 2",
          "UPDATE journal SET means = 'back_fill' WHERE sequence = 2",
          "UPDATE journal_edit SET after_private = replace(after_private, '周五五', '周六六')"}) {
        INFO(sql);
        CHECK(faultsAfter(file.path(), sql) > 0);
    }
    CHECK(
        faultsAfter(file.path(),
                    "INSERT INTO journal_edit (position, sequence, type, record, verb, before, after) SELECT"
                    " (SELECT max(position) + 1 FROM journal_edit), 99, type, record, 'update', '{}', '{}'"
                    " FROM journal_edit ORDER BY position LIMIT 1") == 1); // of no entry
    // Where every personal value was destroyed, nothing but the bridge tells what the old hashes were.
    const QByteArray destroyed = "UPDATE journal_edit SET before_private = '', after_private = '';";
    CHECK(faultsAfter(file.path(), destroyed) == 0);
    for (int sequence = 1; sequence <= 7; ++sequence) {
        INFO("entry " << sequence);
        CHECK(faultsAfter(file.path(),
                          destroyed +
                              "UPDATE journal SET old_hash = substr(old_hash, 33) || substr(old_hash, 1, 32)"
                              " WHERE sequence = " +
                              QByteArray::number(sequence)) > 0);
    }
}

TEST_CASE("a journal that was altered before the conversion does not become clean by it")
{
    const FormerFile file;
    tamper(file.path(), "UPDATE journal_edit SET after = replace(after, '和平路', '解放路');"
                        "UPDATE organization SET address = replace(address, '和平路', '解放路')");
    const auto store = file.open();
    const auto report = store->verify();
    requireOk(report);
    const QString faults = QStringList(report->faults.begin(), report->faults.end()).join(u'\n');
    INFO(faults.toStdString());
    CHECK(faults.contains(u"与格式转换之前的日志不符"_s));            // found by the old chain itself
    CHECK(faults.contains(u"转换时原日志已有 1 条与它的指纹不符"_s)); // and told by who converted it
}

TEST_CASE("a conversion that is cancelled leaves the file of schema 1 as it was, and a later one succeeds")
{
    const FormerFile file;
    {
        auto database = Database::open(file.path(), Database::Mode::ReadWrite);
        requireOk(database);
        Progress progress;
        progress.cancel();
        const auto cancelled = migrate(**database, schemaSteps(), &progress);
        REQUIRE_FALSE(cancelled);
        CHECK(cancelled.error().code == Error::Code::Cancelled);
    }
    CHECK(texts(file.path(), "SELECT hash FROM journal WHERE sequence = 7") == QStringList{formerHead});
    CHECK(texts(file.path(), "SELECT user_version FROM pragma_user_version") == QStringList{u"1"_s});
    CHECK(texts(file.path(), "SELECT before FROM journal_edit WHERE position = 3")
              .front()
              .contains(u"13800000001"_s));
    CHECK(file.open()->verify()->faults.empty());
}
