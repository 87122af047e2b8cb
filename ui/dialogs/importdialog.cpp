// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "core/base/runlog.h"
#include "core/base/tr.h"
#include "core/record/recordtype.h"
#include "ui/dialogs/importchanges.h"
#include "ui/dialogs/importcolumns.h"
#include "ui/taskrunner.h"
#include "ui/widgets/progresspanel.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int bodyWidth = 820;
constexpr int tableHeight = 264;

TextLabel *fieldLabel(const QString &text, QWidget *buddy)
{
    auto *label = new TextLabel(TextRole::Secondary, text);
    label->setBuddy(buddy);
    return label;
}

DataTable *prepared(DataTable *table, const char *name, const QString &title)
{
    table->setObjectName(QLatin1StringView(name));
    table->setAccessibleName(title);
    return table;
}

} // namespace

ImportDialog::ImportDialog(Session &session, QWidget *window)
    : DialogBox(Icon::Import, Tone::Accent, core::tr("导入表格"), window)
    , m_session(session)
{
    setObjectName(u"importDialog"_s);
    setAcceptDrops(true);
    buildFile();
    buildResult();
    buildTables();
    m_progress = new ProgressPanel;
    body()->addWidget(m_progress);
    connect(&m_session.tasks, &TaskRunner::started, this,
            [this](const QString &what, const std::shared_ptr<core::Progress> &progress) {
                m_progress->follow(what, progress);
            });
    connect(&m_session.tasks, &TaskRunner::finished, m_progress, &ProgressPanel::finish);
    m_reject = addRejectButton(core::tr("取消"));
    m_accept = addAcceptButton(core::tr("检查"));
    setStep(Step::Choose);
    m_choose->setFocus();
}

