// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordpage.h"

#include "core/base/tr.h"
#include "core/exchange/exportquery.h"
#include "ui/pages/recordform.h"
#include "ui/settings.h"
#include "ui/style/theme.h"
#include "ui/taskrunner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnchooser.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

RecordPage::RecordPage(Session &session, const core::RecordType &type, std::vector<ExtraColumn> extras,
                       QWidget *parent)
    : Page(session, parent)
    , m_type(type)
    , m_extras(std::move(extras))
    , m_model(new RecordListModel(session.store, type, this))
    , m_questions(session.store)
{
    setObjectName(QString::fromLatin1(type.key));
    build();
    for (const QString &key : settings::columns.of(objectName()).value()) {
        if (const int field = m_type.indexOf(key); field > 0)
            m_shown.insert(field);
    }
    if (m_shown.isEmpty())
        showDefaultColumns();
    applyColumns();
}

void RecordPage::showDefaultColumns()
{
    m_shown.clear();
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        if (m_type.fields[i].traits.listed)
            m_shown.insert(int(i));
    }
}

void RecordPage::build()
{
    m_title = new TextLabel(TextRole::PageTitle, core::tr(m_type.title));
    m_counted = new TextLabel(TextRole::Secondary);
    m_counted->setObjectName(u"counted"_s);
    m_filtered = new Tag({}, Tone::Accent);
    m_filtered->setObjectName(u"clearFilters"_s);
    m_filtered->setClosable(core::tr("清除"));
    m_columnsButton = makeButton(core::tr("列"), ButtonKind::Plain, Icon::Columns, "chooseColumns");
    m_exportButton = makeButton(core::tr("导出"), ButtonKind::Plain, Icon::Export, "exportList");
    m_uncoverButton = makeButton(core::tr("显示完整信息"), ButtonKind::Plain, Icon::Eye, "uncover");
    m_uncoverButton->setToolTip(core::tr("列表里的姓名、电话、证件号码等不再遮盖，日志里会留一条记录"));
    auto *all = layOut({m_title, m_counted, m_filtered}, {m_uncoverButton, m_columnsButton, m_exportButton});
    m_coverHint = new TextLabel(TextRole::Secondary);
    m_coverHint->setObjectName(u"coverHint"_s);
    m_coverHint->setWordWrap(true);
    m_coverHint->hide();
    all->addWidget(m_coverHint);

    auto *listCard = new Card({}, Card::Body::Flush);
    m_table = new DataTable;
    m_table->setObjectName(u"list"_s);
    m_table->setModel(m_model);
    m_table->enableSorting();
    m_empty = new EmptyState(Icon::Filing, core::tr("还没有%1").arg(core::tr(m_type.title)),
                             core::tr("可以从 Excel 台账导入，也可以点“新建”逐条填写。"));
    listCard->body()->addWidget(m_table, 1);
    listCard->body()->addWidget(m_empty, 1);
    m_form = new RecordForm(session(), m_type);
    m_form->setMinimumWidth(384); // a label and an editor beside each other
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(size::gutter);
    m_splitter->addWidget(listCard);
    m_splitter->addWidget(m_form);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({690, 444});
    all->addWidget(m_splitter, 1);

    connect(m_table, &DataTable::filterChanged, this, [this](int column, const QString &text) {
        const core::Status taken = m_model->setFilter(column, text);
        m_table->setToolTip(taken ? QString() : taken.error().text);
        if (taken || !m_model->isCoveredColumn(column))
            return tellCovered();
        m_table->setFilterText(column, {}); // it would look as if the list were filtered
        tellCovered(taken.error().text);
    });
    connect(m_table, &DataTable::rowChanged, this, [this](const QModelIndex &index) {
        if (m_changing || !index.isValid())
            return;
        const QString id = m_model->idAt(index.row());
        m_waiting = id.isEmpty() ? Waiting::Current : Waiting::Nothing;
        leaveFor(id);
    });
    connect(m_table, &DataTable::rowActivated, m_form, &RecordForm::focusFirst);
    connect(m_filtered, &Tag::closed, this, [this] {
        m_scopeName.clear();
        m_table->clearFilters();
        m_model->clearFilters();
    });
    connect(m_model, &RecordListModel::counted, this, [this] {
        if (!m_isFitted)
            fitColumns();
        showCounts();
        selectWaiting();
        // The record of a search may have been there before the list was.
        if (!m_table->currentIndex().isValid() && !m_form->recordId().isEmpty())
            m_model->find(m_form->recordId(), [this](int row) { select(row); });
    });
    connect(m_model, &RecordListModel::filled, this, &RecordPage::selectWaiting);
    connect(m_model, &RecordListModel::failed, this, [this](const core::Error &error) {
        showCounts();
        session().prompt.error(error);
    });
    connect(m_uncoverButton, &QPushButton::clicked, this, [this] {
        if (m_model->audience() == core::Audience::Screen)
            uncover();
        else
            cover();
    });
    connect(m_columnsButton, &QPushButton::clicked, this, &RecordPage::chooseColumns);
    connect(m_exportButton, &QPushButton::clicked, this, &RecordPage::exportList);
    connect(m_form, &RecordForm::newWanted, this, &RecordPage::startNew);
    connect(m_form, &RecordForm::saved, this,
            [this](const QString &id) { m_model->find(id, [this](int row) { select(row); }); });
    connect(m_form, &RecordForm::closed, this, &RecordPage::showNeighbour);
}

