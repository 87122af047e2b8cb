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

#include <algorithm>

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

/// Hands on what is written, counts it, and keeps the end of it.
class PdfOutput::Passage final : public QIODevice
{
public:
    explicit Passage(QIODevice &target)
        : m_target(target)
    {
        open(ReadWrite | Unbuffered); // no file, and nothing comes back (readData())
    }

    bool isSequential() const override { return true; }
    void keepFromHere() { m_isKept = true; }
    const QByteArray &kept() const { return m_kept; }
    qint64 written() const { return m_written; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 taken = m_target.write(data, size);
        if (taken <= 0)
            return taken;
        m_written += taken;
        if (m_isKept)
            m_kept.append(data, taken);
        return taken;
    }

private:
    QIODevice &m_target;
    qint64 m_written = 0;
    bool m_isKept = false;
    QByteArray m_kept;
};

PdfOutput::PdfOutput(QIODevice &device, const PaperFonts &fonts)
    : m_fonts(fonts)
    , m_device(device)
    , m_passage(std::make_unique<Passage>(device))
    , m_writer(std::make_unique<QPdfWriter>(m_passage.get()))
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
        note(page);
        ++m_pages;
    }
    return core::ok();
}

void PdfOutput::note(const PaperPage &page)
{
    for (const PageItem &item : page.items) {
        const auto *text = std::get_if<TextItem>(&item);
        if (text &&
            std::any_of(text->text.begin(), text->text.end(), [](QChar c) { return c.isSurrogate(); }))
            m_characters.add(m_fonts.font(text->role), text->text);
    }
}

core::Status PdfOutput::finish()
{
    if (!m_characters.isEmpty())
        m_passage->keepFromHere(); // the fonts come last
    if (m_painter && !m_painter->end())
        return refused(m_device.errorString());
    m_painter.reset();
    m_writer.reset();
    const QByteArray update = m_characters.update(m_passage->kept(), m_passage->written());
    if (m_device.write(update) != update.size())
        return refused(m_device.errorString());
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
