// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/findrecord.h"

#include "core/base/tr.h"
#include "core/record/format.h"

using namespace Qt::StringLiterals;

namespace core {

Result<QString> findRecord(const Store &store, const RecordType &type, const QString &text)
{
    Query query;
    query.type = QString::fromLatin1(type.key);
    query.columns = {u"id"_s};
    query.limit = 2;
    std::vector<Condition> any;
    const auto is = [&](const char *key) {
        if (const Field &field = *type.field(key); parseValue(field, text).problem.isEmpty())
            any.push_back(Condition::is(QString::fromLatin1(key), text));
    };
    is("id");
    is(type.traits.display);
    for (const auto &keys : type.traits.match) {
        if (keys.size() == 1)
            is(keys.front());
    }
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
