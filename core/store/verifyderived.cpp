// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"
#include "core/base/tr.h"
#include "core/store/preparedrecord.h"
#include "core/store/storedname.h"
#include "core/store/uniquekeys.h"
#include "core/store/verifyparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

void NamedRecords::add(const QString &name, const QString &detail)
{
    ++m_count;
    m_names.append(detail.isEmpty() ? tr("“%1”").arg(name) : tr("“%1”（%2）").arg(name, detail));
}

QString NamedRecords::text(const RecordType &type) const
{
    const QString names = tr(type.title) + m_names.join(u'、');
    return m_count > m_names.size() ? tr("%1等 %2 条").arg(names).arg(m_count) : names;
}

QByteArray DerivedCheck::columns(const RecordType &type)
{
    QByteArray columns;
    for (const Field &field : type.fields) {
        if (field.traits.pinyin)
            columns += QByteArray(", ") + field.key + "_pinyin";
    }
    return columns;
}

Status DerivedCheck::look(const RecordType &type, const QVariantList &values, bool removed,
                          const Statement &row, int first)
{
    const auto note = [&](NamedRecords &records) {
        if (records.wantsName())
            records.add(nameOf(m_database, type, values, Audience::Screen));
        else
            records.addUnnamed();
    };
    bool hasKeys = true;
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].traits.pinyin)
            hasKeys =
                row.bytes(first++) == pinyinSortKey(values.at(qsizetype(i)).toString()).toUtf8() && hasKeys;
    }
    if (!hasKeys)
        note(m_pinyin);
    CORE_ASSIGN(const bool isFound, hasSearchText(type, values, removed));
    if (!isFound)
        note(m_search);
    CORE_ASSIGN(const bool isTold, hasProblems(type, values, removed));
    if (!isTold)
        note(m_problems);
    return ok();
}

Result<bool> DerivedCheck::hasSearchText(const RecordType &type, const QVariantList &values, bool removed)
{
    const QByteArray expected = removed ? QByteArray() : searchTextOf(type, values).toUtf8();
    CORE_ASSIGN(Statement select,
                m_database.prepare("SELECT type, folded FROM search_entry WHERE record = ?"));
    select.bind(1, values.first().toString());
    CORE_ASSIGN(const bool row, select.step());
    if (!row)
        return expected.isEmpty();
    ++m_searchTexts;
    return !expected.isEmpty() && select.bytes(0) == type.key && select.bytes(1) == expected;
}

Result<bool> DerivedCheck::hasProblems(const RecordType &type, const QVariantList &values, bool removed)
{
    using Told =
        std::vector<std::pair<QByteArray, QByteArray>>; // as stored: half a character is not as it was
    Told expected;
    if (!removed) {
        for (const Problem &problem : type.problems(values))
            expected.emplace_back(problem.field ? problem.field : "", problem.text.toUtf8());
    }
    CORE_ASSIGN(Statement select,
                m_database.prepare("SELECT field, text FROM problem WHERE record = ? AND type = ?"));
    select.bind(1, values.first().toString());
    select.bindUtf8(2, type.key);
    Told found;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        ++m_problemRows;
        // Whether another record had the same key when this one was written, it does not tell itself.
        if (!tellsOfDouble(type, select.bytes(0), select.text(1)))
            found.emplace_back(select.bytes(0), select.bytes(1));
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    return found == expected;
}

void DerivedCheck::tell(const RecordType &type, VerifyReport &report)
{
    const auto one = [&](NamedRecords &records, const QString &sentence) {
        if (!records.isEmpty())
            report.faults.push_back(sentence.arg(records.text(type)));
        records = {};
    };
    one(m_pinyin, tr("%1的拼音不是由它的文字得来的，是别的工具或别的版本写的，排序会错。"));
    one(m_search, tr("%1的检索内容与登记内容不符，是别的工具或别的版本写的，可能查不到。"));
    one(m_problems, tr("%1的问题提示与登记内容不符，是别的工具或别的版本写的。"));
}

Status DerivedCheck::tellRest(VerifyReport &report)
{
    CORE_ASSIGN(const qint64 texts, m_database.number("SELECT count(*) FROM search_entry"));
    CORE_ASSIGN(const qint64 problems, m_database.number("SELECT count(*) FROM problem"));
    if (texts > m_searchTexts)
        report.faults.push_back(
            tr("有 %1 条检索内容不属于任何记录，不是本程序写的。").arg(texts - m_searchTexts));
    if (problems > m_problemRows)
        report.faults.push_back(
            tr("有 %1 条问题提示不属于任何记录，不是本程序写的。").arg(problems - m_problemRows));
    return ok();
}

} // namespace core
