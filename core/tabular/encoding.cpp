// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/encoding.h"

#include "core/tabular/badfile.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// A control character that has no place in a text.
bool isOddControl(char16_t c)
{
    return c < 0x20 && c != u'\t' && c != u'\n' && c != u'\r';
}

/// Follows UTF-8 byte by byte (RFC 3629: no overlong forms, no surrogates).
class Utf8Check
{
public:
    void add(QByteArrayView bytes)
    {
        for (qsizetype i = 0; i < bytes.size() && m_valid; ++i)
            addByte(uint8_t(bytes[i]));
    }
    bool isValid() const { return m_valid && m_missing == 0; }
    bool mayBecomeValid() const { return m_valid; }

private:
    void addByte(uint8_t byte)
    {
        if (m_missing > 0) {
            m_valid = byte >= m_low && byte <= m_high;
            m_low = 0x80;
            m_high = 0xBF;
            --m_missing;
        } else if (byte >= 0x80) {
            m_valid = byte >= 0xC2 && byte <= 0xF4;
            m_missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
            m_low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
            m_high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
        }
    }
    bool m_valid = true;
    int m_missing = 0;
    uint8_t m_low = 0x80;
    uint8_t m_high = 0xBF;
};

/// How many bytes from the front of \a bytes are whole GB18030 characters; -1 when some are none at all.
qsizetype wholeGb18030(QByteArrayView bytes)
{
    const auto at = [&](qsizetype i) { return uint8_t(bytes[i]); };
    qsizetype i = 0;
    while (i < bytes.size()) {
        if (at(i) < 0x80) {
            ++i;
            continue;
        }
        if (at(i) == 0x80 || at(i) == 0xFF)
            return -1;
        if (i + 1 == bytes.size())
            return i;
        const uint8_t second = at(i + 1);
        if (second >= 0x40 && second != 0x7F && second != 0xFF) {
            i += 2;
        } else if (second >= 0x30 && second <= 0x39) {
            if (i + 3 >= bytes.size())
                return i;
            if (at(i + 2) < 0x81 || at(i + 2) > 0xFE || at(i + 3) < 0x30 || at(i + 3) > 0x39)
                return -1;
            i += 4;
        } else {
            return -1;
        }
    }
    return i;
}

/// What the bytes of a file say about it.
struct Census
{
    qint64 bytes = 0;
    qint64 zeros[2] = {}; ///< At even and odd places.
    qint64 controls = 0;
    Utf8Check utf8;
    bool gb18030 = true;
    QByteArray cut;

    void add(QByteArrayView piece)
    {
        for (qsizetype i = 0; i < piece.size(); ++i) {
            const auto byte = uint8_t(piece[i]);
            if (byte == 0)
                ++zeros[size_t(bytes + i) & 1];
            else if (isOddControl(byte))
                ++controls;
        }
        bytes += piece.size();
        utf8.add(piece);
        if (gb18030) {
            cut.append(piece.data(), piece.size());
            const qsizetype whole = wholeGb18030(cut);
            gb18030 = whole >= 0;
            cut.remove(0, std::max<qsizetype>(whole, 0));
        }
    }
};

/// Null when ICU came without its tables.
std::unique_ptr<UConverter, CloseConverter> openGb18030()
{
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<UConverter, CloseConverter>(ucnv_open("GB18030", &status));
}

/// UTF-16 without a mark: line ends, digits and commas have a zero on the same side; few characters (一,
/// U+4E00) have one on the other.
std::optional<TextEncoding> unmarkedUtf16(const Census &census)
{
    const qint64 most = std::max(census.zeros[0], census.zeros[1]);
    const qint64 least = std::min(census.zeros[0], census.zeros[1]);
    if (census.bytes % 2 != 0 || most * 50 < census.bytes || least * 4 > most)
        return {};
    return census.zeros[1] > census.zeros[0] ? TextEncoding::Utf16Le : TextEncoding::Utf16Be;
}

/// Characters that bytes of another encoding become when they are taken in pairs, and that no Chinese table
/// has many of: enclosed and squared signs, Yi, Hangul, private use, Arabic presentation forms.
bool isUnlikely(char16_t c)
{
    return (c >= 0x3130 && c <= 0x33FF) || (c >= 0xA000 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xF8FF) ||
           (c >= 0xFB00 && c <= 0xFDFF);
}

