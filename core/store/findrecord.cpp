// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/findrecord.h"

#include "core/base/tr.h"
#include "core/record/recordname.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// That the record has this whole name; empty when the text cannot be one.
std::optional<Condition> isNamed(const RecordType &type, const QString &text)
{
    const RecordName name(type);
    const QStringList parts = text.split(u" · "_s);
    if (parts.size() != qsizetype(name.paths().size()))
        return {};
    std::vector<Condition> all;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!parseValue(*name.fields()[size_t(i)], parts[i]).problem.isEmpty())
            return {};
        all.push_back(Condition::is(name.paths()[size_t(i)], parts[i]));
    }
    return Condition::all(std::move(all));
}

} // namespace

Result<QString> findRecord(const Store &store, const RecordType &type, const QString &text)
{
    Query query;
    query.type = QString::fromLatin1(type.key);
    query.columns = {u"id"_s};
    query.limit = 2;
    std::vector<Condition> any;
    const auto is = [&](const Field &field) {
        if (parseValue(field, text).problem.isEmpty())
            any.push_back(Condition::is(QString::fromLatin1(field.key), text));
    };
    is(type.fields.front());
    for (const Field &field : type.fields) {
        if (field.traits.searchable && field.kind == Kind::Text)
            is(field);
    }
    for (const auto &keys : type.traits.match) {
        if (keys.size() == 1)
            is(*type.field(QAnyStringView(keys.front())));
    }
    if (type.traits.date && type.field(type.traits.date)->kind == Kind::Integer)
        is(*type.field(type.traits.date));
    if (auto named = isNamed(type, text))
        any.push_back(*std::move(named));
    query.where = Condition::any(std::move(any));
    CORE_ASSIGN(const Rows found, store.run(query));
    if (found.rows.empty()) {
        return Error{Error::Code::NotFound,
                     tr("没有叫“%1”的%2，请核对名称，或者用记录的编号。").arg(text, tr(type.title)),
                     {}};
    }
    if (found.rows.size() > 1) {
        return Error{Error::Code::Conflict,
                     tr("叫“%1”的%2不止一条，分不清是哪一条，请用记录的编号。").arg(text, tr(type.title)),
                     {}};
    }
    return found.rows.front().front().toString();
}

} // namespace core
