// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/store/journalvalues.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace core {

/// Values in the form in which SQLite takes them: null, a whole number or UTF-8 text. All texts of a row
/// stand in one block of memory, to be bound without a copy.
class StoredRow
{
public:
    /// Adds a value (codec.h form) as toStored() gives it.
    void add(Kind kind, const QVariant &value);
    void addText(QStringView text);
    void clear();

    int count() const { return int(m_columns.size()); }
    bool isNull(int column) const { return m_columns[size_t(column)].form == Form::Null; }
    bool isNumber(int column) const { return m_columns[size_t(column)].form == Form::Number; }
    /// The number of a column that holds one.
    qint64 number(int column) const { return m_columns[size_t(column)].number; }
    /// The UTF-8 of a column that holds text; valid until the row changes.
    QByteArrayView text(int column) const
    {
        const Column &at = m_columns[size_t(column)];
        return QByteArrayView(m_bytes).sliced(at.number, at.size);
    }
    /// Null or a text without characters.
    bool isEmpty(int column) const
    {
        const Column &at = m_columns[size_t(column)];
        return at.form == Form::Null || (at.form == Form::Text && at.size == 0);
    }
    /// Adds the column to a JSON object that is not closed yet, as the member \a key; begins one that is
    /// empty.
    void appendMember(const char *key, int column, QByteArray &object) const;
    /// Adds the column as the value of \a field: a personal one as a commitment.
    void appendMember(const Field &field, int column, JournalValues &values) const;

private:
    enum class Form : quint8 { Null, Number, Text };
    struct Column
    {
        Form form = Form::Null;
        qint64 number = 0; ///< Number: the value. Text: where it begins.
        qint64 size = 0;   ///< Text: bytes.
    };
    void addUtf8(QByteArrayView text);
    /// Bytes that the column takes as JSON at most.
    qsizetype longestJson(int column) const;
    /// Writes the column as JSON to \a at, where there is room for it; returns the end.
    char *writeJson(int column, char *at) const;

    QByteArray m_bytes;
    std::vector<Column> m_columns;
};

/// All that follows from the values of a record to be inserted: what costs time and needs no file. An import
/// makes it beside the thread that writes.
struct PreparedRecord
{
    std::vector<Problem> problems; ///< RecordType::problems().
    StoredRow row;         ///< The columns of the record, each pinyin key behind its field; first the id.
    QByteArray searchText; ///< searchTextOf(), as UTF-8.
    JournalValues journal; ///< The filled fields as the journal keeps them.
};

/// May run in any thread. \a values: by field, the id first. \a record may have held another one, whose
/// memory is used again.
void prepareRecord(const RecordType &type, const QVariantList &values, PreparedRecord &record);

/// What a search may type, one a line and each line after a line feed: values of searchable fields in lower
/// case, and pinyin initials. "\nabc" then finds what begins with abc. Empty: nothing to search.
QString searchTextOf(const RecordType &type, const QVariantList &values);

} // namespace core
