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
#include <QMenu>
#include <QMimeData>
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
    connect(m_navigation, &NavigationBar::activated, this, [this](const QString &key) {
        showPage(key);
        page(key)->showAll();
    });
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
    m_redo = add({}, "redoAction", {}, [this] { redo(); });
    m_redo->setShortcuts(redoKeys());
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
