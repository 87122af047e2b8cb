// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/pageset.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QPixmap>

namespace ui {

/// Shows pages as they will be printed, one below the other.
///
/// Keys: Page Up/Down turn pages, Home/End first and last page, Ctrl and +/−/0 zoom, Ctrl+P and Ctrl+S ask to
/// print and to save. Only what is seen is painted, so that a set of a thousand pages scrolls as smoothly as
/// one page.
class PreviewView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Fit { Width, Page, None };

    explicit PreviewView(PaperFonts fonts, QWidget *parent = nullptr);

    /// Shows \a pages from the first page on.
    void setPages(PageSet pages);
    const PageSet &pages() const { return m_pages; }
    int pageCount() const { return static_cast<int>(m_pages.pages.size()); }
    /// Page that takes most of the view, from 1; 0: there is none.
    int currentPage() const;
    void goToPage(int page);

    /// 1 is the size of the paper on this screen.
    qreal zoom() const { return m_zoom; }
    void setZoom(qreal zoom);
    void setFit(Fit fit);
    Fit fit() const { return m_fit; }

    /// "第 2 页，共 3 页 · 本机没有公文字体：…": for the line below the view.
    QString infoText() const;

Q_SIGNALS:
    void currentPageChanged(int page);
    void zoomChanged(qreal zoom);
    void printRequested();
    void saveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    /// Where a page stands in the document, in pixels of the screen.
    struct Place
    {
        int top;
        QSize size;
    };
    qreal pixelsPerUnit() const;
    void arrange();
    void applyFit();
    const QPixmap &pixmap(int page);
    int pageAt(int y) const;

    PaperFonts m_fonts;
    PageSet m_pages;
    Fit m_fit = Fit::Width;
    qreal m_zoom = 1;
    std::vector<Place> m_places;
    QSize m_contents;
    QHash<int, QPixmap> m_painted;
    int m_announced = 0;
};

} // namespace ui
