// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchtext.h"

#include "core/base/pinyin.h"
#include "core/store/coveredquestion.h"
#include "core/store/database.h"
#include "core/store/searchneedle.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace core {

namespace {

/// Above this many edits, reading everything anew is quicker than reading record by record.
constexpr qint64 manyEdits = 5000;

} // namespace

void SearchText::add(qint64 ordinal, const QByteArray &text)
{
    for (const char byte : text)
        ++m_frequency[uchar(byte)];
    m_text.append(text.constData(), size_t(text.size()));
    m_text.push_back('\0');
    m_ends.push_back(m_text.size());
    m_ordinals.push_back(ordinal);
}

// No Chinese character and no letter has only frequent bytes.
size_t SearchText::next(const QByteArray &part, size_t from) const
{
    const auto frequency = [this](char c) {
        const char further = asFurtherReading(c);
        return m_frequency[uchar(c)] + (further ? m_frequency[uchar(further)] : 0);
    };
    const auto rarest = std::min_element(part.begin(), part.end(),
                                         [&](char a, char b) { return frequency(a) < frequency(b); });
    const qsizetype place = findInSearchText(m_text, qsizetype(from), part, rarest - part.begin());
    return place < 0 ? std::string::npos : size_t(place);
}

Status SearchText::readAll(Database &database)
{
    m_text.clear();
    m_frequency.fill(0);
    m_ends.clear();
    m_ordinals.clear();
    m_added = 0;
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT ordinal, folded FROM search_entry ORDER BY ordinal"));
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return ok();
        add(select.integer(0), select.bytes(1));
    }
}

Status SearchText::readRecord(Database &database, const QByteArray &id)
{
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT ordinal, folded FROM search_entry WHERE record = ?"));
    select.bindUtf8(1, id);
    CORE_ASSIGN(const bool row, select.step());
    if (row) {
        add(select.integer(0), select.bytes(1));
        ++m_added;
    }
    return ok();
}

Status SearchText::refresh(Database &database)
{
    CORE_ASSIGN(const qint64 last, database.number("SELECT coalesce(max(sequence), 0) FROM journal"));
    if (last == m_sequence)
        return ok();
    const qint64 known = std::exchange(m_sequence, -1); // what fails half-way is read as a whole next time
    CORE_ASSIGN(Statement count,
                database.prepare("SELECT coalesce(sum(edits), 0), coalesce(min(first_edit), 0) FROM journal"
                                 " WHERE sequence > ?"));
    count.bind(1, known);
    CORE_TRY(count.step());
    const qint64 edits = count.integer(0);
    if (known < 0 || last < known || edits > manyEdits || m_added > m_ends.size() / 2 + size_t(manyEdits)) {
        CORE_TRY(readAll(database));
    } else {
        CORE_ASSIGN(Statement select, database.prepare("SELECT DISTINCT record FROM journal_edit"
                                                       " WHERE position >= ? AND sequence > ?"));
        select.bind(1, count.integer(1));
        select.bind(2, known);
        for (;;) {
            CORE_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            CORE_TRY(readRecord(database, select.bytes(0)));
        }
    }
    m_sequence = last;
    return ok();
}

bool SearchText::mayBeFound(const QByteArray &type, const QByteArray &folded, const QByteArray &needle)
{
    const RecordType *known = findRecordType(QLatin1StringView(type));
    return known && searchMayFind(*known, folded, needle);
}

Result<std::vector<SearchText::Found>> SearchText::find(Database &database, const QByteArray &needle,
                                                        size_t limit, const RecordType *only) const
{
    CORE_ASSIGN(Statement select, database.prepare("SELECT type, record, contains_text(folded, ?),"
                                                   " contains_text(folded, ?), folded FROM search_entry"
                                                   " WHERE ordinal = ?"));
    const QByteArray beginning = '\n' + needle;
    std::set<qint64> seen;
    std::vector<Found> first;
    std::vector<Found> others;
    // Goes through the texts that contain \a part until it is told to stop.
    const auto search = [&](const QByteArray &part, const std::function<bool()> &isEnough) -> Status {
        size_t from = 0;
        while (!isEnough()) {
            const size_t place = next(part, from);
            if (place == std::string::npos)
                return ok();
            const auto end = std::upper_bound(m_ends.begin(), m_ends.end(), place);
            from = *end;
            const qint64 ordinal = m_ordinals[size_t(end - m_ends.begin())];
            if (!seen.insert(ordinal).second)
                continue;
            select.reset();
            select.bindUtf8(1, beginning);
            select.bindUtf8(2, needle);
            select.bind(3, ordinal);
            CORE_ASSIGN(const bool row, select.step());
            if (!row || select.integer(3) == 0 || (only && select.bytes(0) != only->key) ||
                !mayBeFound(select.bytes(0), select.bytes(4), needle))
                continue;
            std::vector<Found> &list = select.integer(2) != 0 ? first : others;
            if (list.size() < limit)
                list.push_back({select.bytes(0), select.text(1)});
        }
        return ok();
    };
    CORE_TRY(search(beginning, [&] { return first.size() >= limit; }));
    CORE_TRY(search(needle, [&] { return first.size() + others.size() >= limit; }));
    first.insert(first.end(), others.begin(), others.end());
    return first;
}

} // namespace core
