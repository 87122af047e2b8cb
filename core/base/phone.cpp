// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phone.h"

#include "core/base/mask.h"
#include "core/base/tr.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The digits of a fixed line written together: 010 and 02x are area codes of three digits, the others have
/// four (工业和信息化部《电信网编号计划》).
QString fixedLine(const QString &digits)
{
    static const QRegularExpression withArea(u"^(010|02\\d|0[3-9]\\d{2})([2-9]\\d{6,7})$"_s);
    static const QRegularExpression local(u"^[2-9]\\d{6,7}$"_s);
    if (const auto match = withArea.match(digits); match.hasMatch())
        return match.captured(1) + u'-' + match.captured(2);
    return local.match(digits).hasMatch() ? digits : QString();
}

/// What is wrong with \a typed, which has these \a digits. The sentence covers them: it is kept with the
/// record and handed on in lists of rows that were refused.
Phone unknown(const QString &typed, const QString &digits)
{
    const QString withZero = digits.startsWith(u'0') ? QString() : fixedLine(u'0' + digits);
    if (withZero.contains(u'-'))
        return {.text = typed,
                .finding = tr("电话“%1”可能少了区号前的 0，应为 %2，请核对。")
                               .arg(maskPhone(typed), maskPhone(withZero))};
    if (digits.startsWith(u'1') && (digits.size() == 10 || digits.size() == 12))
        return {
            .text = typed,
            .finding =
                tr("手机号“%1”应为 11 位，现为 %2 位，请核对。").arg(maskPhone(typed)).arg(digits.size())};
    return {.text = typed,
            .finding =
                tr("电话“%1”既不是手机号，也不是固定电话（区号-号码），请核对。").arg(maskPhone(typed))};
}

/// Eleven digits that begin with 13 to 19 (《电信网编号计划》), as most are typed.
bool isPlainMobile(QStringView typed)
{
    return typed.size() == 11 && typed[0] == u'1' && typed[1] >= u'3' &&
           std::all_of(typed.begin(), typed.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Phone parsePhone(const QString &typed)
{
    static const QRegularExpression country(
        u"^\\(?(?:\\+|00)86\\)?[\\s-]*|^86[\\s-]*(?=1[3-9][\\d\\s-]{9,}$)"_s);
    static const QRegularExpression extension(
        u"^(.*\\d\\)?)(?:\\s*(?:转|分机|ext\\.?|\\*|#)\\s*|-)(\\d{1,6})$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression grouping(u"[\\s()-]"_s);
    static const QRegularExpression mobile(u"^1[3-9]\\d{9}$"_s);
    static const QRegularExpression service(u"^[48]00\\d{7}$"_s);
    static const QRegularExpression shortService(u"^(?:1[12]\\d{1,3}|95\\d{3}|96\\d{3,4})$"_s);

    const QString number = QString(typed).remove(country);
    // What follows the last hyphen is an extension only when a whole number stands before it.
    if (const auto match = extension.match(number); match.hasMatch()) {
        if (const QString line = fixedLine(match.captured(1).remove(grouping)); !line.isEmpty())
            return {Phone::Kind::Fixed, line + u'-' + match.captured(2), {}};
    }
    const QString digits = QString(number).remove(grouping);
    if (mobile.match(digits).hasMatch())
        return {Phone::Kind::Mobile, digits, {}};
    if (service.match(digits).hasMatch())
        return {
            Phone::Kind::Service, digits.first(3) + u'-' + digits.sliced(3, 3) + u'-' + digits.sliced(6), {}};
    if (shortService.match(digits).hasMatch())
        return {Phone::Kind::Service, digits, {}};
    if (const QString line = fixedLine(digits); !line.isEmpty())
        return {Phone::Kind::Fixed, line, {}};
    return unknown(typed, digits);
}

} // namespace

std::vector<Phone> parsePhones(QStringView typed)
{
    static const QRegularExpression separators(u"[、,;/\\n]"_s);
    static const QRegularExpression dashes(u"[\u2010-\u2015\u2212]"_s);
    static const QRegularExpression spaces(u"\\s+"_s);
    if (isPlainMobile(typed))
        return {{Phone::Kind::Mobile, typed.toString(), {}}};
    const QString plain = typed.toString().normalized(QString::NormalizationForm_KC).replace(dashes, u"-"_s);
    std::vector<Phone> phones;
    for (const QString &piece : plain.split(separators)) {
        const QString part = piece.simplified();
        if (part.isEmpty())
            continue;
        Phone phone = parsePhone(part);
        if (phone.kind == Phone::Kind::Unknown && part.contains(u' ')) { // perhaps two numbers
            std::vector<Phone> apart;
            for (const QString &word : part.split(spaces))
                apart.push_back(parsePhone(word));
            if (std::none_of(apart.begin(), apart.end(),
                             [](const Phone &p) { return p.kind == Phone::Kind::Unknown; })) {
                phones.insert(phones.end(), apart.begin(), apart.end());
                continue;
            }
        }
        phones.push_back(std::move(phone));
    }
    return phones;
}

QString normalisedPhones(QStringView typed)
{
    if (isPlainMobile(typed))
        return typed.toString();
    QStringList texts;
    for (const Phone &phone : parsePhones(typed))
        texts += phone.text;
    return texts.join(u"、"_s);
}

} // namespace core
