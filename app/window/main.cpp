// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/outputfile.h"
#include "core/base/runlog.h"
#include "ui/settings.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QThreadPool>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/// The portable edition has a folder "settings" beside the program: what is remembered and the run log go
/// there, and nothing into the user's account.
void chooseSettingsAndLog()
{
    const QString folder = QCoreApplication::applicationDirPath() + u"/settings"_s;
    if (!QFileInfo(folder).isDir()) {
        core::runlog::begin(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
        return;
    }
    ui::settings::keepIn(folder);
    core::runlog::begin(folder);
}

} // namespace

int main(int argc, char *argv[])
{
    core::failBeyondFileLimits();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"shanzhi"_s);
    QCoreApplication::setApplicationName(u"shanzhi"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(SHANZHI_VERSION));
    QGuiApplication::setDesktopFileName(u"shanzhi"_s);
    QGuiApplication::setWindowIcon(ui::programIcon());
    chooseSettingsAndLog();
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    QTranslator qtTexts;
    if (qtTexts.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtTexts);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"社会组织登记与年度积分评价"_s);
    parser.addPositionalArgument(u"文件"_s, u"要打开的 .shanzhi 数据文件"_s, u"[文件]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    ui::applyTheme(application, ui::settings::theme.value());
    ui::MainWindow window;
    window.QWidget::show();
    const QString last = ui::settings::lastFile.value();
    const QString path = parser.positionalArguments().value(0, QFile::exists(last) ? last : QString());
    if (!path.isEmpty())
        window.openFile(path);
    const int code = QApplication::exec();
    QThreadPool::globalInstance()->waitForDone(); // a page may still be laid out: that needs the application
    core::runlog::end();
    return code;
}
