// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {

/// Gives back to the system what was freed, by any thread, and the heap keeps for later: to be called when
/// much was let go of that will not be asked for again soon. Takes milliseconds; does nothing where the heap
/// gives back by itself.
void returnFreeMemory();

} // namespace core
