// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspace.h"

#include "core/base/tr.h"
#include "core/features.h"
#include "ui/dialogs/importdialog.h"
#include "ui/pages/duepage.h"
#include "ui/pages/recordpage.h"
#include "ui/pages/reportspage.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/progresspanel.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/topbar.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int searchHits = 50;

} // namespace

Workspace::Workspace(std::unique_ptr<core::Store> store, Prompt &prompt, std::function<QDate()> today,
                     QWidget *parent)
    : QWidget(parent)
    , m_store(std::move(store))
    , m_questions(*m_store)
    , m_searcher(*m_store)
    , m_tasks(*m_store)
    , m_session{*m_store, prompt, m_tasks, *this, std::move(today)}
{
    setObjectName(u"workspace"_s);
    constexpr int patience = 50; // a task that writes may take minutes: say so instead of standing still
    m_store->setPatience(patience);
    setAcceptDrops(true);
    qApp->installEventFilter(this);
    build();
    buildNavigation();
    buildActions();
    connect(m_store.get(), &core::Store::changed, this, [this] {
        showUndo();
        showStatus();
    });
    connect(&m_tasks, &TaskRunner::started, this,
            [this](const QString &what, const std::shared_ptr<core::Progress> &progress) {
                m_progress->follow(what, progress);
                showUndo();
            });
    connect(&m_tasks, &TaskRunner::finished, this, [this] {
        m_progress->finish();
        showUndo();
        showStatus();
    });
    showUndo();
    showStatus();
    showPage(u"home"_s);
    QTimer::singleShot(0, this, [this] { page(m_current)->focusFirst(); });
    // Not before the first page has its figures; until then a search goes through the file. What fails tells
    // itself at the first search.
    m_searcher.closeAfter({}); // what is prepared takes long
    constexpr int calm = 1500;
    QTimer::singleShot(calm, this, [this] {
        m_searcher.ask<std::monostate>(
            Preparing, [](const core::Store &own) { return own.prepareSearch(); },
            [](const core::Status &) {});
    });
}

// Pages ask the store while they are taken down, so they go before it.
Workspace::~Workspace()
{
    // A field that is left tells its editor, which must still be there.
    if (QWidget *focused = focusWidget())
        focused->clearFocus();
    for (Page *page : std::as_const(m_pages))
        delete page;
}

void Workspace::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    m_top = new TopBar;
    QString place = m_store->info().bureau;
    const QString suffix = core::tr("民政局");
    if (place.endsWith(suffix))
        place.chop(suffix.size());
    m_top->setPlace(place);
    m_undoButton = m_top->addButton({}, ButtonKind::Plain, Icon::Undo, "undo");
    m_importButton = m_top->addButton(core::tr("导入"), ButtonKind::Plain, {}, "import");
    m_newButton = m_top->addButton(core::tr("新建"), ButtonKind::Primary, Icon::Plus, "new");
    auto *more = m_top->addButton({}, ButtonKind::Quiet, Icon::More, "more");
    more->setToolTip(core::tr("更多"));
    more->setAccessibleName(core::tr("更多"));
    m_menu = new QMenu(this);
    connect(more, &QPushButton::clicked, this, [this, more] {
        m_menu->popup(
            more->mapToGlobal(QPoint(more->width() - m_menu->sizeHint().width(), more->height() + 4)));
    });
    all->addWidget(m_top);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_navigation = new NavigationBar;
    m_navigation->setObjectName(u"navigation"_s);
    m_stack = new QStackedWidget;
    middle->addWidget(m_navigation);
    middle->addWidget(m_stack, 1);
    all->addLayout(middle, 1);
    m_progress = new ProgressPanel;
    m_progress->setObjectName(u"progress"_s);
    all->addWidget(m_progress);
    m_status = new StatusLine;
    all->addWidget(m_status);
    m_toast = new Toast(this);

    SearchField *search = m_top->search();
    connect(search, &SearchField::queryChanged, this, &Workspace::search);
    connect(search, &SearchField::activated, this, [this](const SearchHit &hit) {
        const QStringList target = hit.data.toStringList();
        if (const core::RecordType *type = core::findRecordType(target.value(0)))
            showRecord(*type, target.value(1));
    });
    connect(m_importButton, &QPushButton::clicked, this, [this] { showImport(); });
    connect(m_newButton, &QPushButton::clicked, this, &Workspace::newRecord);
    connect(m_undoButton, &QPushButton::clicked, this, &Workspace::undo);
}

void Workspace::buildNavigation()
{
    std::optional<Area> area;
    for (const PageEntry &entry : navigation()) {
        if (area && area != entry.area) // what stands first needs no heading
            m_navigation->addGroup(areaTitle(entry.area));
        area = entry.area;
        m_navigation->addPage(QString::fromLatin1(entry.key), core::tr(entry.title), entry.icon);
    }
    connect(m_navigation, &NavigationBar::activated, this, &Workspace::showPage);
}

