// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"

#include "core/base/calendar.h"
#include "core/base/deadlinewords.h"
#include "core/base/rules.h"
#include "core/base/tr.h"
#include "core/registry/organization.h"
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
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listedDue = 200;

/// The due dates of the home page.
class DueModel : public QAbstractTableModel
{
public:
    enum Column { Subject, Organization, Town, Deadline, ColumnCount };

    DueModel(const std::vector<core::DueItem> &items, const Session &session, QObject *parent)
        : QAbstractTableModel(parent)
        , m_items(items)
        , m_session(session)
        , m_calendar(core::WorkCalendar::shipped())
    {}

    void reset()
    {
        beginResetModel();
        endResetModel();
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const core::DueItem &item = m_items[size_t(index.row())];
        const QDate today = m_session.today();
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
            switch (index.column()) {
            case Subject: return item.subject;
            case Organization: return item.organization;
            case Town: return item.town;
            default: return core::deadlineWords(item.due, today, m_calendar);
            }
        }
        // Only what is late or soon due is listed.
        if (role == ToneRole && index.column() == Deadline)
            return int(item.due < today ? Tone::Late : Tone::Soon);
        if (role == LookRole && index.column() == Town)
            return int(CellLook::Secondary);
        return {};
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        const QStringList heads{core::tr("事项"), core::tr("社会组织"), core::tr("镇街"), core::tr("时限")};
        return heads.value(section);
    }

private:
    const std::vector<core::DueItem> &m_items;
    const Session &m_session;
    const core::WorkCalendar &m_calendar;
};

/// The data check-up: what and how many.
class FindingModel : public QAbstractTableModel
{
public:
    FindingModel(const std::vector<core::DataFinding> &findings, QObject *parent)
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
        const core::DataFinding &finding = m_findings[size_t(index.row())];
        if (role == Qt::DisplayRole)
            return index.column() == 0 ? QVariant(finding.label)
                                       : QVariant(QLocale().toString(finding.count));
        if (role == Qt::TextAlignmentRole && index.column() == 1)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role == ToneRole && index.column() == 1 && finding.weight != core::DataFinding::Weight::Plain)
            return int(finding.weight == core::DataFinding::Weight::Late ? Tone::Late : Tone::Soon);
        return {};
    }

private:
    const std::vector<core::DataFinding> &m_findings;
};

} // namespace

HomePage::HomePage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_reader(session.store)
{
    setObjectName(u"home"_s);
    build();
    // What changes often is asked again when the page is looked at, not at every change.
    connect(&session.store, &core::Store::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            QTimer::singleShot(0, this, &HomePage::enter);
    });
}

