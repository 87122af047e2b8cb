// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/tokens.h"

namespace ui {

namespace {

Tokens lightTokens()
{
    Tokens t;
    t.ink = QColor(0x1F2430U);
    t.secondary = QColor(0x5B6472U);
    t.faint = QColor(0x68717FU); // 7A8391, lighter by a little, reaches only 3.9 on white
    t.disabled = QColor(0x9AA2AEU);
    t.canvas = QColor(0xF4F5F7U);
    t.surface = QColor(0xFFFFFFU);
    t.header = QColor(0xFAFBFCU);
    t.hover = QColor(0xF1F4F8U);
    t.track = QColor(0xE7EBF0U);
    t.line = QColor(0xE1E4EAU);
    t.softLine = QColor(0xEDEFF3U);
    t.field = QColor(0xCBD1DAU);
    t.accent = QColor(0x1B5E9BU);
    t.accentStrong = QColor(0x154C80U);
    t.onAccent = QColor(0xFFFFFFU);
    t.accentText = QColor(0x174A7CU);
    t.tint = QColor(0xE6EFF8U);
    t.late = QColor(0xA32A1EU);
    t.soon = QColor(0x8F5600U);
    t.fine = QColor(0x23693FU);
    t.party = QColor(0xA32A1EU);
    t.neutralTint = QColor(0xEEF1F5U);
    t.lateTint = QColor(0xFBE9E7U);
    t.soonTint = QColor(0xFBF0DDU);
    t.fineTint = QColor(0xE3F1E8U);
    t.partyTint = QColor(0xFCE8E6U);
    t.lateBar = QColor(0xB3261EU);
    t.soonBar = QColor(0xBA7A1BU);
    t.fineBar = QColor(0x2F8552U);
    t.tip = QColor(0x2B313DU);
    t.tipText = QColor(0xFFFFFFU);
    t.series = {QColor(0x1B5E9BU), QColor(0x2F8552U), QColor(0xBA7A1BU),
                QColor(0x7A5BA6U), QColor(0x2E8C9AU), QColor(0x8A6D5AU)};
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.ink = QColor(0xE6E9EFU);
    t.secondary = QColor(0xAEB6C3U);
    t.faint = QColor(0x959EADU);
    t.disabled = QColor(0x656E7CU);
    t.canvas = QColor(0x14171CU);
    t.surface = QColor(0x1C2027U);
    t.header = QColor(0x21262EU);
    t.hover = QColor(0x272D37U);
    t.track = QColor(0x303744U);
    t.line = QColor(0x323945U);
    t.softLine = QColor(0x282E38U);
    t.field = QColor(0x485263U);
    t.accent = QColor(0x5AA0DEU);
    t.accentStrong = QColor(0x78B4E8U);
    t.onAccent = QColor(0x0B1722U);
    t.accentText = QColor(0x93C6F4U);
    t.tint = QColor(0x1F3448U);
    t.late = QColor(0xF4958BU);
    t.soon = QColor(0xE6B45CU);
    t.fine = QColor(0x80CB9BU);
    t.party = QColor(0xF79A90U);
    t.neutralTint = QColor(0x2A303AU);
    t.lateTint = QColor(0x432321U);
    t.soonTint = QColor(0x3C2F18U);
    t.fineTint = QColor(0x1C3628U);
    t.partyTint = QColor(0x4A2320U);
    t.lateBar = QColor(0xDB6459U);
    t.soonBar = QColor(0xCF9A3FU);
    t.fineBar = QColor(0x58AD7AU);
    t.tip = QColor(0xE6E9EFU);
    t.tipText = QColor(0x14171CU);
    t.series = {QColor(0x5AA0DEU), QColor(0x58AD7AU), QColor(0xCF9A3FU),
                QColor(0xA98AD6U), QColor(0x4FB3C1U), QColor(0xB89A86U)};
    return t;
}

Tokens highContrastTokens()
{
    Tokens t;
    t.ink = QColor(0x000000U);
    t.secondary = QColor(0x1C1C1CU);
    t.faint = QColor(0x333333U);
    t.disabled = QColor(0x6A6A6AU);
    t.canvas = QColor(0xFFFFFFU);
    t.surface = QColor(0xFFFFFFU);
    t.header = QColor(0xF0F0F0U);
    t.hover = QColor(0xE4E4E4U);
    t.track = QColor(0xC8C8C8U);
    t.line = QColor(0x000000U);
    t.softLine = QColor(0x767676U);
    t.field = QColor(0x000000U);
    t.accent = QColor(0x003E8AU);
    t.accentStrong = QColor(0x00255CU);
    t.onAccent = QColor(0xFFFFFFU);
    t.accentText = QColor(0x002B66U);
    t.tint = QColor(0xCFE3FFU);
    t.late = QColor(0x8A0000U);
    t.soon = QColor(0x5C3600U);
    t.fine = QColor(0x004A1EU);
    t.party = QColor(0x8A0000U);
    t.neutralTint = QColor(0xE8E8E8U);
    t.lateTint = QColor(0xFFE3E0U);
    t.soonTint = QColor(0xFFEFCCU);
    t.fineTint = QColor(0xDBF5E4U);
    t.partyTint = QColor(0xFFE3E0U);
    t.lateBar = QColor(0x8A0000U);
    t.soonBar = QColor(0x8A5200U);
    t.fineBar = QColor(0x00662AU);
    t.tip = QColor(0x000000U);
    t.tipText = QColor(0xFFFFFFU);
    t.series = {QColor(0x003E8AU), QColor(0x00662AU), QColor(0x8A5200U),
                QColor(0x4B2380U), QColor(0x005A66U), QColor(0x333333U)};
    return t;
}

} // namespace

QColor Tokens::text(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return secondary;
    case Tone::Accent: return accentText;
    case Tone::Late: return late;
    case Tone::Soon: return soon;
    case Tone::Fine: return fine;
    case Tone::Party: return party;
    }
    return ink;
}

QColor Tokens::back(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return neutralTint;
    case Tone::Accent: return tint;
    case Tone::Late: return lateTint;
    case Tone::Soon: return soonTint;
    case Tone::Fine: return fineTint;
    case Tone::Party: return partyTint;
    }
    return neutralTint;
}

const Tokens &tokensOf(Theme theme)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    static const Tokens high = highContrastTokens();
    switch (theme) {
    case Theme::Light: return light;
    case Theme::Dark: return dark;
    case Theme::HighContrast: return high;
    }
    return light;
}

} // namespace ui
