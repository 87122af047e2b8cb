// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include <array>

namespace cli {

// The one place that names every verb.
std::span<const Verb> allVerbs()
{
    static constexpr std::array verbs = {
        Verb{"new", "COUNTY.shanzhi --division CODE --name NAME", "新建数据文件", runNew},
        Verb{"import",
             "COUNTY.shanzhi TABLE.xlsx|.xls|.csv --type TYPE [--sheet N] [--dry-run] [--refused ROWS.xlsx]",
             "导入台账", runImport},
        Verb{"evaluate", "COUNTY.shanzhi --year YEAR [--scheme SCHEME.json] [--publish]", "算年度积分",
             runEvaluate},
        Verb{"score", "--scheme SCHEME.json --figures TABLE.xlsx|.xls|.csv --out RESULT.xlsx|.csv",
             "用一张数据表试一个方案", runScore},
        Verb{"do", "COUNTY.shanzhi TYPE RECORD [VERB] [--input KEY=VALUE]… [--reason TEXT]",
             "办理一条记录上的事项", runDo},
        Verb{"report", "COUNTY.shanzhi --year YEAR --out DIR [--single-file] [--query QUERY.json]",
             "做年终报告（PDF）", runReport, true},
        Verb{"due", "COUNTY.shanzhi [--until DATE]", "列出到期事项", runDue},
        Verb{"query", "COUNTY.shanzhi QUERY.json [--out TABLE.xlsx|.csv]", "按查询取数", runQuery},
        Verb{"search", "COUNTY.shanzhi TEXT [--limit N]", "按名称、代码或拼音首字母找记录", runSearch},
        Verb{"history", "COUNTY.shanzhi [--limit N] [--entry K]", "列出做过的操作", runHistory},
        Verb{"undo", "COUNTY.shanzhi", "撤销最近一次操作", runUndo},
        Verb{"redo", "COUNTY.shanzhi", "重做最近一次撤销", runRedo},
        Verb{"verify", "COUNTY.shanzhi", "检查数据文件是否完好", runVerify},
        Verb{"backup", "[list|check|restore] COUNTY.shanzhi [--out FILE]",
             "备份数据文件，列出、检查备份，从备份恢复", runBackup},
        Verb{"sample", "--out DIR [--organizations N] [--seed S]", "生成示范县的样例台账", runSample},
    };
    return verbs;
}

} // namespace cli
