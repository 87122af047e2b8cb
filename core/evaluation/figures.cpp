// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/figures.h"

#include "core/base/tr.h"

#include <QHash>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

/// What a value of a query is to a rule: a number, or the key of a choice.
struct Value
{
    bool known = false;
    Decimal number;
    QString text;
};

/// The kind of the values that a figure's query answers with.
Kind kindOfAnswer(const Query &query)
{
    const bool column = query.measures.empty();
    if (!column && query.measures.front().kind == Measure::Kind::Count)
        return Kind::Integer;
    const QString path = column ? query.columns.front() : query.measures.front().field;
    const RecordType *type = findRecordType(query.type);
    const Field *field = nullptr;
    for (const QString &key : path.split(u'.')) {
        field = type ? type->field(key) : nullptr;
        type = field && field->target ? &field->target() : nullptr;
    }
    if (!field)
        return Kind::Text;
    const bool average = !column && query.measures.front().kind == Measure::Kind::Average;
    return average && field->kind == Kind::Integer ? Kind::Decimal : field->kind;
}

Value valueOf(const QVariant &answer, Kind kind)
{
    if (!answer.isValid() || answer.isNull())
        return {};
    switch (kind) {
    case Kind::Integer: return {true, Decimal::fromInteger(answer.toLongLong()), {}};
    case Kind::Decimal: return {true, Decimal::fromMicro(answer.toLongLong()), {}};
    case Kind::Money: return {true, Decimal::fromMicro(answer.toLongLong() * (Decimal::one / 100)), {}};
    case Kind::YesNo: return {true, {}, answer.toBool() ? u"true"_s : u"false"_s};
    case Kind::Date: return {true, {}, answer.toDate().toString(Qt::ISODate)};
    case Kind::Text:
    case Kind::LongText:
    case Kind::Time:
    case Kind::Choice:
    case Kind::MultiChoice:
    case Kind::Reference:
    case Kind::Attachment: break;
    }
    const QString text = answer.toString();
    return {!text.isEmpty(), {}, text};
}

class Reader
{
public:
    Reader(const Store &store, const Plan &plan, int year, QDate cutoff, Progress &progress)
        : m_store(store)
        , m_plan(plan)
        , m_year(year)
        , m_cutoff(cutoff)
        , m_progress(progress)
    {}

    Result<std::vector<Candidate>> run()
    {
        m_steps = qint64(m_plan.facts.size() + m_plan.figures.size()) + 3;
        CORE_TRY(step(tr("读取社会组织")));
        CORE_TRY(readOrganizations());
        for (size_t i = 0; i < m_plan.facts.size(); ++i) {
            CORE_TRY(step(tr("核对条件：%1").arg(m_plan.facts[i].clause.text)));
            CORE_TRY(readFact(i));
        }
        for (const PlanSlot &slot : m_plan.figures) {
            CORE_TRY(step(tr("汇总指标数据：%1").arg(slot.code)));
            CORE_TRY(readSlot(slot));
        }
        CORE_TRY(step(tr("读取人工评分")));
        CORE_TRY(readManualScores());
        CORE_TRY(step(tr("读取上年成绩")));
        CORE_TRY(readPreviousTotals());
        return std::move(m_candidates);
    }

private:
    Status step(const QString &stage)
    {
        if (m_progress.isCancelled())
            return Progress::cancelledError();
        m_progress.setStage(stage);
        m_progress.report(m_step++, m_steps);
        return ok();
    }

    Status readOrganizations()
    {
        Query query;
        query.type = u"organization"_s;
        query.columns = {u"id"_s, u"kind"_s, u"town"_s, u"registered_on"_s};
        query.year = m_year;
        if (m_plan.scope >= 0)
            query.where = m_plan.facts[size_t(m_plan.scope)].clause.when;
        CORE_TRY(m_store.each(query, [&](const QVariantList &row) {
            Candidate candidate;
            candidate.id = row.at(0).toString();
            Codec<OrganizationKind>::fromVariant(row.at(1), candidate.kind);
            candidate.town = row.at(2).toString();
            candidate.registeredOn = row.at(3).toDate();
            candidate.facts.resize(m_plan.facts.size());
            candidate.figures.resize(size_t(m_plan.of(candidate.kind).leaves));
            m_index.insert(candidate.id, m_candidates.size());
            m_candidates.push_back(std::move(candidate));
            return true;
        }));
        return ok();
    }

