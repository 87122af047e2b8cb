// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Records whose names are written in another form.
#include "core/exchange/namekey.h"
#include "core/exchange/recordlookup.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// True of what is called without a name, and so is the one around: 经济开发区, 本县.
bool isNamelessRegion(const QString &region)
{
    static const QRegularExpression nameless(
        u"^(?:[本我全][省市县区]|(?:省级|国家级|经济|技术|高新|产业|旅游|工业)*(?:开发|度假|园|新)区)$"_s);
    return nameless.match(region).hasMatch();
}

} // namespace

bool RecordLookup::isOwnRegion(QString region) const
{
    // Where it is not known which county it is, any may be it.
    while (!region.isEmpty() && !m_ownRegions.empty()) {
        if (m_regions.contains(region) || m_byText.contains(region))
            return true;
        const auto own = std::find_if(m_ownRegions.begin(), m_ownRegions.end(),
                                      [&](const QString &name) { return region.startsWith(name); });
        if (own == m_ownRegions.end())
            return isNamelessRegion(region);
        region.remove(0, own->size());
    }
    return true;
}

QString RecordLookup::withoutOwnRegion(QString words) const
{
    for (;;) {
        const auto own = std::find_if(m_ownRegions.begin(), m_ownRegions.end(), [&](const QString &name) {
            return words.size() > name.size() + 1 && words.startsWith(name);
        });
        if (own == m_ownRegions.end())
            return words;
        words.remove(0, own->size());
    }
}

bool RecordLookup::mayLieWithin(size_t entry, const NameForms &forms,
                                const std::vector<QString> &within) const
{
    const auto isWithin = [&](const QString &id) {
        return std::find(within.begin(), within.end(), id) != within.end();
    };
    const bool isSaid =
        std::any_of(forms.within.begin(), forms.within.end(), [](QChar c) { return c.isLetter(); });
    // It is the town itself, or the register calls it so.
    if (!isSaid || isWithin(idOf(Entry(entry))) ||
        m_type->traits.nameForms(nameOf(Entry(entry))).within == forms.within)
        return true;
    for (size_t i = 0; i < m_naming.size(); ++i) {
        const Field &field = m_type->fields[size_t(m_naming[i])];
        const QString place = m_known[entry].values.value(qsizetype(i)).toString();
        if (field.kind == Kind::Reference && field.target && &field.target() == m_type && !place.isEmpty() &&
            !isWithin(place))
            return false;
    }
    return true;
}

std::vector<RecordLookup::Entry> RecordLookup::findByForm(const Mention &mention) const
{
    const QString words = wordsOf(mention);
    if (!m_type->traits.nameForms || words.isEmpty())
        return {};
    std::vector<Entry> entries = findByForm(mention, words);
    if (const QString bare = withoutOwnRegion(words); entries.empty() && bare != words)
        entries = findByForm(mention, bare);
    return entries;
}

std::vector<RecordLookup::Entry> RecordLookup::findByForm(const Mention &mention, const QString &words) const
{
    const NameForms forms = m_type->traits.nameForms(words);
    if (!isOwnRegion(forms.region))
        return {};
    std::vector<size_t> entries = m_byPlain.value(forms.plain);
    if (forms.plain != words) { // a code, or an alias
        const std::vector<size_t> byText = m_byText.value(forms.plain);
        entries.insert(entries.end(), byText.begin(), byText.end());
    }
    keepAmong(entries, mention.among);
    if (entries.empty() && !forms.isWhole) {
        entries = m_byStem.value(forms.stem);
        keepAmong(entries, mention.among);
    }
    if (entries.empty() && mention.among)
        entries = m_byText.value(foldedName(forms.within));
    keepAmong(entries, mention.among);
    // 甲镇乙村 lies in 甲镇, and so does what stands beside it; where they say two, it is not known in which.
    std::vector<QString> within;
    for (const size_t entry : m_byText.value(foldedName(forms.within)))
        within.push_back(idOf(Entry(entry)));
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    std::vector<size_t> beside = entries;
    keepRelated(beside, mention.related);
    keepRelated(entries, within);
    if (entries.size() > 1 || beside == entries)
        entries = std::move(beside);
    else if (beside.size() == 1)
        entries.push_back(beside.front());
    if (entries.size() == 1 && !mayLieWithin(entries.front(), forms, within))
        return {};
    return {entries.begin(), entries.end()};
}

} // namespace core
