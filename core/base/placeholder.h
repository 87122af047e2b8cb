// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace core {

/// True for a mark that clerks put into a cell to which nothing belongs: "/", "-", "—", "——", "…".
bool isEmptyMark(QStringView text);

/// True for what stands in a cell of which nothing is known: an empty mark, or 无, 暂无, 不详, 待补, N/A,
/// NULL, nan, or 办理中, 新办 where a number will come. 无 is an answer where yes and no are asked: try
/// that first.
bool isPlaceholder(QStringView text);

/// True for what tells nothing where a text stands, and so replaces none: a placeholder, or 同上, 无电话, 0,
/// "#REF!" left behind as a text.
bool isNoText(QStringView text);

/// True for what stands in place of a date that has no end: 长期, 永久, 至今.
bool isOpenEnd(QStringView text);

} // namespace core
