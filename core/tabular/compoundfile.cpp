// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/compoundfile.h"

#include "core/tabular/badfile.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace core {

namespace {

constexpr int headerSize = 512;
constexpr int entrySize = 128;
constexpr int tableSectorsInHeader = 109;
constexpr int smallShift = 6;
constexpr quint32 lastSector = 0xFFFFFFFA; // what is above has a meaning of its own
constexpr quint32 endOfChain = 0xFFFFFFFE;
constexpr quint32 noEntry = 0xFFFFFFFF;
constexpr qint64 longestDirectory = qint64(4) << 20;

quint32 number32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

quint16 number16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

std::vector<quint32> numbersIn(const QByteArray &bytes)
{
    std::vector<quint32> numbers(size_t(bytes.size()) / sizeof(quint32));
    for (size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = number32(bytes, qsizetype(i) * qsizetype(sizeof(quint32)));
    return numbers;
}

Error damagedContainer(const char *what)
{
    return badFile(BadFile::OldExcelDamaged, QString::fromLatin1(what));
}

} // namespace

/// Of a directory: a stream, or the root, which holds the small streams.
struct CompoundStream::Entry
{
    enum Kind { Storage = 1, Stream = 2, Root = 5 };

    Entry(const QByteArray &directory, quint32 index, int sectorShift)
    {
        const QByteArray bytes = directory.mid(qsizetype(index) * entrySize, entrySize);
        const int length = std::clamp<int>(number16(bytes, 0x40), 2, 64) / 2 - 1;
        for (int i = 0; i < length; ++i)
            name += QChar(number16(bytes, qsizetype(i) * 2));
        kind = quint8(bytes[0x42]);
        left = number32(bytes, 0x44);
        right = number32(bytes, 0x48);
        child = number32(bytes, 0x4C);
        first = number32(bytes, 0x74);
        size = number32(bytes, 0x78);
        if (sectorShift > 9) // in files with small sectors, programs have left the upper half unset
            size |= qint64(number32(bytes, 0x7C) & 0x7FFFFFFF) << 32;
    }

