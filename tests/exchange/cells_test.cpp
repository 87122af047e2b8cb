// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What single cells of a register become: a value, a value with a remark, nothing with a remark, or a refused
// row.
#include "core/registry/organization.h"
#include "tests/exchange/sheets.h"

using namespace exchangetest;

namespace {

/// What the import made of one cell.
struct Outcome
{
    bool isIn = false; ///< The row got in.
    QVariant value;    ///< Of the field.
    QString said;      ///< The remark or the reason.
};

/// Imports an association for each text, with nothing but its name and this cell under \a heading.
std::vector<Outcome> outcomesOf(const QString &heading, const char *field, const QStringList &texts)
{
    TestStore store;
    addTowns(*store);
    std::vector<QStringList> rows = {{u"名称"_s, u"类型"_s, heading}};
    for (qsizetype i = 0; i < texts.size(); ++i)
        rows.push_back({u"样例%1协会"_s.arg(i), u"社团"_s, texts[i]});
    const ImportReport report =
        import(*store, writeSheet(store.folder() + u"/表.csv"_s, rows), "organization");
    std::vector<Outcome> outcomes(size_t(texts.size()));
    for (const auto *remarks : {&report.remarks.listed, &report.refusals}) {
        for (const RowRemark &remark : *remarks)
            outcomes[size_t(remark.row) - 2].said += remark.text;
    }
    const auto in =
        store->run({.type = u"organization"_s, .columns = {u"name"_s, QString::fromLatin1(field)}});
    requireOk(in);
    for (const QVariantList &row : in->rows) {
        const QString name = row.at(0).toString();
        Outcome &outcome = outcomes[size_t(name.mid(2, name.size() - 4).toInt())];
        outcome.isIn = true;
        outcome.value = row.at(1);
    }
    return outcomes;
}

/// Every text is left out of a row that gets in, with a remark that contains \a says.
void checkLeftOut(const QString &heading, const char *field, const QStringList &texts, const QString &says)
{
    const std::vector<Outcome> outcomes = outcomesOf(heading, field, texts);
    for (size_t i = 0; i < outcomes.size(); ++i) {
        INFO(texts[qsizetype(i)].toStdString() << ": " << outcomes[i].said.toStdString());
        CHECK(outcomes[i].isIn);
        CHECK(outcomes[i].value.toString().isEmpty());
        CHECK(outcomes[i].said.contains(says));
    }
}

void checkRefused(const QString &heading, const char *field, const QStringList &texts, const QString &says)
{
    const std::vector<Outcome> outcomes = outcomesOf(heading, field, texts);
    for (size_t i = 0; i < outcomes.size(); ++i) {
        INFO(texts[qsizetype(i)].toStdString() << ": " << outcomes[i].said.toStdString());
        CHECK_FALSE(outcomes[i].isIn);
        CHECK(outcomes[i].said.contains(says));
    }
}

} // namespace

TEST_CASE("an amount that may be two amounts, or is below nothing, refuses the row")
{
    checkRefused(u"注册资金"_s, "registered_capital",
                 {u"4,5"_s, u"1,5"_s, u"12,34"_s, u"1,23,456"_s, u"1.355,90"_s}, u"逗号不在千位上"_s);
    checkRefused(u"注册资金"_s, "registered_capital", {u"(0.01)"_s, u"-500"_s, u"－500"_s, u"△500"_s},
                 u"不能是负数"_s);
    checkRefused(u"从业人数"_s, "staff_count", {u"1,2"_s, u"3，5"_s, u"12,34"_s}, u"逗号不在千位上"_s);
}

TEST_CASE("an amount with more than two decimals is rounded to fen, with a remark")
{
    const std::vector<Outcome> outcomes =
        outcomesOf(u"注册资金"_s, "registered_capital",
                   {u"3482232.1100000003"_s, u"470355749.53999996"_s, u"3333.3333333"_s, u"50000.005"_s});
    const std::vector<qint64> fen = {348'223'211, 47'035'574'954, 333'333, 5'000'001};
    for (size_t i = 0; i < fen.size(); ++i) {
        CHECK(outcomes[i].value.toLongLong() == fen[i]);
        CHECK(outcomes[i].said == u"“注册资金”四舍五入到分。"_s);
    }
}

