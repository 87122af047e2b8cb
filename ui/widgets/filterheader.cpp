// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterheader.h"

#include "core/base/tr.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>

namespace ui {

namespace {

constexpr int headHeight = 30;
constexpr int rowHeight = 32;
constexpr int crossRoom = 20;

/// The strip the editors stand on. Cuts off what is scrolled away.
class FilterRow : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().header);
        painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
    }
};

void paintCross(QWidget &widget)
{
    QPainter painter(&widget);
    paintIcon(painter, QRectF(widget.width() - 17, (widget.height() - 11) / 2.0, 11, 11), Icon::Close,
              tokens().accentText);
}

bool isOnCross(const QWidget &widget, const QPointF &position)
{
    return position.x() >= widget.width() - crossRoom;
}

/// Marks an editor whose filter is in use; the style colours its edge.
void setActive(QWidget &editor, bool active)
{
    editor.setProperty("active", active);
    QPalette look = editor.palette();
    const QColor color = active ? tokens().accentText : tokens().ink;
    look.setColor(QPalette::Text, color);
    look.setColor(QPalette::ButtonText, color);
    editor.setPalette(look);
    editor.update();
}

/// An editor with a cross at its end while its filter is in use, which takes the filter away.
template<typename Editor>
class Crossed : public Editor
{
public:
    using Editor::Editor;

protected:
    virtual bool isInUse() const = 0;
    virtual void takeAway() = 0;
    void paintEvent(QPaintEvent *event) override
    {
        Editor::paintEvent(event);
        if (isInUse())
            paintCross(*this);
    }
    void mousePressEvent(QMouseEvent *event) override
    {
        if (isInUse() && isOnCross(*this, event->position()))
            takeAway();
        else
            Editor::mousePressEvent(event);
    }
};

class FilterEdit : public Crossed<QLineEdit>
{
public:
    using Crossed::Crossed;

protected:
    bool isInUse() const override { return !text().isEmpty(); }
    void takeAway() override { clear(); }
};

class FilterCombo : public Crossed<QComboBox>
{
public:
    using Crossed::Crossed;

protected:
    bool isInUse() const override { return currentIndex() > 0; }
    void takeAway() override { setCurrentIndex(0); }
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // scrolling must not change a filter
};

} // namespace

FilterHeader::FilterHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_row(new FilterRow(this))
{
    setSectionsMovable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(36);
    setTextElideMode(Qt::ElideRight);
    m_row->hide();
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::placeEditors);
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::placeEditors);
    connect(this, &QHeaderView::sectionCountChanged, this, &FilterHeader::placeEditors);
    connect(this, &QHeaderView::geometriesChanged, this, &FilterHeader::placeEditors);
    // A header is scrolled without a signal of its own.
    if (const auto *area = qobject_cast<QAbstractScrollArea *>(parent))
        connect(area->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterHeader::placeEditors);
}

void FilterHeader::setTextFilter(int column, const QString &hint)
{
    auto *edit = new FilterEdit(m_row);
    edit->setPlaceholderText(hint);
    edit->setTextMargins(0, 0, 12, 0);
    connect(edit, &QLineEdit::textChanged, this, [this, column, edit](const QString &text) {
        setActive(*edit, !text.isEmpty());
        report(column, text.trimmed());
    });
    put(column, edit);
}

void FilterHeader::setChoiceFilter(int column, const QStringList &choices)
{
    auto *combo = new FilterCombo(m_row);
    combo->addItem(core::tr("全部"));
    combo->addItems(choices);
    combo->setMaxVisibleItems(16);
    connect(combo, &QComboBox::currentIndexChanged, this, [this, column, combo](int index) {
        setActive(*combo, index > 0);
        report(column, index > 0 ? combo->currentText() : QString());
    });
    put(column, combo);
}

void FilterHeader::put(int column, QWidget *editor)
{
    removeFilter(column);
    editor->setObjectName(QStringLiteral("filter%1").arg(column));
    editor->setAccessibleName(core::tr("筛选：%1")
                                  .arg(model() ? model()->headerData(column, Qt::Horizontal).toString()
                                               : QString::number(column + 1)));
    editor->setProperty("compact", true);
    editor->setFont(textFont(TextSize::Hint));
    editor->installEventFilter(this);
    m_editors.insert(column, editor);
    m_row->show();
    editor->setVisible(column >= m_firstColumn);
    updateGeometries();
    updateGeometry();
}

void FilterHeader::removeFilter(int column)
{
    delete m_editors.take(column);
    report(column, {});
}

void FilterHeader::setFirstFilterColumn(int column)
{
    m_firstColumn = column;
    placeEditors();
}

QString FilterHeader::filterText(int column) const
{
    return m_reported.value(column);
}

