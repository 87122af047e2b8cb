// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/strips.h"

#include "core/base/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void moveItem(RectItem &item, QPointF by)
{
    item.rect.translate(by);
}
void moveItem(LineItem &item, QPointF by)
{
    item.line.translate(by);
}
void moveItem(TextItem &item, QPointF by)
{
    item.at += by;
}

} // namespace

void moveItems(std::vector<PageItem> &items, QPointF offset)
{
    for (PageItem &item : items)
        std::visit([&](auto &content) { moveItem(content, offset); }, item);
}

void StripMaker::make(const core::Document &document, const StripSink &take)
{
    m_take = &take;
    m_inHead = true;
    m_width = m_style.bodyRect(m_orientation).width();
    m_pageHeight = m_style.bodyRect(m_orientation).height();
    if (m_style.officialHead)
        officialHead(document);
    else
        head(document);
    title(document);
    m_inHead = false;
    blocks(document.blocks);
    handOver();
}

void StripMaker::handOver()
{
    for (Strip &strip : m_strips)
        m_isWanted = m_isWanted && (*m_take)(std::move(strip));
    m_strips.clear();
}

void StripMaker::push(Strip strip)
{
    strip.newPage = m_breakNext && !m_strips.empty();
    strip.orientation = m_orientation;
    m_breakNext = false;
    if (m_take && !m_inHead)
        handOver();
    m_strips.push_back(std::move(strip));
}

void StripMaker::keepLast()
{
    if (!m_strips.empty())
        m_strips.back().keepWithNext = true;
}

void StripMaker::lines(SetText text, qreal before)
{
    const size_t count = text.lines.size();
    for (size_t i = 0; i < count; ++i) {
        Strip strip;
        strip.height = text.lineHeight;
        strip.before = i == 0 ? before : 0;
        strip.keepWithNext = count > 1 && (i == 0 || i + 2 == count);
        TextItem line = std::move(text.lines[i]);
        line.at.ry() -= text.lineHeight * static_cast<qreal>(i);
        strip.items.push_back(std::move(line));
        push(std::move(strip));
    }
}

void StripMaker::head(const core::Document &document)
{
    if (document.bureau.isEmpty())
        return;
    const TextStyle red{FontRole::Title, 26, 34, ink::red, core::Align::Center};
    TextItem bureau = m_type.fitted(document.bureau, red, m_width * 0.94);
    // Wide, but not so wide that a reader of the file takes the characters for words of their own.
    bureau.stretch = 108;
    const qreal spaced = bureau.width * 1.08 - 0.08 * bureau.pixels;
    bureau.width = std::min(bureau.width * 1.08, m_width);
    bureau.at = {(m_width - spaced) / 2, baselineOf(34 * unitsPerPoint, bureau.pixels)};
    Strip strip;
    strip.height = 34 * unitsPerPoint + 220;
    strip.keepWithNext = true;
    strip.items = {bureau, LineItem{{0, strip.height, m_width, strip.height}, 50, ink::red}};
    push(std::move(strip));
    if (!document.number.isEmpty()) {
        lines(
            m_type.set(document.number, {FontRole::Body, 10.5, 14, ink::grey, core::Align::Center}, m_width),
            140);
        keepLast();
    }
}

void StripMaker::officialHead(const core::Document &document)
{
    if (document.bureau.isEmpty())
        return;
    // 7.2.4: the head stands 35 mm below the upper edge of the type area; 7.2.5: the number two lines below
    // it; 7.2.7: the red rule 4 mm below the number.
    const TextStyle red{FontRole::Title, 42, 46, ink::red, core::Align::Center};
    TextItem bureau = m_type.fitted(document.bureau, red, m_width * 0.94);
    const qreal line = m_style.textLine * unitsPerPoint;
    bureau.at.setY(3500 + 0.88 * bureau.pixels);
    Strip strip;
    strip.keepWithNext = true;
    strip.height = 3500 + bureau.pixels + (document.number.isEmpty() ? 0 : 2 * line) + 400;
    strip.items = {bureau, LineItem{{0, strip.height, m_width, strip.height}, 70, ink::red}};
    TextItem number = m_type.fitted(
        document.number, {FontRole::Body, m_style.text, 0, ink::black, core::Align::Center}, m_width);
    number.at.setY(strip.height - 400 - line + baselineOf(line, number.pixels));
    if (!document.number.isEmpty())
        strip.items.push_back(number);
    push(std::move(strip));
}

void StripMaker::title(const core::Document &document)
{
    for (size_t i = 0; i < document.title.size(); ++i) {
        const qreal size = i == 0 ? m_style.title : m_style.subtitle;
        qreal before = i == 0 ? 350 : 80;
        if (m_style.officialHead && i == 0)
            before = 2 * m_style.textLine * unitsPerPoint;
        lines(m_type.setBalanced(document.title[i],
                                 {FontRole::Title, size, size * 1.4, ink::black, core::Align::Center},
                                 m_width),
              document.bureau.isEmpty() && i == 0 ? 0 : before);
        for (Strip &strip : m_strips)
            strip.keepWithNext = true;
    }
    if (!document.title.empty()) {
        Strip space;
        space.height = m_style.officialHead ? m_style.textLine * unitsPerPoint : 180;
        space.keepWithNext = true;
        push(std::move(space));
    }
}

void StripMaker::blocks(const std::vector<core::Block> &blocks)
{
    for (const core::Block &block : blocks) {
        if (m_isWanted)
            std::visit([&](const auto &content) { add(content); }, block.content);
    }
}

