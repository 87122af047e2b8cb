// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tryout.h"

#include "core/base/dateparse.h"
#include "core/base/mask.h"
#include "core/base/placeholder.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/evaluation/remarks.h"
#include "core/evaluation/tryoutcolumns.h"
#include "core/record/format.h"

#include <algorithm>
#include <map>

namespace core {

using namespace Qt::StringLiterals;

namespace {

bool isYes(const QString &text)
{
    static const QStringList words = {u"是"_s, u"有"_s, u"√"_s, u"1"_s, u"true"_s};
    return words.contains(text);
}

bool isNo(const QString &text)
{
    static const QStringList words = {u"否"_s, u"无"_s, u"×"_s, u"0"_s, u"false"_s};
    return words.contains(text) || isEmptyMark(text);
}

/// Some names, and how many there are.
QString listed(const QStringList &names)
{
    constexpr qsizetype most = 5;
    const QString some = names.mid(0, most).join(u'、');
    return names.size() > most ? tr("%1等 %2 家").arg(some).arg(names.size()) : some;
}

class Trier
{
public:
    Trier(const Scheme &scheme, const TextTable &figures)
        : m_plan(makePlan(scheme))
        , m_figures(figures)
    {}

    Result<Tryout> run()
    {
        CORE_ASSIGN(TryoutColumns read, readTryoutColumns(m_plan, m_figures));
        m_columns = std::move(read.columns);
        m_name = read.name;
        m_tryout.remarks = std::move(read.remarks);
        m_given.resize(m_plan.facts.size());
        for (const Column &column : m_columns) {
            if (column.use == Column::Use::Fact)
                m_given[column.fact] = true;
        }
        for (size_t i = 0; i < m_figures.rows.size(); ++i)
            readRow(i);
        if (m_candidates.empty())
            return Error{Error::Code::InvalidInput,
                         tr("表里没有一行写着组织的名称，没有可以计分的。请检查“%1”这一列。")
                             .arg(m_figures.header.value(m_name)),
                         {}};
        tellMissing();
        tellDoubles();
        const std::vector<Score> scores = scoreAll(m_plan, m_candidates);
        write(scores);
        return std::move(m_tryout);
    }

private:
    using Column = TryoutColumn;

    int rowNumber(size_t row) const
    {
        return row < m_figures.numbers.size() ? m_figures.numbers[row] : int(row) + 2;
    }

    /// Whether a row names an organization; what is told else.
    bool isNamed(size_t at, const QString &name)
    {
        const QStringList &row = m_figures.rows[at];
        const bool hasName = !name.isEmpty() && !isPlaceholder(name);
        if (hasName && !looksMasked(name))
            return true;
        if (hasName)
            m_tryout.remarks.append(
                tr("第 %1 行的名称“%2”是遮盖过的，认不出是哪一家，没有计分。").arg(rowNumber(at)).arg(name));
        else if (std::any_of(row.begin(), row.end(), [](const QString &cell) { return !isBlank(cell); }))
            m_tryout.remarks.append(tr("第 %1 行没有写组织名称，没有计分。").arg(rowNumber(at)));
        return false;
    }

    /// Indicators without a column, and cells that were left empty.
    void tellMissing()
    {
        QStringList marks;
        QStringList others;
        QStringList told;
        for (const Candidate &candidate : m_candidates) {
            for (const PlanNode &node : m_plan.of(candidate.kind).nodes) {
                if (node.leaf < 0 || !node.inKind || told.contains(node.code) || hasColumn(node.code))
                    continue;
                told.append(node.code);
                (node.section == Section::Marks ? marks : others).append(tr("“%1”").arg(node.name));
            }
        }
        if (!marks.isEmpty())
            m_tryout.remarks.append(tr("表里没有%1的列，%2按没有数据处理。")
                                        .arg(marks.join(u'、'), marks.size() > 1
                                                                    ? tr("这 %1 项").arg(marks.size())
                                                                    : tr("这一项")));
        if (!others.isEmpty())
            m_tryout.remarks.append(tr("加分、扣分里的%1在表里没有列，不加也不扣。").arg(others.join(u'、')));
        for (const auto &[code, names] : m_empty)
            m_tryout.remarks.append(tr("“%1”有 %2 家没有填（%3），按没有数据处理。")
                                        .arg(code)
                                        .arg(names.size())
                                        .arg(listed(names)));
    }

    bool hasColumn(const QString &code) const
    {
        return std::any_of(m_columns.begin(), m_columns.end(), [&](const Column &column) {
            return column.use == Column::Use::Indicator && column.code == code;
        });
    }

    /// Names that stand more than once in one town.
    void tellDoubles()
    {
        std::map<std::pair<QString, QString>, std::vector<size_t>> places;
        for (size_t i = 0; i < m_candidates.size(); ++i)
            places[{comparedInTryout(m_candidates[i].id), m_candidates[i].town}].push_back(i);
        for (const auto &[who, at] : places) {
            if (at.size() < 2)
                continue;
            QStringList rows;
            for (const size_t i : at)
                rows.append(QString::number(m_numbers[i]));
            m_tryout.remarks.append(
                tr("“%1”写了 %2 次（第 %3 行），各算一家、都排了名次。如是同一家，请删去多余的行再算。")
                    .arg(m_candidates[at.front()].id)
                    .arg(at.size())
                    .arg(rows.join(u'、')));
        }
    }

