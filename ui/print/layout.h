// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/report/document.h"
#include "ui/print/pageset.h"
#include "ui/print/pagestyle.h"

namespace ui {

/// Lays \a document out on A4 pages. Rows of tables and charts are never broken (unless higher than a page),
/// heads of tables repeat, headings stay with what they head, and a last page that would hold only a few
/// lines is drawn in by setting lines up to a seventh closer. The same document, style and fonts give the
/// same pages. May run in any thread.
PageSet layoutPages(const core::Document &document, const PageStyle &style, const PaperFonts &fonts);

/// With the style of the document's kind.
PageSet layoutPages(const core::Document &document, const PaperFonts &fonts);

/// The same, ended early when \a progress is cancelled: a notice of thousands of organizations takes seconds.
core::Result<PageSet> layoutPages(const core::Document &document, const PaperFonts &fonts,
                                  const core::Progress &progress);

class Typesetter;

/// For runs of many documents, which share a typesetter (one a thread) and what it remembers.
PageSet layoutPages(const core::Document &document, const PageStyle &style, Typesetter &type);

} // namespace ui
