// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/organization.h"

#include "core/base/codetext.h"
#include "core/base/creditcode.h"
#include "core/base/phone.h"
#include "core/base/tr.h"
#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(OrganizationKind)
{
    static constexpr Choice choices[] = {
        {"association", "社会团体", "社团|社会团体法人|社会团体登记"},
        {"service_institution", "社会服务机构",
         "民办非企业单位|民非|民办非企业|社会服务机构（民办非企业单位）|民非企业|民非单位|"
         "民办非企业单位法人|民办非企业法人|社会服务机构法人"},
        {"foundation", "基金会", "公募基金会|非公募基金会|慈善基金会|基金会法人"},
        {"community_organization", "社区社会组织",
         "备案社区社会组织|备案组织|社区社会组织（备案）|社区社会组织备案|备案类社区社会组织|"
         "备案制社区社会组织|备案的社区社会组织|备案社会组织"},
        {"intermediary", "中介组织", "中介|中介机构|社会中介组织"},
    };
    static_assert(std::size(choices) == enumCount<OrganizationKind>);
    return choices;
}

std::span<const Choice> choicesOf(CommunityCategory)
{
    static constexpr Choice choices[] = {
        {"living_service", "生活服务类", "生活服务"},
        {"charity", "公益慈善类", "公益慈善|公益"},
        {"mutual_aid", "居民互助类", "居民互助|邻里互助类"},
        {"culture_sports", "文体活动类", "文体活动|文体类|文体娱乐类"},
        {"governance", "基层治理类", "议事协商类|平安建设类"},
        {"other", "其他", "其他类"},
    };
    return choices;
}

std::span<const Choice> choicesOf(OrganizationStatus)
{
    static constexpr Choice choices[] = {
        {"active", "正常",
         "在册|存续|已登记|已备案|有效|在业|正常运行|运行正常|正常运作|正常在册|在册正常|正常存续|"
         "正常开展活动|在营|活跃"},
        {"suspended", "限期停止活动", "停止活动"},
        {"missing", "失联"},
        {"deregistered", "已注销", "注销|注销登记|已注销登记|依法注销"},
        {"revoked", "已撤销", "撤销|撤销登记|被撤销|已撤销登记|吊销|已吊销|被吊销|吊销登记证书"},
    };
    return choices;
}

std::span<const Choice> choicesOf(OrganizationRole)
{
    static constexpr Choice choices[] = {
        {"hub", "枢纽型", "支持型|枢纽型/支持型"},
        {"charitable", "慈善组织"},
        {"volunteer", "志愿服务组织"},
        {"social_work", "社会工作服务机构", "社工机构"},
        {"trade", "行业协会商会", "行业协会|商会"},
        {"residents_council", "百姓议事会"},
        {"notables_council", "乡贤参事会"},
        {"federation", "联合会"},
    };
    return choices;
}

std::span<const Choice> choicesOf(PremisesSource)
{
    static constexpr Choice choices[] = {
        {"owned", "自有"},
        {"rented", "租赁", "租用"},
        {"lent", "借用"},
        {"free", "无偿", "无偿使用|免费|无偿提供|免费提供"},
    };
    return choices;
}

std::span<const Choice> choicesOf(Industry)
{
    static constexpr Choice choices[] = {
        {"commerce", "工商服务", "工商业服务|工商服务业"},
        {"agriculture", "农业及农村", "农业及农村发展|农业|农村|农业农村|农业与农村"},
        {"science", "科学研究", "科技与研究|科技|科技服务|科学技术|科研"},
        {"education", "教育", "教育业|教育事业|教育培训"},
        {"health", "卫生", "卫生业|医疗卫生|卫生健康|健康卫生"},
        {"culture", "文化", "文化业|文化艺术|文化事业"},
        {"sports", "体育", "体育业|体育事业|体育健身"},
        {"environment", "生态环境", "环境保护|环保|环境"},
        {"social_service", "社会服务", "社会服务业|社会工作服务"},
        {"law", "法律", "法律服务|法律业"},
        {"religion", "宗教"},
        {"profession", "职业及从业组织", "职业及从业者组织"},
        {"international", "国际及涉外", "国际及其他涉外组织"},
        {"other", "其他"},
    };
    return choices;
}

