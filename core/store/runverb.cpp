// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runverb.h"

#include "core/base/tr.h"
#include "core/store/store.h"
#include "core/store/writer.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The input as the verb takes it.
Result<std::shared_ptr<void>> inputOf(const Verb &verb, const QVariantMap &given)
{
    QVariantList values = blankInput(verb);
    for (auto it = given.begin(); it != given.end(); ++it) {
        const int index = verb.input.indexOf(it.key());
        if (index < 0)
            return Error{Error::Code::InvalidInput, tr("“%1”不需要“%2”。").arg(tr(verb.title), it.key()), {}};
        values[index] = it.value();
    }
    if (const QString text = blockingText(verb.input.problems(values)); !text.isEmpty())
        return Error{Error::Code::InvalidInput, tr("“%1”没有办理：%2").arg(tr(verb.title), text), {}};
    std::shared_ptr<void> input = verb.input.create();
    verb.input.assign(input.get(), values);
    return input;
}

/// How the journal names the verb.
QString meansOf(const Verb &verb)
{
    return u"%1.%2"_s.arg(QLatin1StringView(verb.type().key), QLatin1StringView(verb.key));
}

} // namespace

const Verb *verbOf(const JournalEntry &entry)
{
    if (entry.means.isEmpty())
        return nullptr;
    for (const Verb *verb : allVerbs()) {
        if (meansOf(*verb) == entry.means)
            return verb;
    }
    return nullptr;
}

QVariantList blankInput(const Verb &verb)
{
    QVariantList values;
    for (const Field &field : verb.input.fields) {
        const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
        values.append(isText ? QVariant(u""_s) : QVariant());
    }
    return values;
}

Status runVerb(Store &store, const Verb &verb, const QString &id, const QVariantMap &given,
               const QDateTime &now)
{
    const RecordType &type = verb.type();
    CORE_ASSIGN(const std::shared_ptr<void> input, inputOf(verb, given));
    const QString what = u"%1 %2"_s.arg(tr(verb.title), store.display(type, id, Audience::History)).trimmed();
    ChangeOptions options;
    options.outward = verb.isOutward();
    if (const Field *reason = verb.reasonField())
        options.reason = reason->read(input.get()).toString();
    const auto body = [&](Change &change) -> Status {
        change.m_writer.setMeans(meansOf(verb));
        change.m_writer.open(type, Writer::Opening::Whole);
        for (const RecordType *other : verb.traits.alsoWrites)
            change.m_writer.open(*other, Writer::Opening::Whole);
        CORE_ASSIGN(const QVariantList values, store.values(type, id));
        if (store.isRemoved(type, id))
            return Error{Error::Code::Conflict, tr("这条%1已在回收站里，请先还原。").arg(tr(type.title)), id};
        const std::shared_ptr<void> record = type.create();
        type.assign(record.get(), values);
        if (const QString refusal = verb.refusal(record.get()); !refusal.isEmpty())
            return Error{Error::Code::Conflict, refusal, {}};
        const VerbContext context{store, now};
        if (verb.guard)
            CORE_TRY(verb.guard(context, record.get(), input.get()));
        return verb.run(change, context, record.get(), input.get());
    };
    return store.change(what, body, options);
}

} // namespace core
