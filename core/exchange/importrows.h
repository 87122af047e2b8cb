// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnmapping.h"
#include "core/exchange/recordlookup.h"
#include "core/record/format.h"
#include "core/store/preparedrecord.h"
#include "core/tabular/cell.h"

#include <QVariantList>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace core {

/// A row of the sheet as values, before it knows which record it is.
struct ParsedRow
{
    Row source;
    QVariantList values;     ///< By field; of what the row says nothing: the default.
    std::vector<bool> given; ///< By field: the row says something.
    std::vector<int> told;   ///< Fields that others of the row tell (RecordTraits::told), for a new record.
    std::vector<std::pair<int, RecordLookup::Mention>>
        mentions;                  ///< Field and what is said of the record it refers to.
    RecordLookup::Covered covered; ///< What stands covered in the row: no value, but it tells who is meant.
    bool isEmpty = true;           ///< No column that is read holds anything.
    /// Fields by which records are matched and whose cell was left out, with what was wrong with it.
    std::vector<std::pair<int, QString>> unnamed;
    /// References of which the row says that there is none: 县本级 where towns stand.
    std::vector<int> nowhere;
    /// Fields whose cell was read as empty, or not at all, and the sentence on it.
    std::vector<std::pair<int, QString>> dropped;
    QStringList formerNames; ///< What the record was called before.
    QStringList problems;    ///< Why it cannot be taken.
    QStringList notes;       ///< What was assumed, and which cells were left out.
    /// Fields whose cells could not be taken while the row could, and what is wrong with them.
    std::vector<std::pair<int, QString>> leftOut;

    bool resolved = false;       ///< The mentions are found, or stand among the problems.
    RecordLookup::Naming naming; ///< Of a resolved row.
    bool isPrepared = false;
    PreparedRecord prepared; ///< Of a resolved row, in case it is a new record.
};

/// True when a row gets in although its cell for this field cannot be read: the record needs no value there.
bool mayBeLeftOut(const RecordType &type, const Field &field);

/// The remark on a cell that was left out: what was wrong with it, \a problem, and that it was not taken.
QString leftOutNote(const QString &problem);

/// Turns rows into values by the mapping. A cell that cannot be read costs the row only where the record
/// needs it, or where the number in it may mean two; else it is left out with a note. Used in the reading
/// thread.
class RowParser
{
public:
    RowParser(const RecordType &type, const ColumnMapping &mapping, DateSystem dates);
    /// \a parsed may have held another row, whose memory is used again.
    void parse(Row row, ParsedRow &parsed);

private:
    /// True when the cell is no value of \a field, and has been told or kept as what it is.
    void parseFormerNames(ParsedRow &parsed) const;
    static bool setAside(const ImportColumn &column, const Field &field, const Cell &cell, ParsedRow &parsed);
    bool setMadeDateAside(const ImportColumn &column, const Field &field, const Cell &cell,
                          ParsedRow &parsed) const;
    void parseReference(const ImportColumn &column, const Cell &cell, ParsedRow &parsed) const;
    void parseField(const ImportColumn &column, const Cell &cell, ParsedRow &parsed);
    ParsedValue parseText(const ImportColumn &column, const QString &text, const Row &row);
    bool parsePeriod(const ImportColumn &column, const Cell &cell, ParsedRow &parsed) const;
    ParsedValue parseDate(const Field &field, const Cell &cell) const;
    void readTold(ParsedRow &parsed) const;
    void leaveOut(int field, const ParsedValue &value, ParsedRow &parsed) const;
    static void drop(int field, const QString &note, ParsedRow &parsed);

    const RecordType &m_type;
    const ColumnMapping &m_mapping;
    DateSystem m_dates;
    QVariantList m_defaults;
    std::vector<bool> m_mayBeLeftOut;                   ///< By field.
    std::vector<bool> m_isKeyNumber;                    ///< By field: a number that finds records.
    std::vector<QHash<QString, ParsedValue>> m_choices; ///< By field: what its choices were read from.
};

/// Blocks of rows on their way from the reading to the writing thread; bounded, so that memory is.
class RowQueue
{
public:
    using Block = std::vector<ParsedRow>;

    /// Waits for room. False: nobody wants more.
    bool push(Block block);
    /// The writer will soon have to wait.
    bool isRunningDry() const { return m_waiting.load(std::memory_order_relaxed) < low; }
    /// No more rows follow; \a error when reading failed.
    void close(std::optional<Error> error = {});
    /// Waits for a block. Empty: the end.
    Result<std::optional<Block>> pop();
    /// The writer is done with a block; its rows are used again.
    void giveBack(Block block);
    /// A block with \a rows rows to be parsed into.
    Block spare(size_t rows);
    /// The writer stops early.
    void abandon();

private:
    static constexpr size_t capacity = 16;
    static constexpr size_t low = 4;
    std::atomic<size_t> m_waiting = 0; ///< Blocks, to be asked without the lock.
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Block> m_blocks;
    std::vector<Block> m_done;
    std::optional<Error> m_error;
    bool m_closed = false;
    bool m_abandoned = false;
};

} // namespace core
