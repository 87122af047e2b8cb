// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every record type must do in the struct, in the file and in the journal.
#include "core/store/database.h"
#include "tests/records/recordmaker.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QVariantList throughStruct(const RecordType &type, const QVariantList &values)
{
    const std::shared_ptr<void> record = type.create();
    const std::vector<Problem> problems = type.assign(record.get(), values);
    for (const Problem &problem : problems)
        FAIL_CHECK(problem.field << ": " << problem.text.toStdString());
    return type.values(record.get());
}

Status insert(Store &store, const RecordType &type, const QVariantList &values)
{
    return changeAsProgram(store, u"新增"_s, [&](Change &change) { return change.insert(type, values); });
}

/// All rows of all tables but the journal, as text, in their order. Problems and search entries are made
/// from the records: their numbers do not count.
QStringList dump(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    requireOk(database);
    QStringList rows;
    const auto each = [&](const QByteArray &sql, const auto &take) {
        auto select = (*database)->prepare(sql);
        requireOk(select);
        for (;;) {
            const auto row = select->step();
            requireOk(row);
            if (!*row)
                return;
            take(*select);
        }
    };
    QList<QByteArray> tables;
    each("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal%' ORDER BY name",
         [&](const Statement &row) { tables.append(row.bytes(0)); });
    for (const QByteArray &table : tables) {
        QByteArrayList columns;
        each("SELECT name FROM pragma_table_info('" + table + "')", [&](const Statement &row) {
            // When a record was removed is a matter of the clock.
            const QByteArray column = row.bytes(0);
            columns.append(column == "removed_at" ? QByteArray("(removed_at IS NOT NULL)")
                                                  : "quote(" + column + ")");
        });
        if (table == "problem" || table == "search_entry")
            columns.removeOne("quote(ordinal)");
        QStringList own;
        each("SELECT " + columns.join(" || ',' || ") + " FROM " + table,
             [&](const Statement &row) { own.append(QString::fromUtf8(table) + u": "_s + row.text(0)); });
        own.sort();
        rows += own;
    }
    return rows;
}

/// Runs \a body(type, i) for every field of every type but its id, each with its keys in the message of a
/// failure.
template<typename Body>
void forEachField(const Body &body)
{
    forEachType([&](const RecordType &type) {
        for (size_t i = 1; i < type.fields.size(); ++i) {
            INFO("field " << type.fields[i].key);
            body(type, int(i));
        }
    });
}

} // namespace

TEST_CASE("values put into a struct come out again, at the edges of every kind")
{
    TestStore store;
    RecordMaker maker(*store);
    forEachType([&](const RecordType &type) {
        const QVariantList filled = maker.values(type, 3);
        CHECK(throughStruct(type, filled) == filled);
        const QVariantList needed = maker.values(type, 4, RecordMaker::Fill::Needed);
        CHECK(throughStruct(type, needed) == needed);
        for (size_t i = 1; i < type.fields.size(); ++i) {
            INFO("field " << type.fields[i].key);
            for (const QVariant &value : maker.boundaries(type.fields[i])) {
                QVariantList changed = filled;
                changed[qsizetype(i)] = value;
                CHECK(throughStruct(type, changed) == changed);
            }
        }
    });
}

