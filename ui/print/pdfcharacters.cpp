// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/pdfcharacters.h"

#include <QFont>
#include <QGlyphRun>
#include <QRawFont>
#include <QRegularExpression>
#include <QTextLayout>
#include <QtEndian>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

quint16 unitAt(const QByteArray &table, qsizetype at)
{
    return at + 2 <= table.size() ? qFromBigEndian<quint16>(table.constData() + at) : quint16(0);
}

/// The PostScript name as Qt writes it into a PDF: record 6 of the table of names (OpenType, “name”).
QByteArray postScriptName(const QRawFont &font)
{
    constexpr qsizetype head = 6;
    constexpr qsizetype record = 12;
    constexpr quint16 postScript = 6;
    constexpr quint16 windows = 3;
    const QByteArray table = font.fontTable("name");
    for (qsizetype i = 0; i < unitAt(table, 2); ++i) {
        const qsizetype at = head + i * record;
        if (unitAt(table, at + 6) != postScript)
            continue;
        QByteArray name = table.mid(unitAt(table, 4) + unitAt(table, at + 10), unitAt(table, at + 8));
        if (unitAt(table, at) == windows) // UTF-16 of ASCII
            name.removeIf([](char c) { return c == '\0'; });
        return name.replace(' ', '_');
    }
    return {};
}

struct Glyph
{
    QRawFont font;
    quint32 index = 0;
};

/// What one character is drawn with: its font may stand in for one that does not have it.
std::optional<Glyph> glyphOf(const QFont &font, const QString &character)
{
    QTextLayout layout(character, font);
    layout.beginLayout();
    (void)layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    if (runs.size() != 1 || runs.front().glyphIndexes().size() != 1)
        return std::nullopt;
    return Glyph{runs.front().rawFont(), runs.front().glyphIndexes().front()};
}

QByteArray utf16Hex(char32_t character)
{
    QByteArray bytes;
    for (const QChar unit : QString::fromUcs4(&character, 1))
        bytes += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    return bytes.toUpper();
}

/// The numbers of glyphs, from 1, of which \a map says nothing: the first \a count. Nothing when there are
/// more between those it tells of, so that it is not certain which is which.
std::vector<uint> untold(const QByteArray &map, size_t count)
{
    constexpr int hex = 16;
    static const QRegularExpression range(uR"(^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> [\[<])"_s,
                                          QRegularExpression::MultilineOption);
    std::vector<bool> told;
    for (auto match = range.globalMatch(QString::fromLatin1(map)); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        const uint first = one.captured(1).toUInt(nullptr, hex);
        const uint last = one.captured(2).toUInt(nullptr, hex);
        told.resize(std::max(told.size(), size_t(last) + 1));
        for (uint glyph = first; glyph <= last; ++glyph)
            told[glyph] = true;
    }
    std::vector<uint> numbers;
    for (uint glyph = 1; glyph < told.size() || numbers.size() < count; ++glyph) {
        if (glyph >= told.size() || !told[glyph])
            numbers.push_back(glyph);
    }
    return numbers.size() == count ? numbers : std::vector<uint>();
}

/// \a map with what \a glyphs stand for.
QByteArray completed(const QByteArray &map, const std::vector<uint> &glyphs,
                     const std::vector<char32_t> &characters)
{
    constexpr size_t mostInBlock = 100; // a limit of CMaps
    QByteArray lines;
    for (size_t i = 0; i < glyphs.size(); ++i) {
        if (i % mostInBlock == 0)
            lines += QByteArray::number(qint64(std::min(mostInBlock, glyphs.size() - i))) + " beginbfchar\n";
        lines += '<' + QByteArray::number(glyphs[i], 16).rightJustified(4, '0').toUpper() + "> <" +
                 utf16Hex(characters[i]) + ">\n";
        if (i % mostInBlock == mostInBlock - 1 || i + 1 == glyphs.size())
            lines += "endbfchar\n";
    }
    const qsizetype end = map.lastIndexOf("endcmap");
    return end < 0 ? QByteArray() : map.first(end) + lines + map.sliced(end);
}

/// The bytes between \a before and \a after, the first behind \a from.
QByteArray between(QByteArrayView text, QByteArrayView before, QByteArrayView after, qsizetype from)
{
    const qsizetype begin = from < 0 ? -1 : text.indexOf(before, from);
    const qsizetype end = begin < 0 ? -1 : text.indexOf(after, begin + before.size());
    return end < 0 ? QByteArray()
                   : text.sliced(begin + before.size(), end - begin - before.size()).toByteArray();
}

} // namespace

void PdfCharacters::add(const QFont &font, QStringView text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (!text[i].isHighSurrogate() || !text[i + 1].isLowSurrogate())
            continue;
        const auto glyph = glyphOf(font, text.sliced(i, 2).toString());
        const QByteArray name = glyph ? postScriptName(glyph->font) : QByteArray();
        if (name.isEmpty())
            continue;
        Face &face = m_faces[name];
        if (std::find(face.glyphs.begin(), face.glyphs.end(), glyph->index) != face.glyphs.end())
            continue;
        face.glyphs.push_back(glyph->index);
        face.characters.push_back(QChar::surrogateToUcs4(text[i], text[i + 1]));
    }
}

QByteArray PdfCharacters::update(QByteArrayView end, qint64 size) const
{
    QByteArray objects;
    QByteArray places;
    for (auto face = m_faces.begin(); face != m_faces.end(); ++face) {
        const qsizetype font =
            end.indexOf(QByteArrayView("/Subtype /Type0\n/BaseFont /" + face.key() + '\n'));
        const QByteArray number = between(end, "/ToUnicode ", " 0 R", font);
        const qsizetype map = number.isEmpty() ? -1 : end.indexOf(QByteArrayView('\n' + number + " 0 obj\n"));
        const QByteArray told = between(end, "stream\n", "\nendstream", map);
        const std::vector<uint> glyphs = untold(told, face->characters.size());
        const QByteArray whole = glyphs.empty() ? QByteArray() : completed(told, glyphs, face->characters);
        if (whole.isEmpty())
            continue;
        places += number + " 1\n" + QByteArray::number(size + objects.size()).rightJustified(10, '0') +
                  " 00000 n \n";
        objects += number + " 0 obj\n<< /Length " + QByteArray::number(whole.size()) + " >>\nstream\n" +
                   whole + "\nendstream\nendobj\n";
    }
    const qsizetype trailer = end.lastIndexOf("trailer");
    const QByteArray said = between(end, "<<", ">>", trailer);
    const QByteArray table = between(end, "startxref\n", "%%EOF", trailer).trimmed();
    if (objects.isEmpty() || said.isEmpty() || table.isEmpty())
        return {};
    return objects + "xref\n" + places + "trailer\n<<" + said + "/Prev " + table + "\n>>\nstartxref\n" +
           QByteArray::number(size + objects.size()) + "\n%%EOF\n";
}

} // namespace ui
