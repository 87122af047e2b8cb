// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tryout.h"

#include "core/base/dateparse.h"
#include "core/base/tr.h"
#include "core/base/writtennumber.h"
#include "core/evaluation/remarks.h"
#include "core/record/format.h"
#include "core/record/path.h"
#include "core/registry/organization.h"

#include <QHash>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

bool isYes(const QString &text)
{
    static const QStringList words = {u"是"_s, u"有"_s, u"√"_s, u"1"_s, u"true"_s};
    return words.contains(text);
}

/// A figure or points, in any way they are written; rounded to what can be held.
std::optional<Decimal> figureIn(const QString &cell)
{
    const bool isPercent = cell.endsWith(u'%') || cell.endsWith(u'％');
    const QString bare = isPercent ? cell.chopped(1) : cell;
    const NumberReading number = readNumber(bare, {.words = NumberStyle::Words::Count, .unit = u"分"});
    return number.isNumber() ? std::optional(Decimal::fromMicro(number.value)) : std::nullopt;
}

/// What a column means.
struct Column
{
    enum class Use { None, Kind, Town, Date, Previous, Indicator, Fact } use = Use::None;
    QString code; ///< Of an indicator.
    QString part;
    size_t fact = 0;
};

class Trier
{
public:
    Trier(const Scheme &scheme, const TextTable &figures)
        : m_plan(makePlan(scheme))
        , m_figures(figures)
    {}

    Result<Tryout> run()
    {
        readHeader();
        const bool any = std::any_of(m_columns.begin(), m_columns.end(),
                                     [](const Column &c) { return c.use == Column::Use::Indicator; });
        if (!any)
            return Error{Error::Code::InvalidInput,
                         tr("表里没有一列的标题是方案中指标的编号或名称，无法计分。请检查表头。"),
                         {}};
        for (const QStringList &row : m_figures.rows)
            readRow(row);
        const std::vector<Score> scores = scoreAll(m_plan, m_candidates);
        write(scores);
        return std::move(m_tryout);
    }

private:
    void readHeader()
    {
        m_given.resize(m_plan.facts.size());
        for (const QString &title : m_figures.header)
            m_columns.push_back(meaning(title.simplified()));
        m_name = nameColumn();
        if (!m_columns.empty())
            m_columns[size_t(m_name)] = {};
        for (qsizetype i = 0; i < m_figures.header.size(); ++i) {
            const QString title = m_figures.header[i].simplified();
            if (i == m_name || isSerial(title))
                continue;
            if (m_columns[size_t(i)].use == Column::Use::None && !title.isEmpty())
                m_tryout.remarks.append(
                    tr("“%1”这一列不是方案里的指标或条件，没有用到。").arg(m_figures.header[i]));
            if (m_columns[size_t(i)].use == Column::Use::Fact)
                m_given[m_columns[size_t(i)].fact] = true;
        }
    }

    static bool isSerial(const QString &title)
    {
        return title == u"序号"_s || title == u"编号"_s || title == u"序"_s;
    }

    /// The column that the register would take for the name of an organization, else the first that is no
    /// serial number.
    qsizetype nameColumn() const
    {
        const Field &name = fieldOf<&Organization::name>();
        const auto isName = [&](const QString &title) {
            return title == tr(name.label) ||
                   std::any_of(name.traits.headings.begin(), name.traits.headings.end(),
                               [&](const char *heading) { return title == tr(heading); });
        };
        for (qsizetype i = 0; i < m_figures.header.size(); ++i) {
            if (isName(m_figures.header[i].simplified()))
                return i;
        }
        return m_figures.header.size() > 1 && isSerial(m_figures.header.front().simplified()) ? 1 : 0;
    }

