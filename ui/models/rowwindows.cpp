// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowwindows.h"

#include <algorithm>

namespace ui {

core::Result<RowWindows::Windows> RowWindows::read(const core::Store &store, const Fetch &fetch,
                                                   const Order &order, const std::vector<int> &numbers)
{
    Windows windows;
    const std::span<const qint64> all(*order);
    for (const int number : numbers) {
        const size_t first = size_t(number) * length;
        if (first >= all.size())
            continue;
        CORE_ASSIGN(Rows rows,
                    fetch(store, all.subspan(first, std::min<size_t>(length, all.size() - first))));
        windows.emplace_back(number, std::move(rows));
    }
    return windows;
}

void RowWindows::set(Order order, Fetch fetch, Windows windows)
{
    setFetch(std::move(fetch));
    m_order = std::move(order);
    keep(std::move(windows));
}

void RowWindows::setFetch(Fetch fetch)
{
    m_questions.giveUp(m_subject);
    m_fetch = std::move(fetch);
    m_windows.clear();
    m_missing.clear();
}

void RowWindows::keep(Windows windows)
{
    for (auto &[number, rows] : windows)
        m_windows.insert(number, new Rows(std::move(rows)));
}

const QVariantList *RowWindows::row(int row) const
{
    if (row < 0 || row >= count())
        return nullptr;
    const int number = row / length;
    m_lastSeen = number;
    if (!m_windows.contains(number)) {
        if (std::find(m_missing.begin(), m_missing.end(), number) != m_missing.end())
            return nullptr;
        constexpr size_t most = 4; // more than a screen can show
        m_missing.push_back(number);
        if (m_missing.size() > most)
            m_missing.erase(m_missing.begin());
        m_isFetching = true;
        const_cast<RowWindows *>(this)->fetchMissing(); // a cache fills itself
        m_isFetching = false;
    }
    const Rows *rows = m_windows.object(number);
    const size_t at = size_t(row % length);
    return rows && at < rows->size() ? &(*rows)[at] : nullptr;
}

int RowWindows::find(int position, const QString &value) const
{
    for (const int number : m_windows.keys()) {
        const Rows *rows = m_windows.object(number);
        for (size_t i = 0; i < rows->size(); ++i) {
            if ((*rows)[i].at(position).toString() == value)
                return number * length + int(i);
        }
    }
    return -1;
}

std::vector<int> RowWindows::seen() const
{
    return {std::max(0, m_lastSeen - 1), m_lastSeen, m_lastSeen + 1};
}

void RowWindows::fetchMissing()
{
    m_questions.ask<Windows>(
        m_subject,
        [fetch = m_fetch, order = m_order, numbers = m_missing](const core::Store &store) {
            return read(store, fetch, order, numbers);
        },
        [this](core::Result<Windows> windows) {
            m_missing.clear();
            if (!windows) {
                Q_EMIT failed(windows.error());
                return;
            }
            std::vector<int> numbers;
            for (const auto &[number, rows] : *windows)
                numbers.push_back(number);
            keep(*std::move(windows));
            if (m_isFetching)
                return;
            for (const int number : numbers)
                Q_EMIT filled(number * length, std::min(count(), (number + 1) * length) - 1);
        },
        StoreQuestions::Wait::Briefly);
}

} // namespace ui