void StripMaker::add(const core::Heading &heading)
{
    TextStyle style{heading.level <= 1 ? FontRole::Heading : FontRole::Kai, m_style.heading,
                    m_style.headingLine};
    style.indent = m_style.officialHead && heading.level > 0 ? 2 : 0;
    if (heading.level > 1 && !m_style.officialHead)
        style.points = m_style.text;
    lines(m_type.set(heading.text, style, m_width), m_style.gap * 1.2);
    keepLast();
}

void StripMaker::add(const core::Paragraph &paragraph)
{
    TextStyle style{FontRole::Body, m_style.text, m_style.textLine, ink::black, paragraph.align};
    style.indent = paragraph.indented ? 2 : 0;
    style.justified = true;
    lines(m_type.set(paragraph.text, style, m_width), m_style.gap * 0.35);
}

void StripMaker::add(const core::Note &note)
{
    TextStyle style{FontRole::Body, m_style.small, m_style.smallLine, ink::grey};
    style.justified = true;
    keepLast();
    lines(m_type.set(note.text, style, m_width), std::max(m_style.gap * 0.35, 80.0));
}

void StripMaker::add(const core::BarComparison &chart)
{
    Strip strip = barComparison(chart, m_style, m_type, m_width);
    strip.before = m_style.gap;
    push(std::move(strip));
}

void StripMaker::add(const core::ColumnChart &chart)
{
    Strip strip = columnChart(chart, m_style, m_type, m_width);
    strip.before = m_style.gap;
    push(std::move(strip));
}

void StripMaker::officialSignature(const core::Signature &signature)
{
    // 7.3.5: the date ends four characters from the right edge; the office stands above its middle.
    const TextStyle style{FontRole::Body, m_style.text, m_style.textLine};
    const qreal line = m_style.textLine * unitsPerPoint;
    const int pixels = pixelsOf(m_style.text);
    const QString dateText = signature.date.toString(u"yyyy年M月d日"_s);
    const qreal dateWidth = m_type.width(dateText, style);
    const qreal right = m_width - 4 * pixels;
    const qreal officeWidth = m_type.width(signature.office, style);
    const qreal officeLeft = std::min(right - dateWidth / 2 - officeWidth / 2, m_width - officeWidth);
    keepLast();
    Strip strip;
    strip.before = 2 * line;
    strip.height = 2 * line;
    strip.items = {
        TextItem{{officeLeft, baselineOf(line, pixels)}, signature.office, style.role, pixels, officeWidth},
        TextItem{
            {right - dateWidth, line + baselineOf(line, pixels)}, dateText, style.role, pixels, dateWidth}};
    push(std::move(strip));
}

void StripMaker::add(const core::Signature &signature)
{
    if (m_style.officialHead) {
        officialSignature(signature);
        return;
    }
    const qreal line = 20 * unitsPerPoint;
    const TextStyle style{FontRole::Body, m_style.text - 1, 20};
    const int pixels = pixelsOf(style.points);
    keepLast();
    Strip strip;
    strip.before = m_style.gap * 2;
    // A seal is up to 45 mm across and covers the office and the date.
    const auto rows = static_cast<qreal>(std::max<size_t>(signature.signers.size(), 3));
    strip.height = std::max(2600.0, rows * line * 1.35);
    for (size_t i = 0; i < signature.signers.size(); ++i) {
        const qreal base = line * 1.35 * static_cast<qreal>(i) + baselineOf(line, pixels);
        const qreal width = m_type.width(signature.signers[i], style);
        strip.items.push_back(TextItem{{0, base}, signature.signers[i], style.role, pixels, width});
        strip.items.push_back(LineItem{{width + 100, base + 60, m_width * 0.42, base + 60}, 14});
    }
    const qreal left = m_width * 0.5;
    qreal top = strip.height - 3 * line;
    const QString date = signature.date.isValid() ? signature.date.toString(u"yyyy年M月d日"_s) : QString();
    for (const QString &text : {signature.office, core::tr("（盖章）"), date}) {
        TextStyle centered = style;
        centered.align = core::Align::Center;
        TextItem item = m_type.fitted(text, centered, m_width - left);
        item.at += QPointF(left, top + baselineOf(line, pixels));
        if (!text.isEmpty())
            strip.items.push_back(item);
        top += line;
    }
    push(std::move(strip));
}

void StripMaker::add(const core::PageBreak &pageBreak)
{
    if (m_inColumn)
        return;
    m_breakNext = true;
    m_orientation = pageBreak.orientation;
    m_width = m_style.bodyRect(m_orientation).width();
    m_pageHeight = m_style.bodyRect(m_orientation).height();
    if (!m_strips.empty())
        m_strips.back().keepWithNext = false;
}

void StripMaker::add(const core::Columns &columns)
{
    if (columns.columns.empty())
        return;
    constexpr qreal between = 500;
    const auto shareOf = [&](size_t i) { return i < columns.shares.size() ? columns.shares[i] : 1; };
    int shares = 0;
    for (size_t i = 0; i < columns.columns.size(); ++i)
        shares += shareOf(i);
    const qreal unit =
        (m_width - between * static_cast<qreal>(columns.columns.size() - 1)) / std::max(shares, 1);
    qreal left = 0;
    Strip whole;
    for (size_t i = 0; i < columns.columns.size(); ++i) {
        StripMaker maker(m_style, m_type);
        maker.m_width = unit * shareOf(i);
        maker.m_pageHeight = m_pageHeight;
        maker.m_inColumn = true;
        maker.blocks(columns.columns[i]);
        qreal y = 0;
        for (Strip &strip : maker.m_strips) {
            if (y > 0)
                y += strip.before;
            moveItems(strip.items, {left, y});
            whole.items.insert(whole.items.end(), strip.items.begin(), strip.items.end());
            y += strip.height;
        }
        whole.height = std::max(whole.height, y);
        left += unit * shareOf(i) + between;
    }
    whole.before = m_style.gap;
    push(std::move(whole));
}

} // namespace ui