TEST_CASE("a cell without an answer is empty and costs nothing but a remark")
{
    const QStringList nothing = {u"/"_s,    u"-"_s,   u"—"_s,    u"无"_s, u"不详"_s,
                                 u"暂无"_s, u"N/A"_s, u"NULL"_s, u"nan"_s};
    checkLeftOut(u"注册资金"_s, "registered_capital", nothing, u"按空白处理"_s);
    checkLeftOut(u"从业人数"_s, "staff_count", nothing, u"按空白处理"_s);
    checkLeftOut(u"登记日期"_s, "registered_on", nothing + QStringList{u"长期"_s}, u"按空白处理"_s);
    checkLeftOut(u"行业"_s, "industry", nothing, u"按空白处理"_s);
    checkLeftOut(u"镇街"_s, "town", nothing, u"按空白处理"_s);
    checkLeftOut(u"统一社会信用代码"_s, "credit_code", nothing, u"按空白处理"_s);
    checkLeftOut(u"住所"_s, "address", {u"/"_s, u"——"_s}, u"按空白处理"_s);
    checkLeftOut(u"登记日期"_s, "registered_on", {u"1970-01-01"_s, u"1900-01-00"_s, u"0000-00-00"_s},
                 u"按空白处理"_s);
    const std::vector<Outcome> words = outcomesOf(u"备注"_s, "remarks", {u"无"_s});
    CHECK(words[0].value == u"无"_s);
}

TEST_CASE("a cell that cannot be read costs the cell where the record can be without it")
{
    checkLeftOut(u"注册资金"_s, "registered_capital",
                 {u"约3万"_s, u"3-5万"_s, u"12000美元"_s, u"3.00E+04"_s, u"0.1+0.2"_s}, u"这一格没有导入"_s);
    checkLeftOut(u"从业人数"_s, "staff_count", {u"约12人"_s, u"12.5"_s, u"12人左右"_s, u"1e2"_s},
                 u"这一格没有导入"_s);
    checkLeftOut(u"登记日期"_s, "registered_on", {u"2021-02-29"_s, u"2021.13.1"_s}, u"这一天不存在"_s);
    checkLeftOut(u"登记日期"_s, "registered_on",
                 {u"3/5/2021"_s, u"21.3.5"_s, u"2021年3月5日至2025年3月4日"_s}, u"不是日期"_s);
    checkLeftOut(u"镇街"_s, "town", {u"西门街道"_s}, u"找不到"_s);
    checkLeftOut(u"镇街"_s, "town",
                 {u"县本级"_s, u"县级"_s, u"县直"_s, u"县直属单位"_s, u"市本级"_s, u"嘉善县"_s, u"全县"_s,
                  u"镇本级"_s, u"330421000000"_s, u"330421000"_s, u"330400"_s},
                 u"按空白处理"_s);
    checkLeftOut(u"邮编"_s, "postcode", {u"3144001"_s}, u"“邮编”有 7 个字，最多 6 个字。这一格没有导入。"_s);
    checkLeftOut(u"用房面积（亩）"_s, "premises_area", {u"3"_s}, u"应按平方米填写"_s);
    checkLeftOut(u"注册资金（美元）"_s, "registered_capital", {u"3"_s}, u"应按元填写"_s);
}

TEST_CASE("a town is found by the forms in which sheets write it, and told as what")
{
    const QStringList written = {u"东门街道办事处"_s, u"东门街"_s,
                                 u"嘉善县东门街道"_s, u"北亭"_s,
                                 u"北亭镇人民政府"_s, u"北亭镇 "_s,
                                 u"330421001"_s,      u"浙江省嘉兴市嘉善县北亭镇"_s,
                                 u"东门街道办"_s,     u"东门 街道"_s,
                                 u"330421001000"_s,   u"330421100003"_s,
                                 u"北亭镇南村"_s,     u"嘉善县东门街道和平社区"_s};
    const QStringList meant = {u"东门街道"_s, u"东门街道"_s, u"东门街道"_s, u"北亭镇"_s,   u"北亭镇"_s,
                               u"北亭镇"_s,   u"东门街道"_s, u"北亭镇"_s,   u"东门街道"_s, u"东门街道"_s,
                               u"东门街道"_s, u"北亭镇"_s,   u"北亭镇"_s,   u"东门街道"_s};
    const std::vector<Outcome> outcomes = outcomesOf(u"镇街"_s, "town.name", written);
    for (qsizetype i = 0; i < written.size(); ++i) {
        INFO(written[i].toStdString() << ": " << outcomes[size_t(i)].said.toStdString());
        CHECK(outcomes[size_t(i)].value == meant[i]);
    }
    CHECK(outcomes[0].said.contains(u"“东门街道办事处”按“东门街道”记"_s));
    CHECK_FALSE(outcomes[6].said.contains(u"镇街"_s));
    // Another class is another place.
    checkLeftOut(u"镇街"_s, "town", {u"北亭村"_s, u"东门镇"_s}, u"找不到，最接近的是"_s);
}

