// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/header.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace core {

bool isLikeOrganization(const QString &text)
{
    static const QRegularExpression ending(
        uR"((?:[会社队团院校园所站馆班组]|中心|基地|联盟|俱乐部|工作室|服务部|民办非企业)(?:\([^)]*\))?$)"_s);
    static const QRegularExpression authority(uR"((?:委员会|居委会|村委会|管委会|办公会|政府办)$)"_s);
    static const QRegularExpression classOnly(
        uR"(^(?:公募|非公募|各类|全[县市区]|[县市镇村]级|其他|其它|农村|城乡|社区|专业|经济|技术|行业|学术|联合|联谊|志愿|服务|文体|文化|体育|教育|公益|慈善|性|和|及|与|、)*(?:社会团体|社团|协会|商会|学会|研究会|联合会|联谊会|促进会|志愿者?协会|基金会)+$)"_s);
    QString bare = toHalfWidth(text);
    bare.remove(u' ');
    return ending.match(bare).hasMatch() && !authority.match(bare).hasMatch() &&
           !classOnly.match(bare).hasMatch();
}

namespace {

constexpr int mostLevels = 4;

/// True for cells that only data has.
bool isValue(const Cell &cell)
{
    if (cell.kind == Cell::Kind::Text) {
        bool isNumber = false;
        toHalfWidth(cell.cleaned()).toDouble(&isNumber);
        return isNumber || readDate(cell.text).isDay();
    }
    return cell.kind != Cell::Kind::Empty;
}

/// "填报单位：某局", "单位：元", "2021年3月": stands above a table, never in its header.
bool isCaption(const Cell &cell)
{
    // 注册资金：万元 and 其中：女 are headings, 单位：万元 is none.
    static const QRegularExpression caption(
        uR"(^(?![^(:]+(?<!单位):[十百千万亿]{0,2}(?:元|人|个|家|平方米)$)(?!其中:)[^(:]{1,12}:.)"_s);
    const QString text = toHalfWidth(cell.cleaned());
    const DateReading date = readDate(text);
    return caption.match(text).hasMatch() || date.kind == DateReading::Kind::Month || date.isDay();
}

/// The first rows of a sheet, seen by row number and with their merged blocks.
class Top
{
public:
    Top(std::span<const Row> rows, const std::vector<CellRange> &merges)
    {
        for (const Row &row : rows) {
            m_rows.emplace(row.number, &row);
            m_width = std::max(m_width, int(row.cells.size()));
        }
        const int last = rows.empty() ? 0 : rows.back().number;
        for (const CellRange &range : merges) {
            if (range.firstRow > last)
                continue;
            m_merges.push_back(range);
            m_width = std::max(m_width, std::min(range.lastColumn + 1, m_width + 64));
        }
    }

    int width() const { return m_width; }
    bool has(int row) const { return m_rows.contains(row); }
    const Cell &at(int row, int column) const
    {
        static const Cell empty;
        const auto found = m_rows.find(row);
        return found == m_rows.end() ? empty : found->second->at(column);
    }
    /// The merged block that holds the cell, if any.
    const CellRange *mergeAt(int row, int column) const
    {
        for (const CellRange &range : m_merges) {
            if (range.contains(row, column))
                return &range;
        }
        return nullptr;
    }
    /// How many cells of \a row are filled, a merged block counting once.
    int filled(int row) const
    {
        int count = 0;
        for (int column = 0; column < m_width; ++column)
            count += at(row, column).isBlank() ? 0 : 1;
        return count;
    }
    bool hasMergesIn(int first, int last) const
    {
        return std::any_of(m_merges.begin(), m_merges.end(), [&](const CellRange &range) {
            return range.firstRow <= last && range.lastRow >= first;
        });
    }

private:
    std::map<int, const Row *> m_rows;
    std::vector<CellRange> m_merges;
    int m_width = 0;
};

/// A row that may be the first of a header: several texts, nothing that only data or a caption has.
bool mayStart(const Top &top, int row)
{
    const int filled = top.filled(row);
    if (filled == 0 || (filled == 1 && top.width() > 1))
        return false;
    for (int column = 0; column < top.width(); ++column) {
        const Cell &cell = top.at(row, column);
        if (!cell.isBlank() && (isValue(cell) || isCaption(cell)))
            return false;
    }
    return true;
}

/// True when all that \a row has of its own are units, of the columns above: （万元）, （人）.
bool isUnitRow(const Top &top, int row)
{
    bool hasUnit = false;
    for (int column = 0; column < top.width(); ++column) {
        const Cell &cell = top.at(row, column);
        const CellRange *range = top.mergeAt(row, column);
        if (cell.isBlank() || (range && range->firstRow < row))
            continue;
        if (cell.kind != Cell::Kind::Text || unitAlone(cell.text).isEmpty())
            return false;
        hasUnit = true;
    }
    return hasUnit;
}

/// True when \a row holds texts only, and so could be one more level.
bool mayContinue(const Top &top, int row)
{
    if (!top.has(row) || top.filled(row) == 0 || isUnitRow(top, row))
        return false;
    for (int column = 0; column < top.width(); ++column) {
        const Cell &cell = top.at(row, column);
        if (!cell.isBlank() && isValue(cell))
            return false;
    }
    return true;
}

/// True when the blocks merged in the rows \a first to \a last need the next row as well: one reaches into
/// it, or one joins columns, which then have headings of their own below.
bool mergesContinue(const Top &top, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        for (int column = 0; column < top.width(); ++column) {
            const CellRange *range = top.mergeAt(row, column);
            if (!range || top.at(range->firstRow, range->firstColumn).isBlank())
                continue;
            if (range->firstRow >= first && range->lastRow > last)
                return true;
            if (row == last && range->lastRow == last && range->lastColumn > range->firstColumn) {
                for (int below = range->firstColumn; below <= range->lastColumn; ++below) {
                    if (!top.at(last + 1, below).isBlank())
                        return true;
                }
            }
        }
    }
    return false;
}

