// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"

#include "core/base/calendar.h"
#include "core/base/tr.h"
#include "core/features.h"
#include "ui/featurepages.h"
#include "ui/models/duemodel.h"
#include "ui/style/theme.h"
#include "ui/widgets/barmeter.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractTableModel>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listedDue = 200;

Tone toneOf(core::DataFinding::Weight weight)
{
    switch (weight) {
    case core::DataFinding::Weight::Late: return Tone::Late;
    case core::DataFinding::Weight::Soon: return Tone::Soon;
    case core::DataFinding::Weight::Plain: break;
    }
    return Tone::Neutral;
}

/// The sign of a figure: that of the page its records have, or a warning.
Icon signOf(const core::DataFinding &finding)
{
    if (finding.weight != core::DataFinding::Weight::Plain)
        return Icon::Warning;
    for (const PageEntry &entry : navigation()) {
        if (finding.query.type == QLatin1StringView(entry.key))
            return entry.icon;
    }
    return Icon::Filing;
}

/// The data check-up: what and how many.
class FindingModel : public QAbstractTableModel
{
public:
    FindingModel(const std::vector<core::Found> &findings, QObject *parent)
        : QAbstractTableModel(parent)
        , m_findings(findings)
    {}

    void reset()
    {
        beginResetModel();
        endResetModel();
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_findings.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const core::Found &found = m_findings[size_t(index.row())];
        if (role == Qt::DisplayRole)
            return index.column() == 0 ? QVariant(found.finding.title)
                                       : QVariant(QLocale().toString(found.count));
        if (role == Qt::TextAlignmentRole && index.column() == 1)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role == ToneRole && index.column() == 1 &&
            found.finding.weight != core::DataFinding::Weight::Plain)
            return int(toneOf(found.finding.weight));
        return {};
    }

private:
    const std::vector<core::Found> &m_findings;
};

} // namespace

HomePage::HomePage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_questions(session.store)
{
    setObjectName(u"home"_s);
    build();
    followStore();
}

void HomePage::build()
{
    m_day = new TextLabel(TextRole::Secondary);
    auto *all = layOut({new TextLabel(TextRole::PageTitle, core::tr("今日要办")), m_day});

    m_empty = new EmptyState(Icon::Import, core::tr("先把台账导进来"),
                             core::tr("从“区划”开始，再导入社会团体、民非、社区社会组织的 Excel 台账，"
                                      "然后是党建、公益活动和年检。"));
    auto *import = m_empty->addAction(core::tr("导入 Excel 台账"), "importFirst");
    connect(import, &QPushButton::clicked, this, [this] { this->session().navigator.showImport(); });
    all->addWidget(m_empty, 1);

    m_body = new QWidget;
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(size::gutter);
    body->addWidget(buildTiles());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(size::gutter);
    columns->addWidget(buildDue(), 9);
    m_right = new QVBoxLayout;
    m_right->setSpacing(size::gutter);
    m_right->addWidget(buildCheckUp(), 1);
    columns->addLayout(m_right, 5);
    body->addLayout(columns, 1);
    all->addWidget(m_body, 1);
    // Which of the two is shown is known with the first answer.
    m_empty->hide();
    m_body->hide();
    all->addStretch(0);
}

QWidget *HomePage::buildTiles()
{
    auto *area = new QWidget;
    auto *tiles = new QHBoxLayout(area);
    tiles->setContentsMargins({});
    tiles->setSpacing(size::gutter);
    const auto add = [&](Icon sign, const QString &label, const QString &name) {
        auto *tile = new StatTile(sign, label);
        tile->setObjectName(name);
        tiles->addWidget(tile, 1);
        return tile;
    };
    const QDate today = session().today();
    m_late = add(Icon::Triangle, core::tr("已超期"), u"late"_s);
    m_soon = add(Icon::Diamond, core::tr("%1 天内到期").arg(core::dueSoonDays(today)), u"soon"_s);
    connect(m_late, &QAbstractButton::clicked, this, [this] { session().navigator.showDue(Due::Late); });
    connect(m_soon, &QAbstractButton::clicked, this, [this] { session().navigator.showDue(Due::Soon); });
    for (const core::HeadFigure &figure : core::allHeadFigures(today)) {
        const size_t at = m_figures.size();
        m_figures.push_back(add(signOf(figure.finding), figure.finding.title, figure.finding.key));
        connect(m_figures.back(), &QAbstractButton::clicked, this, [this, at] {
            const core::DataFinding &finding = m_answer.figures[at].figure.finding;
            session().navigator.showList(finding.query, finding.title);
        });
    }
    return area;
}

