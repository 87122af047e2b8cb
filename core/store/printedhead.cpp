// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/printedhead.h"

#include "core/base/tr.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype allDigits = 64;
constexpr qsizetype fewestDigits = 8;
constexpr qsizetype fewestBegin = 4;
constexpr qsizetype printedEnd = 4;
/// How many digits stand before the end on paper, and in the window.
constexpr qsizetype printedBeginnings[] = {8, 4};

/// What is left out, however it is written, as one '*'.
QString plainHead(const QString &text)
{
    static const QRegularExpression leftOut(u"[.。·⋯…*~—–-]+"_s);
    static const QRegularExpression around(u"[\\s:：,，;；\"'“”‘’「」()（）\\[\\]]+"_s);
    const QString label = tr("日志首");
    QString head = text.normalized(QString::NormalizationForm_KC).toLower();
    if (const qsizetype at = head.lastIndexOf(label); at >= 0)
        head = head.mid(at + label.size());
    return head.remove(around).replace(leftOut, u"*"_s);
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

} // namespace

Result<std::vector<HeadPattern>> readPrintedHead(const QString &text)
{
    const QStringList parts = plainHead(text).split(u'*');
    const QString digits = parts.join(QString());
    const bool isHead = parts.size() <= 2 && digits.size() <= allDigits && !digits.isEmpty() &&
                        std::all_of(digits.begin(), digits.end(), isHexDigit);
    if (!isHead) {
        return Error{Error::Code::InvalidInput,
                     tr("“%1”不是日志首。日志首是 64 位的 0–9 和 a–f；纸上印的是开头 8 位和末尾 4 位，"
                        "例如 1a2b 3c4d ... 5e6f。请照纸上印的再输入一次。")
                         .arg(text.trimmed()),
                     {}};
    }
    if (parts.front().size() < fewestBegin || digits.size() < fewestDigits) {
        return Error{Error::Code::Conflict,
                     tr("“%1”的位数太少，分不清是哪一条日志。请至少输入开头 4 位、一共 8 位；"
                        "纸上印的是开头 8 位和末尾 4 位，例如 1a2b 3c4d ... 5e6f。")
                         .arg(text.trimmed()),
                     {}};
    }
    const auto pattern = [&](qsizetype begin) {
        return HeadPattern{digits.left(begin).toLatin1(), digits.mid(begin).toLatin1()};
    };
    std::vector<HeadPattern> patterns{pattern(parts.front().size())};
    for (const qsizetype begin : printedBeginnings) {
        if (parts.size() == 1 && digits.size() == begin + printedEnd)
            patterns.push_back(pattern(begin));
    }
    return patterns;
}

} // namespace core