    Candidate *find(const QVariant &id)
    {
        const auto found = m_index.constFind(id.toString());
        return found == m_index.constEnd() ? nullptr : &m_candidates[*found];
    }

    Status readFact(size_t fact)
    {
        Query query;
        query.type = u"organization"_s;
        query.columns = {u"id"_s};
        query.where = m_plan.facts[fact].clause.when;
        query.year = m_year;
        return m_store.each(query, [&](const QVariantList &row) {
            if (Candidate *candidate = find(row.at(0)))
                candidate->facts[fact] = true;
            return true;
        });
    }

    /// Runs a figure's query as of \a year and hands over organization, part (empty: none) and value.
    template<typename Take>
    Status readValues(Query query, int year, Take take)
    {
        query.year = year;
        const QDate end = std::min(m_cutoff, QDate(year, 12, 31));
        if (query.window && query.window->fromYear && query.window->toYear == 0) {
            query.window->from = QDate(year + *query.window->fromYear, 1, 1);
            query.window->to = end;
            query.window->fromYear.reset();
            query.window->toYear.reset();
        }
        const Kind kind = kindOfAnswer(query);
        if (query.group.empty())
            query.columns.insert(query.columns.begin(), u"id"_s);
        const bool parts = query.group.size() > 1;
        return m_store.each(query, [&](const QVariantList &row) {
            if (Candidate *candidate = find(row.at(0)))
                take(*candidate, parts ? row.at(1).toString() : QString(), valueOf(row.last(), kind));
            return true;
        });
    }

    static bool noneIsZero(const FigureSource &source)
    {
        if (source.whenNone != FigureSource::WhenNone::Auto)
            return source.whenNone == FigureSource::WhenNone::Zero;
        if (source.dividedBy || source.query.measures.empty())
            return false;
        const Measure::Kind kind = source.query.measures.front().kind;
        return kind == Measure::Kind::Count || kind == Measure::Kind::Sum;
    }

    Status readSlot(const PlanSlot &slot)
    {
        if (slot.source.person)
            return ok();
        std::vector<Figure> figures(m_candidates.size());
        const bool zero = noneIsZero(slot.source);
        if (zero || slot.source.exists) {
            for (Figure &figure : figures) {
                figure.known = true;
                figure.text = slot.source.exists ? u"false"_s : QString();
            }
        }
        const auto at = [&](const Candidate &candidate) -> Figure & {
            return figures[size_t(&candidate - m_candidates.data())];
        };
        CORE_TRY(readValues(slot.source.query, m_year,
                            [&](const Candidate &candidate, const QString &part, const Value &value) {
                                take(at(candidate), part, value, slot.source);
                            }));
        if (slot.lastYear)
            CORE_TRY(readLastYear(slot, zero, at));
        if (slot.source.dividedBy)
            CORE_TRY(divide(slot, figures));
        for (size_t i = 0; i < figures.size(); ++i)
            put(slot, m_candidates[i], std::move(figures[i]));
        return ok();
    }

    static void take(Figure &figure, const QString &part, const Value &value, const FigureSource &source)
    {
        if (!value.known)
            return;
        figure.known = true;
        if (source.exists) {
            const bool any = !value.number.isZero() || (!value.text.isEmpty() && value.text != "false"_L1);
            if (any)
                figure.text = u"true"_s;
            return;
        }
        figure.text = value.text;
        figure.value += value.number;
        if (!part.isEmpty())
            figure.parts.push_back({part, value.number});
    }

    template<typename At>
    Status readLastYear(const PlanSlot &slot, bool zero, At at)
    {
        if (zero) {
            for (const Candidate &candidate : m_candidates)
                at(candidate).lastYear = Decimal();
        }
        return readValues(slot.source.query, m_year - 1,
                          [&](const Candidate &candidate, const QString &, const Value &value) {
                              if (value.known)
                                  at(candidate).lastYear =
                                      at(candidate).lastYear.value_or(Decimal()) + value.number;
                          });
    }

