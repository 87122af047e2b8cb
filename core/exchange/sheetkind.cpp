// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheetkind.h"

#include "core/base/tr.h"
#include "core/exchange/importrows.h"
#include "core/record/format.h"

#include <algorithm>
#include <optional>

namespace core {

namespace {

/// How one type reads the sheet.
struct SheetReading
{
    const RecordType *type = nullptr;
    QStringList titles; ///< Above the header, and those of the sheet and of its file.
    std::vector<Row> samples;
    ColumnMapping mapping;
    std::vector<ImportColumn>
        read;                  ///< The columns in which its fields can read nearly all that stands there.
    bool isRemembered = false; ///< Somebody has decided how this layout is read as this type.
};

bool reads(const std::vector<ImportColumn> &columns, int column)
{
    return std::any_of(columns.begin(), columns.end(),
                       [&](const ImportColumn &one) { return one.column == column; });
}

bool isOwn(const RecordType &type, const ImportColumn &column)
{
    return column.targetField < 0 && type.fields[size_t(column.field)].kind != Kind::Reference;
}

bool isFilled(const std::vector<Row> &samples, int column)
{
    return std::any_of(samples.begin(), samples.end(),
                       [&](const Row &row) { return !row.at(column).isBlank(); });
}

bool canRead(const RecordType &type, const Field &field, const QString &text)
{
    const ParsedValue parsed = parseValue(field, text);
    if (!parsed.problem.isEmpty())
        return false;
    // A name among those that say what they are: 甲镇, 乙村.
    if (type.traits.nameForms && &field == &type.displayField())
        return type.traits.nameForms(text).isWhole;
    return !field.traits.unique || !field.traits.check || field.traits.check(parsed.value).empty();
}

/// True when the field can read nearly all that stands in the column. Where nothing does, the heading counts.
bool canRead(const RecordType &type, const ImportColumn &column, const std::vector<Row> &samples)
{
    if (!isOwn(type, column))
        return true;
    int filled = 0;
    int readable = 0;
    for (const Row &row : samples) {
        if (row.at(column.column).isBlank())
            continue;
        ++filled;
        readable += canRead(type, type.fields[size_t(column.field)], row.at(column.column).value()) ? 1 : 0;
    }
    return filled == 0 || readable * 2 > filled;
}

/// Empty: the type cannot read the sheet.
std::optional<SheetReading> readingAs(const RecordType &type, const SheetHead &sheet,
                                      const Layouts &layouts = {})
{
    const auto header =
        findHeader(sheet.rows, sheet.merges, [&](QStringView heading) { return isHeadingOf(type, heading); });
    if (!header)
        return {};
    SheetReading reading;
    reading.type = &type;
    reading.titles = header->titles + sheet.names;
    std::copy_if(sheet.rows.begin(), sheet.rows.end(), std::back_inserter(reading.samples),
                 [&](const Row &row) { return row.number > header->lastRow; });
    const ColumnChoices choices = rememberedChoices(layouts, type, *header);
    auto mapping = mapColumns(type, *header, reading.samples, reading.titles, choices);
    if (!mapping)
        return {};
    reading.mapping = *std::move(mapping);
    reading.isRemembered = !choices.isEmpty();
    std::copy_if(reading.mapping.columns.begin(), reading.mapping.columns.end(),
                 std::back_inserter(reading.read),
                 [&](const ImportColumn &column) { return canRead(type, column, reading.samples); });
    return reading;
}

/// True when the sheet says what the field is, in a column, in a title, or in a field that tells it.
bool isSaid(const SheetReading &reading, const Field &field)
{
    const RecordType &type = *reading.type;
    const auto isRead = [&](int index) {
        return std::any_of(reading.read.begin(), reading.read.end(),
                           [&](const ImportColumn &one) { return one.field == index; });
    };
    return isRead(type.indexOf(field.key)) ||
           reading.mapping.constants.contains(QLatin1StringView(field.key)) ||
           std::any_of(type.traits.told.begin(), type.traits.told.end(), [&](const ToldField &told) {
               return QLatin1StringView(told.field) == QLatin1StringView(field.key) &&
                      isRead(type.indexOf(QAnyStringView(told.by)));
           });
}

/// What a new record needs and the sheet does not say.
std::vector<const Field *> missingFields(const SheetReading &reading)
{
    std::vector<const Field *> missing;
    for (size_t i = 1; i < reading.type->fields.size(); ++i) {
        const Field &field = reading.type->fields[i];
        if (!mayBeLeftOut(*reading.type, field) && !field.traits.readOnly && !isSaid(reading, field))
            missing.push_back(&field);
    }
    return missing;
}

/// True for a type whose records are called by a name of their own: what they are besides, a sheet that
/// brings nothing new need not say.
bool isNamedByItself(const RecordType &type)
{
    return type.displayField().kind == Kind::Text && !type.traits.match.empty() &&
           QLatin1StringView(type.traits.match.back().front()) == QLatin1StringView(type.displayField().key);
}

/// True when the sheet can bring in records of the type, or finds them by their own names.
bool isWhole(const SheetReading &reading)
{
    const std::vector<const Field *> missing = missingFields(reading);
    return std::all_of(missing.begin(), missing.end(), [&](const Field *field) {
        return field->kind == Kind::Choice && isNamedByItself(*reading.type);
    });
}

/// The column that makes the sheet one of \a other; null: none does. Best one that \a reading takes for
/// nothing at all.
const ImportColumn *tellingColumn(const SheetReading &other, const SheetReading &reading)
{
    const ImportColumn *telling = nullptr;
    for (const ImportColumn &column : other.read) {
        const Field &field = other.type->fields[size_t(column.field)];
        if (!isOwn(*other.type, column) || reads(reading.read, column.column) ||
            !isFilled(other.samples, column.column) ||
            (mayBeLeftOut(*other.type, field) && !field.traits.unique))
            continue;
        telling = &column;
        if (!reads(reading.mapping.columns, column.column))
            break;
    }
    return telling;
}

/// True when \a other understands more than twice as many columns alone as \a reading does, and both would
/// put some column into their own records; or all that \a reading understands.
bool isOther(const SheetReading &reading, const SheetReading &other)
{
    const auto alone = [](const SheetReading &one, const SheetReading &than) {
        return std::count_if(one.read.begin(), one.read.end(),
                             [&](const ImportColumn &column) { return !reads(than.read, column.column); });
    };
    const auto takes = [](const SheetReading &one, int column) {
        return std::any_of(one.read.begin(), one.read.end(), [&](const ImportColumn &known) {
            return known.column == column && known.targetField < 0;
        });
    };
    const auto extra = alone(reading, other);
    const bool shares =
        std::any_of(reading.read.begin(), reading.read.end(), [&](const ImportColumn &column) {
            return takes(reading, column.column) && takes(other, column.column);
        });
    return extra == 0 || (shares && alone(other, reading) > 2 * extra);
}

/// True for a type that many others refer to: its name stands in their titles too.
bool isReferredByMany(const RecordType &type)
{
    const auto refers = [&](const RecordType *other) {
        return other != &type && std::any_of(other->fields.begin(), other->fields.end(), [&](const Field &f) {
                   return f.kind == Kind::Reference && f.target && &f.target() == &type;
               });
    };
    const auto types = allRecordTypes();
    return std::count_if(types.begin(), types.end(), refers) > 2;
}

/// The type that \a title names last: 社会组织负责人名册 is one of 负责人; null: none.
const RecordType *namedIn(const QString &title, const std::vector<SheetReading> &readings)
{
    const RecordType *named = nullptr;
    std::pair<qsizetype, qsizetype> furthest{0, 0};
    for (const SheetReading &reading : readings) {
        const QString name = tr(reading.type->title);
        const qsizetype at = title.lastIndexOf(name);
        const std::pair end(at + name.size(), name.size());
        if (at < 0 || end <= furthest)
            continue;
        furthest = end;
        named = reading.type;
    }
    return named;
}

// What speaks for a type, and against it, in twelfths of what a column says that no other type reads.
constexpr int ofOnlyReader = 12;
constexpr int ofColumn = 6;
constexpr int ofMissing = 10;
constexpr int ofMissingKind = 3;
constexpr int ofTitle = 12;
constexpr int ofCommonTitle = 3;
constexpr int ofMemory = 24;
/// With less between them, it is not clear.
constexpr int clearLead = 6;

int likelihood(const SheetReading &reading, const std::vector<SheetReading> &all)
{
    int likely = reading.isRemembered ? ofMemory : 0;
    for (const ImportColumn &column : reading.read) {
        const auto readers = std::count_if(all.begin(), all.end(), [&](const SheetReading &other) {
            return reads(other.read, column.column);
        });
        likely += ofColumn + (isOwn(*reading.type, column) ? ofOnlyReader / int(readers) : 0);
    }
    const size_t unread = reading.mapping.columns.size() - reading.read.size();
    likely -= ofColumn * int(reading.mapping.ignored.size() + qsizetype(unread));
    for (const Field *field : missingFields(reading)) {
        const bool isKind = field->kind == Kind::Choice && isNamedByItself(*reading.type);
        likely -= isKind ? ofMissingKind : ofMissing;
    }
    const bool isNamed = std::any_of(reading.titles.begin(), reading.titles.end(), [&](const QString &title) {
        return namedIn(title, all) == reading.type;
    });
    if (isNamed)
        likely += isReferredByMany(*reading.type) ? ofCommonTitle : ofTitle;
    return likely;
}

} // namespace

OtherRegister otherRegister(const RecordType &type, const SheetHead &sheet)
{
    const std::optional<SheetReading> reading = readingAs(type, sheet);
    OtherRegister found;
    size_t most = 0; // of several the one that reads most
    for (const RecordType *other : reading ? allRecordTypes() : allRecordTypes().first(0)) {
        if (other == &type || !other->traits.importable)
            continue;
        const std::optional<SheetReading> read = readingAs(*other, sheet);
        if (!read || read->read.size() <= most || !isWhole(*read) || !isOther(*reading, *read))
            continue;
        if (const ImportColumn *column = tellingColumn(*read, *reading)) {
            found = {other, column->heading};
            most = read->read.size();
        }
    }
    return found;
}

QString otherRegisterText(const RecordType &type, const OtherRegister &other)
{
    return tr("这张表有“%1”一列，看来是%2表，不是%3表，没有导入。请按%2导入；确实要当作%3导入，"
              "请指明“%1”不读，或逐列指明读作什么。")
        .arg(other.heading, tr(other.type->title), tr(type.title));
}

RegisterGuess guessRegister(const SheetHead &sheet, const Layouts &layouts)
{
    std::vector<SheetReading> readings;
    for (const RecordType *type : allRecordTypes()) {
        if (!type->traits.importable)
            continue;
        if (auto reading = readingAs(*type, sheet, layouts))
            readings.push_back(*std::move(reading));
    }
    std::vector<std::pair<int, const RecordType *>> likely;
    likely.reserve(readings.size());
    for (const SheetReading &reading : readings)
        likely.emplace_back(likelihood(reading, readings), reading.type);
    std::stable_sort(likely.begin(), likely.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    RegisterGuess guess;
    for (const auto &[points, type] : likely) {
        if (points > likely.front().first - clearLead)
            guess.types.push_back(type);
    }
    return guess;
}

} // namespace core
