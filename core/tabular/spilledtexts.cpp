// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/spilledtexts.h"

#include "core/base/tr.h"

#include <QDir>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype tailSize = 1 << 20;
constexpr quint64 pageSize = 1 << 16;
constexpr size_t keptPages = 128;
constexpr size_t textsPerStart = 16;

Error noRoom(const QString &detail)
{
    return {Error::Code::Storage,
            tr("这个文件里的文字很多，要在临时文件夹“%1”里暂存，而那里写不下或不能写入，没有读取。"
               "请清理磁盘后再试。")
                .arg(QDir::toNativeSeparators(QDir::tempPath())),
            detail};
}

} // namespace

SpilledTexts::SpilledTexts()
    : m_file(m_folder->filePath(u"texts"_s))
    , m_pages(keptPages)
{}

Result<std::unique_ptr<SpilledTexts>> SpilledTexts::make()
{
    std::unique_ptr<SpilledTexts> texts(new SpilledTexts);
    constexpr auto forOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    // Unbuffered: what the disk does not take is told where it is written.
    if (!texts->m_folder->isValid() ||
        !texts->m_file.open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered, forOwner))
        return noRoom(texts->m_file.errorString());
    // Where an open file may be removed, nothing is left of it however the program ends.
    if (QFile::remove(texts->m_file.fileName()))
        texts->m_folder.reset();
    return texts;
}

Status SpilledTexts::append(std::string_view utf8)
{
    if (m_count++ % textsPerStart == 0)
        m_starts.push_back(m_written + quint64(m_tail.size()));
    const auto length = quint32(utf8.size());
    m_tail.append(reinterpret_cast<const char *>(&length), sizeof(length));
    m_tail.append(utf8.data(), qsizetype(utf8.size()));
    return m_tail.size() < tailSize ? ok() : writeTail();
}

Status SpilledTexts::writeTail()
{
    if (!m_file.seek(qint64(m_written)) || m_file.write(m_tail) != m_tail.size())
        return noRoom(m_file.errorString());
    m_written += quint64(m_tail.size());
    m_tail.truncate(0);
    return ok();
}

Result<QString> SpilledTexts::at(size_t index)
{
    if (!m_tail.isEmpty())
        CORE_TRY(writeTail());
    if (index < m_next || index - m_next >= textsPerStart) {
        m_next = index - index % textsPerStart;
        m_nextStart = m_starts[m_next / textsPerStart];
    }
    quint32 length = 0;
    for (;;) {
        CORE_TRY(read(m_nextStart, reinterpret_cast<char *>(&length), sizeof(length)));
        const quint64 begin = m_nextStart + sizeof(length);
        m_nextStart = begin + length;
        if (m_next++ < index)
            continue;
        QByteArray utf8(qsizetype(length), Qt::Uninitialized);
        CORE_TRY(read(begin, utf8.data(), length));
        return QString::fromUtf8(utf8);
    }
}

Status SpilledTexts::read(quint64 position, char *to, size_t size)
{
    while (size > 0) {
        CORE_ASSIGN(const Page *const found, page(position / pageSize));
        const auto from = size_t(position % pageSize);
        const size_t some = std::min(size, size_t(pageSize) - from);
        if (from + some > size_t(found->bytes.size()))
            return noRoom(u"the temporary file is shorter than what was written"_s);
        std::memcpy(to, found->bytes.constData() + from, some);
        to += some;
        position += some;
        size -= some;
    }
    return ok();
}

Result<const SpilledTexts::Page *> SpilledTexts::page(quint64 number)
{
    Page &kept = m_pages[size_t(number % keptPages)];
    if (kept.number == number)
        return &kept;
    kept.number = ~quint64(0);
    if (!m_file.seek(qint64(number * pageSize)))
        return noRoom(m_file.errorString());
    kept.bytes = m_file.read(qint64(pageSize));
    kept.number = number;
    return &kept;
}

} // namespace core