    Status divide(const PlanSlot &slot, std::vector<Figure> &figures)
    {
        std::vector<Decimal> divisors(m_candidates.size());
        CORE_TRY(readValues(*slot.source.dividedBy, m_year,
                            [&](const Candidate &candidate, const QString &, const Value &value) {
                                divisors[size_t(&candidate - m_candidates.data())] += value.number;
                            }));
        for (size_t i = 0; i < figures.size(); ++i) {
            if (divisors[i].isZero())
                figures[i] = {};
            else
                figures[i] = Figure::number(Decimal::ratio(figures[i].value, slot.source.times, divisors[i]));
        }
        return ok();
    }

    void put(const PlanSlot &slot, Candidate &candidate, Figure figure)
    {
        const int leaf = slot.leaf[size_t(candidate.kind)];
        if (leaf < 0)
            return;
        Figure &place = candidate.figures[size_t(leaf)];
        if (slot.item.isEmpty()) {
            place = std::move(figure);
            return;
        }
        // An item of "k of n": met or not.
        const bool met =
            figure.known && (figure.text.isEmpty() ? figure.value > Decimal() : figure.text != "false"_L1);
        setPart(place, slot.item, met ? 1 : 0);
    }

    static void setPart(Figure &figure, const QString &key, Decimal value)
    {
        figure.known = true;
        const auto at =
            std::lower_bound(figure.parts.begin(), figure.parts.end(), key,
                             [](const Figure::Part &part, const QString &k) { return part.key < k; });
        if (at != figure.parts.end() && at->key == key)
            at->value = value;
        else
            figure.parts.insert(at, {key, value});
        figure.value = {};
        for (const Figure::Part &part : figure.parts)
            figure.value += part.value;
    }

    /// What a person entered stands above what a query found: that is how a figure is put right.
    Status readManualScores()
    {
        Query query;
        query.type = u"manual_score"_s;
        query.columns = {u"organization"_s, u"indicator"_s, u"value"_s, u"scorer"_s, u"evidence"_s};
        query.where = Condition::is(u"year"_s, m_year);
        return m_store.each(query, [&](const QVariantList &row) {
            Candidate *candidate = find(row.at(0));
            if (!candidate)
                return true;
            const QString code = row.at(1).toString();
            const QString note =
                QStringList({row.at(3).toString(), row.at(4).toString().simplified()}).join(u"："_s);
            const KindPlan &plan = m_plan.of(candidate->kind);
            const Decimal value = Decimal::fromMicro(row.at(2).toLongLong());
            if (const PlanNode *node = plan.node(code); node && node->leaf >= 0) {
                Figure figure = Figure::number(value);
                figure.lastYear = candidate->figures[size_t(node->leaf)].lastYear;
                figure.note = note == u"："_s ? tr("人工填报") : note;
                candidate->figures[size_t(node->leaf)] = std::move(figure);
            } else if (const PlanNode *parent = plan.node(code.section(u'.', 0, -2));
                       parent && parent->leaf >= 0) {
                setPart(candidate->figures[size_t(parent->leaf)], code.section(u'.', -1), value);
            }
            return true;
        });
    }

    Status readPreviousTotals()
    {
        Query query;
        query.type = u"evaluation_result"_s;
        query.columns = {u"organization"_s, u"total"_s};
        query.where = Condition::all({Condition::is(u"year"_s, m_year - 1), Condition::is(u"rated"_s, true)});
        return m_store.each(query, [&](const QVariantList &row) {
            if (Candidate *candidate = find(row.at(0)))
                candidate->previousTotal = Decimal::fromMicro(row.at(1).toLongLong());
            return true;
        });
    }

    const Store &m_store;
    const Plan &m_plan;
    const int m_year;
    const QDate m_cutoff;
    Progress &m_progress;
    qint64 m_step = 0;
    qint64 m_steps = 0;
    std::vector<Candidate> m_candidates;
    QHash<QString, size_t> m_index;
};

} // namespace

Result<std::vector<Candidate>> readCandidates(const Store &store, const Plan &plan, int year, QDate cutoff,
                                              Progress &progress)
{
    return Reader(store, plan, year, cutoff, progress).run();
}

} // namespace core
