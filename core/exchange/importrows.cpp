// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importrows.h"

#include "core/base/chinesenumber.h"
#include "core/base/placeholder.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/exchange/doubtfulvalue.h"
#include "core/exchange/mergedcells.h"
#include "core/record/format.h"
#include "core/tabular/duration.h"
#include "core/tabular/heading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype mostChoices = 1000;

/// The hours that a time, a duration or a text like "294:00" says, for a field that counts hours.
std::optional<Decimal> hoursIn(const Field &field, const Cell &cell)
{
    if (field.kind != Kind::Decimal || std::string_view(field.traits.unit) != "小时")
        return {};
    if (cell.kind == Cell::Kind::Time || cell.kind == Cell::Kind::Duration)
        return hoursOf(cell.seconds());
    const auto seconds = cell.kind == Cell::Kind::Text ? readDuration(cell.text) : std::nullopt;
    return seconds ? std::optional(hoursOf(*seconds)) : std::nullopt;
}

/// The text of a code or a telephone number, without the ".0" that a program leaves which took it for a
/// number.
QString textOfCode(const Cell &cell)
{
    QString text = cell.cleaned();
    if (!text.endsWith(u".0"_s) || !std::all_of(text.begin(), text.end() - 2, isDigit))
        return text;
    return text.chopped(2);
}

/// \a text without the apostrophe by which Excel marks a text, and which some programs write out: '路3.
QString withoutApostrophe(const QString &text)
{
    const bool isMark = text.size() > 1 && text.startsWith(u'\'') && text.count(u'\'') == 1;
    return isMark ? text.sliced(1) : text;
}

bool isZeros(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'0'; });
}

/// True when \a text stands for nothing in this field. 无 is an address to nobody, but may be a remark.
bool isNothing(const Field &field, const QString &text)
{
    const bool isNumber = field.traits.unique || field.traits.check || field.traits.normalize;
    const bool isChecked = field.traits.required || isNumber;
    constexpr qsizetype fewestZeros = 6; // an item may be called 0
    switch (field.kind) {
    case Kind::LongText: return false;
    case Kind::Text:
        if (isZeros(text) && (isNumber || (isChecked && text.size() >= fewestZeros)))
            return true;
        return isChecked ? isPlaceholder(text) : isEmptyMark(text);
    case Kind::Date: return isPlaceholder(text) || isOpenEnd(text);
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Time:
    case Kind::YesNo:
    case Kind::Choice:
    case Kind::MultiChoice:
    case Kind::Reference:
    case Kind::Attachment: return isPlaceholder(text);
    }
    return false;
}

/// True of a date or a time where a text should stand.
bool isMadeDate(const Cell &cell)
{
    return cell.kind == Cell::Kind::Date || cell.kind == Cell::Kind::Time ||
           cell.kind == Cell::Kind::Duration || cell.dateFormat;
}

/// True of a text of which every character counts: codes, telephones, numbers of papers and indicators.
bool isCode(const Field &field)
{
    return field.kind == Kind::Text && (field.traits.unique || field.traits.normalize ||
                                        QString::fromUtf8(field.label).endsWith(u"编号"_s));
}

QString nothingNote(const Field &field, const QString &text)
{
    return tr("“%1”里的“%2”按空白处理。").arg(tr(field.label), text);
}

/// By field: true of a number by which records are found before their names are asked, and which they may be
/// without.
std::vector<bool> keyNumbers(const RecordType &type)
{
    std::vector<bool> are(type.fields.size(), false);
    const std::span<const std::vector<const char *>> lists = type.traits.match;
    for (const auto &list : lists.first(lists.empty() ? 0 : lists.size() - 1)) {
        for (const char *key : list) {
            const int index = type.indexOf(QAnyStringView(key));
            const Field &field = type.fields[size_t(index)];
            are[size_t(index)] = field.kind == Kind::Text && mayBeLeftOut(type, field);
        }
    }
    return are;
}

