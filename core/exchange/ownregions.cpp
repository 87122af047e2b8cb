// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ownregions.h"

#include "core/registry/divisiondata.h"
#include "core/store/store.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

std::vector<QString> ownRegions(const FileInfo &info)
{
    std::vector<QString> regions;
    const auto put = [&](const QString &name) {
        if (name.size() < 3)
            return;
        regions.push_back(name);
        regions.push_back(name.chopped(1));
    };
    const QString &code = info.divisionCode;
    put(regionName(code));
    put(regionName(QString(code.left(4) + u"00"_s)));
    put(regionName(QString(code.left(2) + u"0000"_s)));
    static const QRegularExpression bureau(u"^(.{2,10}[县市区旗])(?:民政|社会)"_s);
    put(bureau.match(info.bureau).captured(1));
    std::sort(regions.begin(), regions.end(),
              [](const QString &one, const QString &other) { return one.size() > other.size(); });
    return regions;
}

} // namespace core
