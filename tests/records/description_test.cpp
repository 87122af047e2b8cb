// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of the description of every record type.
#include "core/record/recordname.h"
#include "core/tabular/header.h"
#include "tests/records/recordmaker.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// Reserved words of SQLite (sqlite.org/lang_keywords.html, those that cannot be a bare column) and of
/// PostgreSQL 15 (appendix C, "reserved" and "reserved (can be function or type)").
const QSet<QString> &reservedWords()
{
    static const QSet<QString> words = [] {
        const QString list =
            u"abort add all alter always analyse analyze and any array as asc asymmetric authorization "
            u"autoincrement "
            "between both case cast check collate collation column commit concurrently conflict constraint "
            "create "
            "cross current_catalog current_date current_role current_schema current_time current_timestamp "
            "current_user default deferrable delete desc distinct do drop else end escape except exists "
            "false fetch "
            "for foreign freeze from full grant group having ilike in index initially inner insert intersect "
            "into is "
            "isnull join lateral leading left like limit localtime localtimestamp natural not notnull null "
            "offset on "
            "only or order outer overlaps placing primary references returning right select session_user set "
            "similar "
            "some symmetric table tablesample then to trailing transaction true union unique update user "
            "using "
            "values variadic verbose when where window with"_s;
        const QStringList all = list.split(u' ');
        return QSet<QString>(all.begin(), all.end());
    }();
    return words;
}

bool isLawfulKey(const char *key)
{
    static const QRegularExpression snakeCase(u"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"_s);
    const QString text = QString::fromLatin1(key);
    return text.size() <= 63 && snakeCase.match(text).hasMatch() && !reservedWords().contains(text);
}

bool isChinese(const char *text)
{
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    return chinese.match(QString::fromUtf8(text)).hasMatch();
}

} // namespace

TEST_CASE("keys of types and fields are lawful column names and stand once")
{
    QSet<QString> types;
    forEachType([&](const RecordType &type) {
        CHECK(isLawfulKey(type.key));
        CHECK_FALSE(types.contains(QString::fromLatin1(type.key)));
        types.insert(QString::fromLatin1(type.key));
        CHECK(isChinese(type.title));
        CHECK(findRecordType(QLatin1StringView(type.key)) == &type);
        QSet<QString> keys;
        for (const Field &field : type.fields) {
            INFO("field " << field.key);
            CHECK(isLawfulKey(field.key));
            CHECK_FALSE(keys.contains(QString::fromLatin1(field.key)));
            keys.insert(QString::fromLatin1(field.key));
            CHECK(isChinese(field.label));
        }
        // The table has columns of its own beside the fields.
        for (const char *own : {"ordinal", "removed_at"})
            CHECK_FALSE(keys.contains(QString::fromLatin1(own)));
    });
}

TEST_CASE("choices stand exactly at choice fields, targets exactly at references")
{
    forEachType([](const RecordType &type) {
        for (size_t i = 0; i < type.fields.size(); ++i) {
            const Field &field = type.fields[i];
            INFO("field " << field.key);
            const bool isChoice = field.kind == Kind::Choice || field.kind == Kind::MultiChoice;
            CHECK(isChoice == !field.choices.empty());
            CHECK((field.kind == Kind::Reference && i > 0) == (field.target != nullptr));
            CHECK((field.kind == Kind::MultiChoice ? field.choices.size() <= 64 : true));
            QSet<QString> keys;
            QSet<QString> names;
            for (const Choice &choice : field.choices) {
                INFO("choice " << choice.key);
                CHECK(QRegularExpression(u"^[a-z0-9][a-z0-9_]*$"_s)
                          .match(QString::fromLatin1(choice.key))
                          .hasMatch());
                CHECK_FALSE(keys.contains(QString::fromLatin1(choice.key)));
                keys.insert(QString::fromLatin1(choice.key));
                QStringList spellings = QString::fromUtf8(choice.aliases).split(u'|', Qt::SkipEmptyParts);
                spellings.prepend(QString::fromUtf8(choice.label));
                for (const QString &spelling : std::as_const(spellings)) {
                    INFO("spelling " << spelling.toStdString());
                    CHECK_FALSE(spelling.trimmed().isEmpty());
                    CHECK_FALSE(names.contains(spelling));
                    names.insert(spelling);
                    CHECK(choiceKey(field.choices, spelling) == QString::fromLatin1(choice.key));
                }
            }
        }
    });
}

