// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byenum.h"

#include <QString>

namespace core {

/// The rankings beside the total (排行榜), in the order they are shown in. An indicator can belong to one;
/// its points then count there too.
enum class Ranking {
    Party,    ///< 党建活跃度
    Standard, ///< 规范化建设
    Service,  ///< 公益服务
};

template<typename T>
using ByRanking = ByEnum<Ranking, T>;

/// Chinese name: 党建活跃度.
QString rankingName(Ranking ranking);
/// Two characters, for the head of a narrow column: 党建.
QString rankingShortName(Ranking ranking);

} // namespace core
