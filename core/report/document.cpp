// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/document.h"

#include "core/base/sha256.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// Collects lines of text; one overload a kind of block.
struct PlainText
{
    QStringList lines;

    void add(const QString &line)
    {
        if (!line.isEmpty())
            lines.append(line);
    }
    void operator()(const Heading &heading) { add(heading.text); }
    void operator()(const Paragraph &paragraph) { add(paragraph.text); }
    void operator()(const Facts &facts)
    {
        for (const auto &fact : facts.facts)
            lines.append(fact.name + u'\t' + fact.value);
    }
    void operator()(const Tiles &tiles)
    {
        for (const auto &tile : tiles.tiles)
            lines.append(tile.figure + u'\t' + tile.caption);
    }
    void operator()(const BarComparison &chart)
    {
        add(chart.title);
        for (const auto &bar : chart.bars) {
            const QString reference = bar.reference ? bar.reference->toString() : QString();
            lines.append(QStringList{bar.label, bar.text, reference}.join(u'\t'));
        }
        add(chart.note);
    }
    void operator()(const ColumnChart &chart)
    {
        add(chart.title);
        for (size_t i = 0; i < chart.categories.size(); ++i) {
            QStringList cells{chart.categories[i]};
            for (const auto &series : chart.series)
                cells.append(i < series.values.size() ? series.values[i].toString(chart.places) : QString());
            lines.append(cells.join(u'\t'));
        }
    }
    void operator()(const Table &table)
    {
        add(table.caption);
        QStringList head;
        for (const auto &column : table.columns)
            head.append(column.title);
        lines.append(head.join(u'\t'));
        eachRow(table, [this](const Table::Row &row) {
            lines.append(QStringList(row.cells.begin(), row.cells.end()).join(u'\t'));
            return true;
        });
    }
    void operator()(const Signature &signature)
    {
        for (const auto &signer : signature.signers)
            add(signer);
        add(signature.office);
        if (signature.date.isValid())
            add(signature.date.toString(u"yyyy年M月d日"_s));
    }
    void operator()(const Note &note) { add(note.text); }
    void operator()(const PageBreak &) {}
    void operator()(const Columns &columns)
    {
        for (const auto &column : columns.columns)
            for (const auto &block : column)
                std::visit(*this, block.content);
    }
};

} // namespace

void eachRow(const Table &table, const std::function<bool(const Table::Row &row)> &take)
{
    for (const Table::Row &row : table.rows) {
        if (!take(row))
            return;
    }
    for (size_t at = 0; at < table.later.count; ++at) {
        if (!take(table.later.row(at)))
            return;
    }
}

QString toPlainText(const Document &document)
{
    PlainText text;
    text.add(document.bureau);
    text.add(document.number);
    for (const auto &line : document.title)
        text.add(line);
    for (const auto &block : document.blocks)
        std::visit([&](const auto &content) { text(content); }, block.content);
    text.add(document.footer);
    return text.lines.join(u'\n') + u'\n';
}

QString contentHash(const Document &document)
{
    return QString::fromLatin1(Sha256::hexOf(toPlainText(document).toUtf8()));
}

} // namespace core
