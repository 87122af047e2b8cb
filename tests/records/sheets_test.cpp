// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported is imported again as it was, by the label of every field and by every heading it accepts.
#include "core/base/text.h"
#include "core/exchange/exportquery.h"
#include "core/exchange/importtable.h"
#include "core/record/format.h"
#include "core/tabular/tablewriter.h"
#include "tests/records/recordmaker.h"
#include "tests/support/samplestore.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

struct SheetColumn
{
    size_t field = 0;
    QString heading;
};

/// The type of a store to import into: what records refer to is there, under the ids of \a source.
class ImportCase
{
public:
    explicit ImportCase(const RecordType &type)
        : m_type(type)
        , m_maker(*m_store)
    {
        for (const Field &field : type.fields) {
            if (field.kind == Kind::Reference && field.target)
                m_maker.target(field.target());
        }
    }

    QVariantList values(int number) { return m_maker.values(m_type, number); }

    /// Writes the fields under these headings, imports the sheet and answers the values of the one record
    /// it brought in.
    QVariantList through(const QVariantList &values, const std::vector<SheetColumn> &columns,
                         const QString &ending)
    {
        const QString path = m_store.folder() + u"/表"_s + ending;
        auto writer = createTable({path, Existing::Replace});
        requireOk(writer);
        std::vector<WriteColumn> headings;
        std::vector<Cell> cells;
        for (const SheetColumn &column : columns) {
            const Field &field = m_type.fields[column.field];
            headings.push_back({column.heading});
            cells.push_back(Cell::fromText(shown(field, values.at(qsizetype(column.field)))));
        }
        requireOk((*writer)->addSheet(u"表"_s, headings));
        requireOk((*writer)->writeRow(cells));
        requireOk((*writer)->finish());
        QStringList known;
        requireOk(m_store->each({.type = QString::fromLatin1(m_type.key)}, [&](const QVariantList &row) {
            known.append(row.first().toString());
            return true;
        }));
        Progress progress;
        ImportOptions options;
        options.type = &m_type;
        const auto report = importTable(*m_store, path, options, progress);
        requireOk(report);
        for (const RowRemark &refusal : report->refusals)
            UNSCOPED_INFO(refusal.text.toStdString());
        REQUIRE(report->added == 1);
        QVariantList read;
        requireOk(m_store->each({.type = QString::fromLatin1(m_type.key)}, [&](const QVariantList &row) {
            if (!known.contains(row.first().toString()))
                read = row;
            return true;
        }));
        requireOk(m_store->undo());
        return read;
    }

private:
    /// As an export shows it: a reference by the name of what it refers to.
    QString shown(const Field &field, const QVariant &value)
    {
        return field.kind == Kind::Reference ? m_store->display(field.target(), value.toString())
                                             : displayValue(field, value);
    }

    TestStore m_store;
    const RecordType &m_type;
    RecordMaker m_maker;
};

bool isImported(const Field &field)
{
    return (!field.traits.readOnly || field.traits.backFill) && field.kind != Kind::Attachment;
}

/// Columns without which no record of the type gets in, under their labels.
std::vector<SheetColumn> neededColumns(const RecordType &type)
{
    std::vector<SheetColumn> columns;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
        const bool naming =
            std::any_of(type.traits.match.begin(), type.traits.match.end(), [&](const auto &list) {
                return QLatin1StringView(list.front()) == QLatin1StringView(field.key);
            });
        if (isImported(field) && (naming || field.traits.required || (!isText && !field.nullable)))
            columns.push_back({i, QString::fromUtf8(field.label)});
    }
    return columns;
}

} // namespace

TEST_CASE("a sheet under the labels of all fields brings every value back")
{
    forEachType([](const RecordType &type) {
        if (!type.traits.importable)
            return;
        ImportCase sheet(type);
        std::vector<SheetColumn> columns;
        for (size_t i = 1; i < type.fields.size(); ++i) {
            if (isImported(type.fields[i]))
                columns.push_back({i, QString::fromUtf8(type.fields[i].label)});
        }
        int number = 30;
        for (const char16_t *ending : {u".xlsx", u".csv"}) {
            const QVariantList values = sheet.values(++number);
            const QVariantList read = sheet.through(values, columns, QString::fromUtf16(ending));
            for (const SheetColumn &column : columns) {
                INFO("field " << type.fields[column.field].key);
                CHECK(read.at(qsizetype(column.field)) == values.at(qsizetype(column.field)));
            }
        }
    });
}

TEST_CASE("every heading that a field accepts leads to this field")
{
    forEachType([](const RecordType &type) {
        if (!type.traits.importable)
            return;
        ImportCase sheet(type);
        const QVariantList values = sheet.values(41);
        // Each sheet has the next heading of every field that has one more: an import for each would take a
        // minute.
        for (size_t round = 0;; ++round) {
            std::vector<SheetColumn> columns = neededColumns(type);
            std::vector<SheetColumn> told;
            for (size_t i = 1; i < type.fields.size(); ++i) {
                const Field &field = type.fields[i];
                if (!isImported(field) || round >= field.traits.headings.size())
                    continue;
                std::erase_if(columns, [&](const SheetColumn &column) { return column.field == i; });
                told.push_back({i, QString::fromUtf8(field.traits.headings[round])});
            }
            if (told.empty())
                break;
            columns.insert(columns.end(), told.begin(), told.end());
            const QVariantList read = sheet.through(values, columns, u".csv"_s);
            for (const SheetColumn &column : told) {
                const auto at = qsizetype(column.field);
                INFO("field " << type.fields[column.field].key << ", heading "
                              << column.heading.toStdString());
                CHECK(read.at(at) == values.at(at));
            }
        }
    });
}

