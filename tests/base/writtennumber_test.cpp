// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/chinesenumber.h"
#include "core/base/placeholder.h"
#include "core/base/writtennumber.h"
#include "tests/support/catch.h"

#include <QString>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

using Found = NumberReading::Kind;

NumberReading amount(const QString &text, int shift = 0)
{
    return readNumber(text,
                      {.places = 2, .words = NumberStyle::Words::Amount, .unit = u"元", .shift = shift});
}

NumberReading count(const QString &text, QStringView unit = u"人", int shift = 0)
{
    return readNumber(text, {.places = 0, .words = NumberStyle::Words::Count, .unit = unit, .shift = shift});
}

} // namespace

TEST_CASE("commas and blanks stand between thousands or nowhere")
{
    for (const auto &[text, units] : {std::pair(u"430,851.10", 43'085'110LL),
                                      {u"1,234,567", 123'456'700LL},
                                      {u"１，２３４", 123'400LL},
                                      {u"7 000", 700'000LL},
                                      {u"-12,345.6", -1'234'560LL}}) {
        INFO(QStringView(text).toString().toStdString());
        const NumberReading read = readNumber(QStringView(text), {.places = 2});
        CHECK(read.isNumber());
        CHECK(read.value == units);
    }
    for (const char16_t *text :
         {u"4,5", u"1,5", u"12,34", u"1,23,456", u"1234,567", u"3，5", u"1.355,90", u",500", u"1,000,"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(readNumber(QStringView(text)).kind == Found::Grouping);
        CHECK(amount(QStringView(text).toString()).kind == Found::Grouping);
    }
    for (const char16_t *text : {u"3 5", u"", u",", u".", u"-", u"--5", u"1.2.3", u"0.1+0.2", u"12/3"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(readNumber(QStringView(text)).isNumber());
    }
}

TEST_CASE("any number of decimals is read, and what is rounded off is told")
{
    const NumberReading third = readNumber(u"83.33333333333333", {.places = 6});
    CHECK(third.value == 83'333'333);
    CHECK(third.isRounded);
    CHECK(readNumber(u"0.005", {.places = 2}).value == 1);
    CHECK(readNumber(u"-0.005", {.places = 2}).value == -1);
    CHECK(readNumber(u"0.0049999999999999999999999999999", {.places = 2}).value == 0);
    CHECK(readNumber(u"470355749.53999996", {.places = 2}).value == 47'035'574'954);
    CHECK_FALSE(readNumber(u"12.3400000000000000000000000000", {.places = 2}).isRounded);
    CHECK(readNumber(u"99999999999999999999").kind == Found::TooLarge);
    CHECK(readNumber(u"00000000000000000000012").value == 12'000'000);
    CHECK(readNumber(u"3.00E+04").kind == Found::Scientific);
}

TEST_CASE("amounts are read with every word for their unit, and those of other money are not")
{
    for (const char16_t *text :
         {u"3万",       u"3万元",         u"3 万元",         u"3万元整", u"30000元整",     u"人民币3万元",
          u"3万人民币", u"RMB30000",      u"￥30,000.00",    u"¥30000",  u"人民币：3万元", u"30000元人民币",
          u"叁万元整",  u"三万",          u"人民币叁万圆整", u"3.0万",   u"30千元",        u"0.3十万元",
          u"+3万元",    u"3万元人民币整", u"三万元人民币"}) {
        INFO(QStringView(text).toString().toStdString());
        const NumberReading read = amount(QStringView(text).toString());
        CHECK(read.isNumber());
        CHECK(read.value == 3'000'000);
    }
    CHECK(amount(u"3千元"_s).value == 300'000);
    CHECK(amount(u"壹拾万元"_s).value == 10'000'000);
    CHECK(amount(u"1亿"_s).value == 10'000'000'000);
    CHECK(amount(u"1亿2000万元"_s).value == 12'000'000'000);
    CHECK(amount(u"3百万元"_s).value == 300'000'000);
    for (const char16_t *text :
         {u"(0.01)", u"（0.01元）", u"-0.01", u"－0.01", u"△0.01", u"负0.01元", u"￥-0.01"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(amount(QStringView(text).toString()).value == -1);
    }
    for (const char16_t *text : {u"12000美元", u"约3万", u"3-5万", u"5万元(实缴)", u"三万五", u"3万5", u"万",
                                 u"元", u"3整", u"nan", u"整"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(amount(QStringView(text).toString()).kind == Found::Unreadable);
    }
}

TEST_CASE("the unit of a heading counts where the text says none")
{
    constexpr int tenThousands = 4;
    CHECK(amount(u"3.33333333333333"_s, tenThousands).value == 3'333'333);
    CHECK(amount(u"30000元"_s, tenThousands).value == 3'000'000);
    CHECK(amount(u"3万"_s, tenThousands).value == 3'000'000);
    CHECK(amount(u"三"_s, tenThousands).value == 3'000'000);
    CHECK(unitShift(u"元", u"万元") == 4);
    CHECK(unitShift(u"元", u"千元") == 3);
    CHECK(unitShift(u"元", u"百万元") == 6);
    CHECK(unitShift(u"元", u"亿元") == 8);
    CHECK(unitShift(u"元", u"人民币万元") == 4);
    CHECK(unitShift(u"人", u"名") == 0);
    CHECK(unitShift(u"平方米", u"㎡") == 0);
    CHECK(unitShift(u"平方米", u"万平方米") == 4);
    CHECK_FALSE(unitShift(u"平方米", u"亩"));
    CHECK_FALSE(unitShift(u"元", u"美元"));
    CHECK_FALSE(unitShift(u"小时", u"分钟"));
}

TEST_CASE("counts take their unit, Chinese numerals and no guess")
{
    for (const char16_t *text :
         {u"12", u"12人", u"12 人", u"12名", u"12.0", u"１２", u"十二", u"十二人", u"12."}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(count(QStringView(text).toString()).value == 12);
    }
    CHECK(count(u"1.2万人"_s).value == 12'000);
    CHECK(count(u"120㎡"_s, u"平方米").value == 120);
    for (const char16_t *text : {u"约12人", u"12人左右", u"12+3", u"12/3", u"12元", u"一二"})
        CHECK_FALSE(count(QStringView(text).toString()).isNumber());
    CHECK(count(u"(12)"_s).value == -12);
}

TEST_CASE("Chinese numerals are numbers, except where they could be two")
{
    for (const auto &[text, number] : {std::pair(u"二十四", 24LL),
                                       {u"廿四", 24LL},
                                       {u"卅一", 31LL},
                                       {u"十", 10LL},
                                       {u"一百零五", 105LL},
                                       {u"一千二百三十四", 1'234LL},
                                       {u"壹拾万", 100'000LL},
                                       {u"三万零五", 30'005LL},
                                       {u"3万5千", 35'000LL},
                                       {u"3万5000", 35'000LL},
                                       {u"两亿三千万", 230'000'000LL}}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(readChineseNumber(QStringView(text)) == number);
    }
    for (const char16_t *text :
         {u"三万五", u"一百二", u"3万5", u"万", u"百五十", u"二〇一七", u"三三", u"", u"五斤"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(readChineseNumber(QStringView(text)));
    }
}

TEST_CASE("what clerks write where nothing belongs is told from values")
{
    for (const char16_t *text : {u"/", u"／", u"-", u"—", u"——", u"--", u"－", u" / ", u"//", u"…"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(isEmptyMark(QStringView(text)));
        CHECK(isPlaceholder(QStringView(text)));
    }
    for (const char16_t *text :
         {u"无", u"暂无", u"不详", u"N/A", u"n/a", u"NULL", u"nan", u"待补", u"（无）", u"＃N/A"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(isEmptyMark(QStringView(text)));
        CHECK(isPlaceholder(QStringView(text)));
    }
    for (const char16_t *text : {u"", u" ", u"0", u"无锡", u"空军路", u"-1", u"未来社区", u"不", u"同上"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(isPlaceholder(QStringView(text)));
    }
    CHECK(isOpenEnd(u"长期"));
    CHECK_FALSE(isOpenEnd(u"长期（5年）"));
}
