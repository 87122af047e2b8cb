// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An edit of the journal is taken back: what undo and redo are made of.
#include "core/base/tr.h"
#include "core/store/writer.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The fields of \a values in \a which, as one JSON object.
QByteArray storedJson(const RecordType &type, const QVariantList &values, const std::vector<size_t> &which)
{
    QByteArray json;
    StoredRow row;
    for (const size_t i : which) {
        row.add(type.fields[i].kind, values.at(qsizetype(i)));
        row.appendMember(type.fields[i].key, row.count() - 1, json);
    }
    return json.isEmpty() ? "{}" : json + '}';
}

} // namespace

Status Writer::invert(const StoredEdit &edit)
{
    const RecordType *type = findRecordType(QLatin1StringView(edit.type));
    const auto verb = verbFromName(edit.verb);
    if (!type || !verb)
        return Error{Error::Code::Conflict, tr("这一步由较新的程序写入，本程序不能撤销。"), {}};
    const QString id = QString::fromLatin1(edit.record);
    if (hasUnknownMember(*type, edit.before) || hasUnknownMember(*type, edit.after)) {
        return Error{Error::Code::Conflict,
                     tr("这一步写有本程序不认识的字段，是较新的程序写入的；在这里撤销或重做会丢掉它们，"
                        "所以没有做。请升级程序后再试。"),
                     id};
    }
    const std::optional<QByteArray> left = plainJson(edit.after);
    if (!left || !plainJson(edit.before)) {
        return Error{Error::Code::Conflict,
                     tr("这一步涉及的个人信息已经封存或销毁，不能再撤销或重做。需要时请直接修改记录。"), id};
    }
    CORE_ASSIGN(const std::optional<Current> now, current(*type, id));
    const auto overlaid = [&](const JournalValues &stored) {
        QVariantList values = now->values;
        const QVariantMap changes = valuesFromJournal(*type, stored);
        for (auto it = changes.begin(); it != changes.end(); ++it)
            values[type->indexOf(it.key())] = it.value();
        return values;
    };
    switch (*verb) {
    case RecordEdit::Verb::Insert: {
        if (!now || now->removed ||
            !haveSameMembers(storedJson(*type, now->values, filledFields(*type, now->values)), *left))
            return changedSince(*type, id);
        CORE_TRY(keepProblems(*type, id, {}, false));
        CORE_TRY(forgetText(id));
        CORE_TRY(deleteRow(*type, id));
        return log(*type, id, RecordEdit::Verb::Erase, edit.after, {});
    }
    case RecordEdit::Verb::Erase: {
        if (now)
            return changedSince(*type, id);
        QVariantList values = type->defaults();
        const QVariantMap filled = valuesFromJournal(*type, edit.before);
        for (auto it = filled.begin(); it != filled.end(); ++it)
            values[type->indexOf(it.key())] = it.value();
        values[0] = id;
        PreparedRecord record;
        prepareRecord(*type, values, record);
        CORE_TRY(insertRow(*type, values, record));
        CORE_TRY(keepProblems(*type, id, record.problems, true));
        CORE_TRY(indexText(*type, id, record.searchText, true));
        return log(*type, id, RecordEdit::Verb::Insert, {}, edit.before);
    }
    case RecordEdit::Verb::Update: {
        if (!now || now->removed)
            return changedSince(*type, id);
        std::vector<size_t> changed;
        const QVariantMap after = valuesFromJournal(*type, edit.after);
        for (size_t i = 1; i < type->fields.size(); ++i) {
            if (after.contains(QLatin1StringView(type->fields[i].key)))
                changed.push_back(i);
        }
        if (!haveSameMembers(storedJson(*type, now->values, changed), *left))
            return changedSince(*type, id);
        const QVariantList values = overlaid(edit.before);
        std::vector<Problem> problems = type->problems(values);
        CORE_TRY(updateRow(*type, values, changed, problems));
        CORE_TRY(keepProblems(*type, id, problems, false));
        CORE_TRY(indexText(*type, id, searchTextOf(*type, values).toUtf8(), false));
        return log(*type, id, RecordEdit::Verb::Update, edit.after, edit.before);
    }
    // The rows that went or came with it have edits of their own.
    case RecordEdit::Verb::Remove:
        return now && now->removed ? restoreOne(*type, now->values) : changedSince(*type, id);
    case RecordEdit::Verb::Restore:
        if (!now || now->removed)
            return changedSince(*type, id);
        CORE_TRY(checkNotNeeded(*type, now->values));
        return removeOne(*type, *now, m_now);
    }
    return ok();
}

Status Writer::deleteRow(const RecordType &type, const QString &id)
{
    CORE_ASSIGN(Statement erase,
                m_database->prepare(QByteArray("DELETE FROM ") + type.key + " WHERE id = ?"));
    erase.bind(1, id);
    return erase.run();
}

Error Writer::changedSince(const RecordType &type, const QString &id)
{
    QString name;
    if (const auto found = current(type, id); found && *found)
        name = nameOf(type, (*found)->values);
    return {Error::Code::Conflict,
            tr("%1“%2”后来又改过，不能撤销这一步。可以在它的历史里查看每次改动。").arg(tr(type.title), name),
            id};
}

} // namespace core