    Column meaning(const QString &title) const
    {
        using Use = Column::Use;
        if (title == u"类型"_s)
            return {Use::Kind, {}, {}, 0};
        if (title == u"镇街"_s)
            return {Use::Town, {}, {}, 0};
        if (title == u"登记日期"_s)
            return {Use::Date, {}, {}, 0};
        if (title == u"上年总分"_s)
            return {Use::Previous, {}, {}, 0};
        for (size_t i = 0; i < m_plan.facts.size(); ++i) {
            const PlanFact &fact = m_plan.facts[i];
            const QString code = fact.key.section(u' ', 1);
            const bool isApplies =
                fact.key.startsWith("applies"_L1) || fact.key.startsWith("precondition"_L1);
            if (title == fact.key || title == fact.clause.text || (!isApplies && title == code))
                return {Use::Fact, {}, {}, i};
        }
        for (const KindPlan &kind : m_plan.kinds) {
            for (const PlanNode &node : kind.nodes) {
                if (node.leaf < 0)
                    continue;
                if (title == node.code || title == node.name || title == node.code + u' ' + node.name)
                    return {Use::Indicator, node.code, {}, 0};
                if (title.startsWith(node.code + u'.'))
                    return {Use::Indicator, node.code, title.mid(node.code.size() + 1), 0};
            }
        }
        return {};
    }

    void readRow(const QStringList &row)
    {
        const QString name = row.value(m_name).trimmed();
        if (name.isEmpty())
            return;
        Candidate candidate;
        candidate.id = name;
        for (qsizetype i = 0; i < qsizetype(m_columns.size()); ++i) {
            if (m_columns[size_t(i)].use == Column::Use::Kind)
                candidate.kind = kindOf(row.value(i).trimmed(), name);
        }
        const KindPlan &kind = m_plan.of(candidate.kind);
        candidate.figures.resize(size_t(kind.leaves));
        for (size_t i = 0; i < m_plan.facts.size(); ++i) {
            const QString &key = m_plan.facts[i].key;
            const bool asRule =
                key.startsWith("applies"_L1) || key.startsWith("precondition"_L1) || key == "scope"_L1;
            candidate.facts.push_back(!m_given[i] && asRule);
        }
        for (qsizetype i = 0; i < qsizetype(m_columns.size()); ++i)
            readCell(candidate, kind, m_columns[size_t(i)], row.value(i).trimmed());
        m_candidates.push_back(std::move(candidate));
    }

    OrganizationKind kindOf(const QString &text, const QString &name)
    {
        for (const OrganizationKind kind : allOf<OrganizationKind>()) {
            const Choice &choice = choicesOf(kind)[size_t(kind)];
            const QStringList aliases = QString::fromUtf8(choice.aliases).split(u'|');
            if (text == QString::fromUtf8(choice.label) || text == QLatin1StringView(choice.key) ||
                (!text.isEmpty() && aliases.contains(text)))
                return kind;
        }
        if (!text.isEmpty())
            m_tryout.remarks.append(tr("“%1”的类型“%2”不认识，按社会团体计。").arg(name, text));
        return OrganizationKind::Association;
    }

    void readCell(Candidate &candidate, const KindPlan &kind, const Column &column, const QString &cell)
    {
        switch (column.use) {
        case Column::Use::None:
        case Column::Use::Kind: break;
        case Column::Use::Town: candidate.town = cell; break;
        case Column::Use::Date: readDate(candidate, cell); break;
        case Column::Use::Previous: candidate.previousTotal = figureIn(cell); break;
        case Column::Use::Fact: candidate.facts[column.fact] = isYes(cell); break;
        case Column::Use::Indicator: readFigure(candidate, kind, column, cell); break;
        }
    }

    void readDate(Candidate &candidate, const QString &cell)
    {
        const DateReading reading = readDateOrSerial(cell);
        if (reading.isDay())
            candidate.registeredOn = reading.date;
        else if (!cell.isEmpty())
            m_tryout.remarks.append(
                tr("“%1”的登记日期“%2”不是日期，同分时排在有日期的后面。").arg(candidate.id, cell));
    }