void FilterHeader::setFilterText(int column, const QString &text)
{
    QWidget *editor = m_editors.value(column);
    if (auto *edit = qobject_cast<QLineEdit *>(editor))
        edit->setText(text);
    else if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentIndex(std::max(0, combo->findText(text)));
}

void FilterHeader::copyFiltersTo(FilterHeader &other) const
{
    for (auto it = m_editors.begin(); it != m_editors.end(); ++it) {
        if (const auto *edit = qobject_cast<const QLineEdit *>(it.value())) {
            other.setTextFilter(it.key(), edit->placeholderText());
        } else if (const auto *combo = qobject_cast<const QComboBox *>(it.value())) {
            QStringList choices;
            for (int i = 1; i < combo->count(); ++i)
                choices.append(combo->itemText(i));
            other.setChoiceFilter(it.key(), choices);
        }
    }
}

void FilterHeader::clearFilters()
{
    for (const int column : m_editors.keys())
        setFilterText(column, {});
}

void FilterHeader::focusFilter(int column)
{
    if (QWidget *editor = m_editors.value(column))
        editor->setFocus(Qt::ShortcutFocusReason);
}

int FilterHeader::filterWidth(int column) const
{
    const QWidget *editor = m_editors.value(column);
    const auto *combo = qobject_cast<const QComboBox *>(editor);
    if (!combo)
        return editor ? 76 : 0;
    int widest = 0;
    for (int i = 0; i < combo->count(); ++i)
        widest = std::max(widest, combo->fontMetrics().horizontalAdvance(combo->itemText(i)));
    return std::min(widest + 40, 132);
}

void FilterHeader::report(int column, const QString &text)
{
    if (m_reported.value(column) == text)
        return;
    if (text.isEmpty())
        m_reported.remove(column);
    else
        m_reported.insert(column, text);
    Q_EMIT filterChanged(column, text);
}

QSize FilterHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headHeight + (m_editors.isEmpty() ? 0 : rowHeight)};
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_editors.isEmpty() ? 0 : rowHeight);
    QHeaderView::updateGeometries();
    placeEditors();
}

QRect FilterHeader::placeOf(int column) const
{
    return {sectionViewportPosition(column) + 3, 2, std::max(0, sectionSize(column) - 6), 26};
}

void FilterHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    // Hiding a section moves those behind it without any signal, but never without painting.
    for (auto it = m_editors.begin(); it != m_editors.end(); ++it) {
        const bool wanted = sectionSize(it.key()) > 0 && it.key() >= m_firstColumn;
        if (wanted != !it.value()->isHidden() || (wanted && it.value()->geometry() != placeOf(it.key()))) {
            QMetaObject::invokeMethod(this, &FilterHeader::placeEditors, Qt::QueuedConnection);
            return;
        }
    }
}

void FilterHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() != QEvent::StyleChange)
        return;
    for (auto it = m_editors.begin(); it != m_editors.end(); ++it) // the colours of the new theme
        setActive(*it.value(), !filterText(it.key()).isEmpty());
}

void FilterHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    placeEditors();
}

void FilterHeader::placeEditors()
{
    m_row->setGeometry(0, height() - rowHeight, width(), rowHeight);
    m_row->setVisible(!m_editors.isEmpty());
    QWidget *before = nullptr;
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        QWidget *editor = m_editors.value(column);
        if (!editor)
            continue;
        // While a section is being hidden it has no width yet is not called hidden.
        editor->setVisible(sectionSize(column) > 0 && column >= m_firstColumn);
        editor->setGeometry(placeOf(column));
        if (before)
            QWidget::setTabOrder(before, editor);
        before = editor;
    }
}

bool FilterHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int column = m_editors.key(static_cast<QWidget *>(watched), -1);
        if (column >= 0 && key == Qt::Key_Escape && !filterText(column).isEmpty()) {
            setFilterText(column, {});
            return true;
        }
        const bool isText = qobject_cast<QLineEdit *>(watched) != nullptr;
        if (isText && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
            Q_EMIT leftDownwards();
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn) {
        // A filter that Tab reaches beyond the edge is scrolled into view.
        const int column = m_editors.key(static_cast<QWidget *>(watched), -1);
        const int left = column < 0 ? 0 : sectionViewportPosition(column);
        if (auto *area = qobject_cast<QAbstractScrollArea *>(parentWidget());
            area && column >= m_firstColumn) {
            const int beyond = left + sectionSize(column) - viewport()->width();
            QScrollBar *bar = area->horizontalScrollBar();
            if (left < 0)
                bar->setValue(bar->value() + left);
            else if (beyond > 0)
                bar->setValue(bar->value() + std::min(beyond, left));
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

} // namespace ui
