// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "core/base/heap.h"
#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "ui/featurepages.h"
#include "ui/papers/paperoptions.h"
#include "ui/print/layout.h"
#include "ui/print/previewview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int optionsWidth = 300;

} // namespace

ReportsPage::ReportsPage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_questions(session.store)
{
    setObjectName(u"reports"_s);
    for (const PaperKind &kind : paperKinds())
        m_papers.push_back(kind.make(session));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(size::page, 12, size::page, size::page);
    all->setSpacing(size::gutter);
    all->addWidget(buildHead());
    auto *papers = new QWidget;
    auto *line = new QHBoxLayout(papers);
    line->setContentsMargins({});
    line->setSpacing(size::gutter);
    QWidget *options = buildOptions();
    options->setFixedWidth(optionsWidth);
    line->addWidget(options);
    line->addWidget(buildPreview(), 1);
    auto *emptyCard = new Card({}, Card::Body::Flush);
    m_empty = new EmptyState(Icon::Report, {}, {});
    QPushButton *evaluate = m_empty->addAction(core::tr("去年度评价"), "evaluate");
    connect(evaluate, &QPushButton::clicked, this,
            [this] { this->session().navigator.showPage(u"evaluation"_s); });
    emptyCard->body()->addWidget(m_empty);
    m_stack = new QStackedWidget;
    m_stack->addWidget(papers);
    m_stack->addWidget(emptyCard);
    all->addWidget(m_stack, 1);
    connectParts();
}

ReportsPage::~ReportsPage()
{
    giveUpPreview();
}

QWidget *ReportsPage::buildHead()
{
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(size::gap);
    m_years = makeChoice("year", core::tr("年度"));
    m_years->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state = new Tag({}, Tone::Neutral);
    m_state->setObjectName(u"stateTag"_s);
    m_state->setFocusPolicy(Qt::NoFocus);
    m_onlyTag = new Tag({}, Tone::Accent);
    m_onlyTag->setObjectName(u"onlyTag"_s);
    m_onlyTag->setClosable(core::tr("清除"));
    m_onlyTag->hide();
    m_print = makeButton(core::tr("打印…"), ButtonKind::Plain, Icon::Print, "printPaper");
    m_save = makeButton(core::tr("存为 PDF…"), ButtonKind::Primary, {}, "savePdf");
    line->addWidget(m_years);
    line->addWidget(new TextLabel(TextRole::PageTitle, core::tr("报告与打印")));
    line->addWidget(m_state);
    line->addWidget(m_onlyTag);
    line->addStretch();
    for (const Paper *kind : m_papers) {
        for (const Paper::Workbook &workbook : kind->workbooks()) {
            m_workbooks.push_back(makeButton(workbook.title, ButtonKind::Plain, Icon::Export, workbook.key));
            line->addWidget(m_workbooks.back());
            connect(m_workbooks.back(), &QPushButton::clicked, this, [this, kind, key = workbook.key] {
                for (const Paper::Workbook &now : kind->workbooks()) {
                    if (qstrcmp(now.key, key) == 0)
                        saveWorkbook(now);
                }
            });
        }
    }
    for (QPushButton *button : {m_print, m_save})
        line->addWidget(button);
    return head;
}

QWidget *ReportsPage::buildOptions()
{
    auto *card = new Card({}, Card::Body::Flush);
    auto *kinds = new QVBoxLayout;
    kinds->setContentsMargins(size::inset - 1, 12, size::inset - 1, size::gap);
    kinds->setSpacing(size::gap);
    m_kinds = new QButtonGroup(this);
    m_options = new QStackedWidget;
    for (size_t i = 0; i < m_papers.size(); ++i) {
        const PaperKind &kind = paperKinds()[i];
        auto *choice = new QRadioButton(core::tr(kind.title));
        choice->setObjectName(QLatin1StringView(kind.key));
        m_kinds->addButton(choice, int(i));
        kinds->addWidget(choice);
        m_options->addWidget(m_papers[i]);
    }
    m_kinds->button(0)->setChecked(true);
    card->body()->addLayout(kinds);
    card->body()->addWidget(m_options);
    return card;
}

