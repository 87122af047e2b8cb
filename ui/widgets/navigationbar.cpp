// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationbar.h"

#include "core/base/tr.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

namespace {

enum Role { KeyRole = Qt::UserRole + 1, SignRole, BadgeRole, BadgeToneRole };
// So that all entries there are fit below each other in a maximized window of 1366 × 768.
constexpr int headingHeight = 22;
constexpr int entryHeight = 27;
constexpr int slimWidth = 120; // six characters and the ends

class NavigationDelegate : public QStyledItemDelegate
{
public:
    explicit NavigationDelegate(NavigationBar *bar)
        : QStyledItemDelegate(bar)
        , m_bar(bar)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (const QVariant own = index.data(Qt::SizeHintRole); own.isValid())
            return own.toSize();
        return {100, index.data(KeyRole).isValid() ? entryHeight : headingHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const int side = m_bar->isSlim() ? 4 : 8;
        const QRect rect = option.rect.adjusted(side, 0, -side, 0);
        const QString text = index.data().toString();
        if (!index.data(KeyRole).isValid()) {
            painter->setFont(textFont(TextSize::Hint));
            painter->setPen(t.faint);
            painter->drawText(rect.adjusted(12, 4, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
            return;
        }
        const bool checked = index.data(KeyRole).toString() == m_bar->checked();
        const bool current = m_bar->hasFocus() && m_bar->currentIndex() == index;
        if (checked)
            paintBox(*painter, QRectF(rect), size::controlRadius, t.tint);
        else if (option.state & QStyle::State_MouseOver)
            paintBox(*painter, QRectF(rect), size::controlRadius, t.hover);
        if (current)
            paintBox(*painter, QRectF(rect), size::controlRadius, {}, t.accent, 1.5);
        QRect words = rect.adjusted(12, 0, m_bar->isSlim() ? -4 : -10, 0);
        const QColor color = checked ? t.accentText : t.ink;
        if (index.data(SignRole).isValid() && !m_bar->isSlim()) {
            paintIcon(*painter, QRectF(words.left(), rect.center().y() - 7, 16, 16),
                      Icon(index.data(SignRole).toInt()), checked ? t.accentText : t.secondary);
            words.setLeft(words.left() + 26);
        }
        if (const qint64 badge = index.data(BadgeRole).toLongLong(); badge > 0)
            words.setRight(paintBadge(*painter, words, badge, Tone(index.data(BadgeToneRole).toInt())));
        painter->setFont(textFont(TextSize::Body, checked ? Weight::Strong : Weight::Normal));
        painter->setPen(color);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    }

private:
    /// Returns the right end of what is left for the words.
    static int paintBadge(QPainter &painter, const QRect &words, qint64 count, Tone tone)
    {
        const Tokens &t = tokens();
        const QString text = count > 999 ? QStringLiteral("999+") : QString::number(count);
        painter.setFont(textFont(TextSize::Hint, Weight::Strong));
        const int width = std::max(20, painter.fontMetrics().horizontalAdvance(text) + 12);
        const QRect box(words.right() - width + 1, words.center().y() - 8, width, 18);
        paintBox(painter, QRectF(box), 9, t.back(tone));
        painter.setPen(t.text(tone));
        painter.drawText(box, Qt::AlignCenter, text);
        return box.left() - 4;
    }

    NavigationBar *m_bar;
};

} // namespace

NavigationBar::NavigationBar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(core::tr("导航"));
    setItemDelegate(new NavigationDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::NoSelection);
    setMouseTracking(true);
    setFixedWidth(size::navigation);
    auto *above = new QListWidgetItem(this);
    above->setFlags(Qt::NoItemFlags);
    above->setSizeHint(QSize(0, size::gutter));
}

void NavigationBar::addGroup(const QString &heading)
{
    auto *item = new QListWidgetItem(heading, this);
    item->setFlags(Qt::NoItemFlags);
}

void NavigationBar::addPage(const QString &key, const QString &text, std::optional<Icon> sign)
{
    auto *item = new QListWidgetItem(text, this);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setData(KeyRole, key);
    if (sign)
        item->setData(SignRole, int(*sign));
}

void NavigationBar::setBadge(const QString &key, qint64 count, Tone tone)
{
    for (int row = 0; row < this->count(); ++row) {
        if (QListWidgetItem *entry = item(row); entry->data(KeyRole).toString() == key) {
            entry->setData(BadgeRole, count);
            entry->setData(BadgeToneRole, int(tone));
        }
    }
}

qint64 NavigationBar::badge(const QString &key) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(KeyRole).toString() == key)
            return item(row)->data(BadgeRole).toLongLong();
    }
    return 0;
}

void NavigationBar::setChecked(const QString &key)
{
    m_checked = key;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(KeyRole).toString() == key)
            setCurrentRow(row);
    }
    viewport()->update();
}

void NavigationBar::setSlim(bool slim)
{
    if (slim == m_isSlim)
        return;
    m_isSlim = slim;
    setFixedWidth(fullWidth());
    viewport()->update();
}

int NavigationBar::fullWidth() const
{
    return m_isSlim ? slimWidth : size::navigation;
}

QSize NavigationBar::sizeHint() const
{
    return {fullWidth(), 300};
}

QSize NavigationBar::minimumSizeHint() const
{
    return {fullWidth(), 100};
}

void NavigationBar::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(QRect(viewport()->width() - 1, 0, 1, viewport()->height()), tokens().line);
}

void NavigationBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        open(currentItem());
    else
        QListWidget::keyPressEvent(event);
}

void NavigationBar::mouseReleaseEvent(QMouseEvent *event)
{
    QListWidget::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        open(itemAt(event->position().toPoint()));
}

void NavigationBar::open(const QListWidgetItem *item)
{
    if (!item || !item->data(KeyRole).isValid())
        return;
    const QString key = item->data(KeyRole).toString();
    setChecked(key);
    Q_EMIT activated(key);
}

} // namespace ui
