// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sentences.h"

#include "core/base/tr.h"
#include "core/record/format.h"

namespace core {

namespace {

constexpr int longestValue = 40;

QString quoted(const Store &store, const Field &field, const QVariant &value)
{
    const bool isReference = field.kind == Kind::Reference && field.target;
    QString text = isReference ? shownValue(store, field, value) : maskedValue(field, value);
    text.replace(u'\n', u' ');
    if (text.size() > longestValue)
        text = text.left(longestValue) + u'…';
    return text.isEmpty() ? QString() : tr("“%1”").arg(text);
}

} // namespace

QString shownValue(const Store &store, const Field &field, const QVariant &value)
{
    if (field.kind == Kind::Reference && field.target && value.isValid())
        return store.display(field.target(), value.toString());
    return displayValue(field, value);
}

QString editSentence(const Store &store, const RecordEdit &edit)
{
    switch (edit.verb) {
    case RecordEdit::Verb::Insert: return tr("新增，填写 %1 项").arg(edit.after.size());
    case RecordEdit::Verb::Erase: return tr("撤销新增");
    case RecordEdit::Verb::Remove: return tr("移入回收站");
    case RecordEdit::Verb::Restore: return tr("从回收站还原");
    case RecordEdit::Verb::Update: break;
    }
    QStringList parts;
    for (const Field &field : edit.type->fields) {
        const QString key = QString::fromLatin1(field.key);
        if (!edit.after.contains(key))
            continue;
        const QString before = quoted(store, field, edit.before.value(key));
        const QString after = quoted(store, field, edit.after.value(key));
        if (before.isEmpty())
            parts.append(tr("%1：填写%2").arg(tr(field.label), after));
        else if (after.isEmpty())
            parts.append(tr("%1：清空%2").arg(tr(field.label), before));
        else
            parts.append(tr("%1：%2改为%3").arg(tr(field.label), before, after));
    }
    return parts.join(u'；');
}

} // namespace core
