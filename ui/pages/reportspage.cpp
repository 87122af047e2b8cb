// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "core/base/calendar.h"
#include "core/base/pinyin.h"
#include "core/base/tr.h"
#include "ui/pages/reportlistmodel.h"
#include "ui/print/layout.h"
#include "ui/print/previewview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int optionsWidth = 300;

QComboBox *makeCombo(const char *name, const QString &title)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QLatin1StringView(name));
    combo->setAccessibleName(title);
    return combo;
}

void addRow(QGridLayout &grid, int row, const QString &label, QWidget *editor)
{
    auto *name = new TextLabel(TextRole::Secondary, label);
    name->setBuddy(editor);
    grid.addWidget(name, row, 0);
    grid.addWidget(editor, row, 1);
    grid.setColumnStretch(1, 1);
}

} // namespace

ReportsPage::ReportsPage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_reader(session.store)
{
    setObjectName(u"reports"_s);
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

ReportsPage::~ReportsPage() = default;

QWidget *ReportsPage::buildHead()
{
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(size::gap);
    m_years = makeCombo("year", core::tr("年度"));
    m_years->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state = new Tag({}, Tone::Neutral);
    m_state->setObjectName(u"stateTag"_s);
    m_state->setFocusPolicy(Qt::NoFocus);
    m_onlyTag = new Tag({}, Tone::Accent);
    m_onlyTag->setObjectName(u"onlyTag"_s);
    m_onlyTag->setClosable(core::tr("清除"));
    m_onlyTag->hide();
    m_ranking = makeButton(core::tr("排名表 .xlsx…"), ButtonKind::Plain, Icon::Export, "saveRanking");
    m_print = makeButton(core::tr("打印…"), ButtonKind::Plain, Icon::Print, "printPaper");
    m_save = makeButton(core::tr("存为 PDF…"), ButtonKind::Primary, {}, "savePdf");
    line->addWidget(m_years);
    line->addWidget(new TextLabel(TextRole::PageTitle, core::tr("报告与打印")));
    line->addWidget(m_state);
    line->addWidget(m_onlyTag);
    line->addStretch();
    for (QPushButton *button : {m_ranking, m_print, m_save})
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
    const std::pair<const char *, QString> names[] = {{"yearEndReports", core::tr("年终评价报告")},
                                                      {"notice", core::tr("排名公示")},
                                                      {"summary", core::tr("县级总表")}};
    for (int i = 0; i < 3; ++i) {
        auto *choice = new QRadioButton(names[i].second);
        choice->setObjectName(QLatin1StringView(names[i].first));
        m_kinds->addButton(choice, i);
        kinds->addWidget(choice);
    }
    m_kinds->button(Reports)->setChecked(true);
    m_options = new QStackedWidget;
    m_options->addWidget(buildReportOptions());
    m_options->addWidget(buildNoticeOptions());
    auto *nothing = new QWidget;
    auto *text = new QVBoxLayout(nothing);
    text->setContentsMargins(size::inset - 1, size::gap, size::inset - 1, size::gap);
    auto *hint = new TextLabel(TextRole::Hint, core::tr("全县一页：各类平均分、分布、前三名和预警名单。"));
    hint->setWordWrap(true);
    text->addWidget(hint);
    text->addStretch();
    m_options->addWidget(nothing);
    card->body()->addLayout(kinds);
    card->body()->addWidget(m_options);
    return card;
}

QWidget *ReportsPage::buildReportOptions()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins({});
    column->setSpacing(size::gap);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(size::inset - 1, 0, size::inset - 1, 0);
    grid->setVerticalSpacing(6);
    m_kindFilter = makeCombo("kindFilter", core::tr("类型"));
    m_townFilter = makeCombo("townFilter", core::tr("镇街"));
    m_bandFilter = makeCombo("bandFilter", core::tr("等次"));
    m_warningFilter = makeCombo("warningFilter", core::tr("预警"));
    m_division = makeCombo("division", core::tr("PDF 文件"));
    m_warningFilter->addItem(core::tr("全部"), -1);
    m_warningFilter->addItem(core::tr("预警"), int(core::WarningLevel::Warning));
    m_warningFilter->addItem(core::tr("关注"), int(core::WarningLevel::Watch));
    m_division->addItem(core::tr("每家一个文件"), int(FileDivision::PerOrganization));
    m_division->addItem(core::tr("每个镇街一个文件"), int(FileDivision::PerTown));
    m_division->addItem(core::tr("合成一个文件"), int(FileDivision::OneFile));
    addRow(*grid, 0, core::tr("类型"), m_kindFilter);
    addRow(*grid, 1, core::tr("镇街"), m_townFilter);
    addRow(*grid, 2, core::tr("等次"), m_bandFilter);
    addRow(*grid, 3, core::tr("预警"), m_warningFilter);
    addRow(*grid, 4, core::tr("PDF"), m_division);
    column->addLayout(grid);
    m_count = new TextLabel(TextRole::Label);
    m_count->setObjectName(u"count"_s);
    m_count->setContentsMargins(size::inset - 1, 0, size::inset - 1, 0);
    column->addWidget(m_count);
    m_model = new ReportListModel(this);
    m_list = new DataTable;
    m_list->setObjectName(u"organizations"_s);
    m_list->setAccessibleName(core::tr("社会组织"));
    m_list->setModel(m_model);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->horizontalHeader()->setStretchLastSection(false);
    m_list->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->setColumnWidth(1, 68);
    column->addWidget(m_list, 1);
    return area;
}