QWidget *ReportsPage::buildPreview()
{
    auto *card = new Card({}, Card::Body::Flush);
    m_preview = new PreviewView(m_fonts);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setAccessibleName(core::tr("预览"));
    m_info = new TextLabel(TextRole::Label);
    m_info->setObjectName(u"info"_s);
    m_info->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_previous = makeButton(core::tr("上一家"), ButtonKind::Plain, Icon::ChevronLeft, "previous");
    m_next = makeButton(core::tr("下一家"), ButtonKind::Plain, Icon::ChevronRight, "next");
    auto *line = new QHBoxLayout;
    line->setContentsMargins(size::inset - 1, size::gap, size::gap, 0);
    line->setSpacing(size::gap);
    line->addWidget(m_info, 1);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    auto *body = card->body();
    body->setContentsMargins(0, size::gap, 0, 0);
    body->addWidget(m_preview);
    body->setStretchFactor(m_preview, 1);
    body->addLayout(line);
    return card;
}

void ReportsPage::connectParts()
{
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(60);
    connect(&m_previewTimer, &QTimer::timeout, this, &ReportsPage::preview);
    connect(&store(), &core::Store::changed, this, [this] { m_stale = true; });
    connect(m_years, &QComboBox::activated, this, [this] {
        m_evaluation.text = m_years->currentData().toString();
        setOnly({});
        load();
    });
    connect(m_onlyTag, &Tag::closed, this, [this] { setOnly({}); });
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showPaper();
    });
    for (const Paper *kind : m_papers)
        connect(kind, &Paper::changed, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_preview, &PreviewView::currentPageChanged, this, &ReportsPage::showInfo);
    connect(m_preview, &PreviewView::printRequested, this, &ReportsPage::print);
    connect(m_preview, &PreviewView::saveRequested, this, &ReportsPage::savePdf);
    connect(m_print, &QPushButton::clicked, this, &ReportsPage::print);
    connect(m_save, &QPushButton::clicked, this, &ReportsPage::savePdf);
}

void ReportsPage::enter()
{
    fillYears();
    if (m_stale || !m_data)
        load();
}

void ReportsPage::leave()
{
    if (m_questions.isAsking(Year)) {
        m_questions.giveUp(Year);
        m_stale = true;
    }
    letGo();
}

void ReportsPage::letGo()
{
    if (!m_data || qsizetype(m_data->data.outcome().candidates.size()) < m_longYear)
        return;
    giveUpPreview();
    m_preview->setPages({});
    for (Paper *kind : m_papers)
        kind->setYear({});
    m_previewTimer.stop();
    m_questions.rest(std::exchange(m_data, nullptr));
}

void ReportsPage::focusFirst()
{
    if (m_stack->currentIndex() == 0)
        paper().focusFirst();
}

void ReportsPage::show(const PrintScope &scope)
{
    core::Query query = scope.organizations;
    query.columns = {u"id"_s};
    setOnly(QStringList()); // none of them, until it is known which
    const bool isSame = scope.evaluation == m_evaluation && m_data && !m_stale;
    m_evaluation = scope.evaluation;
    fillYears();
    const auto narrowed = std::ranges::find_if(m_papers, &Paper::isPerOrganization);
    if (narrowed != m_papers.end())
        m_kinds->button(int(narrowed - m_papers.begin()))->setChecked(true);
    m_questions.ask<QStringList>(
        Only,
        [query](const core::Store &own) -> core::Result<QStringList> {
            QStringList ids;
            CORE_TRY(own.each(query, [&](const QVariantList &row) {
                ids.append(row.first().toString());
                return true;
            }));
            ids.sort();
            return ids;
        },
        [this](const core::Result<QStringList> &ids) {
            if (!ids)
                return session().prompt.error(ids.error());
            setOnly(*ids);
        },
        StoreQuestions::Wait::Briefly);
    if (!isSame)
        load();
}

void ReportsPage::setOnly(const std::optional<QStringList> &only)
{
    m_onlyTag->setVisible(only.has_value());
    if (only)
        m_onlyTag->setText(core::tr("只打印选定的 %1 家").arg(QLocale().toString(qint64(only->size()))));
    for (Paper *kind : m_papers)
        kind->setOnly(only);
}

void ReportsPage::fillYears()
{
    const QSignalBlocker quiet(m_years);
    m_years->clear();
    const core::Result<std::vector<int>> years = core::evaluatedYears(store());
    if (!years)
        session().prompt.error(years.error());
    for (const int year : years ? *years : std::vector<int>()) {
        const core::Result<std::vector<core::Evaluation>> found = core::evaluationsOf(store(), year);
        if (!found) {
            session().prompt.error(found.error());
            continue;
        }
        for (const core::Evaluation &evaluation : *found)
            m_years->addItem(found->size() == 1
                                 ? QString::number(year)
                                 : u"%1 · %2"_s.arg(year).arg(core::schemeTitleOf(store(), evaluation)),
                             evaluation.id.text);
    }
    // The newest year stands first, and in it the evaluation that counts.
    if (m_years->findData(m_evaluation.text) < 0)
        m_evaluation.text = m_years->itemData(0).toString();
    m_years->setCurrentIndex(m_years->findData(m_evaluation.text));
    m_years->setVisible(m_years->count() > 0);
}

