// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identitynumber.h"

#include "core/base/codetext.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::array<int, 17> checkWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr QStringView checkCharacters = u"10X98765432"; // by the sum modulo 11

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// GB/T 2260, first two digits.
bool isProvince(int code)
{
    static constexpr std::array provinces{11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
                                          35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
                                          53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
    return std::find(provinces.begin(), provinces.end(), code) != provinces.end();
}

QDate birthDateOf(QStringView number)
{
    const bool old = number.size() == 15;
    const int year = old ? 1900 + number.sliced(6, 2).toInt() : number.sliced(6, 4).toInt();
    const QStringView monthAndDay = number.sliced(old ? 8 : 10, 4);
    return QDate(year, monthAndDay.first(2).toInt(), monthAndDay.last(2).toInt());
}

} // namespace

bool IdentityNumber::has(IdentityNumberIssue issue) const
{
    return std::any_of(findings.begin(), findings.end(), [issue](const auto &f) { return f.issue == issue; });
}

IdentityNumber parseIdentityNumber(QStringView typed, QDate today)
{
    IdentityNumber result{.number = codeText(typed)};
    const QString &number = result.number;
    const auto report = [&result](IdentityNumberIssue issue, const QString &text) {
        result.findings.push_back({issue, text});
    };
    if (number.size() != 18 && number.size() != 15) {
        report(IdentityNumberIssue::Length,
               core::tr("身份证号应为 18 位，现为 %1 位，请核对。").arg(number.size()));
        return result;
    }
    const bool old = number.size() == 15;
    if (!isDigits(QStringView(number).first(number.size() - 1)) ||
        !(isDigit(number.back()) || (!old && number.back() == u'X'))) {
        report(IdentityNumberIssue::Character, core::tr("身份证号只能是数字，第 18 位可以是 X，请核对。"));
        return result;
    }

    const int province = QStringView(number).first(2).toInt();
    result.isResidencePermit = province >= 81 && province <= 83;
    if (!isProvince(province))
        report(IdentityNumberIssue::Region,
               core::tr("身份证号前两位 %1 不是省级区划代码，请核对。").arg(number.first(2)));
    result.birthDate = birthDateOf(number);
    if (!result.birthDate.isValid())
        report(IdentityNumberIssue::BirthDate,
               core::tr("身份证号第 7 至 %1 位的出生日期不存在，请核对。").arg(old ? 12 : 14));
    else if (today.isValid() && result.birthDate > today)
        report(IdentityNumberIssue::BirthDate, core::tr("身份证号中的出生日期晚于今天，请核对。"));
    // The last digit of the sequence number: odd for men.
    result.sex = number[old ? 14 : 16].digitValue() % 2 == 1 ? Sex::Male : Sex::Female;
    if (old)
        report(IdentityNumberIssue::OldForm,
               core::tr("这是 15 位旧身份证号，已停止使用，请换成 18 位新号。"));
    else if (const QString expected = identityNumberCheckCharacter(number); expected != number.back())
        report(IdentityNumberIssue::CheckCharacter,
               core::tr("身份证号校验位应为 %1，现为 %2，请核对是否抄错。")
                   .arg(expected, QString(number.back())));
    return result;
}

bool isIdentityNumber(QStringView number)
{
    constexpr qsizetype length = 18;
    return number.size() == length && parseIdentityNumber(number).findings.empty();
}

QString identityNumberCheckCharacter(QStringView number)
{
    if (number.size() < qsizetype(checkWeights.size()) ||
        !isDigits(number.first(qsizetype(checkWeights.size()))))
        return {};
    int sum = 0;
    for (size_t i = 0; i < checkWeights.size(); ++i)
        sum += number[qsizetype(i)].digitValue() * checkWeights[i];
    return checkCharacters[sum % 11];
}

} // namespace core
