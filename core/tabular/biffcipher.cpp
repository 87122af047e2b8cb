// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/biffcipher.h"

#include "core/tabular/biffrecords.h"

#include <QCryptographicHash>
#include <QString>
#include <QtEndian>

#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype keptOfHash = 5; // 40 bits, as was allowed to be exported then
constexpr qsizetype saltSize = 16;

QByteArray md5(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

/// The key that a password and \a salt give, before the number of the block comes to it.
QByteArray baseOf(const QString &password, QByteArrayView salt)
{
    const QByteArray letters(reinterpret_cast<const char *>(password.utf16()), password.size() * 2);
    const QByteArray salted = md5(letters).first(keptOfHash) + salt.toByteArray();
    return md5(salted.repeated(16)).first(keptOfHash);
}

} // namespace

std::optional<BiffCipher> BiffCipher::withKnownPassword(QByteArrayView record)
{
    constexpr qsizetype headSize = 6; // kind and version
    constexpr qsizetype checkSize = 16;
    const bool isRc4 = biffNumber16(record, 0) == 1 && biffNumber16(record, 2) == 1;
    if (!isRc4 || record.size() < headSize + saltSize + 2 * checkSize)
        return {};
    BiffCipher cipher;
    cipher.m_base = baseOf(u"VelvetSweatshop"_s, record.sliced(headSize, saltSize));
    QByteArray check = record.sliced(headSize + saltSize, 2 * checkSize).toByteArray();
    cipher.decrypt(0, check.data(), check.size());
    if (md5(check.first(checkSize)) != check.last(checkSize))
        return {};
    return cipher;
}

void BiffCipher::prepare(quint32 block)
{
    QByteArray number(qsizetype(sizeof(block)), '\0');
    qToLittleEndian(block, number.data());
    const QByteArray key = md5(m_base + number);
    // RC4.
    std::array<quint8, 256> state{};
    std::iota(state.begin(), state.end(), quint8(0));
    quint8 j = 0;
    for (size_t i = 0; i < state.size(); ++i) {
        j = quint8(j + state[i] + quint8(key[qsizetype(i) % key.size()]));
        std::swap(state[i], state[j]);
    }
    quint8 i = 0;
    j = 0;
    for (quint8 &byte : m_pad) {
        ++i;
        j = quint8(j + state[i]);
        std::swap(state[i], state[j]);
        byte = state[quint8(state[i] + state[j])];
    }
    m_block = block;
}

void BiffCipher::decrypt(qint64 position, char *data, qsizetype size)
{
    for (qsizetype i = 0; i < size; ++i, ++position) {
        const auto block = quint32(position / blockSize);
        if (m_block != block)
            prepare(block);
        data[i] = char(quint8(data[i]) ^ m_pad[size_t(position % blockSize)]);
    }
}

} // namespace core
