// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hitpopup.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

namespace {

enum HitRoles { HitRole = Qt::UserRole + 1, DetailRole };
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

HitPopup::HitPopup(QWidget *field)
    : QListWidget(field)
    , m_field(field)
{
    setItemDelegate(new HitDelegate(this));
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    hide();
    connect(field, &QObject::destroyed, this, &QObject::deleteLater); // its parent is the window by then
    connect(this, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        if (const SearchHit *hit = hitOf(item))
            Q_EMIT hitClicked(SearchHit(*hit));
    });
}

void HitPopup::showHits(const QList<SearchHit> &hits, const QString &nothing)
{
    m_hits = hits;
    clear();
    QString group;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        if (hits[i].group != group) {
            group = hits[i].group;
            (new QListWidgetItem(group, this))->setFlags(Qt::NoItemFlags);
        }
        auto *item = new QListWidgetItem(hits[i].title, this);
        item->setData(HitRole, int(i));
        item->setData(DetailRole, hits[i].detail);
    }
    if (hits.isEmpty())
        (new QListWidgetItem(nothing, this))->setFlags(Qt::NoItemFlags);
    place();
    moveChoice(1);
}

void HitPopup::place()
{
    QWidget *top = m_field->window();
    if (parentWidget() != top)
        setParent(top);
    int wanted = 8;
    for (int row = 0; row < count(); ++row)
        wanted += sizeHintForRow(row);
    wanted = std::min(wanted, longest);
    const int width = std::max(m_field->width(), 260);
    QPoint corner = m_field->mapTo(top, QPoint(0, m_field->height() + 4));
    const int above = corner.y() - m_field->height() - 2 * size::gap;
    const int below = top->height() - corner.y() - size::gap;
    const int height = std::min(wanted, std::max({below, above, 60}));
    if (height > below && above > below)
        corner.setY(corner.y() - m_field->height() - 8 - height);
    corner.setX(std::clamp(corner.x(), 0, std::max(0, top->width() - width)));
    setGeometry(QRect(corner, QSize(width, height)));
    show();
    raise();
}

void HitPopup::moveChoice(int step)
{
    int row = currentRow();
    do {
        row += step;
        if (row < 0 || row >= count())
            return;
    } while (!item(row)->data(HitRole).isValid());
    setCurrentRow(row);
}

const SearchHit *HitPopup::chosen() const
{
    return hitOf(currentItem());
}

const SearchHit *HitPopup::hitOf(const QListWidgetItem *item) const
{
    return item && item->data(HitRole).isValid() ? &m_hits.at(item->data(HitRole).toInt()) : nullptr;
}

} // namespace ui
