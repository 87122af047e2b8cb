// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace core {

struct FileInfo;

/// The county, the city and the province that a file is of, each also without its class, 嘉善县 and 嘉善:
/// what the names of its towns and organizations begin with. The longer ones stand first.
std::vector<QString> ownRegions(const FileInfo &info);

} // namespace core
