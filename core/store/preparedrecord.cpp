// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/preparedrecord.h"

#include "core/base/pinyin.h"
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

void StoredRow::appendMember(const char *key, int column, QByteArray &out) const
{
    constexpr qsizetype marks = 6; // ,"": and the two around a text
    constexpr qsizetype longestNumber = 20;
    constexpr qsizetype bytesPerEscape = 6;
    const QByteArrayView name(key);
    const Column &stored = m_columns[size_t(column)];
    const qsizetype before = out.size();
    const bool isFirst = out.endsWith('{');
    out.resize(before + name.size() + marks + longestNumber + stored.size * bytesPerEscape);
    char *at = out.data() + before;
    if (!isFirst)
        *at++ = ',';
    *at++ = '"';
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '"';
    *at++ = ':';
    switch (stored.form) {
    case Form::Null: at = std::copy_n("null", 4, at); break;
    case Form::Number: at = std::to_chars(at, at + longestNumber, stored.number).ptr; break;
    case Form::Text: at = writeJsonText(at, text(column)); break;
    }
    out.truncate(at - out.constData());
}

void prepareRecord(const RecordType &type, const QVariantList &values, PreparedRecord &record)
{
    record.problems = type.problems(values);
    record.row.clear();
    record.json.truncate(0);
    record.json += '{';
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const QVariant &value = values.at(qsizetype(i));
        const int column = record.row.count();
        record.row.add(field.kind, value);
        if (field.traits.pinyin)
            record.row.addText(pinyinSortKey(value.toString()));
        if (i > 0 && !record.row.isEmpty(column))
            record.row.appendMember(field.key, column, record.json);
    }
    record.json += '}';
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
            for (const QString &initials : pinyinInitials(text)) {
                folded += u'\n';
                folded += initials;
            }
        }
    }
    return folded;
}

} // namespace core
