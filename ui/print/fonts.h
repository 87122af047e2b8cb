// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

#include <array>

namespace ui {

/// What a line of an official document is set in (GB/T 9704-2012, 5.2.2).
enum class FontRole {
    Title,    ///< 小标宋: red head and titles.
    Body,     ///< 仿宋: text.
    Heading,  ///< 黑体: 一、
    Kai,      ///< 楷体: （一）
    Label,    ///< 黑体 in tables and charts; light where the family has two weights.
    Emphasis, ///< Figures that carry the page.
};

/// The fonts documents are laid out and printed with: the bureau's own where the system has them, else
/// the subsets of Noto CJK installed beside the program, else the system's Noto CJK.
/// Construct it once in the GUI thread, after the application object; copies may be read in any thread.
class PaperFonts
{
public:
    /// Which fonts may be used. Tests pin the substitutes, so that a layout is the same on every machine.
    enum class Choice { SystemFirst, SubstitutesOnly };
    explicit PaperFonts(Choice choice = Choice::SystemFirst);

    /// Height of every font(), in pixels: it is scaled to the size that is wanted. Qt remembers the width of
    /// a character only where it is less than 256 pixels wide and high; at the 423 of a 12-point letter on a
    /// page of hundredths of a millimetre more than half of the time to print went into reading outlines for
    /// their widths.
    static constexpr int height = 200;

    /// The font of \a role, height pixels high.
    QFont font(FontRole role) const;

    /// For the clerk: which fonts stand in for those the standard names. Empty when nothing is substituted.
    QString report() const;
    /// True when text copied from a PDF is the text that was printed: see packaging/tools/make-fonts.py.
    bool copiesExactly() const { return m_copiesExactly; }

private:
    struct Face
    {
        QString family;
        bool bold = false;
    };
    std::array<Face, 6> m_faces;
    QStringList m_substitutions;
    bool m_copiesExactly = true;
};

} // namespace ui
