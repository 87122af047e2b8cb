// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mergedcells.h"

#include "core/base/tr.h"
#include "core/exchange/titlewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool tellsGroup(const Field &field)
{
    return field.kind == Kind::Reference || (field.kind == Kind::Choice && mustBeSaid(field)) ||
           isYear(field);
}

QString rangeName(const CellRange &block)
{
    return columnName(block.firstColumn) + QString::number(block.firstRow) + u':' +
           columnName(block.lastColumn) + QString::number(block.lastRow);
}

} // namespace

std::vector<char> columnsFilledDown(const RecordType &type, const ColumnMapping &mapping)
{
    std::vector<char> filled;
    for (const ImportColumn &column : mapping.columns) {
        if (!tellsGroup(type.fields[size_t(column.field)]))
            continue;
        filled.resize(std::max(filled.size(), size_t(column.column) + 1));
        filled[size_t(column.column)] = 1;
    }
    return filled;
}

bool isFilledDown(const Row &row, int column)
{
    return std::any_of(row.merged.begin(), row.merged.end(), [&](const MergedPart &part) {
        return part.isFilled && part.block.firstColumn == column;
    });
}

MergedCells::MergedCells(const RecordType &type, const ColumnMapping &mapping)
    : m_type(type)
    , m_mapping(mapping)
{}

void MergedCells::add(const Row &row)
{
    for (const MergedPart &part : row.merged) {
        for (const ImportColumn &column : m_mapping.columns) {
            if (column.column >= part.block.firstColumn && column.column <= part.block.lastColumn)
                addPart(column, part);
        }
    }
}

void MergedCells::addPart(const ImportColumn &column, const MergedPart &part)
{
    if (part.hidesOther && column.column == part.block.firstColumn)
        count(column, Way::Hidden, part.block);
    if (column.column > part.block.firstColumn)
        count(column, Way::FirstColumn, part.block);
    else if (!part.isAnchorRow && !part.isFilled)
        count(column, Way::FirstRow, part.block);
    else if (part.isFilled && m_type.fields[size_t(column.field)].kind != Kind::Reference)
        count(column, Way::Filled, part.block);
}

void MergedCells::count(const ImportColumn &column, Way way, const CellRange &block)
{
    constexpr qsizetype mostNamed = 3;
    Told &told = m_told[{column.column, way}];
    // A block comes once for each of its rows.
    if (told.last == block)
        return;
    told.last = block;
    ++told.blocks;
    if (told.names.size() < mostNamed)
        told.names.append(rangeName(block));
}

QStringList MergedCells::sentences() const
{
    QStringList sentences;
    for (const auto &entry : m_told) {
        const int number = entry.first.first;
        const Told &told = entry.second;
        const auto column = std::find_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                                         [&](const ImportColumn &one) { return one.column == number; });
        const QString names =
            told.names.join(u'、') + (told.blocks > told.names.size() ? tr("等") : QString());
        const auto said = [&](const QString &sentence) {
            sentences.append(sentence.arg(column->heading, names).arg(told.blocks));
        };
        switch (entry.first.second) {
        case Way::FirstRow:
            said(tr("“%1”有 %3 处是几行合并的单元格（%2），值只记在合并的第一行，下面各行按空白处理；"
                    "每行都有的，请取消合并、逐行填写"));
            break;
        case Way::Filled: said(tr("“%1”有 %3 处是几行合并的单元格（%2），合并的各行都按这个值读")); break;
        case Way::FirstColumn:
            said(tr("“%1”有 %3 处和左边的列合并成一格（%2），值只算左边一列的，“%1”按空白处理"));
            break;
        case Way::Hidden:
            said(tr("“%1”有 %3 处合并的单元格（%2）下面还盖着别的内容，表里看不见，没有读取"));
            break;
        }
    }
    return sentences;
}

} // namespace core