namespace {

/// What the first two digits of the credit code say against the kind of a registered organization.
QString codeAgainstKind(const Organization &organization)
{
    const CreditCode code = parseCreditCode(organization.creditCode);
    for (const CreditCodeFinding &finding : code.findings) {
        if (finding.issue == CreditCodeIssue::Department)
            return finding.text;
    }
    if (!code.kind)
        return {};
    const auto mismatch = [&](OrganizationKind kind, const QString &label) {
        return organization.kind == kind
                   ? QString()
                   : tr("统一社会信用代码第 2 位是 %1，表示%2，与所填类型不符，请核对。")
                         .arg(code.code[1])
                         .arg(label);
    };
    switch (*code.kind) {
    case CreditCodeKind::Association: return mismatch(OrganizationKind::Association, tr("社会团体"));
    case CreditCodeKind::ServiceInstitution:
        return mismatch(OrganizationKind::ServiceInstitution, tr("民办非企业单位（社会服务机构）"));
    case CreditCodeKind::Foundation: return mismatch(OrganizationKind::Foundation, tr("基金会"));
    case CreditCodeKind::Other: return {};
    }
    return {};
}

std::vector<Problem> checkOrganization(const Organization &organization)
{
    using enum OrganizationKind;
    std::vector<Problem> found;
    const auto warn = [&](const char *field, const QString &text) {
        found.push_back({field, text, Problem::Severity::Warn});
    };
    const bool registered = organization.kind == Association || organization.kind == ServiceInstitution ||
                            organization.kind == Foundation;
    if (registered && organization.creditCode.isEmpty())
        warn("credit_code", tr("缺统一社会信用代码。"));
    if (const QString text = codeAgainstKind(organization); registered && !text.isEmpty())
        warn("credit_code", text);
    if (!organization.town)
        warn("town", tr("未填所在镇街，镇街名次和分镇街统计里不会有它。"));
    if (organization.termStartedOn && organization.termEndsOn &&
        *organization.termEndsOn <= *organization.termStartedOn)
        warn("term_ends_on", tr("任期届满早于本届开始日期。"));
    if (organization.staffCount && organization.partyMemberCount &&
        *organization.partyMemberCount > *organization.staffCount)
        warn("party_member_count", tr("党员人数多于从业人数。"));
    return found;
}

} // namespace