void Workspace::buildActions()
{
    const auto add = [this](const QString &text, const char *name, const QKeySequence &key, auto slot) {
        auto *action = new QAction(text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_menu->addAction(action);
        return action;
    };
    m_undo = add({}, "undoAction", QKeySequence::Undo, [this] { undo(); });
    m_redo = add({}, "redoAction", QKeySequence::Redo, [this] { redo(); });
    m_menu->addSeparator();
    add(core::tr("导入 Excel / CSV…"), "importAction", QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { showImport(); });
    add(core::tr("新建记录"), "newAction", QKeySequence::New, [this] { newRecord(); });
    m_menu->addSeparator();
    add(core::tr("立即备份…"), "backupAction", {}, [this] { backUp(); });
    add(core::tr("从备份恢复…"), "restoreAction", {}, [this] { Q_EMIT restoreWanted(); });
    add(core::tr("校验日志与数据"), "verifyAction", {}, [this] { verify(); });
    add(core::tr("核对纸上的日志首…"), "headAction", {}, [this] { compareHead(); });
    m_menu->addSeparator();
    auto *toNavigation = new QShortcut(QKeySequence(Qt::Key_F6), this);
    connect(toNavigation, &QShortcut::activated, this, [this] {
        if (m_navigation->hasFocus() && page(m_current))
            page(m_current)->focusFirst();
        else
            m_navigation->setFocus();
    });
}

void Workspace::search(const QString &text)
{
    using Hits = std::vector<core::SearchHit>;
    if (text.isEmpty())
        return m_searcher.giveUp(Searching);
    m_searcher.ask<Hits>(
        Searching, [text](const core::Store &own) { return own.search(text, searchHits); },
        [this](const core::Result<Hits> &found) {
            if (!found)
                return m_session.prompt.error(found.error());
            QList<SearchHit> hits;
            for (const core::RecordType *type : core::allRecordTypes()) {
                for (const core::SearchHit &hit : *found) {
                    if (hit.type == type) {
                        const QStringList target{QString::fromLatin1(type->key), hit.id};
                        hits.append({core::tr(type->title), hit.title, hit.hint, target});
                    }
                }
            }
            m_top->search()->setHits(hits);
        },
        StoreQuestions::Wait::Briefly);
}

Page *Workspace::page(const QString &key)
{
    if (Page *known = m_pages.value(key))
        return known;
    Page *made = makePage(m_session, key);
    if (made) {
        m_pages.insert(key, made);
        m_stack->addWidget(made);
    }
    return made;
}

RecordPage *Workspace::recordPage(const core::RecordType &type)
{
    const QString key = QString::fromLatin1(type.key);
    showPage(key);
    return qobject_cast<RecordPage *>(page(key));
}

void Workspace::showPage(const QString &key)
{
    Page *wanted = page(key);
    if (!wanted)
        return;
    if (Page *left = m_pages.value(m_current); left && left != wanted)
        left->leave();
    m_current = key;
    m_navigation->setChecked(key);
    m_stack->setCurrentWidget(wanted);
    wanted->enter();
}

void Workspace::showRecord(const core::RecordType &type, const QString &id)
{
    if (RecordPage *records = recordPage(type))
        records->showRecord(id);
}

void Workspace::showList(const core::Query &query, const QString &what)
{
    const core::RecordType *type = core::findRecordType(query.type);
    if (RecordPage *records = type ? recordPage(*type) : nullptr)
        records->showQuery(query, what);
}

void Workspace::showDue(Due due)
{
    showPage(u"due"_s);
    static_cast<DuePage *>(page(u"due"_s))->show(due);
}

void Workspace::showReports(const PrintScope &scope)
{
    static_cast<ReportsPage *>(page(u"reports"_s))->show(scope);
    showPage(u"reports"_s);
}

void Workspace::tell(const QString &text, const QString &actionText, std::function<void()> action)
{
    m_toast->showMessage(text, actionText, std::move(action));
}

bool Workspace::isBusy() const
{
    return m_tasks.isBusy();
}

bool Workspace::hasUnsavedWork() const
{
    return std::any_of(m_pages.begin(), m_pages.end(),
                       [](const Page *page) { return page->hasUnsavedWork(); });
}

void Workspace::importFile(const QString &path)
{
    if (m_store->isReadOnly())
        return m_session.prompt.error({core::Error::Code::ReadOnly, m_store->readOnlyReason(), {}});
    if (isStillBusy())
        return;
    auto *dialog = new ImportDialog(m_session, window());
    if (!path.isEmpty())
        dialog->setFile(path);
    dialog->open();
}

bool Workspace::isStillBusy()
{
    if (m_tasks.isBusy())
        tell(core::tr("还有任务在运行，请等它结束。"));
    return m_tasks.isBusy();
}

void Workspace::newRecord()
{
    if (m_store->isReadOnly())
        return m_session.prompt.error({core::Error::Code::ReadOnly, m_store->readOnlyReason(), {}});
    if (isStillBusy())
        return;
    auto *records = qobject_cast<RecordPage *>(page(m_current));
    // Where no records are shown, one of the first register is meant.
    for (const PageEntry &entry : navigation()) {
        const core::RecordType *type = core::findRecordType(entry.key);
        if (!records && type)
            records = recordPage(*type);
    }
    if (records)
        records->startNew();
}

void Workspace::undo()
{
    if (const QString block = m_store->undoBlock(); !block.isEmpty())
        return tell(block);
    const QString what = m_store->undoText();
    takeStep({.what = what,
              .title = core::tr("撤销：%1").arg(what),
              .unsaved = core::tr("这一页有未保存的修改，请先“保存”或“还原”，再撤销“%1”。").arg(what),
              .run = &core::Store::undo,
              .done = [this, what] {
                  tell(core::tr("已撤销：%1").arg(what), core::tr("重做"), [this] { redo(); });
              }});
}

void Workspace::redo()
{
    const QString what = m_store->redoText();
    takeStep({.what = what,
              .title = core::tr("重做：%1").arg(what),
              .unsaved = core::tr("这一页有未保存的修改，请先“保存”或“还原”，再重做“%1”。").arg(what),
              .run = &core::Store::redo,
              .done = [this, what] { tell(core::tr("已重做：%1").arg(what)); }});
}

void Workspace::takeStep(const Step &step)
{
    if (step.what.isEmpty() || m_tasks.isBusy())
        return;
    // Whoever is typing means the words just typed, not what was done to the file before.
    if (page(m_current)->hasUnsavedWork())
        return tell(step.unsaved);
    // An import may have brought in a hundred thousand rows: taken back off the window's thread.
    m_tasks.start<std::monostate>(
        this, step.title,
        [run = step.run](core::Store &store, core::Progress &progress) { return (store.*run)(&progress); },
        [this, told = step.done](const core::Status &done) {
            if (done)
                told();
            else
                m_session.prompt.error(done.error());
        });
}

void Workspace::showUndo()
{
    constexpr int longest = 16;
    const bool free = !m_tasks.isBusy() && !m_store->isReadOnly();
    const QString undoText = m_store->undoText();
    const QString redoText = m_store->redoText();
    QString shortText = undoText;
    if (shortText.size() > longest)
        shortText = shortText.left(longest) + u'…';
    const QString block = m_store->undoBlock();
    m_undoButton->setText(block.isEmpty() ? core::tr("撤销：%1").arg(shortText) : core::tr("不能撤销"));
    m_undoButton->setToolTip(block.isEmpty() ? core::tr("撤销：%1（Ctrl+Z）").arg(undoText) : block);
    m_undoButton->setVisible(!undoText.isEmpty() || !block.isEmpty());
    m_undoButton->setEnabled(free && block.isEmpty());
    m_undo->setText(undoText.isEmpty() ? core::tr("撤销") : core::tr("撤销：%1").arg(undoText));
    // The key stays: it says why it does nothing.
    m_undo->setEnabled(free && (!undoText.isEmpty() || !block.isEmpty()));
    m_redo->setText(redoText.isEmpty() ? core::tr("重做") : core::tr("重做：%1").arg(redoText));
    m_redo->setEnabled(free && !redoText.isEmpty());
    m_importButton->setEnabled(free);
    m_newButton->setEnabled(free);
}

core::Result<Workspace::FileState> Workspace::stateOf(const core::Store &store, QDate today)
{
    FileState state;
    CORE_ASSIGN(state.inBrief, core::inBrief(store));
    state.backup = store.lastBackup();
    state.journalHead = store.headHash();
    for (const PageEntry &entry : navigation()) {
        if (!entry.badge)
            continue;
        CORE_ASSIGN(const Badge badge, entry.badge(store, today));
        state.badges.emplace_back(QString::fromLatin1(entry.key), badge);
    }
    return state;
}

void Workspace::showStatus()
{
    m_questions.ask<FileState>(
        Status, [today = m_session.today()](const core::Store &own) { return stateOf(own, today); },
        [this](const core::Result<FileState> &state) {
            if (state)
                showState(*state);
            else
                m_session.prompt.error(state.error());
        });
}

void Workspace::showState(const FileState &state)
{
    QList<StatusItem> items;
    items.append({m_store->info().bureau, Tone::Neutral});
    for (const QString &words : state.inBrief)
        items.append({words, Tone::Neutral});
    if (m_store->isReadOnly())
        items.append({m_store->readOnlyReason(), Tone::Soon});
    else if (state.backup.isValid() && state.backup.date() == QDate::currentDate())
        items.append({core::tr("上次备份 %1").arg(state.backup.toString(u"HH:mm"_s)), Tone::Fine});
    else if (state.backup.isValid())
        items.append({core::tr("上次备份 %1").arg(state.backup.toString(u"M月d日 HH:mm"_s)), Tone::Neutral});
    else
        items.append({core::tr("还没有备份"), Tone::Neutral});
    m_status->setItems(items);
    const QString &head = state.journalHead;
    m_status->setRight(
        {head.isEmpty() ? QString() : core::tr("日志首 %1…%2").arg(head.left(4), head.right(4)),
         Tone::Neutral});
    for (const auto &[key, badge] : state.badges)
        m_navigation->setBadge(key, badge.count, badge.tone);
}

void Workspace::backUp()
{
    if (isStillBusy())
        return;
    const QString suggested = QFileInfo(m_store->path()).completeBaseName() + core::tr(" 备份 ") +
                              QDate::currentDate().toString(u"yyyyMMdd"_s) + u".shanzhi"_s;
    m_session.prompt.saveFile(core::tr("备份到"), suggested, core::tr("善治数据文件 (*.shanzhi)"),
                              [this](const std::optional<QString> &path) {
                                  if (!path)
                                      return;
                                  m_tasks.start<std::monostate>(
                                      this, core::tr("备份"),
                                      [target = *path](core::Store &store, core::Progress &progress) {
                                          return store.backup({target, core::Existing::Replace}, &progress);
                                      },
                                      [this, target = *path](const core::Status &done) {
                                          if (done)
                                              tell(core::tr("已备份到 %1").arg(target));
                                          else
                                              m_session.prompt.error(done.error());
                                      });
                              });
}

void Workspace::verify(const QString &head)
{
    if (isStillBusy())
        return;
    struct Found
    {
        core::VerifyReport report;
        std::optional<core::Result<core::HeadEntry>> entry;
    };
    m_tasks.start<Found>(
        this, core::tr("校验日志与数据"),
        [head](core::Store &store, core::Progress &progress) -> core::Result<Found> {
            CORE_ASSIGN(core::VerifyReport report, store.verify(&progress));
            Found found{std::move(report), {}};
            if (!head.isEmpty())
                found.entry = store.entryOfHead(head);
            return found;
        },
        [this](const core::Result<Found> &found) {
            if (!found)
                return m_session.prompt.error(found.error());
            constexpr size_t mostTold = 20;
            const core::VerifyReport &report = found->report;
            QStringList lines;
            for (size_t i = 0; i < std::min(report.faults.size(), mostTold); ++i)
                lines.append(report.faults[i]);
            if (report.faults.size() > mostTold)
                lines.append(core::tr("还有 %1 处，用命令行的 verify 可以看到全部。")
                                 .arg(report.faults.size() - mostTold));
            lines.append(report.summary());
            if (found->entry)
                lines.append(*found->entry ? (*found->entry)->sentence() : found->entry->error().text);
            m_session.prompt.inform(report.title(), lines.join(u'\n'));
        });
}

void Workspace::compareHead()
{
    if (isStillBusy())
        return;
    m_session.prompt.askText(
        core::tr("核对纸上的日志首"),
        core::tr("报告的页脚印着当时的日志首，如“7f3a 91c0 ... c21e”。把它输入到这里，先校验现在的数据文件，"
                 "再看它是哪一次操作时的。找不到，就是印那张纸以后日志被改动过。"),
        core::tr("日志首"), [this](const std::optional<QString> &head) {
            if (head)
                verify(*head);
        });
}

bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        if (undo || key->matches(QKeySequence::Redo)) {
            const auto *line = qobject_cast<QLineEdit *>(watched);
            const auto *text = qobject_cast<QPlainTextEdit *>(watched);
            const bool nothing =
                (line && !(undo ? line->isUndoAvailable() : line->isRedoAvailable())) ||
                (text && !(undo ? text->document()->isUndoAvailable() : text->document()->isRedoAvailable()));
            if (nothing) {
                event->ignore();
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    constexpr int narrow = 1100;
    m_navigation->setSlim(width() < narrow);
    QWidget::resizeEvent(event);
}

void Workspace::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void Workspace::dropEvent(QDropEvent *event)
{
    importFile(event->mimeData()->urls().front().toLocalFile());
}

} // namespace ui