/// The same without merged cells (CSV): the next row fills gaps of this one and leaves the first column free,
/// which has had its heading in the first row.
bool gapsContinue(const Top &top, int first, int last)
{
    int leftmost = 0;
    while (leftmost < top.width() && top.at(first, leftmost).isBlank())
        ++leftmost;
    bool fillsGap = false;
    for (int column = leftmost + 1; column < top.width(); ++column)
        fillsGap = fillsGap || (top.at(last, column).isBlank() && !top.at(last + 1, column).isBlank());
    return fillsGap && top.at(last + 1, leftmost).isBlank();
}

int lastHeaderRow(const Top &top, int first)
{
    int last = first;
    const bool merged = top.hasMergesIn(first, first);
    while (last - first + 1 < mostLevels) {
        const bool more = merged ? mergesContinue(top, first, last) : gapsContinue(top, first, last);
        // A block may reach over rows that hold nothing of their own.
        if (!more || (top.has(last + 1) && !mayContinue(top, last + 1)))
            break;
        ++last;
    }
    return last;
}

/// One level of a header: per column the cell whose text counts there, by its column; -1 for none.
using Level = std::vector<int>;

bool hasHeadingBelow(const Top &top, int row, int lowest, int column)
{
    for (int below = row + 1; below <= lowest; ++below) {
        if (!top.at(below, column).isBlank())
            return true;
    }
    return false;
}

Level levelOf(const Top &top, int row, int lowest, bool merged, const Level &above)
{
    Level level(size_t(top.width()), -1);
    for (int column = 0; column < top.width(); ++column) {
        const auto i = size_t(column);
        if (merged) {
            const CellRange *range = top.mergeAt(row, column);
            const int anchor = range ? range->firstColumn : column;
            const int anchorRow = range ? range->firstRow : row;
            // A block that reaches down counts in its first row only.
            if (anchorRow == row && !top.at(anchorRow, anchor).isBlank())
                level[i] = anchor;
        } else if (!top.at(row, column).isBlank()) {
            level[i] = column;
        } else if (i > 0 && level[i - 1] >= 0 && hasHeadingBelow(top, row, lowest, column) &&
                   (above.empty() || above[i] == above[i - 1])) {
            // Without merged cells a heading goes on to the right under the same heading above.
            level[i] = level[i - 1];
        }
    }
    return level;
}

std::vector<HeaderColumn> columnsOf(const Top &top, int first, int last)
{
    const bool merged = top.hasMergesIn(first, last);
    std::vector<HeaderColumn> columns(size_t(top.width()));
    Level above;
    for (int row = first; row <= last; ++row) {
        const Level level = levelOf(top, row, last, merged, above);
        for (size_t i = 0; i < columns.size(); ++i) {
            if (level[i] < 0)
                continue;
            const HeadingText text = readHeading(top.at(row, level[i]).value());
            HeaderColumn &column = columns[i];
            if (text.heading.isEmpty() || text.heading == column.lastLevel)
                continue;
            column.heading += (column.heading.isEmpty() ? QString() : u"/"_s) + text.heading;
            column.lastLevel = text.heading;
            if (!text.unit.isEmpty())
                column.unit = text.unit;
        }
        above = level;
    }
    for (size_t i = 0; i < columns.size(); ++i)
        columns[i].column = int(i);
    std::erase_if(columns, [](const HeaderColumn &column) { return column.heading.isEmpty(); });
    return columns;
}

