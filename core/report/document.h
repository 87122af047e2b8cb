// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <QDate>
#include <QString>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace core {

/// Which rules of layout a document follows.
enum class DocumentKind {
    Notice,  ///< Official letter after GB/T 9704-2012: body in size 3, 22 lines a page.
    Report,  ///< Dense report with tables; the page frame of GB/T 9704, smaller type.
    Summary, ///< Everything on one page, if it can be done.
};

enum class Align { Left, Center, Right };
enum class Orientation { Portrait, Landscape };

/// 一、 (level 1), （一） (level 2), 附件 1 (level 0); the number is part of the text.
struct Heading
{
    int level = 1;
    QString text;
};

struct Paragraph
{
    QString text;
    bool indented = true; ///< First line begins two characters in.
    Align align = Align::Left;
};

/// Two columns of names and values: an identity table.
struct Facts
{
    struct Fact
    {
        QString name;
        QString value;
        bool wholeRow = false;
    };
    std::vector<Fact> facts;
};

/// A row of figures, each with what it means below.
struct Tiles
{
    struct Tile
    {
        QString figure;
        QString caption;
    };
    std::vector<Tile> tiles;
};

/// Horizontal bars, each on its own scale, with a reference (an average) as a dashed line.
struct BarComparison
{
    struct Bar
    {
        QString label;
        Decimal value;   ///< Drawn from 0; below 0 no bar is drawn.
        Decimal maximum; ///< Length of the track. Above 0.
        std::optional<Decimal> reference;
        QString text; ///< At the end of the bar: "38.0 / 40".
    };
    QString title;
    std::vector<Bar> bars;
    QString note; ///< What the dashed line means.
};

/// Upright bars by category; several series stand side by side.
struct ColumnChart
{
    struct Series
    {
        QString name;
        std::vector<Decimal> values; ///< One per category, 0 or more.
    };
    QString title;
    QString unit;
    std::vector<QString> categories;
    std::vector<Series> series;
    int places = 0; ///< After the point, in the figures over the bars.
};

struct Table
{
    struct Column
    {
        QString title;
        int share = 10; ///< Of the width, relative to the other columns.
        Align align = Align::Left;
    };
    struct Row
    {
        enum class Kind { Plain, Group, Subtotal, Total };
        std::vector<QString> cells; ///< Last cells stand in the last columns; the first spans what is left.
        Kind kind = Kind::Plain;
    };
    /// Rows that are made when it is their turn: a register has a hundred thousand, with a dozen texts each.
    struct Later
    {
        size_t count = 0;
        std::function<Row(size_t at)> row; ///< In any thread; the same for the same \a at.
    };
    QString caption;
    std::vector<Column> columns;
    std::vector<Row> rows;
    Later later;        ///< Below the rows.
    bool small = false; ///< A step smaller, for tables with many columns.
};

/// Calls \a take with every row of a table, from top to bottom, until it answers false.
void eachRow(const Table &table, const std::function<bool(const Table::Row &row)> &take);

/// Who signs, and the office with its seal and date at the right.
struct Signature
{
    std::vector<QString> signers; ///< Names of the lines to sign on: 初核, 复核.
    QString office;
    QDate date;
};

/// A remark in small type.
struct Note
{
    QString text;
};

struct PageBreak
{
    Orientation orientation = Orientation::Portrait;
};

struct Block;

/// Blocks side by side; never broken over pages.
struct Columns
{
    std::vector<std::vector<Block>> columns;
    std::vector<int> shares = {}; ///< Of the width, relative to each other; empty: equal.
};

/// One part of a document, from top to bottom.
struct Block
{
    using Content = std::variant<Heading, Paragraph, Facts, Tiles, BarComparison, ColumnChart, Table,
                                 Signature, Note, PageBreak, Columns>;
    Content content;

    template<typename T>
    requires std::constructible_from<Content, T> Block(T part)
        : content(std::move(part))
    {}
};

/// What a document says, without pages, fonts or millimetres. ui/print makes pages of it.
struct Document
{
    DocumentKind kind = DocumentKind::Report;
    QString bureau;             ///< Red head (发文机关标志); empty: none.
    QString number;             ///< 文号; empty: none.
    std::vector<QString> title; ///< Lines, the most important first.
    QString runningTitle;       ///< On top of every page but the first; empty: none.
    std::vector<Block> blocks;
    QString footer;    ///< Left below every page: data cut-off, scheme, journal head.
    bool paged = true; ///< Pages are numbered “— 1 —”.
};

/// All text of the document in reading order, one line each; cells and figures separated by tabs.
QString toPlainText(const Document &document);

/// SHA-256 of toPlainText() in hexadecimal digits: what a printed copy can be compared by.
QString contentHash(const Document &document);

} // namespace core
