// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/pageset.h"

#include <QDataStream>
#include <QIODevice>

#include <numeric>
#include <utility>

namespace ui {

namespace {

// Each item as its position in PageItem and its members in order; then all of a page through zlib, at its
// fastest, because the same lines and words stand in every row.

QDataStream &operator<<(QDataStream &out, const RectItem &item)
{
    return out << item.rect << item.color;
}
QDataStream &operator>>(QDataStream &in, RectItem &item)
{
    return in >> item.rect >> item.color;
}
QDataStream &operator<<(QDataStream &out, const LineItem &item)
{
    return out << item.line << item.width << item.color << item.dashed;
}
QDataStream &operator>>(QDataStream &in, LineItem &item)
{
    return in >> item.line >> item.width >> item.color >> item.dashed;
}
QDataStream &operator<<(QDataStream &out, const TextItem &item)
{
    return out << item.at << item.text << item.role << item.pixels << item.width << item.stretch
               << item.color;
}
QDataStream &operator>>(QDataStream &in, TextItem &item)
{
    return in >> item.at >> item.text >> item.role >> item.pixels >> item.width >> item.stretch >> item.color;
}

template<size_t kind = 0>
PageItem readItem(QDataStream &in, size_t written)
{
    if constexpr (kind < std::variant_size_v<PageItem>) {
        if (written != kind)
            return readItem<kind + 1>(in, written);
        std::variant_alternative_t<kind, PageItem> item;
        in >> item;
        return item;
    } else {
        return {};
    }
}

QByteArray packed(const std::vector<PageItem> &items)
{
    constexpr int fastest = 1;
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::Append);
    out << quint32(items.size());
    for (const PageItem &item : items) {
        out << quint8(item.index());
        std::visit([&out](const auto &one) { out << one; }, item);
    }
    QByteArray less = qCompress(bytes, fastest);
    less.squeeze();
    return less;
}

std::vector<PageItem> unpacked(const QByteArray &bytes)
{
    const QByteArray whole = qUncompress(bytes);
    QDataStream in(whole);
    quint32 count = 0;
    in >> count;
    std::vector<PageItem> items;
    items.reserve(count);
    for (; count > 0; --count) {
        quint8 kind = 0;
        in >> kind;
        items.push_back(readItem(in, kind));
    }
    return items;
}

} // namespace

void Pages::push_back(PaperPage page)
{
    if (size() >= ready)
        m_packed.push_back(packed(std::exchange(page.items, {})));
    m_pages.push_back(std::move(page));
}

PaperPage Pages::operator[](size_t at) const
{
    PaperPage page = m_pages[at];
    if (at >= ready)
        page.items = unpacked(m_packed[at - ready]);
    return page;
}

qsizetype Pages::packedBytes() const
{
    return std::accumulate(m_packed.begin(), m_packed.end(), qsizetype(0),
                           [](qsizetype sum, const QByteArray &one) { return sum + one.size(); });
}

} // namespace ui
