// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QStringView>

#include <vector>

class QFont;

namespace ui {

/// Characters beyond the Basic Multilingual Plane (𬭎 and 𠮷 in names) on their way through Qt's PDF
/// writer, which draws them but tells readers of the file only what glyphs of 16-bit characters stand for:
/// copied text lacks them. What is missing is told in an incremental update behind the file (ISO
/// 32000-1, 7.5.6).
class PdfCharacters
{
public:
    /// Notes \a text, which is drawn with \a font. To be called for all text, in the order in which it is
    /// drawn.
    void add(const QFont &font, QStringView text);
    bool isEmpty() const { return m_faces.isEmpty(); }

    /// What to write behind a PDF of \a size bytes of which \a end are the last, with all its fonts. Empty
    /// when nothing is missing, or the file is not as Qt writes it: a mapping is told only when it is
    /// certain.
    QByteArray update(QByteArrayView end, qint64 size) const;

private:
    /// The glyphs of wide characters in one font file, in the order of their first use: as they are numbered
    /// in the part of the font that is embedded.
    struct Face
    {
        std::vector<quint32> glyphs;
        std::vector<char32_t> characters;
    };
    QHash<QByteArray, Face> m_faces; ///< By PostScript name.
};

} // namespace ui
