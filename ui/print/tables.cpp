// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks that stand in frames: identity table, tiles, tables.
#include "ui/print/strips.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr qreal cellSide = 170; ///< Between a border and the text of a cell.

} // namespace

void StripMaker::add(const core::Facts &facts)
{
    const TextStyle name{FontRole::Label, m_style.table, m_style.tableLine};
    const TextStyle value{FontRole::Body, m_style.table, m_style.tableLine};
    // Names are as wide as the widest needs; values share the rest.
    qreal nameWidth[2] = {0, 0};
    int column = 0;
    for (const auto &fact : facts.facts) {
        column = fact.wholeRow ? 0 : column;
        nameWidth[column] = std::max(nameWidth[column], m_type.width(fact.name, name) + 2 * cellSide + 40);
        column = fact.wholeRow ? 0 : 1 - column;
    }
    const qreal rest = m_width - nameWidth[0] - nameWidth[1];
    const qreal lefts[] = {0, nameWidth[0], nameWidth[0] + rest * 0.54, m_width - rest * 0.46, m_width};
    std::vector<Cell> row;
    const auto cell = [&](const QString &text, const TextStyle &style, qreal left, qreal right) {
        row.push_back({left, right - left, m_type.set(text, style, right - left - 2 * cellSide),
                       style.role == FontRole::Label});
    };
    qreal before = m_style.gap * 0.6;
    const auto finish = [&] {
        Strip strip = tableRow(row, m_style.cellPadding);
        strip.before = std::exchange(before, 0);
        push(std::move(strip));
        row.clear();
    };
    for (size_t i = 0; i < facts.facts.size(); ++i) {
        const auto &fact = facts.facts[i];
        const bool second = !row.empty();
        const bool alone = !second && (i + 1 == facts.facts.size() || facts.facts[i + 1].wholeRow);
        if (second && fact.wholeRow)
            finish();
        const int at = second && !fact.wholeRow ? 2 : 0;
        cell(fact.name, name, lefts[at], lefts[at + 1]);
        cell(fact.value, value, lefts[at + 1], fact.wholeRow || alone ? m_width : lefts[at + 2]);
        if (fact.wholeRow || alone || second)
            finish();
        else
            continue;
        if (i + 1 < facts.facts.size())
            keepLast();
    }
}

void StripMaker::add(const core::Tiles &tiles)
{
    if (tiles.tiles.empty())
        return;
    const qreal width = m_width / static_cast<qreal>(tiles.tiles.size());
    const qreal figureLine = 24 * unitsPerPoint, captionLine = 15 * unitsPerPoint, padding = 160;
    Strip strip;
    strip.before = m_style.gap * 0.5;
    strip.height = figureLine + captionLine + 2 * padding;
    for (size_t i = 0; i < tiles.tiles.size(); ++i) {
        const qreal left = width * static_cast<qreal>(i);
        TextItem figure =
            m_type.fitted(tiles.tiles[i].figure,
                          {FontRole::Emphasis, 17, 24, ink::black, core::Align::Center}, width - 200);
        TextItem caption =
            m_type.fitted(tiles.tiles[i].caption,
                          {FontRole::Body, m_style.table, 15, ink::black, core::Align::Center}, width - 200);
        figure.at += QPointF(left + 100, padding + baselineOf(figureLine, pixelsOf(17)));
        caption.at +=
            QPointF(left + 100, padding + figureLine + baselineOf(captionLine, pixelsOf(m_style.table)));
        strip.items.insert(strip.items.end(), {figure, caption});
        if (i > 0)
            strip.items.push_back(LineItem{{left, 0, left, strip.height}});
    }
    for (const qreal y : {0.0, strip.height})
        strip.items.push_back(LineItem{{0, y, m_width, y}});
    for (const qreal x : {0.0, m_width})
        strip.items.push_back(LineItem{{x, 0, x, strip.height}});
    push(std::move(strip));
}

TextStyle StripMaker::tableText(const core::Table &table) const
{
    if (table.small)
        return {FontRole::Body, m_style.small, m_style.smallLine};
    return {FontRole::Body, m_style.officialHead ? 12 : m_style.table,
            m_style.officialHead ? 17 : m_style.tableLine};
}