QWidget *HomePage::buildDue()
{
    m_dueCard = new Card(core::tr("到期事项"), Card::Body::Flush);
    m_dueTable = new DataTable;
    m_dueTable->setObjectName(u"due"_s);
    m_dueModel = new DueModel(this);
    m_dueTable->setModel(m_dueModel);
    m_dueTable->setColumnHidden(DueModel::Day, true);
    m_dueCard->body()->addWidget(m_dueTable, 1);
    connect(m_dueTable, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        const core::DueItem &item = m_dueModel->at(index.row());
        session().navigator.showRecord(item.type(), item.id);
    });
    return m_dueCard;
}

QWidget *HomePage::buildCheckUp()
{
    auto *checkUp = new Card(core::tr("数据体检"), Card::Body::Flush);
    checkUp->setHint(core::tr("点开即是名单"));
    m_findingTable = new DataTable;
    m_findingTable->setObjectName(u"findings"_s);
    m_findingModel = new FindingModel(m_answer.found, this);
    m_findingTable->setModel(m_findingModel);
    m_findingTable->horizontalHeader()->hide();
    checkUp->body()->addWidget(m_findingTable, 1);
    const auto open = [this](const QModelIndex &index) {
        const core::DataFinding &finding = m_answer.found[size_t(index.row())].finding;
        session().navigator.showList(finding.query, finding.title);
    };
    connect(m_findingTable, &DataTable::rowActivated, this, open);
    connect(m_findingTable, &QAbstractItemView::clicked, this, open);
    return checkUp;
}

void HomePage::enter()
{
    if (takeStale())
        ask();
}

void HomePage::focusFirst()
{
    m_dueTable->setFocus();
}

bool HomePage::Answer::isEmpty() const
{
    return late + soon == 0 &&
           std::ranges::all_of(figures, [](const Figure &figure) { return figure.count == 0; });
}

core::Result<HomePage::Answer> HomePage::answerFrom(const core::Store &store, QDate today)
{
    Answer answer;
    const std::vector<const core::DueSource *> sources = core::allDueSources();
    // One reading of the organizations counts all that is counted of them.
    std::vector<core::Query> queries;
    for (const core::DueSpan &span : {core::DueSpan::late(today), core::DueSpan::soon(today)}) {
        for (const core::DueSource *source : sources)
            queries.push_back(core::dueQuery(*source, span));
    }
    std::vector<core::HeadFigure> figures = core::allHeadFigures(today);
    for (const core::HeadFigure &figure : figures) {
        queries.push_back(figure.finding.query);
        for (const auto &[name, query] : figure.among)
            queries.push_back(query);
    }
    CORE_ASSIGN(const std::vector<qint64> counts, store.counts(queries));
    auto count = counts.begin();
    for (qint64 *due : {&answer.late, &answer.soon}) {
        *due = std::accumulate(count, count + qsizetype(sources.size()), qint64(0));
        count += qsizetype(sources.size());
    }
    for (core::HeadFigure &figure : figures) {
        Figure counted;
        counted.count = *count++;
        for (size_t i = 0; i < figure.among.size(); ++i)
            counted.among.push_back(*count++);
        counted.figure = std::move(figure);
        answer.figures.push_back(std::move(counted));
    }
    CORE_ASSIGN(answer.due, core::dueItems(store, sources, core::DueSpan::lateOrSoon(today), listedDue));
    if (answer.isEmpty())
        return answer;
    CORE_ASSIGN(answer.found, core::checkUp(store, core::allFindings(today)));
    CORE_ASSIGN(answer.progress, core::allProgress(store, today));
    return answer;
}

void HomePage::ask()
{
    const QDate today = session().today();
    const auto left = core::WorkCalendar::shipped().workingDaysBetween(today, QDate(today.year(), 12, 31));
    m_day->setText(core::tr("%1 · 今年还有 %2 个工作日")
                       .arg(QLocale(QLocale::Chinese).toString(today, u"yyyy 年 M 月 d 日 dddd"_s))
                       .arg(left.count));
    constexpr int subject = 0;
    m_questions.ask<Answer>(
        subject, [today](const core::Store &own) { return answerFrom(own, today); },
        [this](core::Result<Answer> answer) {
            if (answer)
                show(*std::move(answer));
            else
                session().prompt.error(answer.error());
        });
}

