// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluationpage.h"

#include "core/base/tr.h"
#include "core/evaluation/storedevaluation.h"
#include "ui/pages/evaluationmodel.h"
#include "ui/pages/explanation.h"
#include "ui/pages/explanationview.h"
#include "ui/pages/rankingpanel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/splitview.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// What the tabs rank by: the total, then each ranking.
std::optional<core::Ranking> rankingOfTab(int tab)
{
    if (tab <= 0)
        return {};
    return core::Ranking(tab - 1);
}

QComboBox *makeFilter(const char *name, const QString &title)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QLatin1StringView(name));
    combo->setAccessibleName(title);
    combo->setToolTip(title);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return combo;
}

} // namespace

EvaluationPage::EvaluationPage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_model(new EvaluationModel(session.store, this))
    , m_questions(session.store)
{
    setObjectName(u"evaluation"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(size::page, 12, size::page, size::page);
    all->setSpacing(size::gutter);
    all->addWidget(buildHead());
    m_stack = new QStackedWidget;
    m_results = new SplitView(buildRanking(), 712, buildWhy(), 418);
    m_empty = new EmptyState(Icon::Evaluation, {}, {});
    auto *emptyCard = new Card({}, Card::Body::Flush);
    emptyCard->body()->addWidget(m_empty);
    QPushButton *start = m_empty->addAction(core::tr("开始评价"), "computeFirst");
    m_stack->addWidget(m_results);
    m_stack->addWidget(emptyCard);
    all->addWidget(m_stack, 1);
    connect(start, &QPushButton::clicked, this, &EvaluationPage::compute);
    connectParts();
}

EvaluationPage::~EvaluationPage() = default;

QWidget *EvaluationPage::buildHead()
{
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(size::gap);
    m_year = makeFilter("year", core::tr("年度"));
    m_evaluation = makeFilter("evaluations", core::tr("本年度的各份评价"));
    m_schemeTag = new Tag({}, Tone::Accent);
    m_schemeTag->setObjectName(u"schemeTag"_s);
    m_stateTag = new Tag({}, Tone::Soon);
    m_stateTag->setObjectName(u"stateTag"_s);
    m_rangeTag = new Tag({}, Tone::Accent);
    m_rangeTag->setObjectName(u"rangeTag"_s);
    m_rangeTag->setClosable(core::tr("清除"));
    for (Tag *tag : {m_schemeTag, m_stateTag})
        tag->setFocusPolicy(Qt::NoFocus);
    m_scheme = makeButton(core::tr("方案…"), ButtonKind::Plain, {}, "chooseScheme");
    m_compute = makeButton(core::tr("重新计算"), ButtonKind::Plain, Icon::Refresh, "compute");
    m_publish = makeButton(core::tr("公布定格…"), ButtonKind::Plain, Icon::Lock, "publish");
    m_withdraw = makeButton(core::tr("撤销公布…"), ButtonKind::Plain, Icon::Undo, "withdraw");
    m_print = makeButton(core::tr("打印报告"), ButtonKind::Primary, {}, "print");
    line->addWidget(m_year);
    line->addWidget(new TextLabel(TextRole::PageTitle, core::tr("年度评价")));
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_evaluation, m_schemeTag, m_stateTag, m_rangeTag})
        line->addWidget(widget);
    line->addStretch();
    for (QPushButton *button : {m_scheme, m_compute, m_publish, m_withdraw, m_print})
        line->addWidget(button);
    return head;
}

