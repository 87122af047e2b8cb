// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/payment.h"

#include "core/base/codetext.h"
#include "core/base/tr.h"
#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

namespace {

std::vector<Problem> checkPaymentNumber(const QVariant &value)
{
    if (value.toLongLong() >= 1)
        return {};
    return {{nullptr, tr("期次从 1 开始。"), Problem::Severity::Block}};
}

} // namespace

template<>
const RecordType &recordType<ProjectPayment>()
{
    using R = ProjectPayment;
    static const RecordType type = record<R, 8>(
        "project_payment", "项目拨付",
        {.display = {"project", "number"},
         .match = {{"project", "number"}},
         .unique = {{"project", "number"}},
         .parent = "project"},
        {
            idField<R>(),
            field<&R::project>("project", "购买服务项目", {.listed = true, .headings = {"项目", "所属项目"}}),
            field<&R::number>("number", "期次",
                              {.unit = "期",
                               .listed = true,
                               .headings = {"拨付期次", "第几期"},
                               .check = checkPaymentNumber}),
            field<&R::condition>("condition", "拨付条件",
                                 {.maxLength = 100, .listed = true, .headings = {"付款条件", "支付条件"}}),
            field<&R::amount>("amount", "拨付金额",
                              {.unit = "元",
                               .listed = true,
                               .headings = {"付款金额", "支付金额"},
                               .check = checkNotNegative}),
            field<&R::dueOn>("due_on", "应付日期",
                             {.listed = true, .headings = {"应付时间", "约定付款日期"}}),
            field<&R::paidOn>("paid_on", "实付日期",
                              {.listed = true, .headings = {"拨付日期", "付款日期", "支付日期"}}),
            field<&R::voucher>(
                "voucher", "凭证号",
                {.maxLength = 60, .headings = {"凭证编号", "记账凭证"}, .normalize = documentNumber}),
        });
    return type;
}

} // namespace core