    QString name;
    int kind = 0;
    quint32 left = noEntry;
    quint32 right = noEntry;
    quint32 child = noEntry;
    quint32 first = 0;
    qint64 size = 0;
};

Result<std::unique_ptr<CompoundStream>> CompoundStream::open(const QString &path, const QStringList &names)
{
    std::unique_ptr<CompoundStream> stream(new CompoundStream);
    stream->m_file.setFileName(path);
    if (!stream->m_file.open(QIODevice::ReadOnly))
        return badFile(BadFile::CannotOpen, stream->m_file.errorString());
    CORE_TRY(stream->readHeader());
    CORE_ASSIGN(const Entry entry, stream->find(names));
    if (entry.size < stream->m_smallLimit) {
        CORE_TRY(stream->openSmall(entry));
    } else {
        CORE_ASSIGN(stream->m_sectors, chain(stream->m_table, entry.first));
        stream->m_size = std::min(entry.size, qint64(stream->m_sectors.size()) << stream->m_shift);
    }
    stream->m_entries.clear();
    stream->m_table = {};
    return stream;
}

Status CompoundStream::readHeader()
{
    const QByteArray header = m_file.read(headerSize);
    if (header.size() < headerSize)
        return damagedContainer("no header");
    m_shift = number16(header, 0x1E);
    if (m_shift != 9 && m_shift != 12)
        return damagedContainer("size of sectors");
    m_directory = number32(header, 0x30);
    m_smallLimit = std::min<qint64>(number32(header, 0x38), 1 << 20);
    m_smallTable = number32(header, 0x3C);
    return readTable(header);
}

Status CompoundStream::readTable(const QByteArray &header)
{
    const qint64 sectorsInFile = (m_file.size() >> m_shift) + 1;
    const size_t perSector = (size_t(1) << m_shift) / sizeof(quint32);
    std::vector<quint32> places = numbersIn(header.mid(headerSize - tableSectorsInHeader * 4));
    // What does not fit into the header is chained: the last number of each further sector tells the next.
    quint32 further = number32(header, 0x44);
    for (qint64 read = 0; further < lastSector; ++read) {
        if (read > sectorsInFile)
            return damagedContainer("table of tables");
        CORE_ASSIGN(const QByteArray bytes, readAll({further}, qint64(1) << m_shift));
        std::vector<quint32> numbers = numbersIn(bytes);
        if (numbers.size() < perSector)
            return damagedContainer("table of tables");
        further = numbers.back();
        numbers.pop_back();
        places.insert(places.end(), numbers.begin(), numbers.end());
    }
    for (const quint32 place : places) {
        if (place >= lastSector || qint64(m_table.size()) >= sectorsInFile)
            continue;
        CORE_ASSIGN(const QByteArray bytes, readAll({place}, qint64(1) << m_shift));
        const std::vector<quint32> numbers = numbersIn(bytes);
        const size_t whole = m_table.size() + perSector;
        m_table.insert(m_table.end(), numbers.begin(), numbers.end());
        m_table.resize(whole, endOfChain); // where the file ends within it
    }
    return ok();
}

Result<std::vector<quint32>> CompoundStream::chain(const std::vector<quint32> &table, quint32 first)
{
    std::vector<quint32> sectors;
    for (quint32 sector = first; sector != endOfChain; sector = table[sector]) {
        if (sector >= table.size() || sectors.size() > table.size())
            return damagedContainer("chain of sectors");
        sectors.push_back(sector);
    }
    return sectors;
}

Result<QByteArray> CompoundStream::readAll(const std::vector<quint32> &sectors, qint64 limit)
{
    QByteArray bytes(std::min(limit, qint64(sectors.size()) << m_shift), Qt::Uninitialized);
    bytes.truncate(readSectors(sectors, 0, bytes.data(), bytes.size()));
    return bytes;
}

Result<CompoundStream::Entry> CompoundStream::find(const QStringList &names)
{
    CORE_ASSIGN(const auto sectors, chain(m_table, m_directory));
    CORE_ASSIGN(m_entries, readAll(sectors, longestDirectory));
    const auto count = quint32(m_entries.size() / entrySize);
    if (count == 0)
        return damagedContainer("no directory");
    // The entries of a folder are a tree. Those of embedded documents, which have streams of the same names,
    // are others.
    std::vector<quint32> waiting{Entry(m_entries, 0, m_shift).child};
    std::vector<bool> seen(count, false);
    std::vector<Entry> streams;
    while (!waiting.empty()) {
        const quint32 index = waiting.back();
        waiting.pop_back();
        if (index >= count || seen[index])
            continue;
        seen[index] = true;
        Entry entry(m_entries, index, m_shift);
        waiting.push_back(entry.left);
        waiting.push_back(entry.right);
        if (entry.kind == Entry::Stream)
            streams.push_back(std::move(entry));
    }
    for (const QString &name : names) {
        const auto found = std::find_if(streams.begin(), streams.end(), [&](const Entry &entry) {
            return entry.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (found != streams.end())
            return *found;
    }
    return badFile(BadFile::NotAWorkbook, names.join(u'/'));
}

Status CompoundStream::openSmall(const Entry &entry)
{
    CORE_ASSIGN(const auto tableSectors, chain(m_table, m_smallTable));
    CORE_ASSIGN(const QByteArray tableBytes, readAll(tableSectors, m_file.size()));
    CORE_ASSIGN(const auto pieces, chain(numbersIn(tableBytes), entry.first));
    CORE_ASSIGN(const auto holder, chain(m_table, Entry(m_entries, 0, m_shift).first));
    m_small.resize(entry.size);
    qint64 got = 0;
    for (size_t i = 0; i < pieces.size() && got < entry.size; ++i) {
        const qint64 wanted = std::min<qint64>(entry.size - got, 1 << smallShift);
        const qint64 read =
            readSectors(holder, qint64(pieces[i]) << smallShift, m_small.data() + got, wanted);
        got += read;
        if (read < wanted)
            break;
    }
    m_small.truncate(got);
    m_size = got;
    return ok();
}

qint64 CompoundStream::readSectors(const std::vector<quint32> &sectors, qint64 at, char *data, qint64 size)
{
    const qint64 sectorSize = qint64(1) << m_shift;
    qint64 done = 0;
    while (done < size) {
        const auto index = size_t((at + done) >> m_shift);
        if (index >= sectors.size())
            break;
        // Sectors that lie side by side are read in one go.
        size_t end = index + 1;
        const qint64 within = (at + done) & (sectorSize - 1);
        qint64 wanted = std::min(size - done, sectorSize - within);
        while (wanted < size - done && end < sectors.size() && sectors[end] == sectors[end - 1] + 1) {
            wanted = std::min(size - done, wanted + sectorSize);
            ++end;
        }
        const qint64 place = ((qint64(sectors[index]) + 1) << m_shift) + within;
        const qint64 got = m_file.seek(place) ? m_file.read(data + done, wanted) : 0;
        done += std::max<qint64>(got, 0);
        if (got < wanted)
            break;
    }
    return done;
}

int CompoundStream::read(qint64 at, char *data, int size)
{
    const qint64 wanted = std::min<qint64>(m_size - at, size);
    if (wanted <= 0)
        return 0;
    if (m_sectors.empty()) {
        std::memcpy(data, m_small.constData() + at, size_t(wanted));
        return int(wanted);
    }
    return int(readSectors(m_sectors, at, data, wanted));
}

} // namespace core