TEST_CASE("the file gives back what was put in, at the edges of every kind, after a restart too")
{
    TestStore store;
    RecordMaker maker(*store);
    std::vector<std::pair<const RecordType *, QVariantList>> written;
    int number = 10;
    forEachType([&](const RecordType &type) {
        const auto keep = [&](const QVariantList &values) {
            requireOk(insert(*store, type, values));
            written.emplace_back(&type, values);
        };
        keep(maker.values(type, ++number));
        keep(maker.values(type, ++number, RecordMaker::Fill::Needed));
        for (size_t i = 1; i < type.fields.size(); ++i) {
            INFO("field " << type.fields[i].key);
            for (const QVariant &value : maker.boundaries(type.fields[i])) {
                QVariantList values = maker.values(type, ++number);
                values[qsizetype(i)] = value;
                if (!blocks(type.problems(values)))
                    keep(values);
                else
                    CHECK_FALSE(insert(*store, type, values));
            }
        }
    });
    store.reopen();
    for (const auto &[type, values] : written) {
        INFO("record type " << type->key);
        const auto read = store->values(*type, values.first().toString());
        requireOk(read);
        for (qsizetype i = 0; i < values.size(); ++i) {
            INFO("field " << type->fields[size_t(i)].key);
            CHECK(read->at(i) == values.at(i));
            CHECK(read->at(i).isValid() == values.at(i).isValid());
        }
    }
    CHECK(store->verify()->faults == std::vector<QString>());
}

TEST_CASE("nothing entered is taken only where it may be missing")
{
    TestStore store;
    RecordMaker maker(*store);
    forEachField([&](const RecordType &type, int i) {
        const Field &field = type.fields[size_t(i)];
        QVariantList values = maker.values(type, i + 100);
        const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
        values[i] = isText ? QVariant(u""_s) : QVariant();
        const bool mayBeMissing =
            isText ? !field.traits.required : field.nullable || field.kind == Kind::MultiChoice;
        const Status done = insert(*store, type, values);
        CHECK(bool(done) == mayBeMissing);
        if (!done)
            CHECK(done.error().text.contains(QString::fromUtf8(field.label)));
    });
}

TEST_CASE("values that do not fit are refused: unknown choices, other types, text beyond its length")
{
    TestStore store;
    RecordMaker maker(*store);
    forEachField([&](const RecordType &type, int i) {
        const Field &field = type.fields[size_t(i)];
        std::vector<QVariant> wrong;
        switch (field.kind) {
        case Kind::Text:
        case Kind::LongText:
            wrong = {QVariant(12LL)};
            if (field.traits.maxLength > 0)
                wrong.emplace_back(QString(field.traits.maxLength + 1, u'长'));
            break;
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Money: wrong = {QVariant(u"12"_s), QVariant(1.5)}; break;
        case Kind::Date: wrong = {QVariant(u"2025-02-30"_s), QVariant(QDate())}; break;
        case Kind::Time: wrong = {QVariant(u"now"_s), QVariant(QDateTime())}; break;
        case Kind::YesNo: wrong = {QVariant(1LL), QVariant(u"true"_s)}; break;
        case Kind::Choice: wrong = {QVariant(u"no_such_choice"_s), QVariant(u""_s)}; break;
        case Kind::MultiChoice: wrong = {QVariant(QStringList{u"no_such_choice"_s})}; break;
        case Kind::Reference: wrong = {QVariant(u"not an id"_s), QVariant(newUuid())}; break;
        case Kind::Attachment: wrong = {QVariant(u"minutes.pdf"_s)}; break;
        }
        for (const QVariant &value : wrong) {
            if (field.nullable && value.isNull())
                continue; // nothing entered
            INFO("value " << value.toString().toStdString());
            QVariantList values = maker.values(type, i + 300);
            values[i] = value;
            CHECK_FALSE(insert(*store, type, values));
        }
    });
}