    void readRow(size_t at)
    {
        const QStringList &row = m_figures.rows[at];
        const QString name = row.value(m_name).trimmed();
        if (!isNamed(at, name))
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
        m_numbers.push_back(rowNumber(at));
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
        case Column::Use::Previous: readPrevious(candidate, cell); break;
        case Column::Use::Fact: readFact(candidate, column.fact, cell); break;
        case Column::Use::Indicator: readFigure(candidate, kind, column, cell); break;
        }
    }

    void readDate(Candidate &candidate, const QString &cell)
    {
        const DateReading reading = readDateOrSerial(cell);
        if (reading.isDay())
            candidate.registeredOn = reading.date;
        else if (cell.isEmpty())
            m_empty[tr("登记日期")].append(candidate.id);
        else
            m_tryout.remarks.append(
                tr("“%1”的登记日期“%2”不是日期，同分时排在有日期的后面。").arg(candidate.id, cell));
    }

    void readPrevious(Candidate &candidate, const QString &cell)
    {
        candidate.previousTotal = tryoutFigure(cell);
        if (!candidate.previousTotal && !cell.isEmpty() && !isPlaceholder(cell))
            m_tryout.remarks.append(tr("“%1”的上年总分“%2”不是数，没有用到。").arg(candidate.id, cell));
    }

    void readFact(Candidate &candidate, size_t fact, const QString &cell)
    {
        candidate.facts[fact] = isYes(cell);
        if (!isYes(cell) && !isNo(cell) && !cell.isEmpty())
            m_tryout.remarks.append(tr("“%1”的“%2”填的是“%3”，看不出是或否，按否计。")
                                        .arg(candidate.id, m_plan.facts[fact].clause.text, cell));
    }

    /// A cell of an indicator that organizations of this kind do not have.
    void tellNotInKind(const Candidate &candidate, const QString &code, const QString &cell)
    {
        const auto number = tryoutFigure(cell);
        if (!cell.isEmpty() && !isNo(cell) && !(number && number->isZero()))
            m_tryout.remarks.append(tr("“%1”是%2，方案不对它计“%3”，填的“%4”没有用到。")
                                        .arg(candidate.id, choiceLabel(candidate.kind), code, cell));
    }

    void readFigure(Candidate &candidate, const KindPlan &kind, const Column &column, const QString &cell)
    {
        const PlanNode *node = kind.node(column.code);
        if (!node || node->leaf < 0 || !node->rule || !node->inKind)
            return tellNotInKind(candidate, column.code, cell);
        const auto *choice = std::get_if<ChoiceRule>(&*node->rule);
        if (cell.isEmpty()) {
            if (column.part.isEmpty() && !(choice && optionOf(*choice, {})))
                m_empty[node->name].append(candidate.id);
            return;
        }
        Figure &figure = candidate.figures[size_t(node->leaf)];
        std::optional<Decimal> number = tryoutFigure(cell);
        if (choice && column.part.isEmpty())
            return readChoice(candidate, *node, *choice, cell);
        const auto *manual = std::get_if<ManualRule>(&*node->rule);
        if (!number && (cell == u"否"_s || cell == u"无"_s))
            number = 0;
        if (!number && isYes(cell) && !manual) {
            number = 1; // one of what is counted
            m_tryout.remarks.append(
                tr("“%1”的“%2”填的是“%3”，不是数，按 1 计。").arg(candidate.id, node->name, cell));
        }
        if (!number) {
            m_tryout.remarks.append(
                tr("“%1”的“%2”填的是“%3”，不是数，按没有数据处理。").arg(candidate.id, node->name, cell));
            return;
        }
        if (manual && (*number < manual->min || *number > manual->max)) {
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

    void readChoice(Candidate &candidate, const PlanNode &node, const ChoiceRule &rule, const QString &cell)
    {
        const QString key = keyOf(rule, cell);
        if (optionOf(rule, key)) {
            candidate.figures[size_t(node.leaf)] = Figure::choice(key);
            return;
        }
        QStringList known;
        for (const KeyPoints &option : rule.options)
            known.append(option.label.isEmpty() ? option.key : option.label);
        m_tryout.remarks.append(tr("“%1”的“%2”填的是“%3”，方案里没有这一档（有：%4），按没有数据处理。")
                                    .arg(candidate.id, node.name, cell, known.join(u'、')));
    }

    static const KeyPoints *optionOf(const ChoiceRule &rule, const QString &key)
    {
        const auto found = std::find_if(rule.options.begin(), rule.options.end(),
                                        [&](const KeyPoints &option) { return option.key == key; });
        return found == rule.options.end() ? nullptr : &*found;
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
    std::vector<int> m_numbers;             ///< Their rows, as the sheet shows them.
    std::map<QString, QStringList> m_empty; ///< By name of the indicator: who has nothing in its column.
    Tryout m_tryout;
};

} // namespace

Result<Tryout> tryScheme(const Scheme &scheme, const TextTable &figures)
{
    return Trier(scheme, figures).run();
}

} // namespace core
