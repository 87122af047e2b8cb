// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/licences.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("Every component has a use, a licence that comes with the program, and a holder")
{
    REQUIRE(components().size() > 10);
    CHECK(components().front().licence == u"GPL-3.0-or-later"_s);
    for (const Component &component : components()) {
        INFO(component.name.toStdString());
        CHECK_FALSE(component.name.isEmpty());
        CHECK_FALSE(component.use.isEmpty());
        CHECK_FALSE(component.copyright.isEmpty());
        const QStringList names = licenceNames(component.licence);
        CHECK_FALSE(names.isEmpty());
        for (const QString &name : names)
            CHECK(licenceText(name).size() > 150);
        if (component.delivery != Component::Delivery::Source)
            CHECK(component.source.startsWith(u"http"_s));
    }
    CHECK(licenceNames(u"(MIT OR Zlib) AND GPL-3.0-or-later WITH GCC-exception-3.1") ==
          QStringList{u"MIT"_s, u"Zlib"_s, u"GPL-3.0-or-later"_s, u"GCC-exception-3.1"_s});
    CHECK(licenceText(u"NoSuchLicence"_s).isEmpty());
}

TEST_CASE("Every library that the build looks for is among the components")
{
    QFile build(QStringLiteral(SHANZHI_SOURCE "/CMakeLists.txt"));
    REQUIRE(build.open(QIODevice::ReadOnly));
    static const QRegularExpression wanted(
        u"^(?:find_package|pkg_check_modules|find_library)\\(([A-Za-z]+)"_s,
        QRegularExpression::MultilineOption);
    auto matches = wanted.globalMatch(QString::fromUtf8(build.readAll()));
    int libraries = 0;
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (name == u"PkgConfig"_s)
            continue;
        INFO(name.toStdString());
        ++libraries;
        CHECK(std::any_of(components().begin(), components().end(), [&](const Component &component) {
            return (component.delivery == Component::Delivery::Library ||
                    component.delivery == Component::Delivery::LinuxOnly) &&
                   component.name.contains(name, Qt::CaseInsensitive);
        }));
    }
    CHECK(libraries >= 6);
}

TEST_CASE(
    "The notices say which Qt is used under which licence and where its source is, and hold the licences")
{
    const QString text = noticesText();
    CHECK(text.contains(
        u"本程序使用 Qt %1，按 GNU 宽通用公共许可证（LGPL）第 3 版"_s.arg(QLatin1StringView(qVersion()))));
    CHECK(text.contains(u"https://download.qt.io/archive/qt/"_s));
    CHECK(text.contains(u"/%1/"_s.arg(QLatin1StringView(qVersion()))));
    for (const QString &title : {u"GNU GENERAL PUBLIC LICENSE"_s, u"GNU LESSER GENERAL PUBLIC LICENSE"_s,
                                 u"SIL OPEN FONT LICENSE"_s})
        CHECK(text.count(title) >= 1);
    CHECK(text.count(u"How to Apply These Terms to Your New Programs"_s) <= 2); // named in its own contents
#ifdef Q_OS_WIN
    constexpr auto elsewhere = Component::Delivery::LinuxOnly;
#else
    constexpr auto elsewhere = Component::Delivery::WindowsOnly;
#endif
    for (const Component &component : components()) {
        INFO(component.name.toStdString());
        CHECK(text.contains(component.name + u'：') == (component.delivery != elsewhere));
    }
}
