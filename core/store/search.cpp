// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding records by what is typed on top of the window.
#include "core/base/codetext.h"
#include "core/base/tr.h"
#include "core/store/storeprivate.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// What tells this record from others of its name: its other searchable texts, and where it belongs.
QString hintOf(const Store &store, const RecordType &type, const QVariantList &values)
{
    QStringList parts;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const QString text = values.at(qsizetype(i)).toString();
        if (text.isEmpty() || type.isInName(field))
            continue;
        if (field.traits.searchable && field.traits.privacy != Privacy::Sensitive)
            parts.append(maskedValue(field, values.at(qsizetype(i)), Audience::Screen));
        else if (field.kind == Kind::Reference && field.target && field.traits.listed)
            parts.append(store.display(field.target(), text));
    }
    return parts.join(u" · "_s);
}

} // namespace

Result<std::vector<SearchText::Found>> Store::Private::findText(const QByteArray &needle, size_t limit,
                                                                const RecordType *only) const
{
    if (searchText) {
        CORE_TRY(searchText->refresh(*database));
        return searchText->find(*database, needle, limit, only);
    }
    // One pass: what begins with the text ends it early, what only contains it fills the rest.
    CORE_ASSIGN(Statement select,
                database->prepare("SELECT type, record, contains_text(folded, ?), folded FROM search_entry"
                                  " WHERE contains_text(folded, ?)"));
    select.bindUtf8(1, '\n' + needle);
    select.bindUtf8(2, needle);
    std::vector<SearchText::Found> beginning;
    std::vector<SearchText::Found> containing;
    while (beginning.size() < limit) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        if ((only && select.bytes(0) != only->key) ||
            !SearchText::mayBeFound(select.bytes(0), select.bytes(3), needle))
            continue;
        std::vector<SearchText::Found> &list = select.integer(2) != 0 ? beginning : containing;
        if (list.size() < limit)
            list.push_back({select.bytes(0), select.text(1)});
    }
    beginning.insert(beginning.end(), containing.begin(), containing.end());
    return beginning;
}

Status Store::prepareSearch() const
{
    if (!d->searchText)
        d->searchText = std::make_unique<SearchText>();
    return d->searchText->refresh(*d->database);
}

Result<std::vector<SearchHit>> Store::search(const QString &text, int limit, const RecordType *only) const
{
    const QString needle = text.trimmed().toLower();
    std::vector<SearchHit> hits;
    if (needle.isEmpty())
        return hits;
    CORE_ASSIGN(std::vector<SearchText::Found> found, d->findText(needle.toUtf8(), size_t(limit), only));
    // The number of a document may be typed with any brackets around its year.
    if (const QString number = documentNumber(needle).toLower(); number.contains(u'〔') && number != needle) {
        CORE_ASSIGN(std::vector<SearchText::Found> also, d->findText(number.toUtf8(), size_t(limit), only));
        found.insert(found.end(), also.begin(), also.end());
    }
    for (const auto &[typeKey, id] : found) {
        const RecordType *type = findRecordType(QLatin1StringView(typeKey));
        if (!type || int(hits.size()) >= limit)
            continue;
        CORE_ASSIGN(const QVariantList record, values(*type, id));
        hits.push_back({type, id, display(*type, record), hintOf(*this, *type, record)});
    }
    return hits;
}

} // namespace core