void HomePage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(size::page, size::inset, size::page, size::page);
    all->setSpacing(size::gutter);
    auto *head = new QHBoxLayout;
    head->setSpacing(size::gutter);
    m_day = new TextLabel(TextRole::Secondary);
    head->addWidget(new TextLabel(TextRole::PageTitle, core::tr("今日要办")));
    head->addWidget(m_day);
    head->addStretch(1);
    all->addLayout(head);

    m_empty = new EmptyState(Icon::Import, core::tr("先把台账导进来"),
                             core::tr("从“区划”开始，再导入社会团体、民非、社区社会组织的 Excel 台账，"
                                      "然后是党建、公益活动和年检。"));
    auto *import = m_empty->addAction(core::tr("导入 Excel 台账"), "importFirst");
    connect(import, &QPushButton::clicked, this, &HomePage::importWanted);
    all->addWidget(m_empty, 1);

    m_body = new QWidget;
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(size::gutter);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(size::gutter);
    m_late = new StatTile(Icon::Triangle, core::tr("已超期"));
    m_soon = new StatTile(Icon::Diamond, core::tr("%1 天内到期").arg(soonDays()));
    m_warned = new StatTile(Icon::Warning, core::tr("积分预警"));
    m_count = new StatTile(Icon::Organization, core::tr("社会组织"));
    m_late->setObjectName(u"late"_s);
    m_soon->setObjectName(u"soon"_s);
    m_warned->setObjectName(u"warned"_s);
    m_count->setObjectName(u"organizations"_s);
    for (StatTile *tile : {m_late, m_soon, m_warned, m_count})
        tiles->addWidget(tile, 1);
    body->addLayout(tiles);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(size::gutter);
    m_dueCard = new Card(core::tr("到期事项"), Card::Body::Flush);
    m_dueTable = new DataTable;
    m_dueTable->setObjectName(u"due"_s);
    m_dueModel = new DueModel(m_due, session(), this);
    m_dueTable->setModel(m_dueModel);
    m_dueCard->body()->addWidget(m_dueTable, 1);
    columns->addWidget(m_dueCard, 9);
    auto *right = new QVBoxLayout;
    right->setSpacing(size::gutter);
    m_progressCard = new Card(core::tr("年度评价进度"));
    m_meter = new BarMeter;
    m_progressCard->body()->addWidget(m_meter);
    right->addWidget(m_progressCard);
    auto *checkUp = new Card(core::tr("数据体检"), Card::Body::Flush);
    checkUp->setHint(core::tr("点开即是名单"));
    m_findingTable = new DataTable;
    m_findingTable->setObjectName(u"findings"_s);
    m_findingModel = new FindingModel(m_findings, this);
    m_findingTable->setModel(m_findingModel);
    m_findingTable->horizontalHeader()->hide();
    checkUp->body()->addWidget(m_findingTable, 1);
    right->addWidget(checkUp, 1);
    columns->addLayout(right, 5);
    body->addLayout(columns, 1);
    all->addWidget(m_body, 1);
    // Which of the two is shown is known with the first answer.
    m_empty->hide();
    m_body->hide();
    all->addStretch(0);

    connect(m_dueTable, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        session().navigator.showRecord(core::recordType<core::Organization>(),
                                       m_due[size_t(index.row())].organizationId);
    });
    const auto openFinding = [this](const QModelIndex &index) {
        const core::DataFinding &finding = m_findings[size_t(index.row())];
        session().navigator.showList(finding.query, finding.label);
    };
    connect(m_findingTable, &DataTable::rowActivated, this, openFinding);
    connect(m_findingTable, &QAbstractItemView::clicked, this, openFinding);
    connect(m_meter, &BarMeter::activated, this, [this](int row) {
        const core::TownProgress &town = m_towns[size_t(row)];
        core::Query query;
        query.type = u"organization"_s;
        query.where = core::Condition::is(u"town"_s, town.townId);
        session().navigator.showList(query, town.town);
    });
    connect(m_late, &QAbstractButton::clicked, this, [this] {
        core::Query query;
        query.type = u"organization"_s;
        query.where = core::Condition::all(
            {core::Condition::is(u"status"_s, u"active"_s),
             core::Condition::compare(core::Condition::Op::Below, u"term_ends_on"_s, session().today())});
        session().navigator.showList(query, core::tr("任期已满未换届"));
    });
    connect(m_soon, &QAbstractButton::clicked, this, [this] {
        core::Query query;
        query.type = u"organization"_s;
        query.where = core::Condition::all(
            {core::Condition::is(u"status"_s, u"active"_s),
             core::Condition::compare(core::Condition::Op::AtLeast, u"term_ends_on"_s, session().today()),
             core::Condition::compare(core::Condition::Op::Below, u"term_ends_on"_s,
                                      session().today().addDays(soonDays()))});
        session().navigator.showList(query, core::tr("%1 天内任期届满").arg(soonDays()));
    });
    connect(m_warned, &QAbstractButton::clicked, this,
            [this] { session().navigator.showPage(u"evaluation"_s); });
    connect(m_count, &QAbstractButton::clicked, this,
            [this] { session().navigator.showPage(u"organization"_s); });
}

void HomePage::enter()
{
    if (m_stale)
        ask();
}

void HomePage::focusFirst()
{
    m_dueTable->setFocus();
}

int HomePage::evaluatedYear() const
{
    const QDate today = session().today();
    return today.month() <= 6 ? today.year() - 1 : today.year();
}

int HomePage::soonDays() const
{
    const auto rule = core::ruleOn(u"due_soon_days", session().today());
    return rule ? int(rule->number()) : 0;
}