template<>
const RecordType &recordType<Organization>()
{
    using R = Organization;
    static const RecordType type = record<R, 34, checkOrganization>(
        "organization", "社会组织",
        // Two may be called the same, also in one town: a name is free again after deregistration, and what
        // is only on file (百姓议事会) is called alike in many villages.
        {.match = {{"credit_code"}, {"name", "town"}},
         .removeAdvice = "不再存续的社会组织不用删除，把状态改为“已注销”即可。",
         .date = "registered_on"},
        {
            idField<R>(),
            field<&R::name>("name", "名称",
                            {.section = "基本",
                             .maxLength = 100,
                             .required = true,
                             .searchable = true,
                             .pinyin = true,
                             .listed = true,
                             .privacy = Privacy::Public,
                             .headings = {"单位名称", "组织名称", "社会组织名称", "中文名称", "机构名称",
                                          "社会组织", "社会组织全称", "单位全称", "组织全称", "机构全称",
                                          "全称", "社团名称", "协会名称"}}),
            field<&R::creditCode>(
                "credit_code", "统一社会信用代码",
                {.section = "基本",
                 .maxLength = 40,
                 .unique = true,
                 .searchable = true,
                 .listed = true,
                 .privacy = Privacy::Public,
                 .headings = {"信用代码", "统一信用代码", "社会信用代码", "代码", "登记证号", "统一代码",
                              "统一社会信用代码证号", "社会信用统一代码"},
                 .check = checkCreditCodeField,
                 .normalize = codeText,
                 .isCode = isCreditCode}),
            field<&R::kind>(
                "kind", "类型",
                {.section = "基本",
                 .required = true,
                 .listed = true,
                 .privacy = Privacy::Public,
                 .headings = {"组织类型", "社会组织类型", "类别", "种类", "组织类别", "社会组织类别",
                              "机构类型", "机构类别", "单位类型", "单位类别", "登记类型"}}),
            field<&R::category>("category", "备案类别",
                                {.section = "基本", .headings = {"社区社会组织类别", "类别", "组织类别"}}),
            field<&R::status>("status", "状态",
                              {.section = "基本",
                               .listed = false,
                               .presumed = true,
                               .privacy = Privacy::Public,
                               .headings = {"登记状态", "组织状态"}}),
            field<&R::roles>("roles", "身份", {.section = "基本", .headings = {"角色", "特殊身份"}}),
            field<&R::registeredOn>(
                "registered_on", "登记日期",
                {.section = "基本",
                 .listed = false,
                 .headings = {"成立登记日期", "成立日期", "登记时间", "成立时间", "备案日期", "备案时间",
                              "注册日期", "注册时间", "批准成立日期", "批准日期", "设立日期", "首次登记日期",
                              "登记成立日期"}}),
            field<&R::certificateNumber>(
                "certificate_number", "证书编号",
                {.section = "基本",
                 .maxLength = 60,
                 .headings = {"备案号", "备案证号", "证书号", "登记证书编号", "登记证书号"},
                 .normalize = documentNumber}),
            field<&R::industry>(
                "industry", "行（事）业",
                {.section = "基本", .headings = {"行业", "所属行业", "行业分类", "行（事）业分类"}}),
            field<&R::town>("town", "镇街",
                            {.section = "所在",
                             .listed = true,
                             .among = "town",
                             .headings = {"所在镇街",
                                          "所属镇街",
                                          "镇（街道）",
                                          "乡镇街道",
                                          "街道",
                                          "乡镇",
                                          "镇",
                                          "乡镇（街道）",
                                          "所属乡镇",
                                          "所在乡镇",
                                          "所属街道",
                                          "所在街道",
                                          "所属镇（街道）",
                                          "所在镇（街道）",
                                          "所属乡镇（街道）",
                                          "所在乡镇（街道）",
                                          "镇街名称",
                                          "属地",
                                          "街道（镇）",
                                          "街道（乡镇）",
                                          "街道乡镇",
                                          "所在镇街道",
                                          "所属镇街道",
                                          "镇街道",
                                          "所在街道（镇）",
                                          "所属街道（镇）",
                                          "行政区划",
                                          "所属区划"}}),
            field<&R::village>(
                "village", "村社区",
                {.section = "所在",
                 .among = "village",
                 .headings = {"所在村社区", "村（社区）", "社区", "村居", "村（居）", "所属村社区",
                              "所属社区", "所在社区", "所属村（社区）", "所在村（社区）"}}),
            field<&R::address>("address", "住所",
                               {.section = "所在",
                                .maxLength = 200,
                                .headings = {"地址", "办公地址", "活动场所", "住址", "注册地址", "登记住所",
                                             "详细地址", "单位地址", "联系地址", "通讯地址", "场所"}}),
            field<&R::premisesSource>("premises_source", "住所来源", {.section = "所在"}),
            field<&R::premisesArea>(
                "premises_area", "用房面积",
                {.section = "所在",
                 .unit = "平方米",
                 .headings = {"面积", "场所面积", "办公面积", "场地面积", "办公用房面积", "建筑面积"},
                 .check = checkNotNegative}),
            field<&R::postcode>("postcode", "邮编", {.section = "所在", .maxLength = 6}),
            field<&R::supervisingUnit>("supervising_unit", "业务主管单位",
                                       {.section = "管理",
                                        .maxLength = 60,
                                        .headings = {"主管单位", "业务主管部门", "业务指导单位", "主管部门",
                                                     "业务主管（指导）单位"}}),
            field<&R::registrationAuthority>(
                "registration_authority", "登记管理机关",
                {.section = "管理", .maxLength = 60, .headings = {"登记机关", "登记部门", "备案机关"}}),
            field<&R::purpose>("purpose", "宗旨", {.section = "管理", .maxLength = 1000}),
            field<&R::businessScope>("business_scope", "业务范围", {.section = "管理", .maxLength = 2000}),
            field<&R::registeredCapital>("registered_capital", "注册资金",
                                         {.section = "管理",
                                          .unit = "元",
                                          .headings = {"开办资金", "活动资金", "原始基金", "资金", "注册资本",
                                                       "注册资金数额", "开办资金数额", "原始基金数额"},
                                          .check = checkNotNegative}),
            field<&R::legalRepresentative>("legal_representative", "法定代表人",
                                           {.section = "人员",
                                            .maxLength = 30,
                                            .privacy = Privacy::Personal,
                                            .headings = {"法人代表", "法人", "负责人", "法定代表人姓名",
                                                         "负责人姓名", "法定代表人（负责人）", "法人姓名"}}),
            field<&R::contactName>("contact_name", "联系人",
                                   {.section = "人员",
                                    .maxLength = 30,
                                    .privacy = Privacy::Personal,
                                    .headings = {"联系人姓名"}}),
            field<&R::contactPhone>("contact_phone", "联系电话",
                                    {.section = "人员",
                                     .maxLength = 40,
                                     .privacy = Privacy::Personal,
                                     .headings = {"电话", "手机", "手机号码", "手机号", "联系方式",
                                                  "联系人电话", "办公电话", "移动电话"},
                                     .check = checkPhoneField,
                                     .normalize = normalisedPhones}),
            field<&R::staffCount>("staff_count", "从业人数",
                                  {.section = "人员",
                                   .unit = "人",
                                   .headings = {"从业人员数", "专职人员数", "年末从业人数", "专职工作人员",
                                                "从业人员", "从业人员人数", "职工人数"},
                                   .check = checkNotNegative}),
            field<&R::partyMemberCount>(
                "party_member_count", "党员人数",
                {.section = "人员",
                 .unit = "人",
                 .headings = {"党员数", "从业党员数", "中共党员", "党员总数", "党员", "中共党员数"},
                 .check = checkNotNegative}),
            field<&R::unitMembers>("unit_members", "单位会员数",
                                   {.section = "人员",
                                    .unit = "个",
                                    .headings = {"单位会员", "团体会员数"},
                                    .check = checkNotNegative}),
            field<&R::individualMembers>(
                "individual_members", "个人会员数",
                {.section = "人员",
                 .unit = "人",
                 .headings = {"成员数", "会员数", "会员总数", "会员人数", "成员人数", "个人会员"},
                 .check = checkNotNegative}),
            field<&R::councilSize>("council_size", "理事数",
                                   {.section = "人员",
                                    .unit = "人",
                                    .headings = {"理事人数", "理事"},
                                    .check = checkNotNegative}),
            field<&R::termStartedOn>(
                "term_started_on", "本届开始日期",
                {.section = "届次", .headings = {"上次换届", "上次换届时间", "换届时间"}}),
            field<&R::termEndsOn>("term_ends_on", "任期届满",
                                  {.section = "届次",
                                   .headings = {"应到届", "应到届时间", "届满日期", "应换届日期", "届满时间",
                                                "任期届满日期", "应换届时间"}}),
            field<&R::charterHasParty>("charter_has_party", "党建入章",
                                       {.section = "党建", .headings = {"党建写入章程", "党建工作写入章程"}}),
            field<&R::disclosureItems>(
                "disclosure_items", "已公开信息项数",
                {.section = "党建", .unit = "项", .headings = {"信息公开项数"}, .check = checkNotNegative}),
            field<&R::remarks>("remarks", "备注", {.section = "其他", .maxLength = 2000}),
        });
    return type;
}

} // namespace core
