// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/preparedrecord.h"

#include "core/base/pinyin.h"
#include "core/record/format.h"
#include "core/store/database.h"

#include <QStringConverter>

#include <algorithm>
#include <charconv>

namespace core {

namespace {

/// Longest UTF-8 of one UTF-16 unit.
constexpr qsizetype bytesPerUnit = 3;

bool isAscii(QStringView text)
{
    char16_t bits = 0;
    for (const QChar c : text)
        bits |= c.unicode();
    return bits < 0x80;
}

void appendUtf8(QByteArray &out, QStringView text)
{
    const qsizetype before = out.size();
    out.resize(before + text.size() * bytesPerUnit);
    // Codes, ids and telephone numbers are half of it.
    if (isAscii(text)) {
        std::transform(text.begin(), text.end(), out.data() + before,
                       [](QChar c) { return char(c.unicode()); });
        out.truncate(before + text.size());
        return;
    }
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const char *end = encoder.appendToBuffer(out.data() + before, text);
    out.truncate(end - out.constData());
}

/// True for the bytes that JSON text must not hold as they are.
bool isEscaped(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// Writes \a utf8 as a JSON text to \a at, where there is room for six bytes for each of its own and two
/// more; returns the end.
char *writeJsonText(char *at, QByteArrayView utf8)
{
    *at++ = '"';
    if (std::none_of(utf8.begin(), utf8.end(), isEscaped)) {
        at = std::copy(utf8.begin(), utf8.end(), at);
    } else {
        for (const char c : utf8) {
            if (c == '"' || c == '\\') {
                *at++ = '\\';
                *at++ = c;
            } else if (isEscaped(c)) {
                static constexpr char digits[] = "0123456789abcdef";
                at = std::copy_n("\\u00", 4, at);
                *at++ = digits[(c >> 4) & 0xF];
                *at++ = digits[c & 0xF];
            } else {
                *at++ = c;
            }
        }
    }
    *at++ = '"';
    return at;
}

} // namespace

void StoredRow::add(Kind kind, const QVariant &value)
{
    if (kind == Kind::Date && value.isValid())
        return addUtf8(storedDate(value.toDate()));
    // Nearly everything is stored as it is: an import has no time for a copy of it.
    const bool asIs =
        value.isValid() && kind != Kind::Time && kind != Kind::YesNo && kind != Kind::MultiChoice;
    const QVariant converted = asIs ? QVariant() : toStored(kind, value);
    const QVariant &stored = asIs ? value : converted;
    if (!stored.isValid())
        m_columns.push_back({});
    else if (stored.typeId() == QMetaType::QString)
        addText(*static_cast<const QString *>(stored.constData()));
    else
        m_columns.push_back({Form::Number, stored.toLongLong(), 0});
}

void StoredRow::addText(QStringView text)
{
    const qsizetype before = m_bytes.size();
    appendUtf8(m_bytes, text);
    m_columns.push_back({Form::Text, before, m_bytes.size() - before});
}

void StoredRow::addUtf8(QByteArrayView text)
{
    m_columns.push_back({Form::Text, m_bytes.size(), text.size()});
    m_bytes.append(text);
}

void StoredRow::clear()
{
    m_bytes.truncate(0);
    m_columns.clear();
}

qsizetype StoredRow::longestJson(int column) const
{
    constexpr qsizetype longestNumber = 20; // longer than null
    constexpr qsizetype bytesPerEscape = 6;
    constexpr qsizetype quotes = 2;
    return longestNumber + quotes + m_columns[size_t(column)].size * bytesPerEscape;
}

char *StoredRow::writeJson(int column, char *at) const
{
    constexpr qsizetype longestNumber = 20;
    const Column &stored = m_columns[size_t(column)];
    switch (stored.form) {
    case Form::Null: return std::copy_n("null", 4, at);
    case Form::Number: return std::to_chars(at, at + longestNumber, stored.number).ptr;
    case Form::Text: return writeJsonText(at, text(column));
    }
    return at;
}

void StoredRow::appendMember(const char *key, int column, QByteArray &out) const
{
    constexpr qsizetype marks = 4; // ,"":
    const QByteArrayView name(key);
    const qsizetype before = out.size();
    out.resize(before + name.size() + marks + longestJson(column));
    char *at = out.data() + before;
    *at++ = before == 0 ? '{' : ',';
    *at++ = '"';
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '"';
    *at++ = ':';
    at = writeJson(column, at);
    out.truncate(at - out.constData());
}

void StoredRow::appendMember(const Field &field, int column, JournalValues &values) const
{
    if (!isPersonal(field))
        return appendMember(field.key, column, values.open);
    QByteArray value(longestJson(column), Qt::Uninitialized);
    value.truncate(writeJson(column, value.data()) - value.constData());
    appendPersonalMember(values, field.key, value);
}

void prepareRecord(const RecordType &type, const QVariantList &values, PreparedRecord &record)
{
    record.problems = type.problems(values);
    record.row.clear();
    record.journal.open.truncate(0);
    record.journal.personal.truncate(0);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const QVariant &value = values.at(qsizetype(i));
        const int column = record.row.count();
        record.row.add(field.kind, value);
        if (field.traits.pinyin)
            record.row.addText(pinyinSortKey(value.toString()));
        if (i > 0 && !record.row.isEmpty(column))
            record.row.appendMember(field, column, record.journal);
    }
    closeJournalValues(record.journal);
    record.searchText.truncate(0);
    appendUtf8(record.searchText, searchTextOf(type, values));
}

QString searchTextOf(const RecordType &type, const QVariantList &values)
{
    constexpr qsizetype usualLength = 256;
    QString folded;
    folded.reserve(usualLength);
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (!field.traits.searchable)
            continue;
        const QString text = values.at(qsizetype(i)).toString();
        if (text.isEmpty())
            continue;
        folded += u'\n';
        folded += text.toLower();
        if (field.traits.pinyin) {
            if (const QByteArray initials = pinyinInitials(text); !initials.isEmpty()) {
                folded += u'\n';
                folded += QLatin1StringView(initials);
            }
        }
    }
    return folded;
}

} // namespace core
