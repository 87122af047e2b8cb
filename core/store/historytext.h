// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace core {

/// What an edit did, as a sentence: 修改社会组织“示范县葡萄协会”：镇街 青禾镇 → 柳浦镇；邮编（空）→ 314199。
/// Personal data is masked. At most \a fields changed fields are told, then how many more there are.
QString historyText(const Store &store, const RecordEdit &edit, int fields = 8);

/// What a journal entry was, with the reason that was given for it: 导入“社会团体登记台账.xlsx”, 撤销第 12
/// 条, 取消等级 ZH-1（出借证书）.
QString historyText(const JournalEntry &entry);

/// What an entry did to a record; where it was filled from old papers (补录), also which of its read-only
/// fields were, and from which.
QString historyText(const Store &store, const JournalEntry &entry, const RecordEdit &edit);

} // namespace core
