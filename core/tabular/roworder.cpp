// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/roworder.h"

#include "core/base/tr.h"

#include <algorithm>
#include <charconv>

namespace core {

namespace {

constexpr int beyondExcel = 1'048'577;
constexpr std::string_view rowName = "row";
constexpr std::string_view xmlBlanks = " \t\r\n";

/// The value of the attribute r in a start tag; empty when it has none.
std::string_view rowAttribute(std::string_view tag)
{
    for (size_t at = tag.find('r'); at != std::string_view::npos; at = tag.find('r', at + 1)) {
        if (at == 0 || (xmlBlanks.find(tag[at - 1]) == std::string_view::npos && tag[at - 1] != ':'))
            continue;
        std::string_view rest = tag.substr(at + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(xmlBlanks), rest.size()));
        if (!rest.starts_with('='))
            continue;
        rest.remove_prefix(1);
        rest.remove_prefix(std::min(rest.find_first_not_of(xmlBlanks), rest.size()));
        if (rest.empty())
            return {};
        const char quote = rest.front();
        rest.remove_prefix(1);
        return rest.substr(0, rest.find(quote));
    }
    return {};
}

/// Puts the cells of \a piece into \a row; changes nothing and says no when one is taken by another value.
bool join(Row &row, const Row &piece)
{
    for (size_t i = 0; i < std::min(row.cells.size(), piece.cells.size()); ++i) {
        if (!row.cells[i].isEmpty() && !piece.cells[i].isEmpty() && row.cells[i] != piece.cells[i])
            return false;
    }
    row.cells.resize(std::max(row.cells.size(), piece.cells.size()));
    for (size_t i = 0; i < piece.cells.size(); ++i) {
        if (!piece.cells[i].isEmpty())
            row.cells[i] = piece.cells[i];
    }
    return true;
}

} // namespace

int rowNumber(std::string_view given, int before)
{
    given.remove_prefix(std::min(given.find_first_not_of(xmlBlanks), given.size()));
    int number = 0;
    const auto read = std::from_chars(given.data(), given.data() + given.size(), number);
    if (read.ec == std::errc::result_out_of_range)
        return given.starts_with('-') ? before + 1 : beyondExcel;
    return read.ec == std::errc() && number > 0 ? std::min(number, beyondExcel) : before + 1;
}

void RowOrder::look(std::string_view piece)
{
    constexpr size_t longestKept = 64 * 1024; // a start tag that is cut
    if (!m_isAscending)
        return;
    m_text += piece;
    size_t kept = m_text.size() - std::min(m_text.size(), rowName.size());
    for (size_t at = m_text.find(rowName); at != std::string::npos; at = m_text.find(rowName, at + 1)) {
        const size_t behind = at + rowName.size();
        if (at == 0 || (m_text[at - 1] != '<' && m_text[at - 1] != ':'))
            continue;
        // No attribute holds a "<".
        const size_t end = m_text.find('<', behind);
        if (end == std::string::npos) {
            kept = at - 1;
            break;
        }
        take(std::string_view(m_text).substr(behind, end - behind));
    }
    m_text.erase(0, kept);
    m_isAscending = m_isAscending && m_text.size() <= longestKept;
}

void RowOrder::take(std::string_view tag)
{
    if (tag.empty() ||
        (tag.front() != '>' && tag.front() != '/' && xmlBlanks.find(tag.front()) == std::string_view::npos))
        return;
    const int number = rowNumber(rowAttribute(tag.substr(0, tag.find('>'))), m_last);
    m_isAscending = m_isAscending && number > m_last;
    m_last = number;
}

Status RowSorter::add(Row row)
{
    m_cells += row.cells.size();
    if (m_cells > m_limits.maxUnorderedCells) {
        return Error{Error::Code::FileFormat,
                     tr("这张表很大，而各行在文件里没有按行号排列，程序没有读取。"
                        "请用 Excel 或 WPS 打开它，另存一份后再试。"),
                     {}};
    }
    m_rows.push_back(std::move(row));
    return ok();
}

std::deque<Row> RowSorter::sorted(ReadRemarks &remarks)
{
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.number < b.number; });
    std::deque<Row> rows;
    for (Row &row : m_rows) {
        if (!rows.empty() && rows.back().number == row.number) {
            if (join(rows.back(), row))
                continue;
            remarks.add(row.number,
                        tr("这个行号在文件里有两次，内容不同，两次各作为一行读取。请对照原表核对。"));
        }
        rows.push_back(std::move(row));
    }
    m_rows.clear();
    return rows;
}

} // namespace core
