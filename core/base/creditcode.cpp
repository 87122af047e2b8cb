// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/creditcode.h"

#include "core/base/codetext.h"
#include "core/base/tr.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QStringView alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY"; // GB 32100-2015, table 1

/// The value of each character of the alphabet, by its ASCII code; -1: not in it.
constexpr std::array<qint8, 128> alphabetValues = [] {
    std::array<qint8, 128> values = {};
    values.fill(-1);
    for (qsizetype i = 0; i < alphabet.size(); ++i)
        values[alphabet.utf16()[i]] = qint8(i);
    return values;
}();

int alphabetValue(QChar c)
{
    return c.unicode() < alphabetValues.size() ? alphabetValues[c.unicode()] : -1;
}

constexpr std::array<int, 17> weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
constexpr std::array<int, 8> organizationWeights{3, 7, 9, 10, 5, 8, 4, 2}; // GB 11714-1997

QString characterSentence(QStringView code)
{
    const auto wrong = std::find_if(code.begin(), code.end(), [](QChar c) { return alphabetValue(c) < 0; });
    const QString place =
        core::tr("统一社会信用代码第 %1 位“%2”不是代码用字。").arg(wrong - code.begin() + 1).arg(*wrong);
    static constexpr QStringView lookAlikes = u"OISZV";
    static constexpr QStringView meant = u"0152U";
    const qsizetype i = lookAlikes.indexOf(*wrong);
    if (i < 0)
        return place + core::tr("代码只用数字和大写字母，请对照登记证书核对。");
    return place + core::tr("代码不用字母 I、O、S、V、Z，请对照登记证书核对是否为“%1”。").arg(meant[i]);
}

QString departmentSentence(QChar first)
{
    if (first == u'9')
        return core::tr(
            "统一社会信用代码首位为 9，是市场监管部门登记的代码；民政部门登记的社会组织首位为 5，请核对。");
    return core::tr("统一社会信用代码首位为 %1，不是民政部门登记的代码（首位应为 5），请核对。").arg(first);
}

std::optional<CreditCodeKind> kindOf(QStringView code)
{
    if (code[0] != u'5')
        return std::nullopt;
    switch (code[1].unicode()) {
    case u'1': return CreditCodeKind::Association;
    case u'2': return CreditCodeKind::ServiceInstitution;
    case u'3': return CreditCodeKind::Foundation;
    case u'9': return CreditCodeKind::Other;
    default: return std::nullopt;
    }
}

} // namespace

bool CreditCode::has(CreditCodeIssue issue) const
{
    return std::any_of(findings.begin(), findings.end(), [issue](const auto &f) { return f.issue == issue; });
}

CreditCode parseCreditCode(QStringView typed, const QSet<QString> &knownRegions)
{
    CreditCode result{.code = codeText(typed)};
    const QString &code = result.code;
    const auto report = [&result](CreditCodeIssue issue, const QString &text) {
        result.findings.push_back({issue, text});
    };
    if (code.size() != 18)
        report(CreditCodeIssue::Length,
               core::tr("统一社会信用代码应为 18 位，现为 %1 位，请对照登记证书核对。").arg(code.size()));
    if (std::any_of(code.begin(), code.end(), [](QChar c) { return alphabetValue(c) < 0; }))
        report(CreditCodeIssue::Character, characterSentence(code));
    if (!result.findings.empty())
        return result;

    result.region = code.sliced(2, 6);
    result.organizationCode = code.sliced(8, 9);
    result.kind = kindOf(code);
    if (code[0] != u'5')
        report(CreditCodeIssue::Department, departmentSentence(code[0]));
    else if (!result.kind)
        report(CreditCodeIssue::Kind, core::tr("统一社会信用代码第 2 位为 %1；社会团体为 1、民办非企业单位为 "
                                               "2、基金会为 3、其他为 9，请核对。")
                                          .arg(code[1]));
    if (!knownRegions.isEmpty() && !knownRegions.contains(result.region))
        report(CreditCodeIssue::Region,
               core::tr("统一社会信用代码第 3–8 位“%1”不在已知行政区划代码中，请核对登记机关所在地。")
                   .arg(result.region));
    if (const QString expected = organizationCodeCheckCharacter(result.organizationCode);
        expected != result.organizationCode.back())
        report(CreditCodeIssue::OrganizationCode,
               core::tr("代码第 9–17 位（组织机构代码）校验不符，第 17 位应为 %1，现为 %2。")
                   .arg(expected, QString(result.organizationCode.back())));
    if (const QString expected = creditCodeCheckCharacter(code); expected != code.back())
        report(CreditCodeIssue::CheckCharacter,
               core::tr("统一社会信用代码校验位应为 %1，现为 "
                        "%2。请对照登记证书核对；证书确系如此的，写明理由后可以保留。")
                   .arg(expected, QString(code.back())));
    return result;
}

bool isCreditCode(QStringView code)
{
    constexpr qsizetype length = 18;
    return code.size() == length && creditCodeCheckCharacter(code) == code.last(1);
}

QString creditCodeCheckCharacter(QStringView code)
{
    if (code.size() < qsizetype(weights.size()))
        return {};
    int sum = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
        const int value = alphabetValue(code[qsizetype(i)]);
        if (value < 0)
            return {};
        sum += value * weights[i];
    }
    return alphabet[(31 - sum % 31) % 31];
}

QString organizationCodeCheckCharacter(QStringView code)
{
    if (code.size() < qsizetype(organizationWeights.size()))
        return {};
    int sum = 0;
    for (size_t i = 0; i < organizationWeights.size(); ++i) {
        const char16_t c = code[qsizetype(i)].unicode();
        if (c >= u'0' && c <= u'9')
            sum += (c - u'0') * organizationWeights[i];
        else if (c >= u'A' && c <= u'Z')
            sum += (c - u'A' + 10) * organizationWeights[i];
        else
            return {};
    }
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? u"X"_s : QString::number(check);
}

} // namespace core
