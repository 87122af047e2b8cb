// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/task.h"

#include "core/base/tr.h"

namespace core {

Error Progress::cancelledError()
{
    return {Error::Code::Cancelled, tr("已取消，没有改动任何数据。"), {}};
}

} // namespace core