TEST_CASE("the code of the county or the city is no town")
{
    TestStore store;
    addTowns(*store);
    requireOk(store->change(u"县"_s, [](Change &change) {
        Division county{.code = u"330421"_s, .name = u"嘉善县"_s, .level = DivisionLevel::County};
        return change.insert(county);
    }));
    const ImportReport report =
        import(*store,
               writeSheet(store.folder() + u"/表.csv"_s, {{u"名称"_s, u"类型"_s, u"行政区划代码"_s},
                                                          {u"甲协会"_s, u"社团"_s, u"330421"_s},
                                                          {u"乙协会"_s, u"社团"_s, u"330421001"_s},
                                                          {u"丙协会"_s, u"社团"_s, u"330400"_s}}),
               "organization");
    CHECK(report.added == 3);
    QString said = saidOf(report);
    CHECK(said.contains(u"2: “镇街”里的“330421”不是具体的镇街，按空白处理。"_s));
    CHECK_FALSE(said.contains(u"3: “镇街”"_s));
    CHECK(said.contains(u"4: “镇街”里的“330400”不是具体的镇街，按空白处理。"_s));
    const auto all = store->all<Organization>({.sort = {{u"registered_on"_s}, {u"name"_s}}});
    requireOk(all);
    CHECK(std::count_if(all->begin(), all->end(), [](const Organization &o) { return o.town.has_value(); }) ==
          1);
}

TEST_CASE("a name that a clerk gave a town is known to every later sheet")
{
    TestStore store;
    addTowns(*store);
    import(*store,
           writeSheet(store.folder() + u"/区划.csv"_s, {{u"代码"_s, u"名称"_s, u"级别"_s, u"别名"_s},
                                                        { u"330421001"_s,
                                                          u"东门街道"_s,
                                                          u"街道"_s,
                                                          u"城关、老城区"_s }}),
           "division");
    const ImportReport report =
        import(*store,
               writeSheet(store.folder() + u"/表.csv"_s,
                          {{u"名称"_s, u"类型"_s, u"镇街"_s}, {u"甲协会"_s, u"社团"_s, u"老城区"_s}}),
               "organization");
    CHECK_FALSE(saidOf(report).contains(u"老城区"_s));
    const Organization in = store->all<Organization>()->front();
    REQUIRE(in.town);
    CHECK(store->display(recordType<Division>(), in.town->text) == u"东门街道"_s);
}

TEST_CASE("units of headings are taken into account, whatever their multiple")
{
    CHECK(outcomesOf(u"注册资金（千元）"_s, "registered_capital", {u"30"_s})[0].value == 3'000'000);
    CHECK(outcomesOf(u"注册资金（亿元）"_s, "registered_capital", {u"0.0003"_s})[0].value == 3'000'000);
    CHECK(outcomesOf(u"注册资金（万元）"_s, "registered_capital", {u"3"_s})[0].value == 3'000'000);
    CHECK(outcomesOf(u"注册资金（元）"_s, "registered_capital", {u"3"_s})[0].value == 300);
}

