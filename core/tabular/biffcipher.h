// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace core {

/// What Excel writes when the structure of a workbook is protected and no password is needed to open it:
/// encrypted with a password that every program knows (MS-OFFCRYPTO 2.3.6, MS-XLS 2.2.10).
class BiffCipher
{
public:
    /// \a record is the body of the record that says how the workbook is encrypted; empty when a password is
    /// needed, or when it is encrypted in another way.
    static std::optional<BiffCipher> withKnownPassword(QByteArrayView record);

    /// Decrypts \a size bytes that stand at \a position of the workbook's stream.
    void decrypt(qint64 position, char *data, qsizetype size);

private:
    static constexpr qint64 blockSize = 1024;

    void prepare(quint32 block);

    QByteArray m_base; ///< Of the key of each block.
    std::optional<quint32> m_block;
    std::array<quint8, size_t(blockSize)> m_pad{}; ///< Of that block.
};

} // namespace core
