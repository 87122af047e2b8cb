// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/figures.h"

#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/manualscore.h"
#include "core/store/where.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>
#include <functional>
#include <map>

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

/// Equal for queries that ask the same.
QByteArray keyOf(const Query &query)
{
    return QJsonDocument(query.toJson()).toJson(QJsonDocument::Compact);
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
        m_steps = qint64(m_plan.facts.size()) + 3;
        CORE_TRY(step(tr("读取社会组织")));
        CORE_TRY(readOrganizations());
        CORE_TRY(readFacts());
        CORE_TRY(readFigures());
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
        using R = Organization;
        auto query =
            queryOf<R>(m_plan.scope < 0 ? Condition() : m_plan.facts[size_t(m_plan.scope)].clause.when);
        query.columns = {path<&R::id>(), path<&R::kind>(), path<&R::town>(), path<&R::registeredOn>()};
        query.year = m_year;
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

    /// Conditions that say the same, as "has a party organization" does in several places, are asked once.
    Status readFacts()
    {
        std::map<QByteArray, size_t> asked;
        for (size_t fact = 0; fact < m_plan.facts.size(); ++fact) {
            const Clause &clause = m_plan.facts[fact].clause;
            CORE_TRY(step(tr("核对条件：%1").arg(clause.text)));
            Query query = queryOf<Organization>(clause.when);
            query.columns = {path<&Organization::id>()};
            query.year = m_year;
            const auto [known, isNew] = asked.emplace(keyOf(query), fact);
            if (isNew) {
                CORE_TRY(readFact(query, fact));
                continue;
            }
            for (Candidate &candidate : m_candidates)
                candidate.facts[fact] = candidate.facts[known->second];
        }
        return ok();
    }

    Status readFact(const Query &query, size_t fact)
    {
        return m_store.each(query, [&](const QVariantList &row) {
            if (Candidate *candidate = find(row.at(0)))
                candidate->facts[fact] = true;
            return true;
        });
    }

    /// Takes a value of an organization; the part is empty when the query has none.
    using Take = std::function<void(size_t candidate, const QString &part, const Value &value)>;

    /// One value of a query, and who wants it.
    struct Wanted
    {
        Kind kind = Kind::Integer;
        Take take;
    };
    /// What is asked of the same records in the same groups: one query with a column for each value.
    struct Asked
    {
        QString code; ///< Of the first indicator that asks.
        Query query;
        std::vector<Wanted> wanted;
    };

    /// Has \a take called with the answers of a figure's query as of \a year, at the next readAsked().
    void ask(const QString &code, Query query, int year, Take take)
    {
        query.year = year;
        setWindow(query, year, m_cutoff);
        Wanted wanted{kindOfAnswer(query), std::move(take)};
        const std::vector<QString> columns = std::exchange(query.columns, {});
        std::vector<Measure> measures = std::exchange(query.measures, {});
        const auto [at, isNew] = m_askedAt.emplace(keyOf(query), m_asked.size());
        if (isNew) {
            m_asked.push_back({code, std::move(query), {}});
            if (m_asked.back().query.group.empty())
                m_asked.back().query.columns = {u"id"_s};
        }
        Asked &asked = m_asked[at->second];
        if (measures.empty()) {
            asked.query.columns.push_back(columns.front());
        } else {
            measures.front().name = u"value_%1"_s.arg(asked.wanted.size());
            asked.query.measures.push_back(std::move(measures.front()));
        }
        asked.wanted.push_back(std::move(wanted));
    }

    Status readAsked()
    {
        m_steps += qint64(m_asked.size());
        for (const Asked &asked : m_asked) {
            CORE_TRY(step(tr("汇总指标数据：%1").arg(asked.code)));
            const bool parts = asked.query.group.size() > 1;
            const qsizetype first = parts ? 2 : 1;
            CORE_TRY(m_store.each(asked.query, [&](const QVariantList &row) {
                const auto found = m_index.constFind(row.at(0).toString());
                if (found == m_index.constEnd())
                    return true;
                const QString part = parts ? row.at(1).toString() : QString();
                for (size_t i = 0; i < asked.wanted.size(); ++i) {
                    const Wanted &wanted = asked.wanted[i];
                    wanted.take(*found, part, valueOf(row.at(first + qsizetype(i)), wanted.kind));
                }
                return true;
            }));
        }
        m_asked.clear();
        m_askedAt.clear();
        return ok();
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

    /// What is gathered for one slot. The figure of a whole indicator stands at once where it belongs; that
    /// of an item of "k of n" stands here until all of them are known.
    struct Gathered
    {
        std::vector<Figure> items;     ///< By candidate; empty unless the slot is an item.
        std::vector<Decimal> divisors; ///< By candidate; empty unless there is one.
    };

    /// Null: the indicator is not for this candidate's kind.
    Figure *figureOf(const PlanSlot &slot, Gathered &gathered, size_t candidate)
    {
        if (!slot.item.isEmpty())
            return &gathered.items[candidate];
        const int leaf = slot.leaf[m_candidates[candidate].kind];
        return leaf < 0 ? nullptr : &m_candidates[candidate].figures[size_t(leaf)];
    }

    /// Calls \a change with the figure of every candidate that has one.
    template<typename Change>
    void eachFigure(const PlanSlot &slot, Gathered &gathered, Change change)
    {
        for (size_t candidate = 0; candidate < m_candidates.size(); ++candidate) {
            if (Figure *figure = figureOf(slot, gathered, candidate))
                change(*figure, candidate);
        }
    }

    Status readFigures()
    {
        std::vector<Gathered> gathered(m_plan.figures.size());
        for (size_t i = 0; i < gathered.size(); ++i)
            askFor(m_plan.figures[i], gathered[i]);
        CORE_TRY(readAsked());
        for (size_t i = 0; i < gathered.size(); ++i) {
            const PlanSlot &slot = m_plan.figures[i];
            if (slot.source.dividedBy) {
                eachFigure(slot, gathered[i], [&](Figure &figure, size_t candidate) {
                    const Decimal divisor = gathered[i].divisors[candidate];
                    figure = divisor.isZero()
                                 ? Figure()
                                 : Figure::number(Decimal::ratio(figure.value, slot.source.times, divisor));
                });
            }
            if (!slot.item.isEmpty() && !slot.source.person)
                eachFigure(slot, gathered[i], [&](const Figure &figure, size_t candidate) {
                    putItem(slot, m_candidates[candidate], figure);
                });
        }
        return ok();
    }

    void askFor(const PlanSlot &slot, Gathered &gathered)
    {
        if (slot.source.person)
            return;
        if (!slot.item.isEmpty())
            gathered.items.resize(m_candidates.size());
        const bool zero = noneIsZero(slot.source);
        eachFigure(slot, gathered, [&](Figure &figure, size_t) {
            figure.known = zero || slot.source.exists;
            if (slot.source.exists)
                figure.text = u"false"_s;
            if (slot.lastYear && zero)
                figure.lastYear = Decimal();
        });
        ask(slot.code, slot.source.query, m_year,
            [&](size_t candidate, const QString &part, const Value &value) {
                if (Figure *figure = figureOf(slot, gathered, candidate))
                    take(*figure, part, value, slot.source);
            });
        if (slot.lastYear) {
            ask(slot.code, slot.source.query, m_year - 1,
                [&](size_t candidate, const QString &, const Value &value) {
                    Figure *figure = figureOf(slot, gathered, candidate);
                    if (figure && value.known)
                        figure->lastYear = figure->lastYear.value_or(Decimal()) + value.number;
                });
        }
        if (slot.source.dividedBy) {
            gathered.divisors.resize(m_candidates.size());
            ask(slot.code, *slot.source.dividedBy, m_year,
                [&](size_t candidate, const QString &, const Value &value) {
                    gathered.divisors[candidate] += value.number;
                });
        }
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

    static void putItem(const PlanSlot &slot, Candidate &candidate, const Figure &figure)
    {
        const int leaf = slot.leaf[candidate.kind];
        if (leaf < 0)
            return;
        const bool met =
            figure.known && (figure.text.isEmpty() ? figure.value > Decimal() : figure.text != "false"_L1);
        setPart(candidate.figures[size_t(leaf)], slot.item, met ? 1 : 0);
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
        using R = ManualScore;
        Query query = queryOf<R>(where::is<&R::year>(m_year));
        query.columns = {path<&R::organization>(), path<&R::indicator>(), path<&R::value>(),
                         path<&R::scorer>(), path<&R::evidence>()};
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
        const Result<Evaluation> before = evaluationBefore(m_store, m_year, m_plan.scheme->key);
        if (!before)
            return before.error().code == Error::Code::NotFound ? ok() : Status(before.error());
        using R = EvaluationResult;
        Query query =
            queryOf<R>(Condition::all({where::is<&R::evaluation>(before->id), where::is<&R::rated>(true)}));
        query.columns = {path<&R::organization>(), path<&R::total>()};
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
    std::vector<Asked> m_asked;
    std::map<QByteArray, size_t> m_askedAt; ///< By what is asked of: index into m_asked.
};

} // namespace

void setWindow(Query &query, int year, QDate cutoff)
{
    if (!query.window || !query.window->fromYear || query.window->toYear != 0)
        return;
    query.window->from = QDate(year + *query.window->fromYear, 1, 1);
    query.window->to = std::min(cutoff, QDate(year, 12, 31));
    query.window->fromYear.reset();
    query.window->toYear.reset();
}

Result<std::vector<Candidate>> readCandidates(const Store &store, const Plan &plan, int year, QDate cutoff,
                                              Progress &progress)
{
    return Reader(store, plan, year, cutoff, progress).run();
}

} // namespace core
