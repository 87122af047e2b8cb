// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Records go into the recycle bin and come back, with the rows that belong to them.
#include "core/base/tr.h"
#include "core/store/writer.h"

using namespace Qt::StringLiterals;

namespace core {

Status Writer::remove(const RecordType &type, const QString &id)
{
    return removeTree(type, id, m_now);
}

Status Writer::removeTree(const RecordType &type, const QString &id, const QString &at)
{
    CORE_ASSIGN(const Current before, live(type, id));
    CORE_TRY(checkNotNeeded(type, before.values));
    for (const RecordType *child : childTypesOf(type)) {
        CORE_ASSIGN(const QStringList rows, childrenOf(*child, id, {}));
        for (const QString &row : rows)
            CORE_TRY(removeTree(*child, row, at));
    }
    return removeOne(type, before, at);
}

Status Writer::removeOne(const RecordType &type, const Current &before, const QString &at)
{
    const QString id = before.values.first().toString();
    CORE_TRY(setRemoved(type, id, at));
    CORE_TRY(forgetText(id));
    CORE_TRY(keepProblems(type, id, {}, false));
    return log(type, id, RecordEdit::Verb::Remove, {}, {});
}

Status Writer::checkNotNeeded(const RecordType &type, const QVariantList &values)
{
    for (const RecordType *other : allRecordTypes()) {
        for (const Field &field : other->fields) {
            if (field.kind != Kind::Reference || !field.target || &field.target() != &type)
                continue;
            if (other->traits.parent &&
                QLatin1StringView(other->traits.parent) == QLatin1StringView(field.key))
                continue; // its own rows go with it
            CORE_ASSIGN(Statement count,
                        m_database->prepare(QByteArray("SELECT count(*) FROM ") + other->key +
                                            " WHERE removed_at IS NULL AND " + field.key + " = ?"));
            count.bind(1, values.first().toString());
            CORE_TRY(count.step());
            if (count.integer(0) == 0)
                continue;
            const QString advice = tr(type.traits.removeAdvice);
            return Error{Error::Code::Conflict,
                         tr("“%1”还有 %2 条%3，不能删除。请先处理这些记录。%4")
                             .arg(nameOf(type, values))
                             .arg(count.integer(0))
                             .arg(tr(other->title), advice),
                         {}};
        }
    }
    return ok();
}

Result<QStringList> Writer::childrenOf(const RecordType &child, const QString &parent,
                                       const QString &removedAt)
{
    CORE_ASSIGN(Statement select,
                m_database->prepare(QByteArray("SELECT id FROM ") + child.key + " WHERE " +
                                    child.traits.parent +
                                    " = ? AND coalesce(removed_at, '') = ? ORDER BY ordinal"));
    select.bind(1, parent);
    select.bind(2, removedAt);
    QStringList ids;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return ids;
        ids.append(select.text(0));
    }
}

Status Writer::restore(const RecordType &type, const QString &id)
{
    CORE_ASSIGN(const std::optional<Current> record, current(type, id));
    if (!record || !record->removed)
        return Error{Error::Code::Conflict, tr("这条%1不在回收站里。").arg(tr(type.title)), {}};
    return restoreTree(type, *record);
}

Status Writer::checkReferencesInUse(const RecordType &type, const QVariantList &values)
{
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const QString id = field.kind == Kind::Reference ? values.at(qsizetype(i)).toString() : QString();
        if (id.isEmpty() || !field.target)
            continue;
        const RecordType &target = field.target();
        CORE_ASSIGN(const std::optional<Current> referred, current(target, id));
        if (referred && !referred->removed)
            continue;
        const QString name = referred ? nameOf(target, referred->values) : QString();
        const bool isParent = type.traits.parent && QByteArrayView(field.key) == type.traits.parent;
        const QString text = isParent ? tr("这条%1属于%2“%3”，那一条还在回收站里。请先还原那一条。")
                                      : tr("这条%1里写的%2“%3”还在回收站里。请先还原那一条。");
        return Error{Error::Code::Conflict, text.arg(tr(type.title), tr(target.title), name), {}};
    }
    return ok();
}

Status Writer::restoreTree(const RecordType &type, const Current &record)
{
    CORE_TRY(checkReferencesInUse(type, record.values));
    CORE_TRY(restoreOne(type, record.values));
    const QString id = record.values.first().toString();
    for (const RecordType *child : childTypesOf(type)) {
        CORE_ASSIGN(const QStringList rows, childrenOf(*child, id, record.removedAt));
        for (const QString &row : rows) {
            CORE_ASSIGN(const std::optional<Current> one, current(*child, row));
            if (one)
                CORE_TRY(restoreTree(*child, *one));
        }
    }
    return ok();
}

Status Writer::restoreOne(const RecordType &type, const QVariantList &values)
{
    const QString id = values.first().toString();
    CORE_TRY(m_unique.check(type, values, nullptr));
    if (const Status done = setRemoved(type, id, {}); !done)
        return conflictOf(type, values, done.error());
    CORE_TRY(keepProblems(type, id, type.problems(values), false));
    CORE_TRY(indexText(type, id, searchTextOf(type, values).toUtf8(), false));
    return log(type, id, RecordEdit::Verb::Restore, {}, {});
}

Status Writer::setRemoved(const RecordType &type, const QString &id, const QString &at)
{
    CORE_ASSIGN(Statement update,
                m_database->prepare(QByteArray("UPDATE ") + type.key + " SET removed_at = ? WHERE id = ?"));
    if (at.isEmpty())
        update.bindNull(1);
    else
        update.bind(1, at);
    update.bind(2, id);
    return update.run();
}

} // namespace core
