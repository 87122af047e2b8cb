// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace ui {

/// How the window looks.
enum class Theme { Light, Dark, HighContrast };

/// What a coloured sign says. Always shown as colour + sign + words, never by colour alone.
enum class Tone { Neutral, Accent, Late, Soon, Fine, Party };

/// Every colour of the program. Nothing outside ui/style names a colour; a test looks for it.
struct Tokens
{
    QColor ink;       ///< Text.
    QColor secondary; ///< Labels, table heads.
    QColor faint;     ///< Hints.
    QColor disabled;  ///< Text of what cannot be used now.

    QColor canvas;  ///< Behind the cards.
    QColor surface; ///< Cards, tables, top bar, navigation, inputs.
    QColor header;  ///< Table heads.
    QColor hover;   ///< Under the mouse.
    QColor track;   ///< The part of a meter that is not reached yet.

    QColor line;     ///< Edges of cards and bars.
    QColor softLine; ///< Between rows.
    QColor field;    ///< Edges of inputs and buttons.

    QColor accent;       ///< The one primary button, bars, focus.
    QColor accentStrong; ///< The primary button while pressed or under the mouse.
    QColor onAccent;     ///< Text on accent.
    QColor accentText;   ///< Text of what is selected; links.
    QColor tint;         ///< Selected row and navigation entry.

    QColor late, soon, fine, party;                              ///< Text and signs of the tones.
    QColor neutralTint, lateTint, soonTint, fineTint, partyTint; ///< Behind them in tags.
    QColor lateBar, soonBar, fineBar; ///< The same in charts, where areas are large.

    QColor tip, tipText;          ///< Tool tips and toasts.
    std::array<QColor, 6> series; ///< Charts with several series, in this order.

    /// Colour of text and sign of \a tone.
    QColor text(Tone tone) const;
    /// Colour behind text of \a tone.
    QColor back(Tone tone) const;
};

/// The colours of \a theme.
const Tokens &tokensOf(Theme theme);

/// Sizes in logical pixels; the grid is 4.
namespace size {
inline constexpr int gap = 8;
inline constexpr int gutter = 12; ///< Between cards.
inline constexpr int inset = 16;  ///< Inside cards.
inline constexpr int page = 20;   ///< Around the cards of a page.
inline constexpr int row = 32;    ///< Rows of tables.
inline constexpr int input = 30;
inline constexpr int button = 32;
inline constexpr int topBar = 48;
inline constexpr int navigation = 184;
inline constexpr int statusBar = 26;
inline constexpr int icon = 16;
inline constexpr double controlRadius = 6;
inline constexpr double cardRadius = 8;
inline constexpr double tagRadius = 4;
} // namespace size

} // namespace ui
