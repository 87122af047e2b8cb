// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>
#include <QStringConverter>

#include <memory>

namespace core {

enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Gb18030 };

/// Finds the encoding of the text in \a file by passing over all of it; refuses what is no text.
Result<TextEncoding> detectEncoding(QFile &file);

/// How many bytes from the front of \a bytes are whole GB18030 characters; -1 when some are none at all.
qsizetype wholeGb18030(QByteArrayView bytes);

/// The text of \a bytes, which hold whole GB18030 characters. Empty when the system has no such decoder.
QString decodeGb18030(QByteArrayView bytes);

/// Decodes text that comes in pieces cut anywhere; a byte-order mark is left out.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding);
    QString decode(QByteArrayView piece);

private:
    TextEncoding m_encoding;
    QStringDecoder m_decoder;
    QByteArray m_cut; ///< GB18030: the start of a character whose rest comes with the next piece.
};

} // namespace core