TEST_CASE(
    "what only the program writes is held at the door: in new records, in whole ones and in single fields")
{
    TestStore store;
    RecordMaker maker(*store);
    const auto refuses = [&](const Field &field, const std::function<Status(Change &)> &body) {
        const Status done = store->change(u"直接写"_s, body);
        CHECK(bool(done) == !field.traits.readOnly);
        if (!done) {
            CHECK(done.error().code == Error::Code::InvalidInput);
            CHECK(done.error().text.contains(QString::fromUtf8(field.label)));
        }
    };
    forEachType([&](const RecordType &type) {
        const QVariantList values = maker.values(type, 5);
        requireOk(insert(*store, type, values));
        const QString id = values.first().toString();
        const QVariantList initial = type.defaults();
        for (size_t i = 0; i < type.fields.size(); ++i) {
            const Field &field = type.fields[i];
            const QString key = QString::fromLatin1(field.key);
            const QVariant other = i == 0 ? QVariant(newUuid()) : maker.value(field, 6);
            INFO("field " << field.key);
            if (i > 0 && other == values.at(qsizetype(i)))
                continue; // the one record that can be referred to
            refuses(field, [&](Change &change) { return change.edit(type, id, {{key, other}}); });
            if (i == 0 || !field.traits.readOnly)
                continue;
            QVariantList whole = *store->values(type, id);
            whole[qsizetype(i)] = other;
            refuses(field, [&](Change &change) { return change.update(type, whole); });
            // A new one with nothing in its read-only fields but this.
            QVariantList fresh = maker.values(type, 7);
            for (size_t k = 1; k < type.fields.size(); ++k) {
                if (type.fields[k].traits.readOnly && k != i)
                    fresh[qsizetype(k)] = initial.at(qsizetype(k));
            }
            fresh[qsizetype(i)] = initial.at(qsizetype(i)) == other ? maker.value(field, 7) : other;
            refuses(field, [&](Change &change) { return change.insert(type, fresh); });
        }
    });
}

TEST_CASE("undo leaves the rows of the file as they were, redo as they had become")
{
    TestStore store;
    RecordMaker maker(*store);
    int number = 20;
    forEachType([&](const RecordType &type) {
        const QVariantList first = maker.values(type, ++number);
        const QVariantList neighbour = maker.values(type, ++number);
        requireOk(insert(*store, type, neighbour));
        QVariantList second = maker.values(type, ++number);
        second[0] = first.first();
        const QString id = first.first().toString();
        const std::vector<std::pair<const char *, std::function<Status(Change &)>>> steps = {
            {"insert", [&](Change &change) { return change.insert(type, first); }},
            {"update", [&](Change &change) { return change.update(type, second); }},
            {"remove", [&](Change &change) { return change.remove(type, id); }},
            {"restore", [&](Change &change) { return change.restore(type, id); }},
        };
        for (const auto &[name, body] : steps) {
            INFO("step " << name);
            const QStringList before = dump(store.path());
            requireOk(changeAsProgram(*store, u"一步"_s, body));
            const QStringList after = dump(store.path());
            CHECK(after != before);
            requireOk(store->undo());
            CHECK(dump(store.path()) == before);
            requireOk(store->redo());
            CHECK(dump(store.path()) == after);
        }
    });
    CHECK(store->verify()->faults.empty());
}

TEST_CASE("the history of a record holds what each sentence needs: fields before and after")
{
    TestStore store;
    RecordMaker maker(*store);
    forEachType([&](const RecordType &type) {
        const QVariantList first = maker.values(type, 11);
        QVariantList second = maker.values(type, 12);
        second[0] = first.first();
        requireOk(insert(*store, type, first));
        requireOk(
            changeAsProgram(*store, u"修改"_s, [&](Change &change) { return change.update(type, second); }));
        const auto history = store->history(type, first.first().toString());
        requireOk(history);
        REQUIRE(history->size() == 2);
        const RecordEdit &update = history->front().second;
        const RecordEdit &insertion = history->back().second;
        CHECK((update.verb == RecordEdit::Verb::Update && insertion.verb == RecordEdit::Verb::Insert));
        CHECK(insertion.before.isEmpty());
        for (size_t i = 1; i < type.fields.size(); ++i) {
            const QString key = QString::fromLatin1(type.fields[i].key);
            INFO("field " << key.toStdString());
            const QVariant &was = first.at(qsizetype(i));
            const QVariant &is = second.at(qsizetype(i));
            CHECK(insertion.after.value(key) == was);
            CHECK(update.after.contains(key) == (was != is));
            if (was != is) {
                CHECK(update.before.value(key) == was);
                CHECK(update.after.value(key) == is);
            }
        }
    });
}