TEST_CASE("a choice that is not known names what may stand there and what is nearest")
{
    const std::vector<Outcome> kinds =
        outcomesOf(u"住所来源"_s, "premises_source", {u"租 赁"_s, u"免费"_s, u"租来的"_s});
    CHECK(kinds[0].value == u"rented"_s);
    CHECK(kinds[1].value == u"free"_s);
    CHECK(kinds[2].isIn);
    CHECK(
        kinds[2].said ==
        u"“住所来源”里的“租来的”不在可选范围内，可填：自有、租赁、借用、无偿；最接近的是“租赁”。这一格没有导入。"_s);
    const std::vector<Outcome> industries =
        outcomesOf(u"行业"_s, "industry", {u"其它"_s, u"教育类"_s, u"教育（民办）"_s});
    CHECK(industries[0].value == u"other"_s);
    CHECK(industries[1].value == u"education"_s);
    CHECK(industries[2].value == u"education"_s);
    CHECK(industries[2].said.contains(u"括号前的“教育”"_s));
    const std::vector<Outcome> states = outcomesOf(u"状态"_s, "status", {u"异常"_s, u"在业"_s, u"注销"_s});
    CHECK(states[0].isIn);
    CHECK(states[0].said.contains(u"可填：正常、限期停止活动、失联、已注销、已撤销"_s));
    CHECK(states[1].value == u"active"_s);
    CHECK(states[2].value == u"deregistered"_s);
}

TEST_CASE("a choice that the record needs refuses the row, and so does its absence")
{
    TestStore store;
    const ImportReport report =
        import(*store,
               writeSheet(store.folder() + u"/表.csv"_s, {{u"名称"_s, u"类型"_s},
                                                          {u"样例1"_s, u"社会团体（学术性）"_s},
                                                          {u"样例2"_s, u"民办非"_s},
                                                          {u"样例3"_s, u"/"_s},
                                                          {u"样例4"_s, u""_s}}),
               "organization");
    CHECK(report.added == 1);
    REQUIRE(report.refused == 3);
    CHECK(report.refusals[0].text.contains(u"可填：社会团体、社会服务机构、基金会"_s));
    CHECK(report.refusals[0].text.contains(u"最接近的是“社会服务机构”"_s));
    CHECK(report.refusals[1].text.contains(u"“类型”没有填写"_s));
    CHECK(report.refusals[2].text.contains(u"“类型”没有填写"_s));
}

TEST_CASE("yes and no are read in all their marks, and what is neither is left out")
{
    for (const char16_t *yes :
         {u"是",      u"√",       u"✔",      u"✓",   u"☑",    u"■",          u"●",
          u"有",      u"已写入",  u"对",     u"已",  u"TRUE", u"是(2023年)", u"✅",
          u"✔\ufe0f", u"☑\ufe0f", u"☑是□否", u"√是", u"V",    u"√√",         u"是 ☑　否 □"}) {
        INFO(QStringView(yes).toString().toStdString());
        CHECK(outcomesOf(u"党建入章"_s, "charter_has_party", {QStringView(yes).toString()})[0].value == true);
    }
    const std::vector<Outcome> no = outcomesOf(
        u"党建入章"_s, "charter_has_party",
        {u"否"_s, u"×"_s, u"x"_s, u"X"_s, u"无"_s, u"未写入"_s, u"N"_s, u"❌"_s, u"✖\ufe0f"_s, u"□是☑否"_s});
    for (const Outcome &outcome : no) {
        CHECK(outcome.value == false);
        CHECK(outcome.said.isEmpty());
    }
    const std::vector<Outcome> neither =
        outcomesOf(u"党建入章"_s, "charter_has_party",
                   {u"/"_s, u"—"_s, u"○"_s, u"待修改"_s, u"〇"_s, u"☑是☑否"_s, u"是√否"_s});
    for (const Outcome &outcome : neither) {
        CHECK(outcome.isIn);
        CHECK_FALSE(outcome.said.isEmpty());
    }
}

TEST_CASE("a number is read with its unit however that is written, and before a bracket that explains it")
{
    const QStringList areas = {u"100m2"_s,   u"100㎡"_s,       u"100 m²"_s,        u"１００Ｍ２"_s,
                               u"100M^2"_s,  u"100平方米"_s,   u"100（平方米）"_s, u"100平米"_s,
                               u"100.0m2"_s, u"100（自有）"_s, u"一百平方米"_s};
    const std::vector<Outcome> read = outcomesOf(u"用房面积"_s, "premises_area", areas);
    for (qsizetype i = 0; i < areas.size(); ++i) {
        INFO(areas[i].toStdString() << ": " << read[size_t(i)].said.toStdString());
        CHECK(read[size_t(i)].value == 100'000'000);
    }
    CHECK(read[9].said == u"“用房面积”只取了括号前的“100”。"_s);
    const std::vector<Outcome> counts =
        outcomesOf(u"从业人数"_s, "staff_count", {u"12（其中女5）"_s, u"12人（兼职）"_s, u"12（人）"_s});
    for (const Outcome &count : counts)
        CHECK(count.value == 12);
    const std::vector<Outcome> amounts =
        outcomesOf(u"注册资金"_s, "registered_capital",
                   {u"3（万元）"_s, u"叁万元（30000元）"_s, u"30000（叁万元）"_s, u"3万元（货币）"_s});
    for (const Outcome &amount : amounts)
        CHECK(amount.value == 3'000'000);
    checkLeftOut(u"注册资金"_s, "registered_capital", {u"3万（美元）"_s, u"3万元（折合港币）"_s},
                 u"不是金额"_s);
    checkLeftOut(u"用房面积"_s, "premises_area", {u"1.2.3"_s, u"1..2"_s}, u"不是数"_s);
    checkLeftOut(u"注册资金"_s, "registered_capital", {u"1.234.567"_s}, u"不是金额"_s);
}

