// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "ui/style/icons.h"
#include "ui/style/ownfonts.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Contrast of two opaque colours after WCAG 2.1, 1 to 21; text needs 4.5 (AA).
double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

struct Pair
{
    const char *name;
    QColor text;
    QColor back;
};

/// Every pair of text and background that the widgets put together.
std::vector<Pair> pairs(const ui::Tokens &t)
{
    std::vector<Pair> all = {
        {"ink on header", t.ink, t.header},
        {"ink on hover", t.ink, t.hover},
        {"ink on neutral tag", t.ink, t.neutralTint},
        {"primary button", t.onAccent, t.accent},
        {"pressed primary button", t.onAccent, t.accentStrong},
        {"selected row", t.accentText, t.tint},
        {"ink on selected row", t.ink, t.tint},
        {"secondary on selected row", t.secondary, t.tint},
        {"head of a table", t.secondary, t.header},
        {"hint in a table head", t.faint, t.header},
        {"late tag", t.late, t.lateTint},
        {"soon tag", t.soon, t.soonTint},
        {"fine tag", t.fine, t.fineTint},
        {"party tag", t.party, t.partyTint},
        {"late on selected row", t.late, t.tint},
        {"soon on selected row", t.soon, t.tint},
        {"fine on selected row", t.fine, t.tint},
        {"tip", t.tipText, t.tip},
    };
    for (const QColor &back : {t.surface, t.canvas}) {
        for (const QColor &text :
             {t.ink, t.secondary, t.faint, t.accentText, t.late, t.soon, t.fine, t.party})
            all.push_back({"text on a page or card", text, back});
    }
    return all;
}

} // namespace

TEST_CASE("Contrast follows the formula of WCAG 2.1")
{
    CHECK(contrast(QColor(Qt::black), QColor(Qt::white)) == Approx(21.0));
    CHECK(contrast(QColor(Qt::white), QColor(Qt::white)) == Approx(1.0));
    // The published example of WebAIM: #777777 on white is 4.48, just short of AA.
    CHECK(contrast(QColor(0x777777U), QColor(Qt::white)) == Approx(4.48).margin(0.005));
}

TEST_CASE("All text reaches AA on its background in every theme")
{
    for (const ui::Theme theme : {ui::Theme::Light, ui::Theme::Dark, ui::Theme::HighContrast}) {
        for (const Pair &pair : pairs(ui::tokensOf(theme))) {
            INFO("theme " << int(theme) << ", " << pair.name << ", " << pair.text.name() << " on "
                          << pair.back.name());
            CHECK(contrast(pair.text, pair.back) >= 4.5);
        }
    }
}

TEST_CASE("Text reaches AAA in the high contrast theme")
{
    for (const Pair &pair : pairs(ui::tokensOf(ui::Theme::HighContrast))) {
        INFO(pair.name);
        CHECK(contrast(pair.text, pair.back) >= 7.0);
    }
}

TEST_CASE("Edges of inputs and focus can be told from the page: 3 to 1 for the focus ring")
{
    for (const ui::Theme theme : {ui::Theme::Light, ui::Theme::Dark, ui::Theme::HighContrast}) {
        const ui::Tokens &t = ui::tokensOf(theme);
        CHECK(contrast(t.accent, t.surface) >= 3.0);
        CHECK(contrast(t.accent, t.canvas) >= 3.0);
    }
}

TEST_CASE("Nothing on screen outside ui/style names a colour")
{
    static const QRegularExpression colour(
        u"#[0-9A-Fa-f]{6}\\b|QColor\\((0x|[0-9]|\"|u\")|QRgb|qRgb|setStyleSheet"
        u"|Qt::(white|black|red|green|blue|cyan|magenta|yellow|gray|dark[A-Z][a-z]+|lightGray)\\b"_s);
    int files = 0;
    QDirIterator it(QStringLiteral(SHANZHI_SOURCE "/ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        // Paper has its own colours, whatever theme the window has.
        if (path.contains(u"/ui/style/"_s) || path.contains(u"/ui/print/"_s))
            continue;
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QRegularExpressionMatch match = colour.match(QString::fromUtf8(file.readAll()));
        INFO(path << ": " << match.captured());
        CHECK_FALSE(match.hasMatch());
        ++files;
    }
    CHECK(files > 20);
}

TEST_CASE("Digits are tabular: all are equally wide at every size")
{
    for (const ui::TextSize textSize : {ui::TextSize::Hint, ui::TextSize::Body, ui::TextSize::Figure}) {
        for (const ui::Weight weight : {ui::Weight::Normal, ui::Weight::Strong}) {
            const QFontMetricsF metrics(ui::textFont(textSize, weight));
            for (char16_t digit = u'0'; digit <= u'9'; ++digit)
                CHECK(metrics.horizontalAdvance(QChar(digit)) == Approx(metrics.horizontalAdvance(u'0')));
        }
    }
}

TEST_CASE("Every icon paints something, and stays inside its square")
{
    for (int i = 0; i <= int(ui::Icon::Lock); ++i) {
        QImage image(64, 64, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        ui::paintIcon(painter, QRectF(16, 16, 32, 32), ui::Icon(i), QColor(Qt::black));
        painter.end();
        int inside = 0;
        int outside = 0;
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                if (qAlpha(image.pixel(x, y)) > 40)
                    (QRect(16, 16, 32, 32).contains(x, y) ? inside : outside) += 1;
            }
        }
        INFO("icon " << i);
        CHECK(inside > 20);
        CHECK(outside == 0);
    }
}

TEST_CASE("The theme can change while the program runs")
{
    ui::applyTheme(*qApp, ui::Theme::Dark);
    CHECK(ui::currentTheme() == ui::Theme::Dark);
    CHECK(qApp->palette().color(QPalette::Window) == ui::tokensOf(ui::Theme::Dark).canvas);
    ui::applyTheme(*qApp, ui::Theme::Light);
    CHECK(ui::currentTheme() == ui::Theme::Light);
    CHECK(qApp->palette().color(QPalette::Window) == ui::tokensOf(ui::Theme::Light).canvas);
}

TEST_CASE("Where no interface font is installed, the sans beside the program is the one")
{
    QFontDatabase::removeAllApplicationFonts();
    const QString own = u"Shanzhi Sans"_s;
    REQUIRE_FALSE(QFontDatabase::hasFamily(own));
    const QString any = QFontInfo(QApplication::font()).family();
    REQUIRE(ui::ensureTextFont({u"no such font"_s, any}));
    CHECK_FALSE(QFontDatabase::hasFamily(own));

    REQUIRE(ui::ensureTextFont({u"no such font"_s, u"nor this one"_s}));
    CHECK(QFontDatabase::hasFamily(own));
    QFont font;
    font.setFamilies({u"no such font"_s, ui::textFont().families().last()});
    CHECK(QFontInfo(font).family() == own);
    QFontDatabase::removeAllApplicationFonts();
}
