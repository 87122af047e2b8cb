// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/verb.h"

namespace core {

std::vector<const Verb *> verbsOf(const RecordType &type)
{
    std::vector<const Verb *> found;
    for (const Verb *verb : allVerbs()) {
        if (&verb->type() == &type)
            found.push_back(verb);
    }
    return found;
}

const Verb *findVerb(const RecordType &type, QAnyStringView key)
{
    for (const Verb *verb : verbsOf(type)) {
        if (QAnyStringView::compare(key, QLatin1StringView(verb->key)) == 0)
            return verb;
    }
    return nullptr;
}

QString refusalOf(const Verb &verb, const QVariantList &values)
{
    const std::shared_ptr<void> record = verb.type().create();
    verb.type().assign(record.get(), values);
    return verb.refusal(record.get());
}

} // namespace core