/// What is wrong with words where a number should stand, 台湾居民: they would make one record of all that
/// have them. Empty: there are figures in it. Documents are also numbered in Chinese.
QString whyNoNumber(const Field &field, const QString &text)
{
    const bool isSo = std::none_of(text.begin(), text.end(), [&](QChar c) {
        return c.isDigit() || (!field.traits.check && (chineseDigit(c) >= 0 || c == u'十'));
    });
    if (!isSo)
        return {};
    return isPersonal(field) ? tr("“%1”里没有数字，不是号码。").arg(tr(field.label))
                             : tr("“%1”里的“%2”没有数字，不是号码。").arg(tr(field.label), text);
}

} // namespace

bool mayBeLeftOut(const RecordType &type, const Field &field)
{
    if (field.traits.required)
        return false;
    const bool isOneOf =
        std::any_of(type.traits.exactlyOne.begin(), type.traits.exactlyOne.end(), [&](const auto &list) {
            return std::any_of(list.begin(), list.end(), [&](const char *key) {
                return QLatin1StringView(key) == QLatin1StringView(field.key);
            });
        });
    if (isOneOf)
        return false;
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::YesNo:
    case Kind::MultiChoice: return true;
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Date:
    case Kind::Time:
    case Kind::Choice:
    case Kind::Reference:
    case Kind::Attachment: break;
    }
    return field.nullable || field.traits.presumed;
}

QString leftOutNote(const QString &problem)
{
    return tr("%1这一格没有导入。").arg(problem);
}

RowParser::RowParser(const RecordType &type, const ColumnMapping &mapping, DateSystem dates)
    : m_type(type)
    , m_mapping(mapping)
    , m_dates(dates)
{
    m_defaults = type.defaults();
    m_choices.resize(type.fields.size());
    for (const Field &field : type.fields)
        m_mayBeLeftOut.push_back(mayBeLeftOut(type, field));
    m_isKeyNumber = keyNumbers(type);
    for (auto it = mapping.constants.begin(); it != mapping.constants.end(); ++it)
        m_defaults[type.indexOf(it.key())] = it.value();
}

void RowParser::parse(Row row, ParsedRow &parsed)
{
    parsed.source = std::move(row);
    parsed.values.resize(m_defaults.size());
    std::copy(m_defaults.begin(), m_defaults.end(), parsed.values.begin());
    parsed.mentions.clear();
    parsed.covered.clear();
    parsed.unnamed.clear();
    parsed.nowhere.clear();
    parsed.dropped.clear();
    parsed.formerNames.clear();
    parsed.isEmpty = true;
    parsed.problems.clear();
    parsed.notes.clear();
    parsed.leftOut.clear();
    parsed.told.clear();
    parsed.resolved = false;
    parsed.isPrepared = false;
    parsed.given.assign(m_type.fields.size(), false);
    for (const ImportColumn &column : m_mapping.columns) {
        const Cell &cell = parsed.source.at(column.column);
        if (cell.isBlank())
            continue;
        // What stands there for a whole group makes no record of a row.
        parsed.isEmpty = parsed.isEmpty && isFilledDown(parsed.source, column.column);
        if (cell.kind == Cell::Kind::Error) {
            leaveOut(column.field,
                     {{}, tr("“%1”里是 Excel 的错误值“%2”。").arg(column.heading, cell.text), {}}, parsed);
        } else if (m_type.fields[size_t(column.field)].kind == Kind::Reference) {
            parseReference(column, cell, parsed);
        } else {
            parseField(column, cell, parsed);
        }
    }
    readTold(parsed);
    if (m_mapping.formerNames >= 0)
        parseFormerNames(parsed);
}

void RowParser::parseFormerNames(ParsedRow &parsed) const
{
    static const QRegularExpression divider(u"[、,，;；/\\n]+"_s);
    for (const QString &name :
         parsed.source.at(m_mapping.formerNames).cleaned().split(divider, Qt::SkipEmptyParts)) {
        if (!isPlaceholder(name))
            parsed.formerNames.append(name.trimmed());
    }
}

