// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/samplewords.h"

#include "core/base/tr.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core {
namespace {

Result<QJsonObject> readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, tr("程序缺少示范县的词表，请重新安装。"), path};
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isObject())
        return Error{Error::Code::FileFormat, tr("示范县的词表已损坏，请重新安装。"),
                     path + u": "_s + fault.errorString()};
    return document.object();
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

template<typename E>
E choice(const QString &key)
{
    E value{};
    Codec<E>::fromVariant(key, value);
    return value;
}

SampleWords::GivenNames givenNames(const QJsonValue &value)
{
    return {value["single"_L1].toString(), value["first"_L1].toString(), value["second"_L1].toString()};
}

std::vector<SampleBusiness> businesses(const QJsonValue &value)
{
    std::vector<SampleBusiness> list;
    for (const QJsonValue &item : value.toArray()) {
        SampleBusiness business{choice<Industry>(item["industry"_L1].toString()),
                                item["unit"_L1].toString(),
                                item["weight"_L1].toInt(1),
                                texts(item["topics"_L1]),
                                texts(item["forms"_L1]),
                                {}};
        if (const QString role = item["role"_L1].toString(); !role.isEmpty())
            business.role = choice<OrganizationRole>(role);
        list.push_back(business);
    }
    return list;
}

/// Lists of titles in the order of the choices of \a E.
template<typename E>
std::vector<QStringList> titles(const QJsonValue &value)
{
    std::vector<QStringList> list;
    for (const Choice &one : std::span<const Choice>(choicesOf(E())))
        list.push_back(texts(value[QLatin1StringView(one.key)]));
    return list;
}

void readPlaces(const QJsonObject &sample, SampleWords &words)
{
    words.countyCode = sample["county"_L1]["code"_L1].toString();
    words.countyName = sample["county"_L1]["name"_L1].toString();
    words.bureau = sample["county"_L1]["bureau"_L1].toString();
    for (const QJsonValue &town : sample["towns"_L1].toArray())
        words.towns.push_back(
            {words.countyCode + town[0].toString(), town[1].toString(), town[2].toInt(), town[3].toInt()});
    words.villageFirst = sample["villages"_L1]["first"_L1].toString();
    words.villageSecond = sample["villages"_L1]["second"_L1].toString();
    words.roads = texts(sample["roads"_L1]);
}

void readOrganizations(const QJsonObject &sample, SampleWords &words)
{
    words.associations = businesses(sample["associations"_L1]);
    words.institutions = businesses(sample["institutions"_L1]);
    for (const QJsonValue &item : sample["community"_L1].toArray())
        words.communities.push_back(
            {choice<CommunityCategory>(item["category"_L1].toString()), texts(item["forms"_L1])});
    words.intermediaries = texts(sample["intermediaries"_L1]);
    words.partyTitles = titles<PartyActivityKind>(sample["party_titles"_L1]);
    words.serviceTitles = titles<ServiceKind>(sample["service_titles"_L1]);
    words.projects = texts(sample["projects"_L1]);
    words.buyers = texts(sample["buyers"_L1]);
    for (const QJsonValue &item : sample["violations"_L1].toArray())
        words.violations.push_back(
            {choice<PenaltyKind>(item[0].toString()), item[1].toString(), item[2].toString()});
}

} // namespace

Result<SampleWords> SampleWords::load()
{
    CORE_ASSIGN(const QJsonObject names, readJson(u":/names/names.json"_s));
    CORE_ASSIGN(const QJsonObject sample, readJson(u":/names/sample.json"_s));
    SampleWords words;
    for (const QJsonValue &surname : names["surnames"_L1].toArray()) {
        words.surnames.emplace_back(surname[0].toString(), surname[1].toInt());
        words.surnameWeight += surname[1].toInt();
    }
    words.male = givenNames(names["male"_L1]);
    words.female = givenNames(names["female"_L1]);
    words.firmFirst = names["firm"_L1]["first"_L1].toString();
    words.firmSecond = names["firm"_L1]["second"_L1].toString();
    words.firmThird = names["firm"_L1]["third"_L1].toString();
    readPlaces(sample, words);
    readOrganizations(sample, words);
    return words;
}

QString SampleWords::personName(SampleRandom &random, bool isMale) const
{
    int ticket = random.below(surnameWeight);
    QString name;
    for (const auto &[surname, weight] : surnames) {
        ticket -= weight;
        if (ticket < 0) {
            name = surname;
            break;
        }
    }
    const GivenNames &given = isMale ? male : female;
    if (random.chance(250))
        return name + random.pick(given.single);
    return name + random.pick(given.first) + random.pick(given.second);
}

QString SampleWords::firmName(qint64 number) const
{
    const qint64 pair = number % firmNames();
    const qint64 round = number / firmNames();
    QString name = QString(firmFirst[pair % firmFirst.size()]) + firmSecond[pair / firmFirst.size()];
    if (round > 0)
        name += firmThird[(round - 1) % firmThird.size()];
    return name;
}

} // namespace core
