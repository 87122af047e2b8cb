// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/records/recordmaker.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QString attachmentText(int number)
{
    return Attachment{QString(64, u'a'), number, u"会议 纪要 %1.pdf"_s.arg(number)}.toText();
}

bool passes(const Field &field, const QVariant &value)
{
    return !field.traits.check || !blocks(field.traits.check(value));
}

QStringList keysOf(std::span<const Choice> choices)
{
    QStringList keys;
    for (const Choice &choice : choices)
        keys.append(QString::fromLatin1(choice.key));
    return keys;
}

std::vector<QVariant> textBoundaries(const Field &field)
{
    const int length = field.traits.maxLength > 0 ? field.traits.maxLength : 5000;
    const QStringList texts = {u"甲"_s,
                               QString(length, u'社'),
                               u"𠮷𡈽"_s.left(length),
                               u"=1+1"_s.left(length),
                               u"'\"\\;--"_s.left(length),
                               u"\u2028é"_s.left(length)};
    return {texts.begin(), texts.end()};
}

} // namespace

bool blocks(const std::vector<Problem> &problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem &p) { return p.severity == Problem::Severity::Block; });
}

QString RecordMaker::target(const RecordType &type, int number)
{
    const std::pair key(&type, number);
    if (const auto known = m_targets.constFind(key); known != m_targets.constEnd())
        return *known;
    const QVariantList made = values(type, 900 + number, Fill::Needed);
    requireOk(changeAsProgram(m_store, u"被引用的记录"_s,
                              [&](Change &change) { return change.insert(type, made); }));
    return *m_targets.insert(key, made.first().toString());
}

QVariant RecordMaker::value(const Field &field, int number)
{
    switch (field.kind) {
    case Kind::Text: {
        // No person is called by a number.
        const bool isName = isPersonal(field) && !field.traits.check && !field.traits.normalize;
        constexpr char16_t firstOfMany = u'\u5000';
        constexpr int many = 8'000;
        QString text = isName ? u"陈"_s + QChar(firstOfMany + number % many) : u"甲%1号"_s.arg(number);
        if (field.traits.maxLength > 0)
            text = text.left(field.traits.maxLength);
        return field.traits.normalize ? field.traits.normalize(text) : text;
    }
    case Kind::LongText: return u"第一行\n第 %1 行"_s.arg(number);
    case Kind::Integer: {
        const qlonglong year = 2000 + number % 100;
        return passes(field, qlonglong(number)) ? QVariant(qlonglong(number)) : QVariant(year);
    }
    case Kind::Decimal: return QVariant(qlonglong(number) * 1'250'000);
    case Kind::Money: return QVariant(qlonglong(number) * 100 + 5);
    case Kind::Date: return QDate(2020, 1, 1).addDays(number);
    case Kind::Time: return QDateTime(QDate(2024, 2, 29), QTime(23, 59, 59, number % 1000), Qt::UTC);
    case Kind::YesNo: return number % 2 != 0;
    case Kind::Choice: return keysOf(field.choices).at(number % qsizetype(field.choices.size()));
    case Kind::MultiChoice:
        return QStringList{keysOf(field.choices).at(number % qsizetype(field.choices.size()))};
    case Kind::Reference: return target(field.target());
    case Kind::Attachment: return attachmentText(number);
    }
    return {};
}

QVariantList RecordMaker::values(const RecordType &type, int number, Fill fill)
{
    const std::shared_ptr<void> blank = type.create();
    QVariantList made = type.values(blank.get());
    made[0] = newUuid();
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
        const bool needed =
            isText ? field.traits.required
                   : (!field.nullable && field.kind != Kind::MultiChoice) || field.traits.required;
        if (fill != Fill::All && !needed)
            continue;
        // Records of other numbers must not share a key that the type allows only once.
        const bool leadsKey =
            std::any_of(type.traits.unique.begin(), type.traits.unique.end(), [&](const auto &list) {
                return QLatin1StringView(list.front()) == QLatin1StringView(field.key);
            });
        made[qsizetype(i)] =
            leadsKey && field.kind == Kind::Reference ? target(field.target(), number) : value(field, number);
    }
    return made;
}

std::vector<QVariant> RecordMaker::boundaries(const Field &field)
{
    using Limits = std::numeric_limits<qint64>;
    switch (field.kind) {
    case Kind::Text: return textBoundaries(field);
    case Kind::LongText: {
        std::vector<QVariant> texts = textBoundaries(field);
        texts.emplace_back(u"一\n\n二\t三"_s);
        return texts;
    }
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
        return {QVariant(0LL), QVariant(1LL), QVariant(-1LL), QVariant(qlonglong(Limits::max())),
                QVariant(qlonglong(Limits::min()))};
    case Kind::Date: return {QDate(1800, 1, 1), QDate(2199, 12, 31), QDate(2024, 2, 29)};
    case Kind::Time:
        return {QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC),
                QDateTime(QDate(2199, 12, 31), QTime(23, 59, 59, 999), Qt::UTC)};
    case Kind::YesNo: return {QVariant(true), QVariant(false)};
    case Kind::Choice: {
        const QStringList keys = keysOf(field.choices);
        return {keys.begin(), keys.end()};
    }
    case Kind::MultiChoice: {
        const QStringList keys = keysOf(field.choices);
        return {QStringList(), QStringList{keys.first()}, QStringList{keys.last()}, keys};
    }
    case Kind::Reference: return {target(field.target())};
    case Kind::Attachment: return {attachmentText(0), attachmentText(std::numeric_limits<int>::max())};
    }
    return {};
}