void RowParser::readTold(ParsedRow &parsed) const
{
    for (const ToldField &told : m_type.traits.told) {
        const int field = m_type.indexOf(QAnyStringView(told.field));
        const int by = m_type.indexOf(QAnyStringView(told.by));
        const bool isTold = std::find(parsed.told.begin(), parsed.told.end(), field) != parsed.told.end();
        if (isTold || parsed.given[size_t(field)] || !parsed.given[size_t(by)])
            continue;
        const QVariant value = told.value(parsed.values.at(by));
        if (!value.isValid())
            continue;
        parsed.values[field] = value;
        parsed.told.push_back(field);
        // Without a column it is told once for all rows.
        const bool hasColumn = std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(),
                                           [&](const ImportColumn &column) { return column.field == field; });
        if (hasColumn)
            parsed.notes.append(tr("“%1”没有填写，由“%2”判断为“%3”。")
                                    .arg(tr(m_type.fields[size_t(field)].label),
                                         tr(m_type.fields[size_t(by)].label),
                                         displayValue(m_type.fields[size_t(field)], value)));
    }
}

bool RowParser::setAside(const ImportColumn &column, const Field &field, const Cell &cell, ParsedRow &parsed)
{
    const bool isOwn = column.targetField < 0;
    switch (doubtOf(field, cell)) {
    case Doubt::None: return false;
    case Doubt::Covered:
        if (isOwn)
            parsed.covered.emplace_back(column.field, cell.cleaned());
        else
            parsed.notes.append(tr("“%1”里是遮盖过的内容，没有读取。").arg(column.heading));
        return true;
    case Doubt::DigitsLost:
        if (isOwn && field.traits.unique) {
            parsed.problems.append(tr("“%1”被 Excel 当成了数字，只保留前 15 位，后面的已经丢失或变成 0，"
                                      "不能用来认定是哪一条。请把这一列设为文本，重新填写。")
                                       .arg(column.heading));
        } else {
            const QString what = isPersonal(field) ? tr("“%1”").arg(column.heading)
                                                   : tr("“%1”里的“%2”").arg(column.heading, cell.cleaned());
            const QString lost =
                tr("%1被 Excel 当成了数字，只保留前 15 位，后面的已经丢失或变成 0，没有读取。"
                   "请把这一列设为文本，重新填写后再导入。")
                    .arg(what);
            drop(column.field, lost, parsed);
            parsed.leftOut.emplace_back(column.field, lost);
        }
        return true;
    }
    return false;
}

/// Tells of a text that Excel has made a date or a time, 1-2 or 2:1. False: what is there is to be read.
bool RowParser::setMadeDateAside(const ImportColumn &column, const Field &field, const Cell &cell,
                                 ParsedRow &parsed) const
{
    const QString what = cell.kind == Cell::Kind::Date || cell.dateFormat ? tr("日期") : tr("时间");
    if (!isCode(field)) {
        if (field.kind == Kind::Text && !isPersonal(field))
            parsed.notes.append(tr("“%1”被 Excel 当成了%2，按“%3”记，请核对原来写的是什么。")
                                    .arg(column.heading, what, cell.cleaned()));
        return false;
    }
    const QString problem = tr("“%1”被 Excel 当成了%2，看不出原来写的是什么。请把这一列设为文本，重新填写。")
                                .arg(column.heading, what);
    if (field.traits.unique || field.traits.required) {
        parsed.problems.append(problem);
    } else {
        parsed.notes.append(leftOutNote(problem));
        parsed.leftOut.emplace_back(column.field, problem);
    }
    return true;
}

void RowParser::parseReference(const ImportColumn &column, const Cell &cell, ParsedRow &parsed) const
{
    const Field &field = m_type.fields[size_t(column.field)];
    const bool isNamed = column.targetField < 0;
    if (!isNamed && setAside(column, field.target().fields[size_t(column.targetField)], cell, parsed))
        return;
    QString text = oneLine(textOfCode(cell));
    if (!isNamed && field.target().fields[size_t(column.targetField)].traits.isCode) {
        const ParsedValue code = parseValue(field.target().fields[size_t(column.targetField)], text);
        if (!code.problem.isEmpty()) {
            leaveOut(column.field, code, parsed);
            return;
        }
        text = code.value.toString();
        if (!code.note.isEmpty())
            parsed.notes.append(code.note);
    }
    if (m_mayBeLeftOut[size_t(column.field)] && isNothing(field, text)) {
        parsed.notes.append(nothingNote(field, text));
        return;
    }
    const auto known = std::find_if(parsed.mentions.begin(), parsed.mentions.end(),
                                    [&](const auto &mention) { return mention.first == column.field; });
    RecordLookup::Mention &mention =
        known != parsed.mentions.end()
            ? known->second
            : parsed.mentions.emplace_back(column.field, RecordLookup::Mention()).second;
    if (isNamed)
        mention.text = text;
    else
        mention.parts.emplace_back(column.targetField, text);
    parsed.given[size_t(column.field)] = true;
}

