// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/codetext.h"
#include "core/base/creditcode.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("The number of a document is the same under all brackets around its year")
{
    // GB/T 9704-2012, 7.2.5: the year in 〔〕.
    for (const QStringView typed :
         {u"善民罚〔2023〕5号", u"善民罚[2023]5号", u"善民罚(2023)5号", u"善民罚（2023）5号",
          u"善民罚【2023】5号", u"善民罚﹝2023﹞5号", u"善民罚［2023］5号", u"善民罚｛2023｝5号",
          u"善民罚〈2023〉5号", u"善民罚﹙2023﹚5号", u"善民罚❲2023❳5号", u"善民罚︹2023︺5号",
          u"善民罚<2023>5号", u"善民罚〔２０２３〕５号", u"善民罚 〔2023〕 5 号",
          u" 善民罚〔 2023 〕5号\u00a0", u"善民罚〔2023】5号", u"善民罚[2023年]5号"}) {
        INFO(typed.toString().toStdString());
        CHECK(documentNumber(typed) == u"善民罚〔2023〕5号");
    }
}

TEST_CASE("What else stands in the number of a document or certificate stays")
{
    CHECK(documentNumber(u"浙社证字第010021号") == u"浙社证字第010021号");
    CHECK(documentNumber(u"善民罚(简)字[2023]第005号") == u"善民罚（简）字〔2023〕第005号");
    CHECK(documentNumber(u"记-12") == u"记-12");
    CHECK(documentNumber(u"ISO TC 1") == u"ISO TC1");
    CHECK(documentNumber(u"证(12345)号") == u"证（12345）号");
    CHECK(documentNumber(u"《甲办法》[2023]1号") == u"《甲办法》〔2023〕1号");
    CHECK(documentNumber(u"202300123") == u"202300123");
    CHECK(documentNumber(u"") == u"");
}

TEST_CASE("A code that was taken for a number loses what was written behind it")
{
    CHECK(codeText(u"51330421MJ00001141.0") == u"51330421MJ00001141");
    CHECK(codeText(u"513304210000001141.00") == u"513304210000001141");
    CHECK(codeText(u"51330421MJ00001141.5") == u"51330421MJ00001141.5");
}

TEST_CASE("A code is found in what is written around it, two stay two")
{
    // 51330421MJ0000026J, 52330421MJ9876542F: GB 32100-2015, reckoned outside.
    const QString one = u"51330421MJ0000026J"_s;
    for (const char16_t *text :
         {u"51330421MJ0000026J（副本）", u"统一社会信用代码：51330421mj0000026j",
          u"信用代码５１330421MJ0000026J", u"51330421MJ0000026J/民证字第123号",
          u"民证字第010021号 51330421MJ0000026J", u"51330421MJ0000026J 原52330421MJ9876542E",
          u"51 330421 MJ0000026J （新）", u"51330421MJ0000026J\n51330421MJ0000026J"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(codesIn(QStringView(text), isCreditCode) == QStringList{one});
    }
    CHECK(codesIn(u"51330421MJ0000026J、52330421MJ9876542F", isCreditCode).size() == 2);
    CHECK(codesIn(u"51330421MJ0000026J 52330421MJ9876542F", isCreditCode).size() == 2);
    CHECK(codesIn(u"民证字第010021号", isCreditCode).isEmpty());
    CHECK(codesIn(u"A51330421MJ0000026J1", isCreditCode).isEmpty());
}
