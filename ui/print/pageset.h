// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/page.h"

#include <QByteArray>

namespace ui {

/// Finished pages, in order. Those after the first few are packed: the notice of a county of 100,000
/// organizations has thousands of pages, of which one is looked at. A page that is asked for is the page that
/// was put in, to the last digit.
class Pages
{
public:
    /// So many stand ready: more than a report has, so that printing reports packs nothing.
    static constexpr size_t ready = 16;

    class Iterator
    {
    public:
        Iterator(const Pages &pages, size_t at)
            : m_pages(&pages)
            , m_at(at)
        {}
        PaperPage operator*() const { return (*m_pages)[m_at]; }
        Iterator &operator++()
        {
            ++m_at;
            return *this;
        }
        bool operator==(const Iterator &other) const { return m_at == other.m_at; }

    private:
        const Pages *m_pages;
        size_t m_at;
    };

    size_t size() const { return m_pages.size(); }
    bool empty() const { return m_pages.empty(); }
    void push_back(PaperPage page);
    PaperPage operator[](size_t at) const;
    PaperPage front() const { return (*this)[0]; }
    PaperPage back() const { return (*this)[size() - 1]; }
    /// Size of a sheet, without unpacking its page.
    QSizeF sheet(size_t at) const { return m_pages[at].size; }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

    /// Bytes that the items of the pages take, those of the first few aside.
    qsizetype packedBytes() const;

private:
    std::vector<PaperPage> m_pages;   ///< The packed ones without their items.
    std::vector<QByteArray> m_packed; ///< The items of the pages after the first few.
};

/// The pages of one document.
struct PageSet
{
    QString title; ///< For the properties of the file.
    Pages pages;
};

} // namespace ui