TEST_CASE("text that looks like a formula comes back as the text it is")
{
    forEachType([](const RecordType &type) {
        if (!type.traits.importable)
            return;
        ImportCase sheet(type);
        for (size_t i = 1; i < type.fields.size(); ++i) {
            const Field &field = type.fields[i];
            if (field.kind != Kind::Text || !isImported(field) || field.traits.normalize ||
                field.traits.check || isPersonal(field)) // nobody is called so
                continue;
            for (const QString &formula : {u"=1+1"_s, u"@A1"_s, u"+86"_s, u"-5"_s}) {
                INFO("field " << field.key << ", text " << formula.toStdString());
                QVariantList values = sheet.values(51);
                values[qsizetype(i)] = formula;
                std::vector<SheetColumn> columns = neededColumns(type);
                std::erase_if(columns, [&](const SheetColumn &column) { return column.field == i; });
                columns.push_back({i, QString::fromUtf8(field.label)});
                for (const QString &ending : {u".xlsx"_s, u".csv"_s})
                    CHECK(sheet.through(values, columns, ending).at(qsizetype(i)) == formula);
            }
            break; // one field of a type shows it
        }
    });
}

TEST_CASE("an import does not write what only the program writes")
{
    forEachType([](const RecordType &type) {
        if (type.traits.importable)
            return;
        TestStore store;
        Progress progress;
        ImportOptions options;
        options.type = &type;
        const auto report = importTable(*store, store.folder() + u"/none.csv"_s, options, progress);
        REQUIRE_FALSE(report);
        CHECK(report.error().text.contains(QString::fromUtf8(type.title)));
    });
}

TEST_CASE("the export of any list, open or covered, changes nothing when it is imported")
{
    const SampleStore::State imported = SampleStore::State::Imported;
    SampleStore store(imported);
    RecordMaker maker(*store);
    forEachType([&](const RecordType &type) {
        if (!type.traits.importable)
            return;
        maker.target(type);
        const Query list{.type = QString::fromLatin1(type.key)};
        const QString head = store->headHash();
        for (const Audience audience : {Audience::OpenExport, Audience::Export}) {
            for (const QString &ending : {u".xlsx"_s, u".csv"_s}) {
                Progress progress;
                const QString path = store.folder() + u"/导出"_s + ending;
                const auto rows = exportQuery(*store, list, {path, Existing::Replace}, audience, progress);
                requireOk(rows);
                ImportOptions options;
                options.type = &type;
                const auto report = importTable(*store, path, options, progress);
                requireOk(report);
                QStringList said = importSentences(*report);
                for (size_t i = 0; i < std::min<size_t>(3, report->refusals.size()); ++i)
                    said.append(report->refusals[i].text);
                INFO(ending.toStdString() << (audience == Audience::Export ? " covered " : " open ")
                                          << said.join(u'\n').toStdString());
                CHECK(report->read == *rows);
                CHECK(report->unchanged == *rows);
                CHECK(store->headHash() == head);
            }
        }
    });
}

TEST_CASE("the export of records at the edges of what their fields hold changes nothing when it is imported")
{
    forEachType([](const RecordType &type) {
        if (!type.traits.importable)
            return;
        TestStore store;
        RecordMaker maker(*store);
        int number = 100;
        for (size_t i = 1; i < type.fields.size(); ++i) {
            const Field &field = type.fields[i];
            if (!isImported(field) || field.kind == Kind::Reference)
                continue;
            for (const QVariant &value : maker.boundaries(field)) {
                // As every way in writes it down.
                QVariant kept = value;
                if (field.kind == Kind::Text || field.kind == Kind::LongText) {
                    const QString clean = cleanText(value.toString());
                    kept = field.traits.normalize ? field.traits.normalize(clean) : clean;
                }
                QVariantList values = maker.values(type, ++number);
                values[qsizetype(i)] = kept;
                // Nothing that is written down is a larger number than can be read.
                constexpr double largest = 9e18;
                if (blocks(type.problems(values)) || std::abs(kept.toDouble()) > largest)
                    continue;
                // Where the edge is a key that another one has, it is no second record.
                (void)changeAsProgram(*store, u"边界"_s,
                                      [&](Change &change) { return change.insert(type, values); });
            }
        }
        const QString head = store->headHash();
        for (const QString &ending : {u".xlsx"_s, u".csv"_s}) {
            Progress progress;
            const QString path = store.folder() + u"/边界"_s + ending;
            const auto rows = exportQuery(*store, {.type = QString::fromLatin1(type.key)}, path,
                                          Audience::OpenExport, progress);
            requireOk(rows);
            CHECK(*rows > 10);
            ImportOptions options;
            options.type = &type;
            const auto report = importTable(*store, path, options, progress);
            requireOk(report);
            QStringList said = importSentences(*report);
            for (const auto *remarks : {&report->refusals, &report->remarks.listed}) {
                for (size_t i = 0; i < std::min<size_t>(8, remarks->size()); ++i)
                    said.append(QString::number((*remarks)[i].row) + u": "_s + (*remarks)[i].text);
            }
            INFO(ending.toStdString() << " " << said.join(u'\n').toStdString());
            CHECK(report->unchanged == *rows);
            CHECK(store->headHash() == head);
        }
    });
}