void HomePage::show(Answer answer)
{
    m_answer = std::move(answer);
    m_empty->setVisible(m_answer.isEmpty());
    m_body->setVisible(!m_answer.isEmpty());
    showDue();
    showFindings();
    showProgress();
    showTiles();
    Q_EMIT counted();
}

void HomePage::showDue()
{
    const QLocale locale;
    const qint64 all = m_answer.late + m_answer.soon;
    const qint64 listed = qint64(m_answer.due.size());
    m_dueModel->setItems(m_answer.due, session().today());
    m_dueCard->setHint(
        listed == all
            ? core::tr("共 %1 项").arg(locale.toString(all))
            : core::tr("共 %1 项，先列最早的 %2 项").arg(locale.toString(all), locale.toString(listed)));
    m_dueTable->horizontalHeader()->setStretchLastSection(false);
    m_dueTable->fitColumns(300);
    for (const DueModel::Column column : {DueModel::Organization, DueModel::Deadline})
        m_dueTable->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void HomePage::showFindings()
{
    static_cast<FindingModel *>(m_findingModel)->reset();
    m_findingTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_findingTable->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void HomePage::showProgress()
{
    while (m_jobs.size() < m_answer.progress.size()) {
        const size_t at = m_jobs.size();
        const Job job{new Card, new BarMeter};
        job.card->body()->addWidget(job.meter);
        m_right->insertWidget(int(at), job.card);
        connect(job.meter, &BarMeter::activated, this, [this, at](int row) {
            const core::JobProgress::Part &part = m_answer.progress[at].parts[size_t(row)];
            session().navigator.showList(part.query, part.name);
        });
        m_jobs.push_back(job);
    }
    for (size_t i = 0; i < m_jobs.size(); ++i) {
        m_jobs[i].card->setVisible(i < m_answer.progress.size());
        if (i >= m_answer.progress.size())
            continue;
        QList<MeterRow> rows;
        qint64 done = 0;
        qint64 all = 0;
        for (const core::JobProgress::Part &part : m_answer.progress[i].parts) {
            rows.append({part.name, part.done, part.all, {}, Tone::Accent});
            done += part.done;
            all += part.all;
        }
        m_jobs[i].card->setTitle(m_answer.progress[i].title);
        m_jobs[i].card->setHint(
            u"%1 %2 / %3"_s.arg(m_answer.progress[i].doneWord, QString::number(done), QString::number(all)));
        m_jobs[i].meter->setRows(rows);
    }
}

void HomePage::showTiles()
{
    const QDate today = session().today();
    const QLocale locale;
    m_late->setFigure(locale.toString(m_answer.late), m_answer.late > 0 ? Tone::Late : Tone::Neutral);
    if (m_answer.late > 0 && !m_answer.due.empty()) {
        const core::DueItem &first = m_answer.due.front();
        m_late->setHint(core::tr("最久 %1 天 · %2")
                            .arg(locale.toString(first.due.daysTo(today)), core::tr(first.source->title)));
    } else {
        m_late->setHint(core::tr("没有超期"));
    }
    QStringList subjects;
    for (const core::DueSource *source : core::allDueSources())
        subjects.append(core::tr(source->title));
    m_soon->setFigure(locale.toString(m_answer.soon), m_answer.soon > 0 ? Tone::Soon : Tone::Neutral);
    m_soon->setHint(subjects.join(u"、"_s));
    for (size_t i = 0; i < m_figures.size() && i < m_answer.figures.size(); ++i) {
        const Figure &figure = m_answer.figures[i];
        QStringList hints;
        if (!figure.figure.hint.isEmpty())
            hints.append(figure.figure.hint);
        for (size_t k = 0; k < figure.among.size(); ++k)
            hints.append(u"%1 %2"_s.arg(figure.figure.among[k].first, locale.toString(figure.among[k])));
        m_figures[i]->setFigure(locale.toString(figure.count),
                                figure.count > 0 ? toneOf(figure.figure.finding.weight) : Tone::Neutral);
        m_figures[i]->setHint(hints.join(u" · "_s));
    }
}

} // namespace ui