void RowParser::parseField(const ImportColumn &column, const Cell &cell, ParsedRow &parsed)
{
    const Field &field = m_type.fields[size_t(column.field)];
    if (setAside(column, field, cell, parsed))
        return;
    const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
    if (isText && isMadeDate(cell) && setMadeDateAside(column, field, cell, parsed))
        return;
    if (isText && isNothing(field, cell.value())) {
        drop(column.field, nothingNote(field, cell.cleaned()), parsed);
        return;
    }
    if (field.kind == Kind::Date && parsePeriod(column, cell, parsed))
        return;
    ParsedValue value;
    if (field.kind == Kind::Date)
        value = parseDate(field, cell);
    else if (const auto hours = hoursIn(field, cell))
        value = parseText(column, hours->toString(), parsed.source);
    else if (isText && (field.traits.unique || field.traits.normalize))
        value = parseText(column, textOfCode(cell), parsed.source);
    else if (isText && !field.traits.required) // a name that has one is found by it
        value = parseText(column, withoutApostrophe(cell.value()), parsed.source);
    else
        value = parseText(column, cell.value(), parsed.source);
    if (!value.problem.isEmpty() && isNothing(field, cell.value())) {
        drop(column.field, nothingNote(field, cell.cleaned()), parsed);
        return;
    }
    if (m_isKeyNumber[size_t(column.field)] && value.problem.isEmpty())
        value.problem = whyNoNumber(field, value.value.toString());
    if (const qsizetype length = isText ? value.value.toString().size() : 0;
        field.traits.maxLength > 0 && length > field.traits.maxLength) {
        value.problem =
            tr("“%1”有 %2 个字，最多 %3 个字。").arg(tr(field.label)).arg(length).arg(field.traits.maxLength);
    }
    if (!value.problem.isEmpty()) {
        leaveOut(column.field, value, parsed);
        return;
    }
    if (!value.note.isEmpty())
        parsed.notes.append(value.note);
    if (cell.multiple > 0)
        parsed.notes.append(tr("“%1”按单元格显示的“%2”读。").arg(tr(field.label), cell.value()));
    if (!value.value.isValid())
        return;
    parsed.values[column.field] = value.value;
    parsed.given[size_t(column.field)] = true;
}

void RowParser::drop(int field, const QString &note, ParsedRow &parsed)
{
    parsed.notes.append(note);
    parsed.dropped.emplace_back(field, note);
}

void RowParser::leaveOut(int field, const ParsedValue &value, ParsedRow &parsed) const
{
    if (!m_mayBeLeftOut[size_t(field)] || value.isAmbiguous) {
        parsed.problems.append(value.problem);
        return;
    }
    parsed.notes.append(leftOutNote(value.problem));
    parsed.leftOut.emplace_back(field, value.problem);
    const Field &left = m_type.fields[size_t(field)];
    if (left.traits.presumed)
        parsed.notes.append(tr("新的一条按“%1”记。").arg(displayValue(left, m_defaults.at(field))));
}

ParsedValue RowParser::parseDate(const Field &field, const Cell &cell) const
{
    const DateReading reading = cell.asDate(m_dates);
    if (const auto day = dayFor(field, reading))
        return {*day, {}, {}};
    if (reading.kind == DateReading::Kind::Empty) {
        return {{},
                {},
                tr("“%1”里是表示“没有日期”的日期（如 1900-01-00、1970-01-01），按空白处理。")
                    .arg(tr(field.label))};
    }
    if (reading.kind == DateReading::Kind::Tenth) {
        const QString problem = tr("“%1”里的 %2 是数，Excel 会去掉末尾的 0，看不出是 1 月还是 10 月，"
                                   "请把这一格设为文本，写成 2025-10 的样子。");
        return {{}, problem.arg(tr(field.label), cell.value()), {}};
    }
    return parseValue(field, cell.value());
}

