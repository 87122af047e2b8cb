// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/codetext.h"

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