void RecordPage::applyColumns()
{
    std::vector<int> fields;
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        if (m_shown.contains(int(i)))
            fields.push_back(int(i));
    }
    if (fields.empty())
        fields.push_back(m_type.indexOf(m_type.displayField().key));
    m_isFitted = false;
    m_table->clearSorting(); // the column under the arrow may be gone
    m_model->setColumns(fields, m_extras);
    setFilters();
    m_uncoverButton->setVisible(m_model->hasPersonalColumns());
    tellCovered();
    fitColumns();
    showCounts();
}

/// Says under the head how a covered column is filtered, while one is; or \a why it cannot be.
void RecordPage::tellCovered(const QString &why)
{
    const QStringList headings = m_model->coveredFilters();
    const QString how = headings.isEmpty()
                            ? QString()
                            : core::tr("“%1”遮盖着，只按看得见的部分或者整个内容（如完整的号码、姓名）查找。"
                                       "要按其中一部分查找，请先点“显示完整信息”，日志里会留一条记录。")
                                  .arg(headings.join(u"”“"_s));
    m_coverHint->setText(why.isEmpty() ? how : why);
    m_coverHint->setTone(why.isEmpty() ? Tone::Neutral : Tone::Soon);
    m_coverHint->setVisible(!m_coverHint->text().isEmpty());
}

void RecordPage::uncover()
{
    const core::Status noted =
        session().store.note(core::tr("在列表里显示了%1，未遮盖个人信息").arg(core::tr(m_type.title)));
    if (!noted)
        return session().prompt.error(noted.error());
    m_uncoverButton->setText(core::tr("遮盖个人信息"));
    m_isFitted = false; // whole values are wider
    m_model->setAudience(core::Audience::OpenScreen);
    tellCovered();
}

void RecordPage::cover()
{
    m_uncoverButton->setText(core::tr("显示完整信息"));
    m_model->setAudience(core::Audience::Screen);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->filterText(column).isEmpty())
            m_table->setFilterText(column, {});
    }
    tellCovered();
}

// Whoever comes back to the page, or to the desk, finds it covered.
void RecordPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous() && m_model->audience() != core::Audience::Screen)
        cover();
}

void RecordPage::fitColumns()
{
    m_isFitted = m_model->rowCount() > 0; // else once there are rows to fit
    m_table->fitColumns(240);
    shareWidth();
}

void RecordPage::setFilters()
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (const ExtraColumn *extra = m_model->extraOf(column)) {
            if (extra->choices.isEmpty())
                m_table->setTextFilter(column, extra->number ? core::tr("如 <70") : QString());
            else
                m_table->setChoiceFilter(column, extra->choices);
            continue;
        }
        const core::Field &field = m_type.fields[size_t(m_model->fieldOf(column))];
        QStringList labels;
        for (const core::Choice &choice : field.choices)
            labels.append(core::tr(choice.label));
        if (field.kind == core::Kind::YesNo)
            labels = {core::tr("是"), core::tr("否")};
        if (!labels.isEmpty())
            m_table->setChoiceFilter(column, labels);
        else
            m_table->setTextFilter(column);
    }
    m_table->setFrozenColumns(m_model->columnCount() > 7 ? 1 : 0);
}