QStringList titlesAbove(const Top &top, std::span<const Row> rows, int firstHeaderRow)
{
    QStringList titles;
    for (const Row &row : rows) {
        if (row.number >= firstHeaderRow)
            break;
        for (int column = 0; column < top.width(); ++column) {
            if (!row.at(column).isBlank())
                titles.append(row.at(column).cleaned());
        }
    }
    return titles;
}

/// What is filled in a row; a block merged over several columns counts once.
struct Filled
{
    int cells = 0;
    int values = 0;
    int firstColumn = -1;
    QString first;
    const Cell *firstWord = nullptr; ///< The first text that is no number: behind a serial number.
    int words = 0;                   ///< Such texts, a merged block counting once.
};

bool isNumberText(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isDigit() || c.isSpace() || isZeroWidth(c) || QStringView(u"+-,.%＋－，．％").contains(c);
    });
}

Filled filledOf(const Row &row)
{
    Filled filled;
    const Cell *last = nullptr;
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const Cell &cell = row.cells[i];
        if (cell.isBlank())
            continue;
        if (filled.cells++ == 0) {
            filled.first = cell.cleaned();
            filled.firstColumn = int(i);
        }
        if (!last || *last != cell) {
            ++filled.values;
            if (cell.kind == Cell::Kind::Text && !isNumberText(cell.text)) {
                filled.firstWord = filled.firstWord ? filled.firstWord : &cell;
                ++filled.words;
            }
        }
        last = &cell;
    }
    return filled;
}

/// True when the cell in \a column is merged with others of the row.
bool isMergedAcross(const Row &row, int column)
{
    return std::any_of(row.merged.begin(), row.merged.end(), [&](const MergedPart &part) {
        return part.isAnchorRow && part.block.firstColumn == column && part.block.lastColumn > column;
    });
}

/// False for nearly every cell that is not \a heading, at the price of one character.
bool mayBeHeading(const Cell &cell, const QString &heading)
{
    if (cell.kind != Cell::Kind::Text)
        return false;
    for (const QChar c : cell.text) {
        if (c.isSpace() || isZeroWidth(c))
            continue;
        return c == heading[0] || c == u'*' || c == u'＊' || (c >= u'！' && c <= u'～');
    }
    return false;
}

/// A row of sums: “合计”, “甲镇小计”, “总计：12 家”, “共 12 家”. Organizations are called
/// 合计划生育志愿者协会 and 小计算机爱好者协会, so that the word must stand alone, or before a figure in a
/// row that says nothing else.
bool isTotal(const Filled &filled)
{
    // Every row is asked: most can be answered without the expression.
    static constexpr QStringView marks = u"计数均共TtSsAa";
    if (!filled.firstWord || std::none_of(marks.begin(), marks.end(),
                                          [&](QChar mark) { return filled.firstWord->text.contains(mark); }))
        return false;
    static const QRegularExpression total(
        uR"(^(?:.{1,8}[镇乡道村区县市省]|本页|本表|以上|各镇街?|(?:社会团体|社团|民办非企业单位|民非|社会服务机构|基金会|社区社会组织|社会组织|.{1,8}类))?(?:(?:(?:合|小|总|共|累)计|总数|平均[值数]?)(\d{0,2}:?|[\d:(,].*|[一二三四五六七八九十百]+[家个户人条项].*)|共[\d一二三四五六七八九十百]+[家个户人条项](?:[,;:(].*)?)$)"_s);
    static const QRegularExpression english(u"^(?:(?:sub|grand)?total|sum|average|count):?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QString bare = toHalfWidth(filled.firstWord->cleaned());
    bare.remove(u' ');
    if (english.match(bare).hasMatch())
        return true;
    const QRegularExpressionMatch match = total.match(bare);
    const bool standsAlone = match.hasCaptured(1) && match.capturedLength(1) <= 1;
    return match.hasMatch() && (standsAlone || (filled.words == 1 && !isLikeOrganization(bare)));
}

/// What stands alone in a row of a wider table and is no record: a remark without a colon, the title of a
/// section. An organization is one also behind a number.
bool isAside(const QString &text)
{
    static const QRegularExpression aside(
        uR"(^(?:[(\[]?(?:以上|以下|此表|本表|数据来源|资料来源|截至|截止)(?!.*[会心社队团院所校园站室]$)|([(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}[、.])))"_s);
    const QString half = toHalfWidth(text);
    const QRegularExpressionMatch match = aside.match(half);
    return match.hasMatch() &&
           (match.capturedLength(1) <= 0 || !isLikeOrganization(half.mid(match.capturedLength(1))));
}

bool isNoteWord(const QString &text)
{
    static const QRegularExpression note(
        uR"(^(注|备注|说明|附注|存在问题|填[表报写]?说明|(制表|填表|填报|审核|复核|经办|统计|报送|录入)(人|单位|日期|时间)?(签[字名章])?|(单位)?负责人签[字名章]|盖章|公章|\(盖章\)|\(公章\)|日期)\d*(:|$)|第\d+页|.*\((盖章|公章|签[字名章])\)$)"_s);
    return note.match(toHalfWidth(text)).hasMatch();
}

/// True of a row that has nothing but remarks: 填表人：张三 beside 审核人：李四.
bool hasOnlyNotes(const Row &row)
{
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const Cell &cell) { return cell.isBlank() || isNoteWord(cell.cleaned()); });
}

