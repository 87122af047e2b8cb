// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/resultrecord.h"

#include "core/base/sha256.h"
#include "core/base/tr.h"
#include "core/evaluation/remarks.h"
#include "core/record/path.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

// Members of the details, short because there is one of each for every indicator of every organization:
// figures by code: v value, t text, p parts, l last year, n note; points by code: [points, state].

constexpr const char *stateNames[] = {"scored", "missing",  "pending", "averaged",
                                      "given",  "left-out", "nothing", "blocked"};
static_assert(std::size(stateNames) == enumCount<Award::State>);

QJsonObject figureToJson(const Figure &figure)
{
    QJsonObject json;
    if (figure.text.isEmpty())
        json.insert("v"_L1, figure.value.toString());
    else
        json.insert("t"_L1, figure.text);
    if (!figure.parts.empty()) {
        QJsonObject parts;
        for (const Figure::Part &part : figure.parts)
            parts.insert(part.key, part.value.toString());
        json.insert("p"_L1, parts);
    }
    if (figure.lastYear)
        json.insert("l"_L1, figure.lastYear->toString());
    if (!figure.note.isEmpty())
        json.insert("n"_L1, figure.note);
    return json;
}

Decimal decimalOf(const QJsonValue &json)
{
    return Decimal::fromString(json.toString()).value_or(Decimal());
}

Figure figureFromJson(const QJsonObject &json)
{
    Figure figure;
    figure.known = true;
    figure.value = decimalOf(json.value("v"_L1));
    figure.text = json.value("t"_L1).toString();
    const QJsonObject parts = json.value("p"_L1).toObject();
    for (auto it = parts.constBegin(); it != parts.constEnd(); ++it)
        figure.parts.push_back({it.key(), decimalOf(it.value())});
    if (json.contains("l"_L1))
        figure.lastYear = decimalOf(json.value("l"_L1));
    figure.note = json.value("n"_L1).toString();
    return figure;
}

QByteArray details(const Plan &plan, const Candidate &candidate, const Score &score)
{
    QJsonArray facts;
    for (size_t i = 0; i < plan.facts.size() && i < candidate.facts.size(); ++i) {
        if (candidate.facts[i])
            facts.append(plan.facts[i].key);
    }
    QJsonObject figures;
    QJsonObject points;
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    for (size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].leaf >= 0 && candidate.figures[size_t(nodes[n].leaf)].known)
            figures.insert(nodes[n].code, figureToJson(candidate.figures[size_t(nodes[n].leaf)]));
        if (n < score.awards.size())
            points.insert(nodes[n].code,
                          QJsonArray{score.awards[n].points.toString(),
                                     QString::fromLatin1(stateNames[size_t(score.awards[n].state)])});
    }
    QJsonObject json{{u"kind"_s, Codec<OrganizationKind>::toVariant(candidate.kind).toString()},
                     {u"town"_s, candidate.town},
                     {u"facts"_s, facts},
                     {u"figures"_s, figures},
                     {u"points"_s, points}};
    if (candidate.registeredOn.isValid())
        json.insert(u"registered"_s, candidate.registeredOn.toString(Qt::ISODate));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

EvaluationResult resultRecord(const Plan &plan, int year, const Candidate &candidate, const Score &score)
{
    EvaluationResult result;
    result.organization.text = candidate.id;
    result.year = year;
    result.rated = score.rated;
    result.total = score.total;
    if (score.band >= 0)
        result.band = plan.scheme->bands[size_t(score.band)].name;
    for (const Ranking ranking : allOf<Ranking>())
        result.*pointsMember(ranking) = score.ranked[ranking];
    result.bonus = score.bonus;
    result.deduction = score.deduction;
    const auto rank = [](const Rank &r, std::optional<qint64> &place, std::optional<qint64> &count) {
        if (r.rank > 0) {
            place = r.rank;
            count = r.count;
        }
    };
    rank(score.inKind, result.rankInKind, result.countInKind);
    rank(score.inTown, result.rankInTown, result.countInTown);
    result.previousTotal = candidate.previousTotal;
    result.warning = score.warning;
    result.note.text = remarksFor(plan, candidate, score).all().join(u'\n');
    result.details.text = QString::fromUtf8(details(plan, candidate, score));
    return result;
}

Result<Candidate> candidateOf(const Plan &plan, const EvaluationResult &result)
{
    const QJsonObject json = QJsonDocument::fromJson(result.details.text.toUtf8()).object();
    Candidate candidate;
    candidate.id = result.organization.text;
    if (!Codec<OrganizationKind>::fromVariant(json.value("kind"_L1).toString(), candidate.kind))
        return Error{Error::Code::FileFormat,
                     tr("一条评价结果的明细读不出来，无法重算。请用“校验数据文件”检查。"),
                     u"evaluation_result "_s + result.id.text};
    candidate.town = json.value("town"_L1).toString();
    candidate.registeredOn = QDate::fromString(json.value("registered"_L1).toString(), Qt::ISODate);
    candidate.previousTotal = result.previousTotal;
    const QJsonArray facts = json.value("facts"_L1).toArray();
    for (const PlanFact &fact : plan.facts)
        candidate.facts.push_back(facts.contains(fact.key));
    const KindPlan &kind = plan.of(candidate.kind);
    candidate.figures.resize(size_t(kind.leaves));
    const QJsonObject figures = json.value("figures"_L1).toObject();
    for (const PlanNode &node : kind.nodes) {
        if (node.leaf >= 0 && figures.contains(node.code))
            candidate.figures[size_t(node.leaf)] = figureFromJson(figures.value(node.code).toObject());
    }
    return candidate;
}

std::vector<std::optional<Decimal>> storedPoints(const Plan &plan, OrganizationKind kind,
                                                 const EvaluationResult &result)
{
    const QJsonObject points =
        QJsonDocument::fromJson(result.details.text.toUtf8()).object().value("points"_L1).toObject();
    std::vector<std::optional<Decimal>> stored;
    for (const PlanNode &node : plan.of(kind).nodes)
        stored.push_back(Decimal::fromString(points.value(node.code).toArray().at(0).toString()));
    return stored;
}

QByteArray hashedBytes(const EvaluationResult &result)
{
    QByteArray bytes;
    for (const Field &field : recordType<EvaluationResult>().fields) {
        if (&field == &fieldOf<&EvaluationResult::id>() ||
            &field == &fieldOf<&EvaluationResult::evaluation>())
            continue;
        // Lengths keep neighbouring values apart.
        const QByteArray value = field.read(&result).toString().toUtf8();
        bytes += QByteArray(field.key) + ' ' + QByteArray::number(value.size()) + ' ' + value + '\n';
    }
    return bytes;
}

QString hashOf(std::span<const EvaluationResult> results)
{
    std::vector<const EvaluationResult *> ordered;
    for (const EvaluationResult &result : results)
        ordered.push_back(&result);
    std::ranges::sort(ordered, {}, [](const EvaluationResult *result) { return result->organization.text; });
    Sha256 hash;
    for (const EvaluationResult *result : ordered)
        hash.add(hashedBytes(*result));
    return QString::fromLatin1(hash.takeHex());
}

} // namespace core
