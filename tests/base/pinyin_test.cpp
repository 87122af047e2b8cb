// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"
#include "tests/support/catch.h"

#include <QCollator>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool before(QStringView a, QStringView b)
{
    return core::pinyinSortKey(a).toUtf8() < core::pinyinSortKey(b).toUtf8();
}

} // namespace

TEST_CASE("Chinese names sort by pinyin, then tone, then strokes, behind Latin and digits")
{
    // The cities of Zhejiang: hang hu jia jin li ning qu shao tai wen zhou.
    const QStringList cities{u"杭州"_s, u"湖州"_s, u"嘉兴"_s, u"金华"_s, u"丽水"_s, u"宁波"_s,
                             u"衢州"_s, u"绍兴"_s, u"台州"_s, u"温州"_s, u"舟山"_s};
    QStringList sorted = cities;
    std::reverse(sorted.begin(), sorted.end());
    std::sort(sorted.begin(), sorted.end(), [](const QString &a, const QString &b) { return before(a, b); });
    CHECK(sorted == cities);

    CHECK(before(u"妈", u"麻"));
    CHECK(before(u"麻", u"马"));
    CHECK(before(u"马", u"骂"));
    CHECK(before(u"骂", u"吗")); // neutral tone last
    CHECK(before(u"路", u"绿")); // lu < lü < luan
    CHECK(before(u"绿", u"栾"));
    CHECK(before(u"长春", u"常州")); // 4 strokes, 11 strokes
    CHECK(before(u"长沙", u"常德")); // and not letter by letter through both names
    CHECK(before(u"zz", u"阿"));
    CHECK(before(u"9", u"a"));
    CHECK(before(u"嘉善", u"嘉善县"));
    CHECK(before(u"做", u"한"));
    CHECK(before(u"做", u"\U000200A2")); // no reading in the table
}

TEST_CASE("width, case, spaces and radicals from a PDF do not change the order")
{
    CHECK(core::pinyinSortKey(u"ＡＢ１（筹）") == core::pinyinSortKey(u"ab1(筹)"));
    CHECK(core::pinyinSortKey(u"嘉 善\u3000县\u200B") == core::pinyinSortKey(u"嘉善县"));
    CHECK(core::pinyinSortKey(u"\u2F40\u2F42") == core::pinyinSortKey(u"支文"));
    CHECK(core::pinyinSortKey(u"").isEmpty());
    CHECK(core::pinyinSortKey(u"嘉善县") != core::pinyinSortKey(u"加善县"));
}

#ifndef Q_OS_WIN // there QCollator asks Windows, and no peer is at hand; the keys are the same on every
                 // system
TEST_CASE("characters of one reading stand in the order of ICU's Chinese collation")
{
    // The peer: QCollator has ICU behind it on Debian. Only characters of GB 2312 level 1 with one reading in
    // our table; ICU and Unihan disagree on the tone or the strokes of a handful.
    QCollator icu(QLocale(QLocale::Chinese, QLocale::China));
    if (icu.compare(u"张"_s, u"丁"_s) <= 0)
        return; // a Qt without ICU orders by code point: no peer here
    QFile file(QStringLiteral(SHANZHI_SOURCE "/resources/pinyin/readings.txt"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QHash<QChar, int> readings; // how many each character has
    const QString table = QString::fromUtf8(file.readAll());
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#')) {
            for (const QChar c : line.section(u' ', 2))
                ++readings[c];
        }
    }
    QStringList characters;
    QFile level1(QStringLiteral(SHANZHI_FIXTURES "/base/gb2312_level1.txt"));
    REQUIRE(level1.open(QIODevice::ReadOnly));
    for (const QChar c : QString::fromUtf8(level1.readAll())) {
        if (!c.isSpace() && readings.value(c) == 1)
            characters += c;
    }
    REQUIRE(characters.size() > 2500);
    std::sort(characters.begin(), characters.end(), icu);
    int inversions = 0;
    QString which;
    for (qsizetype i = 1; i < characters.size(); ++i) {
        if (!before(characters[i - 1], characters[i])) {
            ++inversions;
            which += characters[i - 1] + characters[i] + u' ';
        }
    }
    INFO(which);
    CHECK(inversions <= 5);
}
#endif

TEST_CASE("initials have every usual reading of a character, the most usual first, the others in upper case")
{
    CHECK(core::pinyinInitials(u"嘉善县") == "jsx");
    CHECK(core::pinyinInitials(u"长兴") == "cZx");
    CHECK(core::pinyinInitials(u"银行") == "yhX");
    CHECK(core::pinyinInitials(u"乐清") == "lYq");
    CHECK(core::pinyinInitials(u"厦门") == "xSm");
}

TEST_CASE("initials keep Latin and digits, and drop the rest")
{
    CHECK(core::pinyinInitials(u"嘉善县３６５ Volunteer（筹）") == "jsx365volunteerc");
    CHECK(core::pinyinInitials(u"——").isEmpty());
    CHECK(core::pinyinInitials(u"").isEmpty());
    CHECK(core::pinyinInitials(u"\U00020676") == "o"); // ǒu, list of common characters of 2013
    CHECK(core::pinyinInitials(QString(200'000, u'长')).size() == 400'000); // and soon
}

TEST_CASE("a name is found by the initials of any readings, and by no others")
{
    const auto isFound = [](QStringView name, const char *typed) {
        const QByteArray initials = core::pinyinInitials(name);
        return core::initialsMatch(initials, 0, typed) == initials.size();
    };
    CHECK(isFound(u"会计", "kj"));
    CHECK(isFound(u"重庆", "cq"));
    CHECK(isFound(u"单雄信", "sxx")); // surname Shàn
    CHECK(isFound(u"解放", "jf"));
    CHECK(isFound(u"曾国藩", "zgf"));
    CHECK(isFound(u"３６５行", "365x"));
    CHECK_FALSE(isFound(u"长兴", "ax"));
    CHECK_FALSE(isFound(u"长兴", "c"));
    CHECK_FALSE(isFound(u"长兴", "cxx"));
    CHECK_FALSE(isFound(u"长兴", "Zx"));
    // Every combination: 长 c z, 行 h x, 会 h k, 乐 l y, 厦 x s, 重 z c.
    const char *readings[] = {"cz", "hx", "hk", "ly", "xs", "zc"};
    for (int combination = 0; combination < 64; ++combination) {
        QByteArray typed;
        for (int i = 0; i < 6; ++i)
            typed += readings[i][(combination >> i) & 1];
        CAPTURE(typed.toStdString());
        CHECK(isFound(u"长行会乐厦重", typed));
    }
}

TEST_CASE("sort keys of 100,000 names take less than two seconds, even without optimization")
{
    const QString name = u"示范县罗星街道社会组织促进会"_s;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100'000; ++i)
        REQUIRE(core::pinyinSortKey(name + QChar(0x5000 + i % 100)).size() == 15);
    CHECK(timer.elapsed() < 2000); // 0.1 s measured
}