QWidget *ReportsPage::buildNoticeOptions()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(size::inset - 1, 0, size::inset - 1, 0);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    const auto edit = [&](const char *name, const QString &label, const QString &hint, int row) {
        auto *line = new QLineEdit;
        line->setObjectName(QLatin1StringView(name));
        line->setAccessibleName(label);
        line->setPlaceholderText(hint);
        addRow(*grid, row, label, line);
        connect(line, &QLineEdit::editingFinished, this, &ReportsPage::preview);
        return line;
    };
    m_number = edit("number", core::tr("文号"), core::tr("可不填"), 0);
    m_from = edit("publicFrom", core::tr("公示起"), u"2025-12-09"_s, 1);
    m_to = edit("publicTo", core::tr("公示止"), u"2025-12-15"_s, 2);
    m_objections = edit("objections", core::tr("异议受理"), core::tr("科室、电话、地址"), 3);
    const core::WorkCalendar &calendar = core::WorkCalendar::shipped();
    const QDate from = calendar.addWorkingDays(session().today(), core::WorkingDays{1}).date;
    m_from->setText(from.toString(Qt::ISODate));
    m_to->setText(calendar.addWorkingDays(from.addDays(-1), core::WorkingDays{5}).date.toString(Qt::ISODate));
    column->addLayout(grid);
    auto *hint = new TextLabel(TextRole::Hint,
                               core::tr("公示期默认 5 个工作日，从明天起算。只公示组织信息，不含个人信息。"));
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addStretch();
    return area;
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
        m_year = m_years->currentData().toInt();
        m_only.reset();
        load();
    });
    for (QComboBox *filter : {m_kindFilter, m_townFilter, m_bandFilter, m_warningFilter})
        connect(filter, &QComboBox::activated, this, &ReportsPage::narrow);
    connect(m_onlyTag, &Tag::closed, this, [this] {
        m_only.reset();
        narrow();
    });
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showKind();
    });
    connect(m_list, &DataTable::rowChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_preview, &PreviewView::currentPageChanged, this, &ReportsPage::showInfo);
    connect(m_preview, &PreviewView::printRequested, this, &ReportsPage::print);
    connect(m_preview, &PreviewView::saveRequested, this, &ReportsPage::savePdf);
    connect(m_print, &QPushButton::clicked, this, &ReportsPage::print);
    connect(m_save, &QPushButton::clicked, this, &ReportsPage::savePdf);
    connect(m_ranking, &QPushButton::clicked, this, &ReportsPage::saveRanking);
}

void ReportsPage::enter()
{
    fillYears();
    if (m_stale || !m_data)
        load();
}

void ReportsPage::leave()
{
    if (m_reader.isAsking(Year)) {
        m_reader.giveUp(Year);
        m_stale = true;
    }
    if (!m_data || qsizetype(m_data->outcome().candidates.size()) < m_longYear)
        return;
    ++m_asked; // what is being laid out is not shown any more
    m_previewTimer.stop();
    m_preview->setPages({});
    m_model->setRows({}, {});
    m_order.clear();
    m_data.reset();
}

