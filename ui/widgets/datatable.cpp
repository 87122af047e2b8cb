// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datatable.h"

#include "core/base/tr.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/filterheader.h"
#include "ui/widgets/tabletext.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>

namespace ui {

namespace {

/// The part in front, with a line at its edge while something is scrolled away behind it.
class FrozenPart : public QTableView
{
public:
    explicit FrozenPart(DataTable *table)
        : QTableView(table)
        , m_table(table)
    {}

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (m_table->horizontalScrollBar()->value() == 0)
            return;
        QPainter painter(viewport());
        painter.fillRect(QRect(viewport()->width() - 1, 0, 1, viewport()->height()), tokens().field);
    }

private:
    DataTable *m_table;
};

void setLook(QTableView &view)
{
    view.setFrameShape(QFrame::NoFrame);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setMouseTracking(true);
    view.setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setCornerButtonEnabled(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setMinimumSectionSize(size::row); // first: it bounds the size set next
    view.verticalHeader()->setDefaultSectionSize(size::row);
}

} // namespace

DataTable::DataTable(QWidget *parent)
    : QTableView(parent)
    , m_header(new FilterHeader(this))
{
    setHorizontalHeader(m_header);
    setLook(*this);
    setItemDelegate(new CellDelegate(this));
    m_header->setSectionsClickable(false);
    m_header->setStretchLastSection(true);
    m_header->setSortIndicator(m_sortColumn, m_sortOrder);
    connect(m_header, &FilterHeader::filterChanged, this, &DataTable::filterChanged);
    connect(m_header, &FilterHeader::leftDownwards, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(this, &QTableView::doubleClicked, this, &DataTable::rowActivated);
    connect(m_header, &QHeaderView::sectionResized, this, &DataTable::placeFrozen);
}

void DataTable::enableSorting()
{
    for (FilterHeader *header : {m_header, m_frozenHeader}) {
        if (!header)
            continue;
        header->setSectionsClickable(true);
        header->setSortIndicatorShown(true);
    }
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, &DataTable::sortBy, Qt::UniqueConnection);
}

void DataTable::clearSorting()
{
    m_header->setSortIndicator(-1, Qt::AscendingOrder);
}

void DataTable::sortBy(int column, Qt::SortOrder order)
{
    if (!model() || (column == m_sortColumn && order == m_sortOrder))
        return;
    if (model()->headerData(column, Qt::Horizontal, UnsortedRole).toBool()) {
        // The arrow goes back, but not while both headers are still telling each other where it went.
        QMetaObject::invokeMethod(
            this, [this] { m_header->setSortIndicator(m_sortColumn, m_sortOrder); }, Qt::QueuedConnection);
        return;
    }
    m_sortColumn = column;
    m_sortOrder = order;
    model()->sort(column, order);
}

void DataTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (m_frozen) {
        m_frozen->setModel(model);
        m_frozen->setSelectionModel(selectionModel());
    }
    syncFrozen();
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, &DataTable::syncFrozen);
        connect(model, &QAbstractItemModel::columnsInserted, this, &DataTable::syncFrozen);
    }
}

FilterHeader *DataTable::headerOf(int column) const
{
    return m_frozenHeader && column < m_frozenColumns ? m_frozenHeader : m_header;
}

void DataTable::setTextFilter(int column, const QString &hint)
{
    m_header->setTextFilter(column, hint);
    if (m_frozenHeader)
        m_frozenHeader->setTextFilter(column, hint);
    placeFrozen();
}

void DataTable::setChoiceFilter(int column, const QStringList &choices)
{
    m_header->setChoiceFilter(column, choices);
    if (m_frozenHeader)
        m_frozenHeader->setChoiceFilter(column, choices);
    placeFrozen();
}

QString DataTable::filterText(int column) const
{
    return headerOf(column)->filterText(column);
}

void DataTable::setFilterText(int column, const QString &text)
{
    headerOf(column)->setFilterText(column, text);
}