QWidget *EvaluationPage::buildRanking()
{
    auto *card = new Card({}, Card::Body::Flush);
    m_tabs = makeTabs("rankings", core::tr("排行榜"));
    m_tabs->addTab(core::tr("总分"));
    for (const core::Ranking ranking : core::allOf<core::Ranking>())
        m_tabs->addTab(core::rankingName(ranking));
    m_kind = makeFilter("kind", core::tr("组织类型"));
    m_kind->addItem(core::tr("全部类型"), QString());
    for (const core::Choice &choice : core::choicesOf(core::OrganizationKind{}))
        m_kind->addItem(core::tr(choice.label), QString::fromLatin1(choice.key));
    m_town = makeFilter("town", core::tr("镇街"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(6, 4, size::gap, 4);
    line->setSpacing(size::gap);
    line->addWidget(m_tabs);
    line->addStretch();
    line->addWidget(m_kind);
    line->addWidget(m_town);
    m_table = new DataTable;
    m_table->setObjectName(u"results"_s);
    m_table->setAccessibleName(core::tr("评价结果"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(36);
    using Model = EvaluationModel;
    for (const auto &[column, width] :
         {std::pair(Model::Rank, 42), std::pair(Model::Name, 170), std::pair(Model::Town, 72),
          std::pair(Model::Extra, 46), std::pair(Model::Total, 56), std::pair(Model::Band, 60),
          std::pair(Model::Change, 66)})
        m_table->setColumnWidth(column, width);
    for (const core::Ranking ranking : core::allOf<core::Ranking>())
        m_table->setColumnWidth(Model::columnOf(ranking), 57);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(EvaluationModel::Name, QHeaderView::Stretch);
    m_table->enableSorting();
    m_panel = new RankingPanel(store());
    card->body()->addLayout(line);
    if (auto *body = qobject_cast<QVBoxLayout *>(card->body())) {
        body->addWidget(m_table, 5);
        body->addWidget(m_panel, 3);
    }
    return card;
}

QWidget *EvaluationPage::buildWhy()
{
    auto *card = new Card({}, Card::Body::Flush);
    m_why = new ExplanationView;
    card->body()->addWidget(m_why);
    return card;
}

void EvaluationPage::connectParts()
{
    m_whyTimer.setSingleShot(true);
    m_whyTimer.setInterval(40);
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(200);
    connect(&m_whyTimer, &QTimer::timeout, this, &EvaluationPage::showWhy);
    connect(&m_reloadTimer, &QTimer::timeout, this, &EvaluationPage::reload);
    connect(&store(), &core::Store::changed, this, &EvaluationPage::follow);
    connect(m_year, &QComboBox::activated, this, [this] { setYear(m_year->currentData().toInt()); });
    connect(m_evaluation, &QComboBox::activated, this,
            [this] { setEvaluation({m_evaluation->currentData().toString()}); });
    const auto narrow = [this] {
        m_scope.kind = m_kind->currentData().toString();
        m_scope.town = m_town->currentData().toString();
        m_scope.ranking = rankingOfTab(m_tabs->currentIndex());
        m_scope.range.reset();
        applyScope();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, narrow);
    connect(m_town, &QComboBox::currentIndexChanged, this, narrow);
    connect(m_tabs, &QTabBar::currentChanged, this, narrow);
    connect(m_rangeTag, &Tag::closed, this, narrow);
    connect(m_table, &DataTable::rowChanged, this, [this](const QModelIndex &index) {
        if (!m_changing && index.isValid())
            m_whyTimer.start();
    });
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        session().navigator.showRecord(core::recordType<core::Organization>(),
                                       m_model->organizationAt(index.row()));
    });
    connect(m_panel, &RankingPanel::rangeChosen, this, [this](const EvaluationScope::Range &range) {
        m_scope.range = range;
        applyScope();
    });
    const auto choose = [](QComboBox *combo, const QString &key) {
        combo->setCurrentIndex(std::max(0, combo->findData(key)));
    };
    connect(m_panel, &RankingPanel::kindChosen, this, [=, this](const QString &key) { choose(m_kind, key); });
    connect(m_panel, &RankingPanel::townChosen, this, [=, this](const QString &id) { choose(m_town, id); });
    connect(m_why, &ExplanationView::recordsWanted, this,
            [this](const core::Query &records, const QString &what) {
                session().navigator.showList(records, what);
            });
    connect(m_why, &ExplanationView::scoreWanted, this, &EvaluationPage::scoreIndicator);
    const auto tellError = [this](const core::Error &error) { session().prompt.error(error); };
    connect(m_model, &EvaluationModel::counted, this, &EvaluationPage::showCounts);
    connect(m_model, &EvaluationModel::filled, this, [this] {
        if (m_model->organizationAt(m_table->currentIndex().row()) != m_selected)
            m_whyTimer.start();
    });
    connect(m_model, &EvaluationModel::failed, this, tellError);
    connect(m_panel, &RankingPanel::failed, this, tellError);
    connect(m_scheme, &QPushButton::clicked, this, &EvaluationPage::chooseScheme);
    connect(m_compute, &QPushButton::clicked, this, &EvaluationPage::compute);
    connect(m_publish, &QPushButton::clicked, this, [this] { askVerb("publish"); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { askVerb("withdraw"); });
    connect(m_print, &QPushButton::clicked, this, [this] {
        session().navigator.showReports({m_scope.evaluation, m_scope.organizations()});
    });
}

// The explanations of the next visit ask for it again.
void EvaluationPage::leave()
{
    m_questions.giveUp(Everyone);
    if (!m_everyone)
        return;
    m_questions.rest(std::exchange(m_everyone, nullptr));
}

void EvaluationPage::enter()
{
    fillYears();
    fillTowns();
    reload();
}

void EvaluationPage::focusFirst()
{
    if (m_stack->currentIndex() == 0)
        m_table->setFocus();
    else
        m_empty->findChild<QPushButton *>(u"computeFirst"_s)->setFocus();
}

/// On a small screen at 150 %, total and band come before what the right side tells too.
void EvaluationPage::chooseColumns()
{
    constexpr int narrow = 900;
    const auto show = [this](EvaluationModel::Column column, bool shown) {
        m_table->setColumnHidden(column, width() < narrow && !shown);
    };
    show(EvaluationModel::Town, false);
    for (const core::Ranking ranking : core::allOf<core::Ranking>())
        show(EvaluationModel::columnOf(ranking), ranking == rankingOfTab(m_tabs->currentIndex()));
    show(EvaluationModel::Extra, false);
}

void EvaluationPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    chooseColumns();
}

void EvaluationPage::applyScope()
{
    chooseColumns();
    if (!m_plan)
        return;
    const core::Scheme &scheme = *m_plan->plan.scheme;
    EvaluationModel::Maxima maxima;
    for (const core::Ranking ranking : core::allOf<core::Ranking>()) {
        std::optional<core::Decimal> most;
        bool isSame = true;
        for (const core::OrganizationKind kind : core::allOf<core::OrganizationKind>()) {
            const QString key = core::Codec<core::OrganizationKind>::toVariant(kind).toString();
            const core::KindPlan &plan = m_plan->plan.of(kind);
            if ((!m_scope.kind.isEmpty() && key != m_scope.kind) || plan.nodes.empty())
                continue;
            const core::Decimal full = plan.full(ranking);
            isSame = isSame && (!most || *most == full);
            most = std::max(most.value_or(full), full);
        }
        if (isSame)
            maxima[ranking] = most.value_or(core::Decimal());
    }
    m_model->setScope(m_scope, maxima, scheme);
    const core::Decimal full = !m_scope.ranking ? scheme.cap.value_or(scheme.fullMarks + scheme.bonusCap)
                               : maxima[*m_scope.ranking].isZero() ? scheme.fullMarks
                                                                   : maxima[*m_scope.ranking];
    m_panel->setScope(m_scope, m_kind->currentText(), full, scheme.places);
    m_rangeTag->setVisible(m_scope.range.has_value());
}

void EvaluationPage::showCounts()
{
    if (!m_plan)
        return;
    if (m_scope.range)
        m_rangeTag->setText(core::tr("%1—%2 分 %3 / %4")
                                .arg(m_scope.range->from.toString(), m_scope.range->to->toString(),
                                     QLocale().toString(m_model->count()),
                                     QLocale().toString(m_model->everyone())));
    // The places of a county are numbers of three digits, those of a large city of six.
    const QString last = QString::number(std::max<qint64>(m_model->everyone(), 100));
    m_table->setColumnWidth(EvaluationModel::Rank,
                            m_table->fontMetrics().horizontalAdvance(last) + 2 * size::gap + 4);
    m_changing = true;
    if (m_model->count() > 0)
        m_table->selectRow(std::max(0, m_selected.isEmpty() ? 0 : m_model->rowOf(m_selected)));
    m_changing = false;
    m_whyTimer.stop();
    showWhy();
}

void EvaluationPage::showWhy()
{
    const int row = m_table->currentIndex().row();
    m_selected = m_model->organizationAt(row);
    if (!m_plan || m_selected.isEmpty()) {
        m_questions.giveUp(Explaining);
        m_why->setMessage(row < 0 ? core::tr("没有符合条件的社会组织") : core::tr("正在取出明细……"));
        return;
    }
    if (m_plan->needsEveryone && !m_everyone) {
        m_why->setMessage(core::tr("正在取出明细……"));
        if (!m_questions.isAsking(Everyone))
            loadEveryone();
        return;
    }
    explain();
}

void EvaluationPage::explain()
{
    const QString result = m_model->resultAt(m_table->currentIndex().row());
    m_questions.ask<Why>(
        Explaining,
        [plan = m_plan, everyone = m_everyone, result](const core::Store &own) -> core::Result<Why> {
            CORE_ASSIGN(const core::StoredScore score,
                        core::storedScore(own, *plan, {result}, everyone.get()));
            return whyOf(*plan, score);
        },
        [this](const core::Result<Why> &why) {
            if (why)
                m_why->setWhy(*why, !store().isReadOnly() &&
                                        m_plan->evaluation.state == core::EvaluationState::Draft);
            else
                m_why->setMessage(why.error().text);
        },
        StoreQuestions::Wait::Briefly);
}

void EvaluationPage::loadEveryone()
{
    m_questions.ask<core::EvaluationOutcome>(
        Everyone,
        [evaluation = m_scope.evaluation](const core::Store &own) {
            return core::loadScores(own, evaluation, core::Recheck::No);
        },
        [this](core::Result<core::EvaluationOutcome> outcome) {
            if (!outcome) {
                m_why->setMessage(outcome.error().text);
                return;
            }
            m_everyone = std::make_shared<core::EvaluationOutcome>(*std::move(outcome));
            showWhy();
        });
}

} // namespace ui