/// Reads a cell of two dates into both fields of a type that holds from a day to another one. True: it was a
/// stretch of time, and what was read of it is told.
bool RowParser::parsePeriod(const ImportColumn &column, const Cell &cell, ParsedRow &parsed) const
{
    const char *from = m_type.traits.date;
    const char *until = m_type.traits.until;
    const Field &field = m_type.fields[size_t(column.field)];
    const bool isFrom = from && QLatin1StringView(field.key) == QLatin1StringView(from);
    const bool isUntil = until && QLatin1StringView(field.key) == QLatin1StringView(until);
    if (cell.kind != Cell::Kind::Text || !from || !until || !(isFrom || isUntil))
        return false;
    const auto period = readPeriod(cell.text);
    if (!period || (isFrom ? period->from : period->until).isEmpty())
        return false;
    for (const auto &[key, text] : {std::pair(from, period->from), std::pair(until, period->until)}) {
        const int index = m_type.indexOf(QAnyStringView(key));
        const Field &end = m_type.fields[size_t(index)];
        const bool isOwn = index == column.field;
        if (text.isEmpty())
            continue;
        // The other one has a column that says it better.
        if (!isOwn && (end.traits.readOnly || m_mapping.reads(index))) {
            parsed.notes.append(
                tr("“%1”里写的是一段时间，“%2”以它自己的一列为准。").arg(column.heading, tr(end.label)));
            continue;
        }
        const ParsedValue value = parseValue(end, text);
        if (!value.problem.isEmpty()) {
            leaveOut(index, value, parsed);
            continue;
        }
        parsed.notes.append(tr("“%1”里写的是一段时间，“%2”记为 %3。")
                                .arg(column.heading, tr(end.label), displayValue(end, value.value)));
        parsed.notes.append(value.note);
        parsed.values[index] = value.value;
        parsed.given[size_t(index)] = true;
    }
    return true;
}

ParsedValue RowParser::parseText(const ImportColumn &column, const QString &text, const Row &row)
{
    const Field &field = m_type.fields[size_t(column.field)];
    if (column.unitColumn >= 0) {
        const QString unit = unitAlone(row.at(column.unitColumn).value());
        const bool saysNone = unit.isEmpty() && !text.isEmpty() && isDigit(text.back());
        return saysNone ? ParsedValue{{}, tr("“%1”没有写明单位，看不出是多少。").arg(column.heading), {}}
                        : parseValue(field, text, unit);
    }
    if (field.choices.empty())
        return parseValue(field, text, column.unit);
    // A column of choices holds few different texts.
    QHash<QString, ParsedValue> &known = m_choices[size_t(column.field)];
    if (const auto found = known.constFind(text); found != known.constEnd())
        return *found;
    ParsedValue value = parseValue(field, text, column.unit);
    if (known.size() < mostChoices)
        known.insert(text, value);
    return value;
}

bool RowQueue::push(Block block)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_blocks.size() < capacity || m_abandoned; });
    if (m_abandoned)
        return false;
    m_blocks.push_back(std::move(block));
    m_waiting = m_blocks.size();
    m_changed.notify_all();
    return true;
}

void RowQueue::close(std::optional<Error> error)
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_error = std::move(error);
    m_changed.notify_all();
}

Result<std::optional<RowQueue::Block>> RowQueue::pop()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !m_blocks.empty() || m_closed; });
    if (m_blocks.empty()) {
        if (m_error)
            return *m_error;
        return std::optional<Block>();
    }
    Block block = std::move(m_blocks.front());
    m_blocks.pop_front();
    m_waiting = m_blocks.size();
    m_changed.notify_all();
    return std::optional<Block>(std::move(block));
}

void RowQueue::giveBack(Block block)
{
    const std::lock_guard lock(m_mutex);
    m_done.push_back(std::move(block));
}

RowQueue::Block RowQueue::spare(size_t rows)
{
    Block block;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_done.empty()) {
            block = std::move(m_done.back());
            m_done.pop_back();
        }
    }
    block.resize(rows);
    return block;
}

void RowQueue::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_abandoned = true;
    m_changed.notify_all();
}

} // namespace core
