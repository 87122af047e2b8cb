// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newcounty.h"

#include "core/base/tr.h"
#include "core/registry/division.h"
#include "core/registry/divisiondata.h"
#include "core/store/sidefiles.h"

using namespace Qt::StringLiterals;

namespace core {

Result<std::unique_ptr<Store>> createCounty(const QString &path, const QString &divisionCode,
                                            const QString &bureau)
{
    const QString name = bureau.trimmed();
    const QString official = regionName(divisionCode);
    if (official.isEmpty()) {
        return Error{Error::Code::InvalidInput,
                     tr("没有区划代码“%1”。请填六位县级代码，如 330421。").arg(divisionCode),
                     {}};
    }
    if (name.isEmpty())
        return Error{Error::Code::InvalidInput, tr("请填写民政局名称，如“嘉善县民政局”。"), {}};
    const QString suffix = tr("民政局");
    const QString county =
        name.size() > suffix.size() && name.endsWith(suffix) ? name.chopped(suffix.size()) : official;
    CORE_ASSIGN(std::unique_ptr<Store> store, Store::create(path, {name, divisionCode, {}, 0}));
    const Status first = store->change(tr("建立%1的数据文件").arg(county), [&](Change &change) {
        Division division{.code = divisionCode, .name = county, .level = DivisionLevel::County};
        return change.insert(division);
    });
    if (first)
        return store;
    store.reset();
    removeWithSideFiles(path);
    return first.error();
}

} // namespace core