void DataTable::clearFilters()
{
    for (const int column : m_header->filterColumns())
        setFilterText(column, {});
}

void DataTable::focusFilter(int column)
{
    headerOf(column)->focusFilter(column);
}

QWidget *DataTable::filterEditor(int column) const
{
    return headerOf(column)->editor(column);
}

void DataTable::fitColumns(int widest)
{
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        const QString head = model()->headerData(column, Qt::Horizontal).toString();
        const int headWidth =
            QFontMetrics(textFont(TextSize::Hint, Weight::Strong)).horizontalAdvance(head) + 34;
        const int filterWidth = headerOf(column)->filterWidth(column);
        setColumnWidth(column,
                       std::min(widest, std::max({sizeHintForColumn(column), headWidth, filterWidth})));
    }
    placeFrozen();
}

QTableView *DataTable::makeFrozenPart()
{
    auto *part = new FrozenPart(this);
    m_frozenHeader = new FilterHeader(part);
    part->setHorizontalHeader(m_frozenHeader);
    setLook(*part);
    part->setFocusPolicy(Qt::NoFocus);
    part->setItemDelegate(new CellDelegate(part));
    part->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    part->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    part->setModel(model());
    if (selectionModel())
        part->setSelectionModel(selectionModel());
    m_frozenHeader->setSectionsClickable(m_header->sectionsClickable());
    m_frozenHeader->setSortIndicatorShown(m_header->isSortIndicatorShown());
    m_frozenHeader->setSortIndicator(m_header->sortIndicatorSection(), m_header->sortIndicatorOrder());
    m_frozenHeader->setSectionsMovable(false);
    m_header->setSectionsMovable(false);
    m_header->copyFiltersTo(*m_frozenHeader);
    part->viewport()->installEventFilter(this);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, part->verticalScrollBar(), &QScrollBar::setValue);
    connect(part->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, part->viewport(),
            qOverload<>(&QWidget::update));
    connect(part, &QTableView::doubleClicked, this, &DataTable::rowActivated);
    connect(m_frozenHeader, &FilterHeader::filterChanged, this, &DataTable::filterChanged);
    connect(m_frozenHeader, &FilterHeader::leftDownwards, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_frozenHeader, &QHeaderView::sortIndicatorChanged, m_header, &QHeaderView::setSortIndicator);
    connect(m_header, &QHeaderView::sortIndicatorChanged, m_frozenHeader, &QHeaderView::setSortIndicator);
    connect(m_frozenHeader, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (width > 0)
            setColumnWidth(column, width);
    });
    return part;
}

void DataTable::setFrozenColumns(int columns)
{
    QMap<int, QString> texts;
    for (const int column : m_header->filterColumns())
        texts.insert(column, filterText(column));
    if (columns > 0 && !m_frozen)
        m_frozen = makeFrozenPart();
    m_frozenColumns = columns;
    // What is filtered stays filtered; only the header that shows it is another one.
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const QSignalBlocker quiet(headerOf(it.key()));
        setFilterText(it.key(), it.value());
    }
    syncFrozen();
}

void DataTable::syncFrozen()
{
    if (!m_frozen)
        return;
    m_header->setFirstFilterColumn(m_frozenColumns);
    for (int column = 0; model() && column < model()->columnCount(); ++column)
        m_frozen->setColumnHidden(column, column >= m_frozenColumns || isColumnHidden(column));
    placeFrozen();
}

void DataTable::placeFrozen()
{
    if (!m_frozen)
        return;
    int width = 0;
    for (int column = 0; model() && column < std::min(m_frozenColumns, model()->columnCount()); ++column) {
        m_frozen->setColumnHidden(column, isColumnHidden(column));
        if (isColumnHidden(column))
            continue;
        m_frozen->setColumnWidth(column, columnWidth(column));
        width += columnWidth(column);
    }
    m_frozen->setVisible(width > 0);
    m_frozenHeader->setFixedHeight(m_header->height());
    m_frozen->setGeometry(0, 0, width, viewport()->height() + m_header->height());
    m_frozen->verticalScrollBar()->setValue(verticalScrollBar()->value());
    m_frozen->raise();
}