TEST_CASE("of several choices in a cell the unknown one costs itself only")
{
    const QStringList written = {u"慈善组织、火星人"_s,         u"慈善组织+志愿服务组织"_s,
                                 u"慈善组织 志愿服务组织"_s,    u"①慈善组织②志愿服务组织"_s,
                                 u"慈善组织和志愿服务组织；"_s, u"慈善组织|志愿服务组织"_s};
    const std::vector<Outcome> outcomes = outcomesOf(u"身份"_s, "roles", written);
    CHECK(outcomes[0].value == QStringList{u"charitable"_s});
    CHECK(outcomes[0].said.contains(u"“身份”里的“火星人”不在可选范围内"_s));
    CHECK(outcomes[0].said.contains(u"这一项没有读"_s));
    for (size_t i = 1; i < outcomes.size(); ++i) {
        INFO(written[qsizetype(i)].toStdString() << ": " << outcomes[i].said.toStdString());
        CHECK(outcomes[i].value == QStringList{u"charitable"_s, u"volunteer"_s});
        CHECK(outcomes[i].said.isEmpty());
    }
    checkLeftOut(u"身份"_s, "roles", {u"火星人、木星人"_s}, u"这一格没有导入"_s);
}

TEST_CASE("a number that a program has taken for one keeps its digits, or is told to have lost them")
{
    const std::vector<Outcome> phones =
        outcomesOf(u"联系电话"_s, "contact_phone", {u"13800138000.0"_s, u"13800138000"_s});
    CHECK(phones[0].value == u"13800138000"_s);
    CHECK(phones[1].value == u"13800138000"_s);
    checkRefused(u"统一社会信用代码"_s, "credit_code", {u"513304210000001200.0"_s, u"5.1330421E+17"_s},
                 u"被 Excel 当成了数字"_s);
    const std::vector<Outcome> codes = outcomesOf(u"统一社会信用代码"_s, "credit_code",
                                                  {u"51330421-MJ0000122U"_s, u"5133 0421 MJ00 0011 41"_s});
    CHECK(codes[0].value == u"51330421MJ0000122U"_s);
    CHECK(codes[1].value == u"51330421MJ00001141"_s);
}

TEST_CASE("years and points are read with the words behind them")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const auto sheet = [&](const std::vector<QStringList> &rows) {
        return writeSheet(store.folder() + u"/表.csv"_s, rows);
    };
    const ImportReport years = import(*store,
                                      sheet({{u"社会组织"_s, u"年度"_s, u"指标编号"_s, u"评分"_s},
                                             {u"样例甲协会"_s, u"2024年度"_s, u"A"_s, u"50分"_s},
                                             {u"样例甲协会"_s, u"2023年"_s, u"A"_s, u"55%"_s},
                                             {u"样例甲协会"_s, u"二〇二二年"_s, u"A"_s, u"４０分"_s},
                                             {u"样例甲协会"_s, u"2023-2024"_s, u"A"_s, u"50"_s},
                                             {u"样例甲协会"_s, u"2021"_s, u"A"_s, u"满分"_s},
                                             {u"样例甲协会"_s, u"2021"_s, u"A"_s, u"4,5分"_s}}),
                                      "manual_score");
    CHECK(years.added == 3);
    CHECK(years.refused == 3);
    const auto scores =
        store->run({.type = u"manual_score"_s, .columns = {u"year"_s, u"value"_s}, .sort = {{u"year"_s}}});
    requireOk(scores);
    REQUIRE(scores->rows.size() == 3);
    CHECK(scores->rows[0] == QVariantList{2022, 40'000'000});
    CHECK(scores->rows[1] == QVariantList{2023, 55'000'000});
    CHECK(scores->rows[2] == QVariantList{2024, 50'000'000});
}