void RecordPage::chooseColumns()
{
    auto *chooser = new ColumnChooser(this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    const auto showTicks = [this, chooser] {
        QList<ColumnEntry> entries;
        for (size_t i = 1; i < m_type.fields.size(); ++i) {
            const core::Field &field = m_type.fields[i];
            entries.append(
                {int(i), core::tr(field.label), m_shown.contains(int(i)), &field == &m_type.displayField()});
        }
        chooser->setColumns(entries);
    };
    showTicks();
    connect(chooser, &ColumnChooser::columnToggled, this, [this](int field, bool shown) {
        if (shown)
            m_shown.insert(field);
        else
            m_shown.remove(field);
        QStringList keys;
        for (const int kept : std::as_const(m_shown))
            keys.append(QString::fromLatin1(m_type.fields[size_t(kept)].key));
        settings::columns.of(objectName()).keep(keys);
        applyColumns();
    });
    connect(chooser, &ColumnChooser::resetWanted, this, [this, showTicks] {
        showDefaultColumns();
        settings::columns.of(objectName()).keep({}); // the list's own choice, whatever it will be
        applyColumns();
        showTicks();
    });
    chooser->openBelow(m_columnsButton);
}

void RecordPage::showCounts()
{
    const int shown = m_model->rowCount();
    const QLocale locale;
    QString text = core::tr("%1 条").arg(locale.toString(m_model->total()));
    if (m_model->isFiltered())
        text = core::tr("已筛选 %1 / %2").arg(locale.toString(shown), locale.toString(m_model->total()));
    if (m_model->total() < 0)
        text = m_model->hasFailed() ? core::tr("没有读出来，再打开本页时重读") : core::tr("正在读取……");
    if (!m_scopeName.isEmpty())
        text = m_scopeName + u" · "_s + text;
    for (QWidget *label : std::initializer_list<QWidget *>{m_counted, m_filtered})
        label->setVisible((label == m_filtered) == m_model->isFiltered());
    m_counted->setText(text);
    m_filtered->setText(text);
    m_empty->setVisible(m_model->total() == 0);
    m_table->setVisible(m_model->total() != 0);
    m_exportButton->setEnabled(shown > 0);
}

void RecordPage::enter()
{
    m_model->askAgain();
    showCounts();
    QTimer::singleShot(0, this, &RecordPage::shareWidth);
    if (!m_table->currentIndex().isValid() && !m_form->isNew() && m_waiting == Waiting::Nothing) {
        m_waiting = Waiting::First;
        selectWaiting();
    }
}

void RecordPage::select(int row)
{
    m_changing = true;
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        // A list that is not laid out yet does not scroll.
        QTimer::singleShot(0, m_table, [view = static_cast<QAbstractItemView *>(m_table)] {
            view->scrollTo(view->currentIndex());
        });
    }
    m_changing = false;
}

void RecordPage::selectWaiting()
{
    const bool isThere = m_model->total() >= 0 && !m_model->isAsking();
    if (m_waiting == Waiting::Nothing || !isThere || (m_waiting == Waiting::First && m_form->isNew()))
        return;
    const Waiting waiting = std::exchange(m_waiting, Waiting::Nothing);
    const int row = waiting == Waiting::Current ? m_table->currentIndex().row() : 0;
    if (row >= 0 && row < m_model->rowCount()) {
        select(row);
        const QString id = m_model->idAt(row);
        if (id.isEmpty())
            m_waiting = Waiting::Current;
        leaveFor(id, StoreQuestions::Wait::No); // the rows have just come: enough for one event
    } else if (waiting == Waiting::FirstOrNone) {
        m_form->showRecord({});
    }
}

void RecordPage::showNeighbour(const QString &gone)
{
    if (isVisible())
        m_table->setFocus();
    // Answered after the list has lost its row: what stands there now is the next record, or the last.
    m_model->find(gone, [this](int) {
        if (!m_form->recordId().isEmpty() || m_form->isNew())
            return;
        m_waiting = m_table->currentIndex().isValid() ? Waiting::Current : Waiting::First;
        selectWaiting();
    });
}

