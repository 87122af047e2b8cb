// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/licences.h"

#include "core/base/tr.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace core {

namespace {

#ifdef Q_OS_WIN
constexpr bool onWindows = true;
#else
constexpr bool onWindows = false;
#endif

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Component::Delivery deliveryOf(const QString &key)
{
    if (key == u"library"_s)
        return Component::Delivery::Library;
    if (key == u"linux"_s)
        return Component::Delivery::LinuxOnly;
    return key == u"windows"_s ? Component::Delivery::WindowsOnly : Component::Delivery::Source;
}

/// The Lesser GPL wants the user to know that Qt is used, under which terms, and how to put another in its
/// place.
QString qtNotice()
{
    const QVersionNumber version = QVersionNumber::fromString(QLatin1StringView(qVersion()));
    const QString folder = u"https://download.qt.io/archive/qt/%1.%2/%3/"_s.arg(version.majorVersion())
                               .arg(version.minorVersion())
                               .arg(version.toString());
    QString text = tr("本程序使用 Qt %1，按 GNU 宽通用公共许可证（LGPL）第 3 版；其中 Qt Charts 按 GNU "
                      "通用公共许可证（GPL）第 3 版。"
                      "Qt 的源代码：%2。Qt 以动态库的形式使用，您可以换成自己修改、编译的版本。")
                       .arg(version.toString(), folder);
    if (!onWindows)
        text += tr("在 Debian 系的系统上，Qt 由系统的软件包提供，源代码用 apt-get source qt6-base qt6-charts "
                   "取得。");
    return text;
}

} // namespace

const std::vector<Component> &components()
{
    static const std::vector<Component> all = [] {
        std::vector<Component> list;
        const QJsonDocument document =
            QJsonDocument::fromJson(resource(u":/notices/components.json"_s)); // a test reads it
        for (const QJsonValue &value : document.array()) {
            const auto text = [&](const char *name) { return value[QLatin1StringView(name)].toString(); };
            list.push_back({text("name"), text("use"), text("licence"), text("copyright"), text("source"),
                            deliveryOf(text("in"))});
        }
        return list;
    }();
    return all;
}

QStringList licenceNames(QStringView expression)
{
    static const QRegularExpression between(u"\\s+(?:WITH|AND|OR)\\s+|[()]"_s);
    return expression.toString().split(between, Qt::SkipEmptyParts);
}

QString licenceText(const QString &name)
{
    const QString file = name.startsWith(u"GPL-3.0"_s)    ? u"GPL-3.0"_s
                         : name.startsWith(u"LGPL-3.0"_s) ? u"LGPL-3.0-only"_s
                                                          : name;
    return QString::fromUtf8(resource(u":/notices/licences/"_s + file + u".txt"_s));
}

QString noticesText()
{
    QString list;
    QStringList names;
    for (const Component &component : components()) {
        if (component.delivery ==
            (onWindows ? Component::Delivery::LinuxOnly : Component::Delivery::WindowsOnly))
            continue;
        list += tr("%1：%2\n　　许可证 %3，© %4\n")
                    .arg(component.name, component.use, component.licence, component.copyright);
        if (!component.source.isEmpty())
            list += tr("　　源代码 %1\n").arg(component.source);
        names += licenceNames(component.licence);
    }
    names.removeDuplicates();
    QString texts;
    for (const QString &name : names) {
        const QString text = licenceText(name);
        if (texts.contains(text)) // the GPL goes by two names
            continue;
        texts += u"\n══ %1 ══\n\n"_s.arg(name) + text;
    }
    return tr("%1\n\n包含和使用的软件、数据：\n\n%2\n许可证原文：\n%3").arg(qtNotice(), list, texts);
}

} // namespace core
