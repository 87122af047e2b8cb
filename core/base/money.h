// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace core {

/// An amount of renminbi in fen (分). Range about ±92 million million yuan.
struct Money
{
    qint64 fen = 0;

    static constexpr Money yuan(qint64 yuan) { return {yuan * 100}; }

    /// Reads yuan: "300000", "300,000.00", "3 万元", "30万", "￥1.5" (half- or full-width).
    /// Empty when it is not an amount or has a part of a fen.
    static std::optional<Money> fromString(QStringView text);

    /// "300,000.00".
    QString toString() const;

    friend constexpr auto operator<=>(const Money &, const Money &) = default;
};

} // namespace core
