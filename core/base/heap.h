// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {

/// Gives back to the system what this thread allocated and was freed since. Heaps made for threads keep what
/// another thread freed until the one that took it allocates again, and a thread that rests does not: to be
/// called in threads that stay, when they have handed out much and go to rest. Takes milliseconds.
void returnFreeMemory();

} // namespace core
