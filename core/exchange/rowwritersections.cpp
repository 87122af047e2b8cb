// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that head the rows below them, and are no records.
#include "core/base/text.h"
#include "core/exchange/mentions.h"
#include "core/exchange/namekey.h"
#include "core/exchange/rowwriter.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// What stands in a row of one text, but for a number before it; a cell that is merged over others is one.
/// Empty: there is more in it.
QString onlyTextOf(const Row &row)
{
    std::array<const Cell *, 2> filled{};
    size_t count = 0;
    for (const Cell &cell : row.cells) {
        if (cell.isBlank() ||
            (count > 0 && cell.kind == Cell::Kind::Text && cell.text == filled[count - 1]->text))
            continue;
        if (count == filled.size())
            return {};
        filled[count++] = &cell;
    }
    if (count == 0)
        return {};
    static const QRegularExpression number(
        u"^[(（]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳㈠-㈩])[)）]?[、.．]?$"_s);
    if (count == 2 && !number.match(filled[0]->cleaned()).hasMatch())
        return {};
    return oneLine(filled[count - 1]->cleaned());
}

/// True of words for kinds of organizations: 行业性社会团体, 学术性, 教育类.
bool namesKind(const QString &words)
{
    static const QRegularExpression kind(
        u"^(?:(?:行业|学术|专业|联合|综合|公益|互益)性)?(?:类)?"
        "(?:社会团体|社团|民办非企业(?:单位)?|民非|社会服务机构|基金会|(?:社区)?社会组织|备案(?:社会)?组织|"
        "慈善组织)?"
        "(?:[(（](?:社会服务机构|民办非企业单位|民非)[)）])?(?:类)?$|^\\p{Han}{2,8}类$"_s);
    return words.size() > 1 && kind.match(words).hasMatch();
}

} // namespace

/// The words of a row that heads those below it, 一、行业性社会团体 or 甲镇（2家）, or names the bureau at
/// the end; empty: it is none. May run in the reading thread.
QString RowWriter::sectionIn(const Row &row) const
{
    constexpr qsizetype longest = 30;
    QString written = onlyTextOf(row);
    if (written.isEmpty() || written.size() > longest)
        return {};
    const QString numbered = nameBehindNumber(written);
    QString words = numbered.isEmpty() ? written : numbered;
    static const QRegularExpression count(uR"(\s*[(（]?\s*[共计]*\s*[0-9]+\s*[家个户名]?\s*[)）]?[:：]?$)"_s);
    const qsizetype whole = words.size();
    words.remove(count);
    const bool isCounted = words.size() < whole;
    static const QRegularExpression bureau(
        u"^(?:\\p{Han}{2,12}[省市县区旗州])?(?:民政局|社会组织管理(?:局|办公室)|社会工作部)$"_s);
    static const QRegularExpression town(u"^\\p{Han}{1,10}(?:镇|街道|乡|村|社区)$"_s);
    if (namesKind(words) || words == m_bureau || bureau.match(words).hasMatch() ||
        (isCounted && town.match(words).hasMatch()))
        return written;
    // A sheet of towns is full of their names.
    const bool isTown =
        town.match(words).hasMatch() && std::any_of(m_lookups.begin(), m_lookups.end(), [&](const auto &one) {
            const auto &[type, lookup] = one;
            return type != &m_type && type->traits.nameForms &&
                   !entriesOf(lookup, {words, {}, {}, nullptr}).empty();
        });
    return isTown ? written : QString();
}

} // namespace core
