// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historytext.h"

#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/store/act.h"
#include "core/store/journalvalues.h"

using namespace Qt::StringLiterals;

namespace core {
namespace {

QString verbText(RecordEdit::Verb verb)
{
    switch (verb) {
    case RecordEdit::Verb::Insert: return tr("新增");
    case RecordEdit::Verb::Update: return tr("修改");
    case RecordEdit::Verb::Remove: return tr("删除");
    case RecordEdit::Verb::Restore: return tr("恢复");
    case RecordEdit::Verb::Erase: return tr("收回新增的");
    }
    return {};
}

/// The longest text of a value in a sentence.
constexpr qsizetype longestValue = 40;

QString valueText(const Store &store, const Field &field, const QVariant &value)
{
    if (isWithheld(value))
        return tr("（已封存或销毁）");
    QString text;
    if (field.kind == Kind::Reference && value.isValid())
        text = store.display(field.target(), value.toString(), Audience::History);
    if (text.isEmpty())
        text = maskedValue(field, value, Audience::History);
    if (text.isEmpty())
        return tr("（空）");
    if (text.size() > longestValue)
        text = text.left(longestValue) + u'…';
    return text.replace(u'\n', u' ');
}

/// The name of the record as the edit left it; what the edit does not tell, as it is now.
QString titleOf(const Store &store, const RecordEdit &edit)
{
    const RecordType &type = *edit.type;
    const auto stored = store.values(type, edit.id);
    QVariantList values = stored ? *stored : type.values(type.create().get());
    for (const QVariantMap *told : {&edit.before, &edit.after}) {
        for (auto it = told->begin(); it != told->end(); ++it) {
            const int index = type.indexOf(it.key());
            if (index > 0 && it->isValid() && !isWithheld(*it))
                values[index] = *it;
        }
    }
    return store.display(type, values, Audience::History);
}

/// The fields that only old papers could fill in an edit, by their labels.
QStringList backFilledIn(const RecordEdit &edit)
{
    QStringList labels;
    for (const Field &field : edit.type->fields) {
        const QString key = QString::fromLatin1(field.key);
        if (field.traits.readOnly && field.traits.backFill && edit.after.value(key).isValid())
            labels.append(tr("“%1”").arg(tr(field.label)));
    }
    return labels;
}

} // namespace

QString historyText(const Store &store, const RecordEdit &edit, int fields)
{
    QString text = verbText(edit.verb) + QString::fromUtf8(edit.type->title);
    if (const QString title = titleOf(store, edit); !title.isEmpty())
        text += u"“"_s + title + u"”"_s;
    const bool changed = edit.verb == RecordEdit::Verb::Update;
    QStringList parts;
    int more = 0;
    for (const Field &field : edit.type->fields) {
        const QString key = QString::fromLatin1(field.key);
        if (&field == &edit.type->fields.front() || !edit.after.contains(key))
            continue;
        if (!changed && edit.type->isInName(field))
            continue;
        if (parts.size() >= fields) {
            ++more;
            continue;
        }
        const QString after = valueText(store, field, edit.after.value(key));
        const QString label = QString::fromUtf8(field.label);
        parts.append(changed
                         ? label + u' ' + valueText(store, field, edit.before.value(key)) + u" → "_s + after
                         : label + u' ' + after);
    }
    if (!parts.isEmpty())
        text += u'：' + parts.join(u'；');
    if (more > 0)
        text += tr("；另有 %1 项").arg(more);
    return text + u'。';
}

QString historyText(const Store &store, const JournalEntry &entry, const RecordEdit &edit)
{
    QString text = historyText(store, edit);
    const QStringList labels = isBackFill(entry) ? backFilledIn(edit) : QStringList();
    if (labels.isEmpty())
        return text;
    return tr("%1其中%2取自原有材料（%3）。").arg(text, labels.join(QString()), entry.reason);
}

QString historyText(const JournalEntry &entry)
{
    switch (entry.kind) {
    case JournalEntry::Kind::Change:
    case JournalEntry::Kind::Note:
    case JournalEntry::Kind::Bridge:
        return entry.reason.isEmpty() ? entry.what : tr("%1（%2）").arg(entry.what, entry.reason);
    case JournalEntry::Kind::Undo: return tr("撤销第 %1 条：%2").arg(entry.target).arg(entry.what);
    case JournalEntry::Kind::Redo: return tr("重做第 %1 条：%2").arg(entry.target).arg(entry.what);
    }
    return {};
}

} // namespace core