bool DataTable::eventFilter(QObject *watched, QEvent *event)
{
    if (m_frozen && watched == m_frozen->viewport()) {
        if (event->type() == QEvent::MouseButtonPress)
            setFocus(Qt::MouseFocusReason);
        if (event->type() == QEvent::ContextMenu) {
            contextMenuEvent(static_cast<QContextMenuEvent *>(event));
            return true;
        }
    }
    return QTableView::eventFilter(watched, event);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeFrozen();
}

QModelIndex DataTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = QTableView::moveCursor(action, modifiers);
    // A cell that the frozen part would cover is scrolled out from under it.
    if (m_frozen && action == MoveLeft && index.column() >= m_frozenColumns &&
        visualRect(index).left() < m_frozen->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + visualRect(index).left() -
                                        m_frozen->width());
    return index;
}

void DataTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!m_frozen || index.column() >= m_frozenColumns)
        QTableView::scrollTo(index, hint);
    else if (model()) // a frozen cell is always to be seen sideways: only the row matters
        QTableView::scrollTo(index.siblingAtColumn(std::max(columnAt(m_frozen->width() + 1), 0)), hint);
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT rowChanged(current);
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && currentIndex().row() == 0 &&
        headerOf(currentIndex().column())->editor(currentIndex().column())) {
        focusFilter(currentIndex().column());
        return;
    }
    QTableView::keyPressEvent(event);
}

QList<QStringList> DataTable::selectedCells(QList<QList<bool>> *numbers) const
{
    QList<QStringList> rows;
    if (!selectionModel())
        return rows;
    QModelIndexList cells = selectionModel()->selectedIndexes();
    cells.removeIf([this](const QModelIndex &cell) { return isColumnHidden(cell.column()); });
    const QHeaderView *heads = horizontalHeader();
    std::sort(cells.begin(), cells.end(), [heads](const QModelIndex &a, const QModelIndex &b) {
        return std::pair(a.row(), heads->visualIndex(a.column())) <
               std::pair(b.row(), heads->visualIndex(b.column()));
    });
    int row = -1;
    for (const QModelIndex &cell : cells) {
        if (cell.row() != row) {
            rows.append(QStringList());
            numbers->append(QList<bool>());
            row = cell.row();
        }
        const QVariant own = cell.data(CopyRole);
        const QVariant shown = own.isValid() ? own : cell.data();
        rows.last().append(shown.toString());
        numbers->last().append(isNumber(shown));
    }
    return rows;
}

void DataTable::copySelection() const
{
    QList<QList<bool>> numbers;
    const QList<QStringList> rows = selectedCells(&numbers);
    if (rows.isEmpty())
        return;
    auto *copied = new QMimeData;
    copied->setText(toTsv(rows));
    copied->setHtml(toHtmlTable(rows, numbers));
    QApplication::clipboard()->setMimeData(copied);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard
                                  ? currentIndex()
                                  : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT contextMenuWanted(menu, index);
    if (!menu->isEmpty())
        menu->addSeparator();
    QAction *copy = menu->addAction(core::tr("复制所选行\tCtrl+C"), this, &DataTable::copySelection);
    copy->setEnabled(selectionModel() && selectionModel()->hasSelection());
    if (index.isValid()) {
        menu->addAction(core::tr("复制这一格"), this, [index = QPersistentModelIndex(index)] {
            QApplication::clipboard()->setText(
                index.data(CopyRole).isValid() ? index.data(CopyRole).toString() : index.data().toString());
        });
    }
    menu->popup(event->globalPos());
}

} // namespace ui
