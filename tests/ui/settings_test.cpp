// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "ui/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

/// A settings file of its own, as another program or an earlier version may have left it.
class SettingsFile
{
public:
    SettingsFile(std::initializer_list<std::pair<QString, QVariant>> values)
    {
        QSettings().clear();
        for (const auto &[key, value] : values)
            QSettings().setValue(key, value);
    }
    SettingsFile(const SettingsFile &) = delete;
    SettingsFile &operator=(const SettingsFile &) = delete;
    ~SettingsFile() { QSettings().clear(); }
};

} // namespace

TEST_CASE("what version 0.1.0 kept is read by the same keys")
{
    QWidget window;
    window.resize(640, 480);
    const QByteArray geometry = window.saveGeometry();
    const SettingsFile kept{{u"theme"_s, 1},
                            {u"geometry"_s, geometry},
                            {u"recent"_s, QStringList{u"/家/乙.shanzhi"_s, u"/家/甲, 旧.shanzhi"_s}},
                            {u"last"_s, u"/家/乙.shanzhi"_s},
                            {u"lastFolder"_s, u"/家/台账"_s},
                            {u"columns/organization"_s, QStringList{u"name"_s, u"kind"_s}}};
    CHECK(ui::settings::theme.value() == ui::Theme::Dark);
    CHECK(ui::settings::geometry.value() == geometry);
    CHECK(ui::settings::recentFiles.value() == QStringList{u"/家/乙.shanzhi"_s, u"/家/甲, 旧.shanzhi"_s});
    CHECK(ui::settings::lastFile.value() == u"/家/乙.shanzhi"_s);
    CHECK(ui::settings::lastFolder.value() == u"/家/台账"_s);
    CHECK(ui::settings::columns.of(u"organization"_s).value() == QStringList{u"name"_s, u"kind"_s});
    CHECK(ui::settings::columns.of(u"grade"_s).value().isEmpty());
}

TEST_CASE("what is kept is written by the keys and in the form of version 0.1.0")
{
    const SettingsFile nothing{};
    ui::settings::theme.keep(ui::Theme::HighContrast);
    ui::settings::columns.of(u"grade"_s).keep({u"grade"_s, u"decided_on"_s});
    CHECK(QSettings().value(u"theme"_s).toInt() == 2);
    CHECK(QSettings().value(u"columns/grade"_s).toStringList() == QStringList{u"grade"_s, u"decided_on"_s});
    CHECK(ui::settings::theme.value() == ui::Theme::HighContrast);
}

TEST_CASE("a theme that does not exist is not obeyed")
{
    for (const QVariant &foreign : std::initializer_list<QVariant>{
             99, -1, 3, u"dark"_s, u""_s, QByteArray("\0\1", 2), QStringList{u"1"_s, u"2"_s}, 1.5e30}) {
        INFO(foreign.toString().toStdString());
        const SettingsFile kept{{u"theme"_s, foreign}};
        CHECK(ui::settings::theme.value() == ui::Theme::Light);
    }
}

TEST_CASE("a geometry that no window wrote is not obeyed")
{
    for (const QVariant &foreign :
         std::initializer_list<QVariant>{u"800x600"_s, QByteArray("\x01\xd9\xd0", 3), 7}) {
        const SettingsFile kept{{u"geometry"_s, foreign}};
        CHECK(ui::settings::geometry.value().isEmpty());
    }
}
