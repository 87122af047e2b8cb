// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/rankinglists.h"

#include "core/base/tr.h"

namespace core {

QString rankingName(Ranking ranking)
{
    switch (ranking) {
    case Ranking::Party: return tr("党建活跃度");
    case Ranking::Standard: return tr("规范化建设");
    case Ranking::Service: return tr("公益服务");
    }
    return {};
}

QString rankingShortName(Ranking ranking)
{
    switch (ranking) {
    case Ranking::Party: return tr("党建");
    case Ranking::Standard: return tr("规范");
    case Ranking::Service: return tr("服务");
    }
    return {};
}

} // namespace core