void ImportDialog::buildFile()
{
    m_file = new QLineEdit;
    m_file->setObjectName(u"file"_s);
    m_file->setReadOnly(true);
    m_file->setAccessibleName(core::tr("文件"));
    m_file->setPlaceholderText(core::tr("选择 .xlsx、.xls 或 .csv 文件，也可以把文件拖到这里"));
    m_choose = makeButton(core::tr("选择文件…"), ButtonKind::Plain, Icon::Folder, "chooseFile");
    m_type = new QComboBox;
    m_type->setObjectName(u"type"_s);
    for (const core::RecordType *type : core::allRecordTypes()) {
        if (type->traits.importable)
            m_type->addItem(core::tr(type->title), QString::fromLatin1(type->key));
    }
    m_type->setPlaceholderText(core::tr("请选择"));
    m_type->setCurrentIndex(-1);
    m_sheet = new QComboBox;
    m_sheet->setObjectName(u"sheet"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(size::gap);
    grid->setVerticalSpacing(size::gap);
    grid->addWidget(fieldLabel(core::tr("文件"), m_file), 0, 0);
    grid->addWidget(m_file, 0, 1, 1, 3);
    grid->addWidget(m_choose, 0, 4);
    grid->addWidget(fieldLabel(core::tr("导入到"), m_type), 1, 0);
    grid->addWidget(m_type, 1, 1);
    grid->addWidget(fieldLabel(core::tr("工作表"), m_sheet), 1, 2);
    grid->addWidget(m_sheet, 1, 3, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->setColumnMinimumWidth(1, bodyWidth / 3);
    body()->addLayout(grid);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    const auto readAgain = [this] {
        forgetChoices();
        if (!m_path.isEmpty())
            readHead(m_isTypeChosen ? core::findRecordType(m_type->currentData().toString()) : nullptr,
                     m_sheet->currentIndex());
    };
    connect(m_type, &QComboBox::activated, this, [this, readAgain] {
        m_isTypeChosen = true;
        readAgain();
    });
    connect(m_sheet, &QComboBox::activated, this, readAgain);
}

void ImportDialog::buildTables()
{
    m_refusalModel = new QStandardItemModel(this);
    m_remarkModel = new QStandardItemModel(this);
    m_tabs = makeTabs("parts", core::tr("表的内容"));
    m_stack = new QStackedWidget;
    m_columns = new ImportColumns;
    m_changes = new ImportChanges;
    auto *refusals = new DataTable;
    refusals->setModel(m_refusalModel);
    auto *remarks = new DataTable;
    remarks->setModel(m_remarkModel);
    const QString titles[] = {core::tr("列与字段"), core::tr("变动"), core::tr("退回的行"), core::tr("提示")};
    DataTable *tables[] = {m_columns, m_changes, refusals, remarks};
    const char *names[] = {"columns", "changes", "refusals", "remarks"};
    for (size_t i = 0; i < std::size(tables); ++i) {
        m_tabs->addTab(titles[i]);
        m_stack->addWidget(prepared(tables[i], names[i], titles[i]));
    }
    body()->addWidget(m_tabs);
    body()->addWidget(m_stack, 1);
    giveRoom(m_stack, {bodyWidth, tableHeight});
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_columns, &ImportColumns::chosen, this, [this](const core::ColumnChoices &choices) {
        m_choices = choices;
        readHead(m_preview.type, m_preview.sheet);
    });
}

void ImportDialog::chooseFile()
{
    m_session.prompt.openFile(Prompt::FileKind::Table, core::tr("选择要导入的表格"),
                              core::tr("表格 (*.xlsx *.xls *.csv)"),
                              [this](const std::optional<QString> &path) {
                                  if (path)
                                      setFile(*path);
                              });
}

void ImportDialog::setFile(const QString &path)
{
    if (m_running)
        return;
    m_path = path;
    m_isTypeChosen = false;
    forgetChoices();
    m_file->setText(QFileInfo(path).fileName());
    m_file->setToolTip(path);
    readHead(nullptr, -1);
}

void ImportDialog::forgetChoices()
{
    m_choices = {};
    m_columns->showPreview({});
}

void ImportDialog::readHead(const core::RecordType *type, int sheet)
{
    setStep(Step::Choose);
    m_hint->setTone(Tone::Neutral);
    m_hint->setText(core::tr("正在读取表头……"));
    const auto layouts = core::rememberedLayouts(m_session.store);
    if (!layouts) {
        m_hint->setTone(Tone::Late);
        m_hint->setText(layouts.error().text);
        core::runlog::note(layouts.error());
        return;
    }
    const int request = ++m_headRequest;
    core::runTask<core::ImportPreview>(
        this,
        [path = m_path, type, sheet, known = *layouts, choices = m_choices](core::Progress &) {
            return core::previewTable(path, type, sheet, known, choices);
        },
        [this, request](core::Result<core::ImportPreview> preview) {
            if (request != m_headRequest)
                return;
            if (preview) {
                showHead(*std::move(preview));
                return;
            }
            m_preview = {};
            m_columns->showPreview({});
            m_hint->setTone(Tone::Late);
            m_hint->setText(preview.error().text);
            core::runlog::note(preview.error());
        });
}

void ImportDialog::showHead(core::ImportPreview preview)
{
    m_preview = std::move(preview);
    const QSignalBlocker quietType(m_type);
    const QSignalBlocker quietSheet(m_sheet);
    m_type->setCurrentIndex(m_preview.type ? m_type->findData(QString::fromLatin1(m_preview.type->key)) : -1);
    m_sheet->clear();
    m_sheet->addItems(m_preview.sheets);
    m_sheet->setCurrentIndex(m_preview.sheet);
    // What was chosen stays to be seen where the sheet cannot be read so.
    if (m_preview.problem.isEmpty() || m_choices.isEmpty())
        m_columns->showPreview(m_preview);
    m_hint->setTone(m_preview.problem.isEmpty() ? Tone::Neutral : Tone::Late);
    if (!m_preview.problem.isEmpty()) {
        m_hint->setText(m_preview.problem);
        return;
    }
    const auto read =
        std::count_if(m_preview.columns.begin(), m_preview.columns.end(),
                      [](const core::ImportPreview::Column &column) { return !column.meaning.isEmpty(); });
    QString text = core::tr("从第 %1 行起是数据；%2 列读入，%3 列不读入。先检查，检查不改动任何数据。")
                       .arg(m_preview.firstRow)
                       .arg(read)
                       .arg(qint64(m_preview.columns.size()) - read);
    if (!m_preview.titles.isEmpty())
        text = core::tr("“%1”：").arg(m_preview.titles.first()) + text;
    if (!m_preview.notes.isEmpty())
        text += m_preview.notes.join(u"；"_s) + u"。"_s;
    m_hint->setText(text);
    setStep(Step::Check);
    if (!m_columns->isAncestorOf(QApplication::focusWidget())) // the clerk goes through a list by keys
        m_accept->setFocus();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_running)
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        setFile(urls.first().toLocalFile());
}

