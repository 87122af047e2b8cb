// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/doubtfulvalue.h"

#include "core/base/mask.h"
#include "core/base/text.h"
#include "core/record/format.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// What is left in a CSV file, or in a cell of text, of a number with more digits than a spreadsheet keeps.
bool hasLostDigits(const QString &text)
{
    constexpr qsizetype keptDigits = 15;
    if (text.contains(u'+') || text.contains(u'.')) {
        static const QRegularExpression scientific(uR"(^\d(\.\d+[Ee]\+?|[Ee]\+)\d{1,3}$)"_s);
        // Behind more digits than are kept, .0 tells that it was a number for a while.
        static const QRegularExpression fraction(uR"(^\d{16,}\.0*$)"_s);
        const QString bare = toHalfWidth(cleanText(text));
        return scientific.match(bare).hasMatch() || fraction.match(bare).hasMatch();
    }
    const QStringView seen = QStringView(text).trimmed();
    if (seen.size() <= keptDigits || (seen.back() != u'0' && seen.back() != u'０'))
        return false;
    const QString bare = toHalfWidth(cleanText(text));
    // Zeros only were typed so: of a number nothing is lost to the left.
    return bare.size() > keptDigits && std::all_of(bare.begin(), bare.end(), isDigit) &&
           bare.count(u'0') != bare.size() &&
           QStringView(bare).sliced(keptDigits).count(u'0') == bare.size() - keptDigits;
}

/// True of a name in which nothing but covers stands: "***", "××".
bool isAllCovers(const QString &text)
{
    constexpr QStringView covers = u"*＊﹡∗✱●■□█※×某xXｘＸ";
    constexpr qsizetype fewest = 2;
    const QString name = cleanText(text);
    return name.size() >= fewest &&
           std::all_of(name.begin(), name.end(), [&](QChar c) { return covers.contains(c) || c.isSpace(); });
}

/// True when somebody has covered a part of the value. Nobody covers what is no person's: 关爱张某某 and
/// 3人*2小时 are titles.
bool isCoveredValue(const Field &field, const QString &text)
{
    const bool isText = field.kind == Kind::Text;
    // What is written down by a rule is a code or a telephone number, which others cover too.
    if (!isPersonal(field) && !(isText && (field.traits.unique || field.traits.normalize)))
        return isText && field.traits.required && isAllCovers(text);
    // 0573-84012345*801 is a whole number with its extension.
    return looksMasked(text) && !(isText && field.traits.check && field.traits.check(text).empty());
}

} // namespace

Doubt doubtOf(const Field &field, const Cell &cell)
{
    const bool isText = field.kind == Kind::Text;
    if (isText && cell.mayHaveLostDigits())
        return Doubt::DigitsLost;
    if (cell.kind != Cell::Kind::Text)
        return Doubt::None;
    if (isCoveredValue(field, cell.text))
        return Doubt::Covered;
    return isText && hasLostDigits(cell.text) ? Doubt::DigitsLost : Doubt::None;
}

} // namespace core