void StripMaker::add(const core::Table &table)
{
    const TextStyle body = tableText(table);
    int shares = 0;
    for (const auto &column : table.columns)
        shares += column.share;
    if (shares == 0)
        return;
    std::vector<qreal> edges{0};
    for (const auto &column : table.columns)
        edges.push_back(edges.back() + m_width * column.share / shares);

    if (!table.caption.isEmpty()) {
        TextStyle caption = body;
        caption.role = FontRole::Heading;
        if (m_style.officialHead)
            caption = {FontRole::Title, 16, m_style.textLine};
        caption.align = core::Align::Center;
        lines(m_type.set(table.caption, caption, m_width), m_style.gap);
        keepLast();
    }
    const qreal side = table.small ? cellSide * 0.6 : cellSide;
    const int number = m_tables++;
    const auto makeCell = [&](const QString &text, size_t first, size_t last, TextStyle style, bool shaded) {
        const qreal width = edges[last + 1] - edges[first];
        SetText set = m_type.set(text, style, width - 2 * side);
        for (TextItem &line : set.lines)
            line.at.rx() += side - cellSide;
        return Cell{edges[first], width, std::move(set), shaded};
    };
    std::vector<Cell> header;
    for (size_t i = 0; i < table.columns.size(); ++i) {
        TextStyle style = body;
        style.role = FontRole::Label;
        style.align = table.columns[i].align == core::Align::Left ? core::Align::Left : core::Align::Center;
        header.push_back(makeCell(table.columns[i].title, i, i, style, true));
    }
    Strip head = tableRow(header, m_style.cellPadding);
    head.before = table.caption.isEmpty() ? m_style.gap * 0.6 : 60;
    head.table = number;
    head.header = head.keepWithNext = true;
    const qreal limit = m_pageHeight - head.height;
    push(std::move(head));

    core::eachRow(table, [&](const core::Table::Row &row) {
        using Kind = core::Table::Row::Kind;
        const bool shaded = row.kind != Kind::Plain;
        const size_t spanned = table.columns.size() - std::min(row.cells.size(), table.columns.size());
        std::vector<Cell> cells;
        for (size_t i = 0; i < row.cells.size() && i + spanned < table.columns.size(); ++i) {
            TextStyle style = body;
            if (shaded)
                style.role = row.kind == Kind::Total ? FontRole::Heading : FontRole::Label;
            style.align = i == 0 && shaded ? core::Align::Left : table.columns[i + spanned].align;
            cells.push_back(makeCell(row.cells[i], i == 0 ? 0 : i + spanned, i + spanned, style, shaded));
        }
        // Sums stay with the last row they add up, a group's name with the group's first row.
        if (row.kind == Kind::Subtotal || row.kind == Kind::Total)
            keepLast();
        for (Strip &strip : tableRows(std::move(cells), m_style.cellPadding, limit)) {
            strip.table = number;
            strip.keepWithNext = row.kind == Kind::Group;
            push(std::move(strip));
        }
        return m_isWanted;
    });
}

Strip tableRow(const std::vector<Cell> &cells, qreal padding)
{
    Strip strip;
    for (const Cell &cell : cells)
        strip.height = std::max(strip.height, cell.text.height() + 2 * padding);
    qreal right = 0;
    for (const Cell &cell : cells) {
        if (cell.shaded)
            strip.items.push_back(RectItem{{cell.left, 0, cell.width, strip.height}});
        right = std::max(right, cell.left + cell.width);
    }
    for (const Cell &cell : cells) {
        const qreal top = (strip.height - cell.text.height()) / 2;
        for (TextItem line : cell.text.lines) {
            line.at += QPointF(cell.left + cellSide, top);
            if (!line.text.isEmpty())
                strip.items.push_back(std::move(line));
        }
        strip.items.push_back(LineItem{{cell.left, 0, cell.left, strip.height}});
    }
    strip.items.push_back(LineItem{{right, 0, right, strip.height}});
    for (const qreal y : {0.0, strip.height})
        strip.items.push_back(LineItem{{0, y, right, y}});
    return strip;
}

std::vector<Strip> tableRows(std::vector<Cell> cells, qreal padding, qreal limit)
{
    std::vector<Strip> strips;
    size_t longest = 0;
    qreal lineHeight = 1;
    for (const Cell &cell : cells) {
        longest = std::max(longest, cell.text.lines.size());
        lineHeight = std::max(lineHeight, cell.text.lineHeight);
    }
    const auto most = static_cast<size_t>(std::max(1.0, (limit - 2 * padding) / lineHeight));
    for (size_t first = 0; first < std::max<size_t>(longest, 1); first += most) {
        std::vector<Cell> part = cells;
        for (Cell &cell : part) {
            auto &lines = cell.text.lines;
            const size_t from = std::min(first, lines.size());
            const size_t to = std::min(first + most, lines.size());
            lines = std::vector<TextItem>(lines.begin() + static_cast<qsizetype>(from),
                                          lines.begin() + static_cast<qsizetype>(to));
            for (TextItem &line : lines)
                line.at.ry() -= cell.text.lineHeight * static_cast<qreal>(from);
        }
        strips.push_back(tableRow(part, padding));
    }
    return strips;
}

} // namespace ui