void ImportDialog::setStep(Step step)
{
    m_step = step;
    if (step == Step::Choose || step == Step::Check)
        hideReport();
    const bool isFree = !m_running;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_choose, m_type, m_sheet, m_saveRefused})
        widget->setEnabled(isFree && step != Step::Done);
    m_saveRefused->setEnabled(isFree);
    m_columns->setChoosable(isFree && step != Step::Done);
    m_sheet->setEnabled(m_sheet->isEnabled() && m_sheet->count() > 1);
    const qint64 rows = m_report ? m_report->added + m_report->updated : 0;
    switch (step) {
    case Step::Choose:
    case Step::Check: m_accept->setText(core::tr("检查")); break;
    case Step::Import:
        m_accept->setText(rows > 0 ? core::tr("导入 %1 行").arg(QLocale().toString(rows)) : core::tr("导入"));
        break;
    case Step::Done: m_accept->setText(core::tr("关闭")); break;
    }
    m_accept->setEnabled(isFree &&
                         (step == Step::Check || step == Step::Done || (step == Step::Import && rows > 0)));
    m_reject->setVisible(step != Step::Done);
}

void ImportDialog::accept()
{
    switch (m_step) {
    case Step::Choose: break;
    case Step::Check: check(); break;
    case Step::Import: import(); break;
    case Step::Done: DialogBox::accept(); break;
    }
}

void ImportDialog::reject()
{
    // While rows are written Esc must not leave the clerk without knowing how it ended.
    if (!m_running)
        DialogBox::reject();
}

core::ImportOptions ImportDialog::options() const
{
    core::ImportOptions options;
    options.type = m_preview.type;
    options.sheet = m_preview.sheet;
    options.choices = m_choices;
    return options;
}

bool ImportDialog::run(const QString &what, core::ImportOptions options,
                       std::function<void(core::ImportReport)> done)
{
    const bool started = m_session.tasks.start<core::ImportReport>(
        this, what,
        [path = m_path, options](core::Store &store, core::Progress &progress) {
            return core::importTable(store, path, options, progress);
        },
        [this, done = std::move(done)](core::Result<core::ImportReport> report) {
            m_running = false;
            if (report) {
                done(*std::move(report));
                return;
            }
            setStep(m_step);
            m_session.prompt.error(report.error());
        });
    if (!started) {
        m_session.prompt.inform(core::tr("请稍候"), core::tr("另一项工作正在进行，做完以后再导入。"));
        return false;
    }
    m_running = true;
    setStep(m_step);
    return true;
}

void ImportDialog::check()
{
    core::ImportOptions wanted = options();
    wanted.dryRun = true;
    run(core::tr("检查"), wanted, [this](core::ImportReport report) {
        m_report = std::move(report);
        m_refusedSaved = false;
        setStep(Step::Import);
        showReport();
        (m_accept->isEnabled() ? m_accept : m_saveRefused)->setFocus();
    });
}

void ImportDialog::import()
{
    run(core::tr("导入"), options(), [this](core::ImportReport report) {
        m_report = std::move(report);
        Session &session = m_session;
        session.navigator.tell(resultText(), core::tr("撤销"), [&session] {
            const bool started = session.tasks.start<std::monostate>(
                &session.tasks, core::tr("撤销导入"),
                [](core::Store &store, core::Progress &progress) { return store.undo(&progress); },
                [&session](const core::Status &undone) {
                    if (undone)
                        session.navigator.tell(core::tr("导入已撤销，数据和导入前一样。"));
                    else
                        session.prompt.error(undone.error());
                });
            if (!started)
                session.prompt.inform(core::tr("请稍候"), core::tr("另一项工作正在进行，做完以后再撤销。"));
        });
        Q_EMIT imported(QString::fromLatin1(m_preview.type->key));
        if (!hasRest() || m_refusedSaved) {
            DialogBox::accept();
            return;
        }
        // What was refused or left out can still be taken away for mending.
        setStep(Step::Done);
        showReport();
        m_saveRefused->setFocus();
    });
}

} // namespace ui
