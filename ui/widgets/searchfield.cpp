// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>

namespace ui {

namespace {

enum Role { HitRole = Qt::UserRole + 1, DetailRole };
constexpr int longest = 420; // height of the popup

class HitDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {200, index.data(HitRole).isValid() ? size::row : 26};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const QRect words = option.rect.adjusted(12, 0, -12, 0);
        if (!index.data(HitRole).isValid()) {
            painter->setFont(textFont(TextSize::Hint));
            painter->setPen(t.faint);
            painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
            return;
        }
        const bool current = option.state & QStyle::State_Selected;
        if (current || option.state & QStyle::State_MouseOver)
            paintBox(*painter, QRectF(option.rect.adjusted(4, 0, -4, 0)), 4, current ? t.tint : t.hover);
        painter->setFont(textFont(TextSize::Hint));
        const QString detail = index.data(DetailRole).toString();
        const int detailWidth = std::min(painter->fontMetrics().horizontalAdvance(detail), words.width() / 2);
        painter->setPen(t.secondary);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight,
                          painter->fontMetrics().elidedText(detail, Qt::ElideRight, detailWidth));
        painter->setFont(textFont());
        painter->setPen(current ? t.accentText : t.ink);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            words.width() - detailWidth - 12));
    }
};

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_popup(new QListWidget(this))
{
    setObjectName(QStringLiteral("search"));
    setPlaceholderText(tr("名称、拼音首字母、代码尾号…"));
    setAccessibleName(tr("搜索"));
    setTextMargins(22, 0, 54, 0);
    m_popup->setObjectName(QStringLiteral("searchHits"));
    m_popup->setItemDelegate(new HitDelegate(m_popup));
    m_popup->setFocusPolicy(Qt::NoFocus);
    m_popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_popup->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_popup->setMouseTracking(true);
    m_popup->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchField::onEdited);
    connect(m_popup, &QListWidget::itemClicked, this, &SearchField::open);
    auto *here = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(here, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

SearchField::~SearchField()
{
    if (m_popup->parent() != this)
        delete m_popup;
}

void SearchField::onEdited(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_hits.clear();
        m_popup->hide();
    }
    Q_EMIT queryChanged(text.trimmed());
}

void SearchField::setHits(const QList<SearchHit> &hits)
{
    if (text().trimmed().isEmpty())
        return; // an answer that comes late
    m_hits = hits;
    m_popup->clear();
    QString group;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        if (hits[i].group != group) {
            group = hits[i].group;
            (new QListWidgetItem(group, m_popup))->setFlags(Qt::NoItemFlags);
        }
        auto *item = new QListWidgetItem(hits[i].title, m_popup);
        item->setData(HitRole, int(i));
        item->setData(DetailRole, hits[i].detail);
    }
    if (hits.isEmpty()) {
        auto *item = new QListWidgetItem(
            tr("没有找到“%1”。可试试名称中的两个字、拼音首字母或代码尾号。").arg(text().trimmed()), m_popup);
        item->setFlags(Qt::NoItemFlags);
    }
    placePopup();
    move(1);
}

void SearchField::placePopup()
{
    QWidget *top = window();
    if (m_popup->parentWidget() != top)
        m_popup->setParent(top);
    int height = 8;
    for (int row = 0; row < m_popup->count(); ++row)
        height += m_popup->sizeHintForRow(row);
    const QPoint corner = mapTo(top, QPoint(0, this->height() + 4));
    const int room = std::max(60, top->height() - corner.y() - size::gap);
    m_popup->setGeometry(corner.x(), corner.y(), width(), std::min({height, longest, room}));
    m_popup->show();
    m_popup->raise();
}

void SearchField::move(int step)
{
    int row = m_popup->currentRow();
    do {
        row += step;
        if (row < 0 || row >= m_popup->count())
            return;
    } while (!m_popup->item(row)->data(HitRole).isValid());
    m_popup->setCurrentRow(row);
}

void SearchField::open(const QListWidgetItem *item)
{
    if (!item || !item->data(HitRole).isValid())
        return;
    const SearchHit hit = m_hits.at(item->data(HitRole).toInt());
    m_popup->hide();
    clear();
    Q_EMIT activated(hit);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = m_popup->isVisible();
    switch (event->key()) {
    case Qt::Key_Down: move(1); return;
    case Qt::Key_Up: move(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOpen)
            open(m_popup->currentItem());
        return;
    case Qt::Key_Escape:
        if (isOpen)
            m_popup->hide();
        else
            clear();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_popup->hide();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    if (m_popup->isVisible())
        placePopup();
}

QSize SearchField::sizeHint() const
{
    return {420, size::button};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Tokens &t = tokens();
    QPainter painter(this);
    paintIcon(painter, QRectF(9, (height() - 16) / 2.0, 16, 16), Icon::Search, t.faint);
    if (hasFocus())
        return;
    const QRectF key(width() - 55, (height() - 20) / 2.0, 46, 20);
    paintBox(painter, key, size::tagRadius, t.surface, t.field);
    painter.setFont(textFont(TextSize::Hint));
    painter.setPen(t.faint);
    painter.drawText(key, Qt::AlignCenter, QStringLiteral("Ctrl K"));
}

} // namespace ui
