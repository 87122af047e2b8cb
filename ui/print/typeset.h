// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "ui/print/page.h"

#include <QHash>

namespace ui {

/// How a piece of text is set.
struct TextStyle
{
    FontRole role = FontRole::Body;
    qreal points = 12;
    qreal linePoints = 20; ///< Height of a line.
    QRgb color = ink::black;
    core::Align align = core::Align::Left;
    qreal indent = 0;       ///< Of the first line, in characters.
    bool justified = false; ///< All lines but the last reach both edges.
};

/// Text broken into lines; places are relative to the top left corner of the text.
struct SetText
{
    std::vector<TextItem> lines;
    qreal lineHeight = 0;
    qreal height() const { return lineHeight * static_cast<qreal>(lines.size()); }
};

/// Breaks text into lines by the Unicode rules (no closing punctuation begins a line). One a thread;
/// remembers what it has measured, because a document is laid out more than once and documents of a run share
/// most of their words.
class Typesetter
{
public:
    explicit Typesetter(const PaperFonts &fonts)
        : m_fonts(fonts)
    {}

    /// \a text in lines no wider than \a width; '\n' ends a line.
    SetText set(const QString &text, const TextStyle &style, qreal width);
    /// As set(), with lines of about equal length, for titles. Lines ended by '\n' are left as they are.
    SetText setBalanced(const QString &text, const TextStyle &style, qreal width);
    /// One line, not broken, made smaller when it is wider than \a width.
    TextItem fitted(const QString &text, TextStyle style, qreal width);
    qreal width(const QString &text, const TextStyle &style);

private:
    /// A line as it was broken, not yet aligned.
    struct Line
    {
        QString text;
        qreal width;
    };
    /// What the breaks depend on. Heights and colours are not among it.
    struct Key
    {
        QString text;
        int role;
        int pixels;
        int width; ///< −1: only measured.
        int indent;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.role, key.pixels, key.width, key.indent);
        }
    };

    const QFont &font(const TextStyle &style);
    qreal measure(const QString &text, const TextStyle &style);
    const std::vector<Line> &breakLines(const QString &text, const TextStyle &style, qreal width);
    std::vector<Line> &remember(Key key, std::vector<Line> lines);
    void setParagraph(const QString &text, const TextStyle &style, qreal width, SetText &out);

    const PaperFonts &m_fonts;
    QHash<FontRole, QFont> m_fontOf;
    QHash<Key, std::vector<Line>> m_lines;
};

/// Height of the type in units of the page.
int pixelsOf(qreal points);

/// Where the base line runs in a line \a lineHeight high, measured from its top, so that Chinese
/// characters stand in the middle.
qreal baselineOf(qreal lineHeight, int pixels);

} // namespace ui