/// Takes the row of units below the header, if there is one, as a part of it.
void takeUnitRow(const Top &top, TableHeader &header)
{
    const int row = header.lastRow + 1;
    if (header.columns.size() < 2 || !isUnitRow(top, row))
        return;
    for (HeaderColumn &column : header.columns) {
        const CellRange *range = top.mergeAt(row, column.column);
        const QString unit =
            range && range->firstRow < row ? QString() : unitAlone(top.at(row, column.column).text);
        if (!unit.isEmpty() && column.unit.isEmpty())
            column.unit = unit;
    }
    header.unitRow = row;
    header.lastRow = row;
}

} // namespace

int firstWordColumn(const Row &row)
{
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const Cell &cell = row.cells[i];
        if (cell.kind == Cell::Kind::Text && !cell.isBlank() && !isNumberText(cell.text))
            return int(i);
    }
    return -1;
}

QString HeaderColumn::withUnit() const
{
    return unit.isEmpty() ? heading : heading + u"（"_s + unit + u"）"_s;
}

RowRole TableHeader::role(const Row &row) const
{
    constexpr qsizetype longText = 40;
    static const QRegularExpression sentenceMark(u"[，。；：,;:]"_s);
    const Filled filled = filledOf(row);
    if (filled.cells == 0)
        return RowRole::Blank;
    int repeated = 0;
    for (const HeaderColumn &column : columns) {
        const Cell &cell = row.at(column.column);
        repeated += mayBeHeading(cell, column.lastLevel) && readHeading(cell.text).heading == column.lastLevel
                        ? 1
                        : 0;
    }
    if (repeated > 0 && repeated * 2 >= filled.cells && (repeated > 1 || columns.size() == 1))
        return RowRole::RepeatedHeader;
    if (isTotal(filled))
        return RowRole::Total;
    const bool sparse = filled.values * 2 <= int(columns.size()) + 1;
    constexpr size_t narrow = 2; // there a row of remarks fills as many columns as one of data
    if ((sparse && isNoteWord(filled.first)) || (columns.size() <= narrow && hasOnlyNotes(row)))
        return RowRole::Note;
    if (columns.size() < 2) // the date under a signature
        return row.at(filled.firstColumn).asDate().isDay() ? RowRole::Note : RowRole::Data;
    if (filled.values == 1 && columns.size() > 2) {
        // A merged line, a paragraph, or the date under a signature.
        const Cell &only = row.at(filled.firstColumn);
        const bool isParagraph = filled.first.size() > longText && filled.first.contains(sentenceMark);
        if (filled.cells > 1 || isMergedAcross(row, filled.firstColumn) || isParagraph ||
            isAside(filled.first) || only.asDate().isDay())
            return RowRole::Note;
    }
    return RowRole::Data;
}

Result<TableHeader> findHeader(std::span<const Row> rows, const std::vector<CellRange> &merges,
                               const std::function<bool(QStringView heading)> &isKnownHeading)
{
    const Top top(rows, merges);
    std::optional<TableHeader> best;
    int bestColumns = 0;
    for (const Row &row : rows) {
        if (!mayStart(top, row.number))
            continue;
        TableHeader header;
        header.firstRow = row.number;
        header.lastRow = lastHeaderRow(top, row.number);
        header.columns = columnsOf(top, header.firstRow, header.lastRow);
        if (isKnownHeading) {
            header.known =
                int(std::count_if(header.columns.begin(), header.columns.end(), [&](const HeaderColumn &c) {
                    return isKnownHeading(c.heading) || isKnownHeading(c.lastLevel);
                }));
        }
        // Without known headings the first row decides that is at least half as wide as the table.
        const int columns = int(header.columns.size());
        const bool wider = best && best->known == 0 && header.known == 0 && bestColumns * 2 < top.width() &&
                           columns > bestColumns;
        if (!best || header.known > best->known || wider) {
            best = header;
            bestColumns = columns;
        }
    }
    if (!best) {
        return Error{Error::Code::FileFormat,
                     tr("这张表里没有找到表头（写着各栏名称的一行）。请在数据上方加上表头后再试。"),
                     {}};
    }
    takeUnitRow(top, *best);
    best->titles = titlesAbove(top, rows, best->firstRow);
    return *best;
}

} // namespace core