/// What UTF-16 without a mark is guessed from would also be true of a text with NUL bytes at places of the
/// same parity. Then its bytes are text as they stand, or make no sense in pairs.
bool isTextWithZeros(QFile &file, const Census &census, TextEncoding encoding)
{
    constexpr int mostlyLatin = 4; // a quarter of zeros: every second character is Latin
    if (census.utf8.isValid() && (census.zeros[0] + census.zeros[1]) * mostlyLatin < census.bytes)
        return true;
    file.seek(0);
    const QString text = TextDecoder(encoding).decode(file.read(textPiece));
    const auto unlikely =
        std::count_if(text.begin(), text.end(), [](QChar c) { return isUnlikely(c.unicode()); });
    return unlikely * 20 > text.size();
}

/// True when the first piece of \a file decoded as \a encoding is text: few controls, no broken pairs.
bool readsAsText(QFile &file, TextEncoding encoding)
{
    file.seek(0);
    TextDecoder decoder(encoding);
    const QString text = decoder.decode(file.read(textPiece));
    qsizetype odd = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const char16_t u = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (c.isSurrogate() || u == 0xFFFD || u == 0xFFFE || u == 0xFFFF || isOddControl(u))
            ++odd;
    }
    return odd * 200 <= text.size();
}

} // namespace

Result<TextEncoding> detectEncoding(QFile &file)
{
    file.seek(0);
    const QByteArray mark = file.peek(3);
    if (mark.startsWith("\xFF\xFE") || mark.startsWith("\xFE\xFF")) {
        const auto encoding = mark.startsWith("\xFF\xFE") ? TextEncoding::Utf16Le : TextEncoding::Utf16Be;
        if (!readsAsText(file, encoding))
            return badFile(BadFile::Binary, u"UTF-16 mark"_s);
        return encoding;
    }
    Census census;
    while (!file.atEnd()) {
        const QByteArray piece = file.read(textPiece);
        if (piece.isEmpty())
            return badFile(BadFile::CannotOpen, file.errorString());
        census.add(piece);
        if (!census.utf8.mayBecomeValid() && !census.gb18030 && census.zeros[0] + census.zeros[1] == 0)
            break;
    }
    if (census.zeros[0] + census.zeros[1] > 0) {
        const auto encoding = unmarkedUtf16(census);
        if (!encoding && census.controls * 200 <= census.bytes && (census.utf8.isValid() || census.gb18030))
            return badFile(BadFile::ZeroBytes);
        if (!encoding || !readsAsText(file, *encoding))
            return badFile(BadFile::Binary, u"zero bytes"_s);
        if (isTextWithZeros(file, census, *encoding))
            return badFile(BadFile::ZeroBytes);
        return *encoding;
    }
    if (census.controls * 200 > census.bytes)
        return badFile(BadFile::Binary, u"control characters"_s);
    if (census.utf8.isValid())
        return TextEncoding::Utf8;
    if (census.gb18030 && census.cut.isEmpty() && openGb18030())
        return TextEncoding::Gb18030;
    return badFile(mark.startsWith("\xEF\xBB\xBF") ? BadFile::Damaged : BadFile::UnknownEncoding);
}

void CloseConverter::operator()(UConverter *converter) const
{
    ucnv_close(converter);
}

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_decoder(encoding == TextEncoding::Utf16Le   ? QStringConverter::Utf16LE
                : encoding == TextEncoding::Utf16Be ? QStringConverter::Utf16BE
                                                    : QStringConverter::Utf8)
{
    if (encoding == TextEncoding::Gb18030)
        m_gb18030 = openGb18030();
}

QString TextDecoder::decode(QByteArrayView piece)
{
    return m_gb18030 ? decodeGb18030(piece) : QString(m_decoder.decode(piece));
}

QString TextDecoder::decodeGb18030(QByteArrayView piece)
{
    // No character has more UTF-16 units than bytes; the start of one may have come with the piece before.
    constexpr qsizetype longestCharacter = 4;
    QString text(piece.size() + longestCharacter, Qt::Uninitialized);
    auto *const begin = reinterpret_cast<char16_t *>(text.data());
    char16_t *target = begin;
    const char *source = piece.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(m_gb18030.get(), &target, begin + text.size(), &source, source + piece.size(), nullptr,
                   false, &status);
    text.truncate(target - begin);
    if (m_isAtStart && text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    m_isAtStart = m_isAtStart && target == begin;
    return text;
}

} // namespace core
