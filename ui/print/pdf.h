// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/print/pageset.h"
#include "ui/print/pdfcharacters.h"

#include <memory>

class QIODevice;
class QPagedPaintDevice;
class QPainter;
class QPdfWriter;

namespace ui {

/// Writes pages to one PDF, document after document. Text stays text, fonts are embedded, and what is copied
/// is what was printed (with fonts that have a glyph for each character). May be used in any thread, by one
/// thread at a time.
class PdfOutput
{
public:
    /// \a device must be open and outlive this object.
    PdfOutput(QIODevice &device, const PaperFonts &fonts);
    ~PdfOutput();

    core::Status write(const PageSet &pages);
    /// Ends the file. The device may be closed afterwards.
    core::Status finish();
    qint64 pages() const { return m_pages; }

private:
    class Passage;

    /// Notes the characters of a page that the PDF writer does not name.
    void note(const PaperPage &page);

    const PaperFonts &m_fonts;
    QIODevice &m_device;
    std::unique_ptr<Passage> m_passage; ///< To the device.
    PdfCharacters m_characters;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter;
    qint64 m_pages = 0;
};

/// Paints pages on a device (QPrinter, QPdfWriter); the size of the sheet follows each page. Scaled to the
/// resolution of the device, never to its printable area, so that margins stay true.
core::Status printPages(QPagedPaintDevice &device, const std::vector<PageSet> &documents,
                        const PaperFonts &fonts);

} // namespace ui
