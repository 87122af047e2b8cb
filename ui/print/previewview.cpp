// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/previewview.h"

#include "core/base/tr.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int gap = 16;
constexpr qreal smallest = 0.2, largest = 5;
constexpr int keptPixmaps = 8; ///< A page at 100 % is about 3.5 MB.

} // namespace

PreviewView::PreviewView(PaperFonts fonts, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_fonts(std::move(fonts))
{
    setObjectName(u"preview"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(core::tr("打印预览"));
    // Whether the bar is there must not change the width that pages are fitted to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    verticalScrollBar()->setSingleStep(48);
}

void PreviewView::setPages(PageSet pages)
{
    m_pages = std::move(pages);
    m_painted.clear();
    m_announced = 0;
    applyFit();
    arrange();
    verticalScrollBar()->setValue(0);
    scrollContentsBy(0, 0);
}

qreal PreviewView::pixelsPerUnit() const
{
    return m_zoom * logicalDpiX() / 2540.0;
}

void PreviewView::arrange()
{
    m_places.clear();
    const qreal scale = pixelsPerUnit();
    int y = gap, width = 0;
    for (size_t i = 0; i < m_pages.pages.size(); ++i) {
        const QSize size = (m_pages.pages.sheet(i) * scale).toSize();
        m_places.push_back({y, size});
        y += size.height() + gap;
        width = std::max(width, size.width());
    }
    m_contents = {width + 2 * gap, y};
    verticalScrollBar()->setRange(0, std::max(0, m_contents.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    horizontalScrollBar()->setRange(0, std::max(0, m_contents.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    viewport()->update();
}

void PreviewView::applyFit()
{
    if (m_fit == Fit::None || m_pages.pages.empty())
        return;
    QSizeF widest(1, 1);
    for (size_t i = 0; i < m_pages.pages.size(); ++i)
        widest = widest.expandedTo(m_pages.pages.sheet(i));
    const qreal unit = logicalDpiX() / 2540.0;
    qreal zoom = (viewport()->width() - 2 * gap) / (widest.width() * unit);
    if (m_fit == Fit::Page)
        zoom = std::min(zoom, (viewport()->height() - 2 * gap) / (widest.height() * unit));
    zoom = std::clamp(zoom, smallest, largest);
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    m_zoom = zoom;
    m_painted.clear();
    Q_EMIT zoomChanged(m_zoom);
}

void PreviewView::setZoom(qreal zoom)
{
    zoom = std::clamp(zoom, smallest, largest);
    m_fit = Fit::None;
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    // The middle of the view stays where it is.
    const QScrollBar *bar = verticalScrollBar();
    const qreal middle = (bar->value() + viewport()->height() / 2.0) / std::max(1, m_contents.height());
    m_zoom = zoom;
    m_painted.clear();
    arrange();
    verticalScrollBar()->setValue(static_cast<int>(middle * m_contents.height()) - viewport()->height() / 2);
    Q_EMIT zoomChanged(m_zoom);
}

void PreviewView::setFit(Fit fit)
{
    const int page = currentPage();
    m_fit = fit;
    applyFit();
    arrange();
    goToPage(page);
}

int PreviewView::pageAt(int y) const
{
    const auto after = std::find_if(m_places.begin(), m_places.end(), [y](const Place &place) {
        return place.top + place.size.height() + gap > y;
    });
    return static_cast<int>(
        std::min<qsizetype>(after - m_places.begin(), static_cast<qsizetype>(m_places.size()) - 1));
}

int PreviewView::currentPage() const
{
    if (m_places.empty())
        return 0;
    const QScrollBar *bar = verticalScrollBar();
    if (bar->maximum() > 0 && bar->value() == bar->maximum())
        return pageCount();
    return pageAt(bar->value() + viewport()->height() / 2) + 1;
}

void PreviewView::goToPage(int page)
{
    if (m_places.empty())
        return;
    const auto index = static_cast<size_t>(std::clamp(page, 1, pageCount()) - 1);
    verticalScrollBar()->setValue(m_places[index].top - gap);
    // The last pages cannot be scrolled to the top; they are announced all the same.
    scrollContentsBy(0, 0);
}

QString PreviewView::infoText() const
{
    if (m_places.empty())
        return core::tr("没有可以预览的页面。");
    QString text = core::tr("第 %1 页，共 %2 页").arg(currentPage()).arg(pageCount());
    if (const QString fonts = m_fonts.report(); !fonts.isEmpty())
        text += u" · "_s + fonts;
    return text;
}

const QPixmap &PreviewView::pixmap(int page)
{
    if (const auto found = m_painted.constFind(page); found != m_painted.constEnd())
        return *found;
    if (m_painted.size() >= keptPixmaps)
        m_painted.clear();
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(m_places[static_cast<size_t>(page)].size * ratio);
    pixmap.fill(Qt::white);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(pixelsPerUnit() * ratio, pixelsPerUnit() * ratio);
    paintPage(painter, m_pages.pages[static_cast<size_t>(page)], m_fonts);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return *m_painted.insert(page, pixmap);
}

void PreviewView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Mid).lightness() > 128
                                             ? palette().color(QPalette::Window).darker(112)
                                             : palette().color(QPalette::Window).darker(130));
    if (m_places.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, infoText());
        return;
    }
    const int top = verticalScrollBar()->value();
    const int across = std::max(m_contents.width(), viewport()->width());
    for (int i = pageAt(top); i < pageCount(); ++i) {
        const Place &place = m_places[static_cast<size_t>(i)];
        if (place.top > top + viewport()->height())
            break;
        const QPoint corner((across - place.size.width()) / 2 - horizontalScrollBar()->value(),
                            place.top - top);
        painter.fillRect(QRect(corner, place.size).adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 40));
        painter.drawPixmap(corner, pixmap(i));
    }
}

void PreviewView::resizeEvent(QResizeEvent *)
{
    const int page = currentPage();
    const qreal before = m_zoom;
    applyFit();
    arrange();
    if (!qFuzzyCompare(before, m_zoom))
        goToPage(page);
}

void PreviewView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (const int page = currentPage(); page != m_announced) {
        m_announced = page;
        Q_EMIT currentPageChanged(page);
    }
}

void PreviewView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Print)) {
        Q_EMIT printRequested();
    } else if (event->matches(QKeySequence::Save)) {
        Q_EMIT saveRequested();
    } else if (event->matches(QKeySequence::ZoomIn) || (control && event->key() == Qt::Key_Equal)) {
        setZoom(m_zoom * 1.2);
    } else if (event->matches(QKeySequence::ZoomOut)) {
        setZoom(m_zoom / 1.2);
    } else if (control && event->key() == Qt::Key_0) {
        setFit(Fit::Width);
    } else if (event->key() == Qt::Key_PageDown) {
        goToPage(currentPage() + 1);
    } else if (event->key() == Qt::Key_PageUp) {
        goToPage(currentPage() - 1);
    } else if (event->key() == Qt::Key_Home) {
        goToPage(1);
    } else if (event->key() == Qt::Key_End) {
        goToPage(pageCount());
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PreviewView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(1.2, event->angleDelta().y() / 120.0));
    event->accept();
}

} // namespace ui