// The first column takes what the others leave, as long as that is enough for a name; else the list scrolls.
void RecordPage::shareWidth()
{
    QHeaderView *header = m_table->horizontalHeader();
    int others = 0;
    for (int column = 1; column < header->count(); ++column)
        others += header->sectionSize(column);
    const bool fits = m_table->viewport()->width() - others >= 150;
    header->setStretchLastSection(false);
    header->setSectionResizeMode(0, fits ? QHeaderView::Stretch : QHeaderView::Interactive);
}

void RecordPage::focusFirst()
{
    m_table->setFocus();
}

bool RecordPage::hasUnsavedWork() const
{
    return m_form->hasChanges();
}

void RecordPage::leaveFor(const QString &id, StoreQuestions::Wait wait)
{
    m_questions.giveUp(0);
    if (id == m_form->recordId() || id.isEmpty())
        return;
    if (!m_form->hasChanges())
        return show(id, wait);
    // The list goes back to the record that is being edited until the clerk has decided.
    m_model->find(m_form->recordId(), [this](int row) { select(row); });
    session().prompt.confirm(core::tr("这条记录有修改还没有保存。放弃修改，换到另一条？"),
                             core::tr("放弃修改"), Prompt::Stakes::Loss, [this, id] {
                                 m_form->revert();
                                 showRecord(id);
                             });
}

void RecordPage::showRecord(const QString &id)
{
    m_waiting = Waiting::Nothing;
    show(id, StoreQuestions::Wait::Briefly);
    m_model->find(id, [this, id](int row) {
        if (row >= 0 || !m_model->isFiltered())
            return select(row);
        m_scopeName.clear();
        m_table->clearFilters();
        m_model->clearFilters();
        m_model->find(id, [this](int among) { select(among); });
    });
}

void RecordPage::showQuery(const core::Query &query, const QString &what)
{
    m_scopeName = what;
    m_table->clearFilters();
    m_waiting = Waiting::FirstOrNone;
    m_model->setScope(query.where, query.window, query.year);
}

void RecordPage::showAll()
{
    if (m_scopeName.isEmpty())
        return;
    m_scopeName.clear();
    m_model->setScope({});
}

// The disk may be slow: what the form is about to read is read in the other thread first, and is in memory
// then.
void RecordPage::show(const QString &id, StoreQuestions::Wait wait)
{
    m_questions.ask<std::monostate>(
        0, [type = &m_type, id](const core::Store &own) { return RecordForm::read(own, *type, id); },
        [this, id](const core::Status &) {
            if (m_form->hasChanges())
                leaveFor(id);
            else
                m_form->showRecord(id);
        },
        wait);
}

void RecordPage::startNew()
{
    m_questions.giveUp(0);
    const auto begin = [this] { m_form->startNew(); };
    if (!m_form->hasChanges())
        return begin();
    session().prompt.confirm(core::tr("这条记录有修改还没有保存。放弃修改，新建一条？"), core::tr("放弃修改"),
                             Prompt::Stakes::Loss, begin);
}

void RecordPage::exportList()
{
    const core::Query query = m_model->query();
    std::vector<QString> columns;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (const int field = m_model->fieldOf(column); field > 0)
            columns.push_back(QString::fromLatin1(m_type.fields[size_t(field)].key));
    }
    session().prompt.saveFile(
        Prompt::FileKind::Export, core::tr("导出%1").arg(core::tr(m_type.title)),
        core::tr(m_type.title) + u".xlsx"_s, core::tr("Excel 工作簿 (*.xlsx);;CSV 文件 (*.csv)"),
        [this, query, columns](const std::optional<QString> &path) {
            if (!path)
                return;
            const bool started = session().tasks.start<qint64>(
                this, core::tr("导出%1").arg(core::tr(m_type.title)),
                [query, columns, target = *path](core::Store &store, core::Progress &progress) {
                    core::Query all = query;
                    all.columns = columns;
                    return core::exportQuery(store, all, {target, core::Existing::Replace},
                                             core::Audience::Export, progress);
                },
                [this, target = *path](core::Result<qint64> rows) {
                    if (rows)
                        session().navigator.tell(core::tr("已导出 %1 条到 %2").arg(*rows).arg(target));
                    else
                        session().prompt.error(rows.error());
                });
            if (!started)
                session().navigator.tell(core::tr("还有任务在运行，请等它结束。"));
        });
}

} // namespace ui
