// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/tr.h"
#include "core/record/describe.h"
#include "ui/fields/fieldeditor.h"
#include "ui/fields/monthpopup.h"
#include "ui/style/theme.h"
#include "ui/widgets/barmeter.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnchooser.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dialogbox.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/progresspanel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/topbar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTest>

// Renders the widgets together, as pages do, in every theme. With SHANZHI_PICTURES=folder the pictures are
// kept for the eye; QT_SCALE_FACTOR=1.5 shows them as on a magnified screen.

using namespace Qt::StringLiterals;
using ui::Icon;
using ui::Tone;

namespace {

QWidget *homePage()
{
    auto *page = new QWidget;
    auto *all = new QVBoxLayout(page);
    all->setContentsMargins(ui::size::page, 12, ui::size::page, ui::size::page);
    all->setSpacing(ui::size::gutter);
    auto *head = new QHBoxLayout;
    head->addWidget(new ui::TextLabel(ui::TextRole::PageTitle, u"今日要办"_s));
    head->addWidget(
        new ui::TextLabel(ui::TextRole::Secondary, u"2025 年 12 月 8 日 星期一 · 今年还有 17 个工作日"_s));
    auto *tag = new ui::Tag(u"已筛选 37 / 3,080"_s, Tone::Accent);
    tag->setClosable(u"清除"_s);
    head->addWidget(tag);
    head->addStretch();
    all->addLayout(head);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(ui::size::gutter);
    const auto tile = [&](Icon sign, const QString &label, const QString &figure, Tone tone,
                          const QString &hint) {
        auto *t = new ui::StatTile(sign, label);
        t->setFigure(figure, tone);
        t->setHint(hint);
        tiles->addWidget(t);
    };
    tile(Icon::Triangle, u"已超期"_s, u"3"_s, Tone::Late, u"最久 6 天 · 变更登记"_s);
    tile(Icon::Diamond, u"三个工作日内到期"_s, u"7"_s, Tone::Soon, u"4 件办件 · 3 份整改"_s);
    tile(Icon::Clock, u"等待补正"_s, u"5"_s, Tone::Neutral, u"时限已停止计算"_s);
    tile(Icon::Exchange, u"镇街上报包"_s, u"2"_s, Tone::Neutral, u"罗溪镇、东门街道待审阅"_s);
    all->addLayout(tiles);
    auto *row = new QHBoxLayout;
    row->setSpacing(ui::size::gutter);
    auto *empty = new ui::Card(u"到期事项"_s, ui::Card::Body::Flush);
    empty->setHint(u"全部 15 项"_s);
    auto *nothing =
        new ui::EmptyState(Icon::Import, u"还没有社会组织"_s, u"先导入登记台账，或从一家开始新建。"_s);
    nothing->addAction(u"导入台账…"_s, "import");
    empty->body()->addWidget(nothing);
    row->addWidget(empty, 2);
    auto *meters = new ui::Card(u"2025 年度评价进度"_s);
    meters->setHint(u"县核 412 / 518"_s);
    auto *meter = new ui::BarMeter;
    meter->setRows({{u"东门街道"_s, 100, 100},
                    {u"梅园街道"_s, 96, 100},
                    {u"罗溪镇"_s, 88, 100},
                    {u"北亭镇"_s, 74, 100},
                    {u"云塘镇"_s, 61, 100},
                    {u"沙浦镇"_s, 0, 0}});
    meters->body()->addWidget(meter);
    meters->body()->addStretch();
    row->addWidget(meters, 1);
    all->addLayout(row, 1);
    return page;
}

/// A list with all that a table can show: frozen name, filters, scores with signs, bands as tags.
QWidget *listPage(QStandardItemModel &model)
{
    model.setHorizontalHeaderLabels(
        {u""_s, u"名称"_s, u"统一社会信用代码"_s, u"类型"_s, u"镇街"_s, u"积分"_s, u"等次"_s});
    model.horizontalHeaderItem(5)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const QStringList names = {u"白鹤村互助会"_s,   u"茶文化研究会"_s, u"晨曦养老服务中心"_s,
                               u"春晖助学服务社"_s, u"稻香合唱团"_s,   u"飞羽羽毛球协会"_s,
                               u"光影摄影协会"_s,   u"荷塘议事会"_s};
    for (int i = 0; i < 24; ++i) {
        QList<QStandardItem *> row;
        row.append(new QStandardItem);
        row[0]->setCheckable(true);
        row[0]->setCheckState(i == 1 ? Qt::Checked : Qt::Unchecked);
        row.append(new QStandardItem(u"嘉宁县"_s + names[i % names.size()]));
        row.append(new QStandardItem(i % 4 == 0 ? u"—"_s : u"52330421MJ98A%1F"_s.arg(1163 + i)));
        row[2]->setData(int(ui::CellLook::Secondary), ui::LookRole);
        row.append(new QStandardItem(i % 3 ? u"社会团体"_s : u"社会服务机构"_s));
        row.append(new QStandardItem(u"罗溪镇"_s));
        const Tone tone = i % 6 == 2 ? Tone::Late : i % 4 == 3 ? Tone::Soon : Tone::Neutral;
        row.append(new QStandardItem(u"%1.%2"_s.arg(57 + i % 12).arg(i % 2 * 5)));
        row[5]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row[5]->setData(int(tone), ui::ToneRole);
        row.append(new QStandardItem(tone == Tone::Late   ? u"预警"_s
                                     : tone == Tone::Soon ? u"关注"_s
                                                          : u"合格"_s));
        row[6]->setData(int(ui::CellLook::Tagged), ui::LookRole);
        row[6]->setData(int(tone), ui::ToneRole);
        model.appendRow(row);
    }
    auto *page = new QWidget;
    auto *all = new QHBoxLayout(page);
    all->setContentsMargins(ui::size::page, 12, ui::size::page, ui::size::page);
    auto *card = new ui::Card({}, ui::Card::Body::Flush);
    auto *table = new ui::DataTable;
    table->setModel(&model);
    table->setFrozenColumns(2);
    table->setTextFilter(1, u"名称、拼音…"_s);
    table->setTextFilter(2, u"尾号…"_s);
    table->setChoiceFilter(3, {u"社会团体"_s, u"社会服务机构"_s});
    table->setChoiceFilter(4, {u"罗溪镇"_s, u"东门街道"_s});
    table->setTextFilter(5, u"积分…"_s);
    table->setChoiceFilter(6, {u"合格"_s, u"关注"_s, u"预警"_s});
    table->setFilterText(1, u"协会"_s);
    table->setFilterText(4, u"罗溪镇"_s);
    table->setFilterText(5, u"< 70"_s);
    table->fitColumns();
    table->setColumnWidth(2, 420); // wide enough to scroll
    table->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    table->setCurrentIndex(model.index(2, 1));
    card->body()->addWidget(table);
    all->addWidget(card, 3);
    auto *side = new ui::Card(u"嘉宁县晨曦养老服务中心"_s);
    all->addWidget(side, 1);
    return page;
}

enum class Kind { Association, Service };
std::span<const core::Choice> choicesOf(Kind)
{
    static const core::Choice choices[] = {{"association", "社会团体"}, {"service", "社会服务机构"}};
    return choices;
}

struct Entry
{
    QString code, address, phone;
    std::optional<QDate> founded;
    std::optional<core::Money> capital;
    std::optional<qint64> people;
    Kind kind{};
    core::ChoiceSet<Kind> roles;
    bool isCharity = true;
    core::LongText note;
    std::optional<core::Attachment> charter;
};

/// A form beside a list, with a personal value, a problem and a hint.
QWidget *formPage(std::vector<core::Field> &fields)
{
    fields = {core::field<&Entry::code>("code", "统一社会信用代码"),
              core::field<&Entry::founded>("founded", "登记日期"),
              core::field<&Entry::address>("address", "住所"),
              core::field<&Entry::capital>("capital", "开办资金", {.unit = "元"}),
              core::field<&Entry::phone>("phone", "联系电话", {.privacy = core::Privacy::Personal}),
              core::field<&Entry::people>("people", "从业人员", {.unit = "人"}),
              core::field<&Entry::kind>("kind", "类型"),
              core::field<&Entry::roles>("roles", "角色"),
              core::field<&Entry::isCharity>("is_charity", "慈善组织"),
              core::field<&Entry::note>("note", "备注"),
              core::field<&Entry::charter>("charter", "章程")};
    const Entry entry{u"52330421MJ9876542F"_s,
                      u"罗溪镇和平路 88 号"_s,
                      u"13812345678"_s,
                      QDate(2016, 5, 18),
                      core::Money::yuan(300000),
                      14,
                      Kind::Service,
                      {Kind::Association},
                      true,
                      {u"第一行\n第二行"_s},
                      core::Attachment{QString(64, u'a'), 20480, u"章程.pdf"_s}};
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *card = new ui::Card(u"嘉宁县晨曦养老服务中心"_s);
    card->setMaximumWidth(460);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    int row = 0;
    const ui::FieldServices services = {.chooseAttachment = [](const auto &) {},
                                        .openAttachment = [](const auto &) {}};
    for (const core::Field &field : fields) {
        auto *label = new ui::TextLabel(ui::TextRole::Secondary, core::tr(field.label));
        label->setFixedHeight(ui::size::input);
        grid->addWidget(label, row, 0, Qt::AlignRight | Qt::AlignTop);
        auto *editor = ui::FieldEditor::create(field, services);
        editor->setValue(field.read(&entry));
        editor->setProblems({{"founded", u"登记日期早于成立批复。"_s, core::Problem::Severity::Warn},
                             {"people", u"从业人员不能为负数。"_s, core::Problem::Severity::Block}});
        grid->addWidget(editor, row++, 1);
    }
    card->body()->addLayout(grid);
    column->addWidget(card);
    column->addStretch();
    return page;
}

QWidget *controlsPage()
{
    auto *page = new QWidget;
    auto *all = new QVBoxLayout(page);
    auto *card = new ui::Card(u"控件"_s);
    auto *grid = new QGridLayout;
    card->body()->addLayout(grid);
    all->addWidget(card);
    int row = 0;
    const auto line = [&](std::initializer_list<QWidget *> widgets) {
        int column = 0;
        for (QWidget *w : widgets)
            grid->addWidget(w, row, column++);
        ++row;
    };
    auto *disabled = ui::makeButton(u"不可用"_s);
    disabled->setEnabled(false);
    auto *disabledPrimary = ui::makeButton(u"不可用"_s, ui::ButtonKind::Primary);
    disabledPrimary->setEnabled(false);
    line({ui::makeButton(u"新建"_s, ui::ButtonKind::Primary, Icon::Plus),
          ui::makeButton(u"导入"_s, ui::ButtonKind::Plain, Icon::Import),
          ui::makeButton(u"删除"_s, ui::ButtonKind::Danger, Icon::Trash),
          ui::makeButton(u"更多"_s, ui::ButtonKind::Quiet, Icon::More), disabled, disabledPrimary});
    auto *menuButton = ui::makeButton(u"视图：罗溪镇·有预警"_s);
    menuButton->setMenu(new QMenu(menuButton));
    line({menuButton, new QLineEdit(u"罗溪镇和平路 88 号"_s), new QComboBox, new QSpinBox});
    auto *combo = qobject_cast<QComboBox *>(grid->itemAtPosition(row - 1, 2)->widget());
    combo->addItems({u"社会团体"_s, u"社会服务机构"_s});
    auto *problem = new QLineEdit(u"2025-11-30"_s);
    problem->setProperty("problem", u"late"_s);
    auto *readOnly = new QLineEdit(u"只读"_s);
    readOnly->setReadOnly(true);
    auto *off = new QLineEdit(u"不可用"_s);
    off->setEnabled(false);
    auto *hint = new QLineEdit;
    hint->setPlaceholderText(u"尾号…"_s);
    line({problem, readOnly, off, hint});
    auto *on = new QCheckBox(u"行业协会商会"_s);
    on->setChecked(true);
    auto *partly = new QCheckBox(u"部分"_s);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *radio = new QRadioButton(u"单建"_s);
    radio->setChecked(true);
    line({on, new QCheckBox(u"慈善组织"_s), partly, radio, new QRadioButton(u"联建"_s)});
    auto *bar = new QProgressBar;
    bar->setValue(62);
    bar->setTextVisible(false);
    auto *bar2 = new QProgressBar;
    bar2->setValue(62);
    line({bar, bar2});
    line({new ui::Tag(u"社会服务机构"_s), new ui::Tag(u"党支部（单建）"_s, Tone::Party),
          new ui::Tag(u"积分预警"_s, Tone::Late), new ui::Tag(u"关注"_s, Tone::Soon),
          new ui::Tag(u"合格"_s, Tone::Fine), new ui::Tag(u"示范方案 v3"_s, Tone::Accent)});
    auto *tabs = new QTabBar;
    for (const QString &name : {u"基本信息"_s, u"一社一档"_s, u"评价"_s, u"办件 3"_s, u"历史"_s})
        tabs->addTab(name);
    tabs->setDrawBase(true);
    all->addWidget(tabs);
    auto *text = new QPlainTextEdit(u"第一行\n第二行\n第三行\n第四行\n第五行\n第六行\n第七行\n第八行"_s);
    text->setFixedHeight(90);
    all->addWidget(text);
    auto *progress = new ui::ProgressPanel;
    auto task = std::make_shared<core::Progress>();
    task->setStage(u"计算得分"_s);
    task->report(1840, 3030);
    progress->follow(u"2025 年度评价"_s, task);
    all->addWidget(progress);
    all->addStretch();
    return page;
}

std::unique_ptr<QWidget> window(QWidget *page)
{
    auto all = std::make_unique<QWidget>();
    all->resize(1366, 768);
    auto *column = new QVBoxLayout(all.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new ui::TopBar;
    top->setPlace(u"嘉宁县"_s);
    top->addButton(u"撤销：批量修改 42 家镇街"_s, ui::ButtonKind::Plain, Icon::Undo, "undo");
    top->addButton(u"导入"_s, ui::ButtonKind::Plain, {}, "import");
    top->addButton(u"新建"_s, ui::ButtonKind::Primary, Icon::Plus, "create");
    column->addWidget(top);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *navigation = new ui::NavigationBar;
    navigation->addPage(u"home"_s, u"今日要办"_s, Icon::Home);
    navigation->addGroup(u"登记"_s);
    navigation->addPage(u"organizations"_s, u"社会组织"_s, Icon::Organization);
    navigation->addPage(u"people"_s, u"负责人与人才"_s, Icon::Person);
    navigation->addPage(u"sites"_s, u"阵地与孵化"_s, Icon::Place);
    navigation->addPage(u"divisions"_s, u"区划"_s, Icon::Map);
    navigation->addGroup(u"业务"_s);
    navigation->addPage(u"filings"_s, u"办件"_s, Icon::Filing);
    navigation->addPage(u"party"_s, u"党建"_s, Icon::Party);
    navigation->addPage(u"supervision"_s, u"监管检查"_s, Icon::Inspection);
    navigation->addPage(u"service"_s, u"服务与项目"_s, Icon::Service);
    navigation->addGroup(u"评价"_s);
    navigation->addPage(u"evaluation"_s, u"年度评价"_s, Icon::Evaluation);
    navigation->addPage(u"ranking"_s, u"排行榜"_s, Icon::Ranking);
    navigation->addPage(u"warnings"_s, u"预警与整改"_s, Icon::Warning);
    navigation->addGroup(u"产出"_s);
    navigation->addPage(u"reports"_s, u"报告与打印"_s, Icon::Report);
    navigation->addPage(u"exchange"_s, u"上报下发"_s, Icon::Exchange);
    navigation->setBadge(u"home"_s, 3);
    navigation->setBadge(u"filings"_s, 5);
    navigation->setChecked(u"home"_s);
    middle->addWidget(navigation);
    middle->addWidget(page, 1);
    column->addLayout(middle, 1);
    auto *status = new ui::StatusLine;
    status->setItems({{u"嘉宁县民政局 · 王科员"_s},
                      {u"3,080 家社会组织"_s},
                      {u"上次备份 10:32"_s, Tone::Fine},
                      {u"2025 年度方案 v3 · 公示中"_s}});
    status->setRight({u"日志完整 · 首 7f3a…c21e"_s});
    column->addWidget(status);
    return all;
}

void keep(QWidget &widget, const QString &name)
{
    widget.ensurePolished();
    const QPixmap picture = widget.grab();
    CHECK_FALSE(picture.isNull());
    const QString folder = qEnvironmentVariable("SHANZHI_PICTURES");
    if (!folder.isEmpty())
        picture.save(QDir(folder).filePath(u"%1-%2.png"_s.arg(name).arg(picture.devicePixelRatio())));
}

const std::pair<ui::Theme, QString> themes[] = {
    {ui::Theme::Light, u"light"_s}, {ui::Theme::Dark, u"dark"_s}, {ui::Theme::HighContrast, u"contrast"_s}};

} // namespace

TEST_CASE("The pictures of a page can be made in every theme")
{
    for (const auto &[theme, name] : themes) {
        ui::applyTheme(*qApp, theme);
        const auto home = window(homePage());
        home->show();
        keep(*home, u"home-"_s + name);
        auto *search = home->findChild<ui::SearchField *>();
        QTest::keyClicks(search, u"yl"_s);
        search->setHits({{u"社会组织"_s, u"嘉宁县晨曦养老服务中心"_s, u"罗溪镇 · 876542F"_s, {}},
                         {u"社会组织"_s, u"嘉宁县银龄志愿服务队"_s, u"东门街道"_s, {}},
                         {u"负责人"_s, u"杨丽"_s, u"嘉宁县书法家协会"_s, {}}});
        ui::Toast toast(home.get());
        toast.showMessage(u"已保存“嘉宁县晨曦养老服务中心”。"_s, u"撤销"_s, [] {});
        keep(*home, u"search-"_s + name);
        QStandardItemModel model;
        const auto list = window(listPage(model));
        list->show();
        keep(*list, u"list-"_s + name);
        list->findChild<ui::DataTable *>()->horizontalScrollBar()->setValue(90);
        keep(*list, u"scrolled-"_s + name);
        auto *choice = qobject_cast<QComboBox *>(list->findChild<ui::DataTable *>()->filterEditor(6));
        choice->showPopup();
        keep(*choice->view()->window(), u"combo-"_s + name);
        choice->hidePopup();
        ui::ColumnChooser chooser(nullptr);
        chooser.setColumns(
            {{0, u"名称"_s, true, true}, {1, u"统一社会信用代码"_s, true}, {2, u"类型"_s, false}});
        chooser.resize(240, 200);
        keep(chooser, u"columns-"_s + name);
        std::vector<core::Field> fields;
        const auto form = window(formPage(fields));
        form->show();
        keep(*form, u"form-"_s + name);
        ui::MonthPopup month(nullptr);
        month.openBelow(form.get(), QDate(2025, 12, 8));
        keep(month, u"month-"_s + name);
        month.hide();
        const auto controls = window(controlsPage());
        controls->show();
        keep(*controls, u"controls-"_s + name);
        ui::DialogBox box(Icon::Warning, Tone::Soon, u"要删除吗？"_s, nullptr);
        box.setAttribute(Qt::WA_DeleteOnClose, false);
        box.addText(u"将删除“嘉宁县晨曦养老服务中心”和它的 12 条记录。删除后可在回收站找回。"_s);
        box.addRejectButton(u"取消"_s);
        box.addAcceptButton(u"删除"_s, ui::ButtonKind::Danger);
        box.show();
        keep(box, u"dialog-"_s + name);
        QMenu menu;
        menu.addAction(ui::icon(Icon::Undo), u"撤销：导入 42 家"_s)->setShortcut(QKeySequence(u"Ctrl+Z"_s));
        menu.addAction(u"复制"_s)->setShortcut(QKeySequence(u"Ctrl+C"_s));
        menu.addSeparator();
        QAction *checked = menu.addAction(u"深色"_s);
        checked->setCheckable(true);
        checked->setChecked(true);
        menu.addMenu(u"导出为"_s);
        menu.popup(QPoint(0, 0));
        menu.setActiveAction(checked);
        keep(menu, u"menu-"_s + name);
        menu.hide();
    }
    ui::applyTheme(*qApp, ui::Theme::Light);
}
