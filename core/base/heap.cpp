// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/heap.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <malloc.h>
// Of mimalloc, which programs have and tests and sanitizers do not.
extern "C" void mi_collect(bool force) __attribute__((weak));
#endif

namespace core {

void returnFreeMemory()
{
#ifdef Q_OS_LINUX
    if (mi_collect)
        mi_collect(true);
#ifdef __GLIBC__
    else
        malloc_trim(0);
#endif
#endif
}

} // namespace core
