// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/decidedfields.h"

#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/record/verb.h"
#include "core/store/runverb.h"
#include "core/store/store.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using History = std::vector<std::pair<JournalEntry, RecordEdit>>;

/// The entry that gave the field what it holds, of \a history with the newest first; null: none is known.
const JournalEntry *originOf(const History &history, const RecordType &type, const QString &id,
                             const QString &key)
{
    std::set<qint64> takenBack; // undo inverts an entry, redo inverts an undo
    for (const auto &[entry, edit] : history) {
        if (takenBack.contains(entry.sequence))
            continue;
        if (entry.kind == JournalEntry::Kind::Undo || entry.kind == JournalEntry::Kind::Redo)
            takenBack.insert(entry.target);
        else if (edit.type == &type && edit.id == id &&
                 (edit.after.contains(key) || edit.before.contains(key)))
            return &entry;
    }
    return nullptr;
}

QString shownValue(const Store &store, const Field &field, const QVariant &value)
{
    const QString text = field.kind == Kind::Reference && field.target
                             ? store.display(field.target(), value.toString(), Audience::ImportPreview)
                             : maskedValue(field, value, Audience::ImportPreview);
    return text.isEmpty() ? tr("空") : text;
}

} // namespace

bool isWrittenByVerbs(const RecordType &type)
{
    const auto verbs = allVerbs();
    return std::any_of(verbs.begin(), verbs.end(), [&](const Verb *verb) {
        const TypeList &also = verb->traits.alsoWrites;
        return &verb->type() == &type || std::find(also.begin(), also.end(), &type) != also.end();
    });
}

Result<QString> decisionAgainst(const Store &store, const RecordType &type, const QVariantList &stored,
                                const QVariantList &wanted)
{
    const QString id = stored.first().toString();
    CORE_ASSIGN(const History history, store.history(type, id));
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const QVariant &holds = stored.at(qsizetype(i));
        const QVariant &given = wanted.at(qsizetype(i));
        if (holds == given)
            continue;
        const Field &field = type.fields[i];
        const JournalEntry *origin = originOf(history, type, id, QString::fromLatin1(field.key));
        const Verb *verb = origin ? verbOf(*origin) : nullptr;
        if (!verb)
            continue;
        return tr("“%1”在 %2 办理“%3”时定为“%4”，表里是“%5”。办理过的不由导入改动，这一行没有导入；"
                  "确实要改，请在这条%6里办理。")
            .arg(tr(field.label), origin->at.toLocalTime().toString(u"yyyy-MM-dd"_s), tr(verb->title),
                 shownValue(store, field, holds), shownValue(store, field, given), tr(type.title));
    }
    return QString();
}

} // namespace core