TEST_CASE("the id comes first, match keys, unique keys and date key exist")
{
    forEachType([](const RecordType &type) {
        REQUIRE(type.fields.size() > 1);
        CHECK(QLatin1StringView(type.fields.front().key) == "id"_L1);
        CHECK(type.fields.front().traits.readOnly);
        for (const auto *lists : {&type.traits.match, &type.traits.unique, &type.traits.exactlyOne}) {
            for (const auto &list : *lists) {
                CHECK_FALSE(list.empty());
                for (const char *key : list) {
                    INFO("key " << key);
                    CHECK(type.indexOf(QAnyStringView(key)) > 0);
                }
            }
        }
        if (type.traits.date) {
            const Field *date = type.field(QAnyStringView(type.traits.date));
            REQUIRE(date);
            CHECK((date->kind == Kind::Date || date->kind == Kind::Integer));
        }
        if (type.traits.importable) {
            CHECK_FALSE(type.traits.match.empty());
            CHECK(std::any_of(type.fields.begin() + 1, type.fields.end(),
                              [](const Field &field) { return !field.traits.readOnly; }));
        }
    });
}

TEST_CASE("a part of every name is never empty, and no name goes in a circle")
{
    forEachType([](const RecordType &type) {
        REQUIRE_FALSE(type.traits.display.empty());
        bool isNeverEmpty = false;
        for (const char *key : type.traits.display) {
            INFO("part " << key);
            const Field *part = type.field(QAnyStringView(key));
            REQUIRE(part);
            CHECK(part != &type.fields.front());
            CHECK((part->kind != Kind::Attachment && part->kind != Kind::LongText));
            if (part->kind == Kind::Reference)
                REQUIRE(&part->target() != &type);
            const bool isText = part->kind == Kind::Text;
            isNeverEmpty = isNeverEmpty || (isText ? part->traits.required : !part->nullable);
        }
        CHECK(isNeverEmpty);
        const RecordName name(type); // would not come to an end
        CHECK(name.paths().size() == name.fields().size());
        CHECK(name.paths().size() >= type.traits.display.size());
        for (const QString &path : name.paths())
            requireOk(checkQuery({.type = QString::fromLatin1(type.key), .columns = {path}}));
    });
}

TEST_CASE("rows of another record say which it is, and are found from there")
{
    forEachType([](const RecordType &type) {
        if (!type.traits.parent)
            return;
        const Field *parent = type.field(QAnyStringView(type.traits.parent));
        REQUIRE(parent);
        CHECK((parent->kind == Kind::Reference && !parent->nullable));
        CHECK(&parent->target() != &type);
        const std::vector<const RecordType *> children = childTypesOf(parent->target());
        CHECK(std::count(children.begin(), children.end(), &type) == 1);
    });
}

TEST_CASE("traits fit the kind they stand at")
{
    forEachType([](const RecordType &type) {
        for (const Field &field : type.fields) {
            INFO("field " << field.key);
            const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
            CHECK((isText || field.traits.maxLength == 0));
            CHECK((isText || !field.traits.pinyin));
            CHECK((isText || !field.traits.normalize));
            CHECK((!field.traits.searchable || isText));
            // What only verbs write is asked for by an import where old papers may fill it in, and nowhere
            // else.
            CHECK((!field.traits.readOnly || field.traits.backFill || field.traits.headings.empty()));
            CHECK((field.traits.readOnly || !field.traits.backFill));
        }
    });
}

TEST_CASE("two fields claim the same heading only where their values tell which is meant")
{
    forEachType([](const RecordType &type) {
        QHash<QString, const Field *> owners;
        for (const Field &field : type.fields) {
            if ((field.traits.readOnly && !field.traits.backFill) || field.kind == Kind::Attachment)
                continue;
            QSet<QString> own = {readHeading(QString::fromUtf8(field.label)).heading};
            for (const char *heading : field.traits.headings)
                own.insert(readHeading(QString::fromUtf8(heading)).heading);
            for (const QString &heading : std::as_const(own)) {
                INFO("heading " << heading.toStdString() << " of " << field.key);
                CHECK_FALSE(heading.isEmpty());
                const Field *other = owners.value(heading);
                owners.insert(heading, &field);
                if (!other)
                    continue;
                // Both are choices without a common word, or a reference stands beside its own kind of text.
                const bool choices = field.kind == Kind::Choice && other->kind == Kind::Choice;
                REQUIRE(choices);
                for (const Choice &choice : field.choices)
                    CHECK(choiceKey(other->choices, QString::fromUtf8(choice.label)).isEmpty());
            }
        }
    });
}

TEST_CASE("the checks survive a record with default values")
{
    forEachType([](const RecordType &type) {
        const std::shared_ptr<void> blank = type.create();
        const QVariantList values = type.values(blank.get());
        REQUIRE(values.size() == qsizetype(type.fields.size()));
        const std::vector<Problem> problems = type.problems(values);
        for (const Problem &problem : problems) {
            CHECK_FALSE(problem.text.isEmpty());
            if (problem.field)
                CHECK(type.field(QAnyStringView(problem.field)));
        }
        for (const Field &field : type.fields) {
            INFO("field " << field.key);
            CHECK(displayValue(field, QVariant()).isEmpty());
        }
    });
}