core::Result<HomePage::Answer> HomePage::answerFrom(const core::Store &store, QDate today, int year,
                                                    int soonDays)
{
    Answer answer;
    CORE_ASSIGN(answer.organizations, store.count({.type = u"organization"_s}));
    if (answer.organizations == 0)
        return answer;
    CORE_ASSIGN(answer.onFile,
                store.count({.type = u"organization"_s,
                             .where = core::Condition::is(u"kind"_s, u"community_organization"_s)}));
    CORE_ASSIGN(answer.late, core::countDue(store, {}, today));
    CORE_ASSIGN(answer.soon, core::countDue(store, today, today.addDays(soonDays)));
    CORE_ASSIGN(
        answer.warned,
        store.count({.type = u"evaluation_result"_s,
                     .where = core::Condition::all({core::Condition::is(u"year"_s, year),
                                                    core::Condition::is(u"warning"_s, u"warning"_s)})}));
    CORE_ASSIGN(answer.due, core::dueItems(store, today.addDays(soonDays), listedDue));
    CORE_ASSIGN(answer.findings, core::dataFindings(store, today));
    CORE_ASSIGN(answer.towns, core::evaluationProgress(store, year));
    return answer;
}

void HomePage::ask()
{
    const QDate today = session().today();
    const auto left = core::WorkCalendar::shipped().workingDaysBetween(today, QDate(today.year(), 12, 31));
    m_day->setText(core::tr("%1 · 今年还有 %2 个工作日")
                       .arg(QLocale(QLocale::Chinese).toString(today, u"yyyy 年 M 月 d 日 dddd"_s))
                       .arg(left.count));
    m_stale = false;
    constexpr int subject = 0;
    m_reader.ask<Answer>(
        subject,
        [today, year = evaluatedYear(), soon = soonDays()](const core::Store &own) {
            return answerFrom(own, today, year, soon);
        },
        [this](core::Result<Answer> answer) {
            if (answer)
                show(*std::move(answer));
            else
                session().prompt.error(answer.error());
        });
}

void HomePage::show(Answer answer)
{
    const bool filled = answer.organizations > 0;
    m_empty->setVisible(!filled);
    m_body->setVisible(filled);
    m_due = std::move(answer.due);
    m_findings = std::move(answer.findings);
    m_towns = std::move(answer.towns);
    m_overdue = answer.late;
    showDue();
    showFindings();
    showProgress();
    showTiles(answer);
    Q_EMIT counted();
}

void HomePage::showDue()
{
    static_cast<DueModel *>(m_dueModel)->reset();
    m_dueCard->setHint(core::tr("共 %1 项").arg(m_due.size()));
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
    QList<MeterRow> rows;
    qint64 rated = 0;
    qint64 total = 0;
    for (const core::TownProgress &town : m_towns) {
        rows.append({town.town, town.rated, town.total, {}, Tone::Accent});
        rated += town.rated;
        total += town.total;
    }
    m_progressCard->setTitle(core::tr("%1 年度评价进度").arg(evaluatedYear()));
    m_progressCard->setHint(core::tr("已评 %1 / %2").arg(rated).arg(total));
    m_meter->setRows(rows);
}

void HomePage::showTiles(const Answer &answer)
{
    const QDate today = session().today();
    const QLocale locale;
    m_late->setFigure(locale.toString(answer.late), answer.late > 0 ? Tone::Late : Tone::Neutral);
    if (!m_due.empty() && m_due.front().due < today)
        m_late->setHint(
            core::tr("最久 %1 天 · %2").arg(m_due.front().due.daysTo(today)).arg(m_due.front().subject));
    else
        m_late->setHint(core::tr("没有超期"));
    m_soon->setFigure(locale.toString(answer.soon), answer.soon > 0 ? Tone::Soon : Tone::Neutral);
    m_soon->setHint(core::tr("换届、等级到期"));
    m_warned->setFigure(locale.toString(answer.warned), answer.warned > 0 ? Tone::Late : Tone::Neutral);
    m_warned->setHint(core::tr("%1 年度").arg(evaluatedYear()));
    m_count->setFigure(locale.toString(answer.organizations));
    m_count->setHint(
        core::tr("登记及其他 %1 · 备案 %2").arg(answer.organizations - answer.onFile).arg(answer.onFile));
}

} // namespace ui