void ReportsPage::focusFirst()
{
    if (m_stack->currentIndex() == 0)
        m_list->setFocus();
}

void ReportsPage::show(int year, const core::Query &organizations)
{
    core::Query query = organizations;
    query.columns = {u"id"_s};
    m_only = QSet<QString>(); // none of them, until it is known which
    const bool isSame = year == m_year && m_data && !m_stale;
    m_year = year;
    fillYears();
    m_kinds->button(Reports)->setChecked(true);
    m_reader.ask<QSet<QString>>(
        Only,
        [query](const core::Store &own) -> core::Result<QSet<QString>> {
            QSet<QString> ids;
            CORE_TRY(own.each(query, [&](const QVariantList &row) {
                ids.insert(row.first().toString());
                return true;
            }));
            return ids;
        },
        [this](core::Result<QSet<QString>> ids) {
            if (!ids)
                session().prompt.error(ids.error());
            else
                m_only = *std::move(ids);
            if (!m_reader.isAsking(Year))
                narrow();
        },
        Reader::Wait::Briefly);
    if (!isSame)
        load();
}

void ReportsPage::fillYears()
{
    core::Query query;
    query.type = u"evaluation"_s;
    query.columns = {u"year"_s};
    query.sort = {{u"year"_s, true}};
    const QSignalBlocker quiet(m_years);
    m_years->clear();
    const core::Status asked = store().each(query, [&](const QVariantList &row) {
        m_years->addItem(row.first().toString(), row.first().toInt());
        return true;
    });
    if (!asked)
        session().prompt.error(asked.error());
    if (m_year == 0 && m_years->count() > 0)
        m_year = m_years->itemData(0).toInt();
    m_years->setCurrentIndex(m_years->findData(m_year));
    m_years->setVisible(m_years->count() > 0);
}

void ReportsPage::load()
{
    m_stale = false;
    for (QPushButton *button : {m_ranking, m_print, m_save})
        button->setEnabled(false);
    m_info->setText(core::tr("正在读取……"));
    m_reader.ask<Loaded>(
        Year,
        [year = m_year](const core::Store &own) -> core::Result<Loaded> {
            CORE_ASSIGN(core::YearEndData whole, core::YearEndData::load(own, year));
            return Loaded::from(std::move(whole));
        },
        [this](core::Result<Loaded> answer) { loaded(std::move(answer)); });
}

ReportsPage::Loaded ReportsPage::Loaded::from(core::YearEndData whole)
{
    const auto count = qsizetype(whole.outcome().candidates.size());
    QHash<QString, int> positions;
    for (qsizetype at = 0; at < count; ++at)
        positions.insert(whole.town(at), -1);
    positions.remove({});
    QStringList towns = positions.keys();
    std::sort(towns.begin(), towns.end(), [](const QString &a, const QString &b) {
        return core::pinyinSortKey(a).toUtf8() < core::pinyinSortKey(b).toUtf8();
    });
    for (int i = 0; i < int(towns.size()); ++i)
        positions[towns[i]] = i;
    std::vector<Printed> order;
    order.reserve(size_t(count));
    for (const qsizetype at : whole.printOrder()) {
        const core::Score &score = whole.outcome().scores[size_t(at)];
        order.push_back({at, whole.outcome().candidates[size_t(at)].kind, score.warning, score.band,
                         positions.value(whole.town(at), -1)});
    }
    return {std::make_shared<core::YearEndData>(std::move(whole)), std::move(order), std::move(towns)};
}

void ReportsPage::loaded(core::Result<Loaded> answer)
{
    m_data = answer ? answer->data : nullptr;
    m_order = answer ? std::move(answer->order) : std::vector<Printed>();
    m_stack->setCurrentIndex(m_data ? 0 : 1);
    m_state->setVisible(m_data != nullptr);
    for (QPushButton *button : {m_ranking, m_print, m_save})
        button->setEnabled(m_data != nullptr);
    if (!m_data) {
        m_empty->setText(core::tr("还没有可以打印的评价"),
                         core::tr("先做年度评价，再打印报告、公示和总表。"));
        if (answer.error().code != core::Error::Code::NotFound)
            session().prompt.error(answer.error());
        return;
    }
    const bool isDraft = m_data->outcome().evaluation.state == core::EvaluationState::Draft;
    m_state->setTone(isDraft ? Tone::Soon : Tone::Fine);
    m_state->setText(isDraft ? core::tr("试算，未公布") : core::tr("已公布"));
    fillChoices(answer->towns);
    narrow();
    showKind();
}

