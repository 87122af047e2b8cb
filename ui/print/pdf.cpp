// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/pdf.h"

#include "core/base/tr.h"

#include <QIODevice>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A4 without margins; ours are part of the pages.
QPageLayout sheetOf(const PaperPage &page)
{
    const bool landscape = page.size.width() > page.size.height();
    QPageLayout layout(QPageSize(QPageSize::A4), landscape ? QPageLayout::Landscape : QPageLayout::Portrait,
                       QMarginsF(), QPageLayout::Millimeter, QMarginsF());
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

/// Printers of Windows get outlines instead of text. As text they would be set with the widths that GDI and
/// the driver have for their fonts, so that justified lines end elsewhere than in the preview, and put on
/// paper by a spooler that does not know the fonts beside the program.
void sendOutlines([[maybe_unused]] QPagedPaintDevice &device)
{
#ifdef Q_OS_WIN
    auto *printer = dynamic_cast<QPrinter *>(&device);
    if (printer && printer->outputFormat() == QPrinter::NativeFormat)
        printer->setFontEmbeddingEnabled(false);
#endif
}

core::Error refused(const QString &detail)
{
    return {core::Error::Code::Storage, core::tr("写不出 PDF 文件。请检查磁盘空间和写入权限后再试。"),
            detail};
}

core::Error notPrinted()
{
    return {
        core::Error::Code::Storage, core::tr("打印机没有接受文件。请检查打印机是否联机，再打印一次。"), {}};
}

} // namespace

PdfOutput::PdfOutput(QIODevice &device, const PaperFonts &fonts)
    : m_fonts(fonts)
    , m_device(device)
    , m_writer(std::make_unique<QPdfWriter>(&device))
{
    // One unit of the page is one dot: the coordinates in the file are exact.
    m_writer->setResolution(2540);
    m_writer->setCreator(u"Shanzhi " SHANZHI_VERSION ""_s);
}

PdfOutput::~PdfOutput() = default;

core::Status PdfOutput::write(const PageSet &pages)
{
    for (const PaperPage &page : pages.pages) {
        m_writer->setPageLayout(sheetOf(page));
        if (!m_painter) {
            m_writer->setTitle(pages.title);
            m_painter = std::make_unique<QPainter>();
            if (!m_painter->begin(m_writer.get()))
                return refused(m_device.errorString());
        } else if (!m_writer->newPage()) {
            return refused(m_device.errorString());
        }
        paintPage(*m_painter, page, m_fonts);
        ++m_pages;
    }
    return core::ok();
}

core::Status PdfOutput::finish()
{
    if (m_painter && !m_painter->end())
        return refused(m_device.errorString());
    m_painter.reset();
    m_writer.reset();
    return core::ok();
}

core::Status printPages(QPagedPaintDevice &device, const std::vector<PageSet> &documents,
                        const PaperFonts &fonts)
{
    sendOutlines(device);
    QPainter painter;
    for (const PageSet &document : documents) {
        for (const PaperPage &page : document.pages) {
            device.setPageLayout(sheetOf(page));
            const bool going = painter.isActive() ? device.newPage() : painter.begin(&device);
            if (!going)
                return notPrinted();
            painter.resetTransform();
            painter.scale(device.logicalDpiX() / 2540.0, device.logicalDpiY() / 2540.0);
            paintPage(painter, page, fonts);
        }
    }
    if (painter.isActive() && !painter.end())
        return notPrinted();
    return core::ok();
}

} // namespace ui