    void readFigure(Candidate &candidate, const KindPlan &kind, const Column &column, const QString &cell)
    {
        const PlanNode *node = kind.node(column.code);
        if (!node || node->leaf < 0 || !node->rule || cell.isEmpty())
            return;
        Figure &figure = candidate.figures[size_t(node->leaf)];
        std::optional<Decimal> number = figureIn(cell);
        if (const auto *choice = std::get_if<ChoiceRule>(&*node->rule); choice && column.part.isEmpty()) {
            figure = Figure::choice(keyOf(*choice, cell));
            return;
        }
        if (!number && (isYes(cell) || cell == u"否"_s || cell == u"无"_s))
            number = isYes(cell) ? 1 : 0;
        if (!number) {
            m_tryout.remarks.append(
                tr("“%1”的“%2”填的是“%3”，不是数，按没有数据处理。").arg(candidate.id, node->name, cell));
            return;
        }
        if (const auto *manual = std::get_if<ManualRule>(&*node->rule);
            manual && (*number < manual->min || *number > manual->max)) {
            m_tryout.remarks.append(tr("“%1”的“%2”填的是 %3，不在 %4 到 %5 分之间，按最近的一端计。")
                                        .arg(candidate.id, node->name, number->toString(),
                                             manual->min.toString(), manual->max.toString()));
        }
        figure.known = true;
        figure.value += *number;
        if (!column.part.isEmpty()) {
            figure.parts.push_back({column.part, *number});
            std::sort(figure.parts.begin(), figure.parts.end(),
                      [](const Figure::Part &a, const Figure::Part &b) { return a.key < b.key; });
        }
    }

    static QString keyOf(const ChoiceRule &rule, const QString &cell)
    {
        for (const KeyPoints &option : rule.options) {
            if (option.key == cell || option.label == cell)
                return option.key;
        }
        if (cell == u"是"_s || cell == u"有"_s)
            return u"true"_s;
        if (cell == u"否"_s || cell == u"无"_s)
            return u"false"_s;
        return cell;
    }

    void write(const std::vector<Score> &scores)
    {
        QStringList codes;
        QStringList &header = m_tryout.table.header;
        header = {m_figures.header.value(m_name), tr("类型")};
        for (const KindPlan &kind : m_plan.kinds) {
            for (const PlanNode &node : kind.nodes) {
                if (!codes.contains(node.code)) {
                    codes.append(node.code);
                    header.append(node.code + u' ' + node.name);
                }
            }
        }
        header += {tr("加分"), tr("扣分"), tr("总分"), tr("等次"), tr("名次"), tr("同类名次"), tr("说明")};
        for (size_t i = 0; i < scores.size(); ++i)
            m_tryout.table.rows.push_back(line(codes, m_candidates[i], scores[i]));
    }

    QStringList line(const QStringList &codes, const Candidate &candidate, const Score &score) const
    {
        QStringList cells = {candidate.id, choiceLabel(candidate.kind)};
        const std::vector<PlanNode> &nodes = m_plan.of(candidate.kind).nodes;
        for (const QString &code : codes) {
            const PlanNode *node = m_plan.of(candidate.kind).node(code);
            const size_t at = node ? size_t(node - nodes.data()) : nodes.size();
            const bool counts =
                at < score.awards.size() && score.awards[at].state != Award::State::NotApplicable;
            cells.append(counts ? score.awards[at].points.toString() : QString());
        }
        if (score.rated) {
            const QString band = score.band >= 0 ? m_plan.scheme->bands[size_t(score.band)].name : QString();
            cells += {score.bonus.toString(),
                      score.deduction.toString(),
                      score.total.toString(),
                      band,
                      QString::number(score.overall.rank),
                      QString::number(score.inKind.rank)};
        } else {
            cells += QStringList(6);
        }
        cells.append(remarksFor(m_plan, candidate, score).all().join(QString()) +
                     roundingRemark(m_plan, candidate, score));
        return cells;
    }

    Plan m_plan;
    const TextTable &m_figures;
    qsizetype m_name = 0; ///< The column of names.
    std::vector<Column> m_columns;
    std::vector<bool> m_given; ///< By fact: has it a column?
    std::vector<Candidate> m_candidates;
    Tryout m_tryout;
};

} // namespace

Result<Tryout> tryScheme(const Scheme &scheme, const TextTable &figures)
{
    return Trier(scheme, figures).run();
}

} // namespace core