TEST_CASE("a year of Chinese numerals is the first of January for a day, with a remark")
{
    const std::vector<Outcome> days =
        outcomesOf(u"登记日期"_s, "registered_on", {u"二〇一七年"_s, u"二○一七年三月"_s, u"２０１７年"_s});
    CHECK(days[0].value == QDate(2017, 1, 1));
    CHECK(days[1].value == QDate(2017, 3, 1));
    CHECK(days[2].value == QDate(2017, 1, 1));
    for (const Outcome &day : days)
        CHECK(day.said.contains(u"记。"_s));
}

TEST_CASE("hours are read in the words and under the headings in which sheets give them")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const auto hoursOf = [&](const QString &heading, const QString &written) {
        const ImportReport report =
            import(*store,
                   writeSheet(store.folder() + u"/表.csv"_s,
                              {{u"社会组织"_s, u"活动名称"_s, u"日期"_s, heading},
                               {u"样例甲协会"_s, u"义诊"_s, u"2025-03-01"_s, written}}),
                   "service_activity");
        INFO(saidOf(report).toStdString());
        REQUIRE(report.added == 1);
        const auto rows = store->run({.type = u"service_activity"_s, .columns = {u"hours"_s}});
        requireOk(rows);
        requireOk(store->undo());
        return std::pair(rows->rows.front().front().toLongLong(), saidOf(report));
    };
    for (const QString &written :
         {u"2小时30分"_s, u"2时30分钟"_s, u"2.5小时"_s, u"150分钟"_s, u"２小时３０分"_s}) {
        const auto [hours, said] = hoursOf(u"服务时长"_s, written);
        CHECK(hours == 2'500'000);
        CHECK(said.isEmpty());
    }
    CHECK(hoursOf(u"服务时长（分钟）"_s, u"90"_s).first == 1'500'000);
    CHECK(hoursOf(u"服务时长"_s, u"20分钟"_s).second.contains(u"“服务时长”按小时记为 0.333333。"_s));
}

TEST_CASE("a document is found by its number under all brackets, which is kept in one form")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const auto take = [&](const QString &number) {
        return import(*store,
                      writeSheet(store.folder() + u"/表.csv"_s,
                                 {{u"当事人"_s, u"处罚决定书文号"_s, u"处罚种类"_s, u"处罚日期"_s},
                                  {u"样例甲协会"_s, number, u"警告"_s, u"2023-05-01"_s}}),
                      "penalty");
    };
    CHECK(take(u"示民罚[2023]5号"_s).added == 1);
    for (const QString &number : {u"示民罚〔2023〕5号"_s, u"示民罚(2023)5号"_s, u"示民罚（２０２３）５号"_s,
                                  u"示民罚【2023】 5 号"_s, u"示民罚﹝2023﹞5号"_s})
        CHECK(take(number).unchanged == 1);
    const auto numbers = store->run({.type = u"penalty"_s, .columns = {u"document_number"_s}});
    requireOk(numbers);
    REQUIRE(numbers->rows.size() == 1);
    CHECK(numbers->rows.front().front() == u"示民罚〔2023〕5号"_s);
    for (const QString &typed : {u"[2023]5号"_s, u"（2023）5"_s, u"示民罚〔2023〕5号"_s, u"【2023】"_s}) {
        INFO(typed.toStdString());
        const auto hits = store->search(typed, 5);
        requireOk(hits);
        CHECK(hits->size() == 1);
    }
}