void ReportsPage::load()
{
    m_stale = false;
    letGo(); // two long years at once are too much for the memory
    for (QPushButton *button : m_workbooks)
        button->setEnabled(false);
    for (QPushButton *button : {m_print, m_save})
        button->setEnabled(false);
    m_info->setText(core::tr("正在读取……"));
    m_questions.ask<Paper::Year>(
        Year,
        [evaluation = m_evaluation, many = m_longYear](const core::Store &own) {
            core::Result<Paper::Year> year = PaperYear::load(own, evaluation);
            if (year && qsizetype((*year)->order.size()) >= many)
                core::returnFreeMemory(); // reading it took half as much again
            return year;
        },
        [this](core::Result<Paper::Year> answer) { loaded(std::move(answer)); });
}

void ReportsPage::loaded(core::Result<Paper::Year> answer)
{
    m_data = answer ? *answer : nullptr;
    m_stack->setCurrentIndex(m_data ? 0 : 1);
    m_state->setVisible(m_data != nullptr);
    for (QPushButton *button : m_workbooks)
        button->setEnabled(m_data != nullptr);
    for (QPushButton *button : {m_print, m_save})
        button->setEnabled(m_data != nullptr);
    for (Paper *kind : m_papers)
        kind->setYear(m_data);
    if (!m_data) {
        m_empty->setText(core::tr("还没有可以打印的评价"),
                         core::tr("先做年度评价，再打印报告、公示和总表。"));
        if (answer.error().code != core::Error::Code::NotFound)
            session().prompt.error(answer.error());
        return;
    }
    const bool isDraft = m_data->data.outcome().evaluation.state == core::EvaluationState::Draft;
    m_state->setTone(isDraft ? Tone::Soon : Tone::Fine);
    m_state->setText(isDraft ? core::tr("试算，未公布") : core::tr("已公布"));
    showPaper();
}

Paper &ReportsPage::paper() const
{
    return *m_papers[size_t(m_kinds->checkedId())];
}

void ReportsPage::showAll()
{
    if (!m_onlyTag->isHidden())
        setOnly({});
}

void ReportsPage::showPaper()
{
    m_options->setCurrentIndex(m_kinds->checkedId());
    m_previous->setVisible(paper().isPerOrganization());
    m_next->setVisible(paper().isPerOrganization());
    m_previewTimer.start();
}

void ReportsPage::step(int by)
{
    const qsizetype at = paper().current() + by;
    if (at >= 0 && at < paper().count())
        paper().setCurrent(at);
}

void ReportsPage::preview()
{
    giveUpPreview();
    const qsizetype at = paper().current();
    const qsizetype count = m_data ? paper().count() : 0;
    m_previous->setEnabled(at > 0);
    m_next->setEnabled(at + 1 < count);
    m_print->setEnabled(count > 0);
    m_save->setEnabled(count > 0);
    if (count == 0) {
        m_preview->setPages({});
        m_info->setText(m_data ? paper().whyNone() : QString());
        return;
    }
    // A notice of thousands of organizations is laid out over seconds: off the window's thread.
    m_layout = core::runTask<PageSet>(
        this,
        [source = paper().source(), at, fonts = m_fonts](core::Progress &progress) mutable {
            core::Result<PageSet> pages = layoutPages(source(at), fonts, progress);
            source = {}; // it holds the year, which may have been let go meanwhile
            if (!pages || pages->pages.size() > Pages::ready)
                core::returnFreeMemory();
            return pages;
        },
        [this, request = m_asked](core::Result<PageSet> pages) {
            if (request != m_asked || !pages)
                return;
            m_preview->setPages(*std::move(pages));
            showInfo();
        });
}

void ReportsPage::giveUpPreview()
{
    if (m_layout)
        m_layout->cancel();
    m_layout.reset();
    ++m_asked;
}

void ReportsPage::showInfo()
{
    // Which fonts stand in for those of the standard is said in full by the tool tip.
    const QString pages =
        core::tr("第 %1 页，共 %2 页").arg(m_preview->currentPage()).arg(m_preview->pageCount());
    m_info->setText(m_fonts.report().isEmpty() ? pages : core::tr("%1 · 公文字体有替代").arg(pages));
    m_info->setToolTip(m_fonts.report());
}

} // namespace ui
