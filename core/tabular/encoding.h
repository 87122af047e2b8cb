// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QFile>
#include <QString>
#include <QStringConverter>

#include <memory>

struct UConverter;

namespace core {

/// Bytes of a text that are read at a time.
inline constexpr qint64 textPiece = 256 * 1024;

enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Gb18030 };

/// Finds the encoding of the text in \a file by passing over all of it; refuses what is no text.
Result<TextEncoding> detectEncoding(QFile &file);

/// Deletes a converter of ICU.
struct CloseConverter
{
    void operator()(UConverter *converter) const;
};

/// Decodes text that comes in pieces cut anywhere; a byte-order mark is left out.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding);
    QString decode(QByteArrayView piece);

private:
    QString decodeGb18030(QByteArrayView piece);

    QStringDecoder m_decoder;
    /// Only for that encoding, which Qt has not on every system.
    std::unique_ptr<UConverter, CloseConverter> m_gb18030;
    bool m_isAtStart = true;
};

} // namespace core