TEST_CASE("a value that cannot be read is told with what may have been meant, and not with its opposite")
{
    const auto said = [](const QString &heading, const char *field, const QString &written) {
        const std::vector<Outcome> outcomes = outcomesOf(heading, field, {written});
        return outcomes[0].said;
    };
    const auto count = [&](const QString &written) { return said(u"从业人数"_s, "staff_count", written); };
    CHECK(count(u"30-40"_s) == u"“从业人数”里的“30-40”不是数，是一个范围，请写一个数。这一格没有导入。"_s);
    CHECK(count(u"l2"_s).contains(u"不是数，可能是“12”"_s));
    CHECK(count(u"2023-01-01"_s).contains(u"不是数，是日期"_s));
    CHECK(count(u"13800138000"_s) ==
          u"“从业人数”里的“138****8000”像是手机号或身份证号，不是数。这一格没有导入。"_s);
    CHECK(count(u"-3"_s).contains(u"“从业人数”不能是负数"_s));
    CHECK(count(u"3（兼职2人）"_s) == u"“从业人数”只取了括号前的“3”。"_s);
    const auto amount = [&](const QString &written) {
        return said(u"注册资金"_s, "registered_capital", written);
    };
    CHECK(amount(u"3OOO"_s).contains(u"不是金额，可能是“3000”"_s));
    CHECK(amount(u"3w"_s).contains(u"不是金额，可能是“3万”"_s));
    CHECK(amount(u"3-5万"_s).contains(u"是一个范围"_s));
    CHECK(amount(u"USD3000"_s).contains(u"外币请折成人民币填写"_s));
    CHECK(amount(u"3万5"_s).contains(u"“3万5”可以有两种读法"_s));
    const auto day = [&](const QString &written) { return said(u"登记日期"_s, "registered_on", written); };
    CHECK(day(u"21.3.5"_s).contains(u"不是日期，年份要写全四位"_s));
    CHECK(day(u"3月5日"_s).contains(u"年份要写全四位"_s));
    CHECK(day(u"3/5/2021"_s).contains(u"请按年、月、日的顺序写"_s));
    CHECK(day(u"2021年3月5日至2025年3月4日"_s).contains(u"是一段时间"_s));
    CHECK(day(u"去年"_s).contains(u"请写成 2025-03-01 的样子"_s));
    CHECK(day(u"2025/5/2-5/3"_s).contains(u"是一段时间"_s));
    CHECK(said(u"行业"_s, "industry", u"体育、文化"_s).contains(u"写了几项，这里只能填一项"_s));
    const auto state = [&](const QString &written) { return said(u"状态"_s, "status", written); };
    CHECK(state(u"已注消"_s).contains(u"最接近的是“已注销”"_s));
    CHECK_FALSE(state(u"活动异常"_s).contains(u"最接近"_s));
    CHECK_FALSE(state(u"不正常"_s).contains(u"最接近"_s));
    CHECK(state(u"筹备"_s).contains(u"这一格没有导入。新的一条按“正常”记。"_s));
    CHECK(said(u"党建入章"_s, "charter_has_party", u"部分"_s).contains(u"看不出是“是”还是“否”"_s));
}

TEST_CASE("a bracket that takes back what stands before it, or says another choice, is not cut off")
{
    checkLeftOut(u"党建入章"_s, "charter_has_party",
                 {u"是（未写入）"_s, u"是（已取消）"_s, u"否（已写入）"_s}, u"和前面的不一致"_s);
    const std::vector<Outcome> agree = outcomesOf(u"党建入章"_s, "charter_has_party",
                                                  {u"是（2023年）"_s, u"是（已写入）"_s, u"否（未写入）"_s});
    CHECK(agree[0].value == true);
    CHECK(agree[1].value == true);
    CHECK(agree[2].value == false);
    const Field &party = *findRecordType("person")->field("political_status");
    CHECK(parseValue(party, u"中共党员（预备）"_s).value == u"probationary"_s);
    CHECK(parseValue(party, u"中共党员（已退休）"_s).value == u"member"_s);
    for (const QString &taken : {u"党员(已退党)"_s, u"中共党员（原）"_s, u"中共党员（群众）"_s}) {
        INFO(taken.toStdString());
        CHECK_FALSE(parseValue(party, taken).value.isValid());
        CHECK_FALSE(parseValue(party, taken).problem.isEmpty());
    }
    const Field &state = *findRecordType("organization")->field("status");
    CHECK_FALSE(parseValue(state, u"正常（已注销）"_s).problem.isEmpty());
    CHECK_FALSE(parseValue(state, u"正常（注销）"_s).problem.isEmpty());
    for (const QString &same : {u"正常（未发现问题）"_s, u"注销（2023年注销）"_s, u"注销（已注销）"_s})
        CHECK(parseValue(state, same).problem.isEmpty());
}
