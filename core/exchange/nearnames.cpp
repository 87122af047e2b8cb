// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/nearnames.h"

#include "core/exchange/namekey.h"
#include "core/exchange/ownregions.h"
#include "core/record/format.h"
#include "core/store/store.h"
#include "core/tabular/header.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t mostNames = 10'000;
constexpr qsizetype fewestCharacters = 3; // what is left of a name must still name something

/// The letters and figures of a name, figures as Chinese ones: 第1协会 is 第一协会.
QString lettersOf(const QString &name)
{
    constexpr QStringView figures = u"〇一二三四五六七八九";
    QString letters;
    for (const QChar c : foldedName(name)) {
        if (c >= u'0' && c <= u'9')
            letters += figures[c.unicode() - u'0'];
        else if (c.isLetter())
            letters += c;
    }
    return letters;
}

/// Takes \a beginning off the front of \a name. False: it does not begin so, or nothing would be left.
bool takeOff(QString &name, const QString &beginning)
{
    if (beginning.isEmpty() || !name.startsWith(beginning) ||
        name.size() < beginning.size() + fewestCharacters)
        return false;
    name.remove(0, beginning.size());
    return true;
}

/// A name without the bracket behind it; empty: there is none, or an organization stands in it.
QString withoutBracket(const QString &name)
{
    if (!endsInBracket(name))
        return {};
    static const QRegularExpression bracket(uR"(^(.+?)\s*[(（\[【〔]([^()（）]*)[)）\]】〕]$)"_s);
    const auto match = bracket.match(name);
    return isLikeOrganization(match.captured(2)) ? QString() : match.captured(1);
}

} // namespace

Result<NearNames> NearNames::load(const Store &store, const RecordType &type)
{
    NearNames similar;
    if (type.traits.match.empty() || isPersonal(type.displayField()))
        return similar;
    const auto &last = type.traits.match.back();
    const Field *place = last.size() == 2 ? type.field(QAnyStringView(last.back())) : nullptr;
    if (!place || place->kind != Kind::Reference || !type.traits.unique.empty() ||
        QLatin1StringView(last.front()) != QLatin1StringView(type.displayField().key))
        return similar;
    similar.m_name = type.indexOf(QAnyStringView(last.front()));
    similar.m_place = type.indexOf(QAnyStringView(last.back()));
    similar.m_regions = ownRegions(store.info());
    const RecordType &places = place->target();
    Query ofGroup{.type = QString::fromLatin1(places.key),
                  .columns = {QString::fromLatin1(places.displayField().key), u"id"_s}};
    if (places.traits.group && place->traits.among)
        ofGroup.where =
            Condition::is(QString::fromLatin1(places.traits.group), QString::fromLatin1(place->traits.among));
    CORE_TRY(store.each(ofGroup, [&](const QVariantList &row) {
        similar.m_places.emplace_back(lettersOf(row.at(0).toString()), row.at(1).toString());
        return true;
    }));
    QVariantList values(qsizetype(type.fields.size()));
    CORE_TRY(store.each(
        {.type = QString::fromLatin1(type.key),
         .columns = {u"id"_s, QString::fromLatin1(last.front()), QString::fromLatin1(last.back())}},
        [&](const QVariantList &row) {
            values[similar.m_name] = row.at(1);
            values[similar.m_place] = row.at(2);
            similar.add(similar.formOf(values), row.at(0).toString(), 0);
            return similar.m_name >= 0;
        }));
    return similar;
}

NearNames::Form NearNames::formOf(const QVariantList &values) const
{
    if (m_name < 0)
        return {};
    const QString name = values.at(m_name).toString();
    Form form{lettersOf(name), {}, values.at(m_place).toString()};
    const auto shorten = [&](QString &letters) {
        takeOff(letters, u"原"_s);
        for (const QString &region : m_regions) {
            if (takeOff(letters, region))
                form.front = Front::Region;
        }
        for (const auto &[place, id] : m_places) {
            if ((form.place.isEmpty() || form.place == id) && takeOff(letters, place)) {
                form.place = id;
                form.front = Front::Place;
                break;
            }
        }
    };
    shorten(form.whole);
    if (const QString bare = withoutBracket(name); !bare.isEmpty()) {
        form.bare = lettersOf(bare);
        shorten(form.bare);
    }
    return form;
}

const NearNames::Known *NearNames::among(const std::vector<Known> &known, const Form &form)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known &one) {
        const bool isOfOneFront =
            one.front == Front::None || form.front == Front::None || one.front == form.front;
        return isOfOneFront && (one.place.isEmpty() || form.place.isEmpty() || one.place == form.place);
    });
    return found == known.end() ? nullptr : &*found;
}

const NearNames::Known *NearNames::find(const Form &form) const
{
    const auto in = [&](const QHash<QString, std::vector<Known>> &names, const QString &name) {
        const auto found = name.isEmpty() ? names.constEnd() : names.constFind(name);
        return found == names.constEnd() ? nullptr : among(*found, form);
    };
    if (const Known *same = in(m_byWhole, form.whole))
        return same;
    // 甲协会（一队） and 甲协会（二队） are two; only the one without a bracket may be either.
    return form.bare.isEmpty() ? in(m_byBare, form.whole) : in(m_byWhole, form.bare);
}

void NearNames::add(const Form &form, const QString &id, int row)
{
    if (m_name < 0)
        return;
    if (++m_count > mostNames) {
        m_name = -1;
        m_byWhole.clear();
        m_byBare.clear();
        return;
    }
    m_byWhole[form.whole].push_back({id, form.place, form.front, row});
    if (!form.bare.isEmpty())
        m_byBare[form.bare].push_back({id, form.place, form.front, row});
}

} // namespace core