void ReportsPage::fillChoices(const QStringList &inUse)
{
    const auto fill = [](QComboBox *combo, const QList<std::pair<QString, QVariant>> &choices) {
        const QVariant before = combo->currentData();
        combo->clear();
        combo->addItem(core::tr("全部"), QVariant());
        for (const auto &[text, value] : choices)
            combo->addItem(text, value);
        combo->setCurrentIndex(std::max(0, combo->findData(before)));
    };
    QList<std::pair<QString, QVariant>> kinds;
    for (const core::OrganizationKind kind : core::allOrganizationKinds())
        kinds.append({core::kindName(kind), int(kind)});
    fill(m_kindFilter, kinds);
    QList<std::pair<QString, QVariant>> towns;
    for (const QString &town : inUse)
        towns.append({town, town});
    fill(m_townFilter, towns);
    QList<std::pair<QString, QVariant>> bands;
    const std::vector<core::Band> &all = m_data->outcome().plan.scheme->bands;
    for (size_t i = 0; i < all.size(); ++i)
        bands.append({all[i].name, int(i)});
    fill(m_bandFilter, bands);
}

void ReportsPage::narrow()
{
    if (!m_data)
        return;
    const core::EvaluationOutcome &outcome = m_data->outcome();
    const QVariant kind = m_kindFilter->currentData();
    const int town = m_townFilter->currentIndex() - 1; // the first choice is all of them
    const QVariant band = m_bandFilter->currentData();
    const int warning = m_warningFilter->currentData().toInt();
    std::vector<qsizetype> rows;
    rows.reserve(m_order.size());
    for (const Printed &one : m_order) {
        if ((!kind.isValid() || int(one.kind) == kind.toInt()) && (town < 0 || one.town == town) &&
            (!band.isValid() || one.band == band.toInt()) && (warning < 0 || int(one.warning) == warning) &&
            (!m_only || m_only->contains(outcome.candidates[size_t(one.at)].id)))
            rows.push_back(one.at);
    }
    m_count->setText(core::tr("共 %1 份报告").arg(QLocale().toString(qint64(rows.size()))));
    m_onlyTag->setVisible(m_only.has_value());
    if (m_only)
        m_onlyTag->setText(core::tr("只打印选定的 %1 家").arg(QLocale().toString(qint64(m_only->size()))));
    m_model->setRows(m_data, std::move(rows));
    if (m_model->rowCount() > 0)
        m_list->selectRow(0);
    m_previewTimer.start();
}

ReportsPage::Kind ReportsPage::kind() const
{
    return Kind(m_kinds->checkedId());
}

void ReportsPage::showKind()
{
    m_options->setCurrentIndex(m_kinds->checkedId());
    m_previous->setVisible(kind() == Reports);
    m_next->setVisible(kind() == Reports);
    m_previewTimer.start();
}

void ReportsPage::step(int by)
{
    const int row = m_list->currentIndex().row() + by;
    if (row >= 0 && row < m_model->rowCount())
        m_list->selectRow(row);
}

void ReportsPage::preview()
{
    const int row = std::max(0, m_list->currentIndex().row());
    const int last = m_model->rowCount() - 1;
    m_previous->setEnabled(row > 0);
    m_next->setEnabled(row < last);
    const bool hasPaper = m_data && (kind() != Reports || last >= 0);
    m_print->setEnabled(hasPaper);
    m_save->setEnabled(hasPaper);
    if (!hasPaper) {
        m_preview->setPages({});
        m_info->setText(m_data ? core::tr("没有符合条件的社会组织，请放宽左边的条件") : QString());
        return;
    }
    // A notice of thousands of organizations is laid out over seconds: off the window's thread.
    const int request = ++m_asked;
    core::runTask<PageSet>(
        this,
        [paper = paperAt(row), fonts = m_fonts](core::Progress &) -> core::Result<PageSet> {
            return layoutPages(paper(), fonts);
        },
        [this, request](core::Result<PageSet> pages) {
            if (request != m_asked || !pages)
                return;
            m_preview->setPages(*std::move(pages));
            showInfo();
        });
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
