// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/zipfile.h"

#include "core/tabular/badfile.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <unzip.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// minizip reads through QFile, so that Chinese file names work on every system.

struct OpenFile
{
    /// \a wanted bytes at the position, which moves on; less at the end, or where the disk fails.
    qint64 read(char *to, qint64 wanted);

    /// Not buffered: minizip asks byte by byte, and seeking would throw away what QFile has read.
    QFile file;
    qint64 size = 0;
    qint64 position = 0;
    QByteArray buffer;
    qint64 bufferStart = 0;
    bool cameShort = false; ///< Less was read than asked for: minizip takes that for data unless told.
};

qint64 OpenFile::read(char *to, qint64 wanted)
{
    constexpr qint64 bufferSize = 1 << 14;
    qint64 got = 0;
    while (got < wanted) {
        const qint64 at = position - bufferStart;
        const qint64 held = at >= 0 ? std::max<qint64>(0, buffer.size() - at) : 0;
        if (held > 0) {
            const qint64 some = std::min(held, wanted - got);
            std::copy_n(buffer.constData() + at, some, to + got);
            got += some;
            position += some;
            continue;
        }
        buffer.resize(bufferSize);
        bufferStart = position;
        const qint64 more = file.seek(position) ? file.read(buffer.data(), bufferSize) : -1;
        buffer.truncate(std::max<qint64>(0, more));
        if (more <= 0)
            break;
    }
    return got;
}

voidpf openFile(voidpf, const void *name, int)
{
    auto open = std::make_unique<OpenFile>();
    open->file.setFileName(*static_cast<const QString *>(name));
    if (!open->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return nullptr;
    open->size = open->file.size();
    return open.release();
}

uLong readFile(voidpf, voidpf stream, void *data, uLong size)
{
    auto *open = static_cast<OpenFile *>(stream);
    const qint64 got = open->read(static_cast<char *>(data), qint64(size));
    open->cameShort = got != qint64(size);
    return uLong(got);
}

uLong writeFile(voidpf, voidpf, const void *, uLong)
{
    return 0;
}

ZPOS64_T tellFile(voidpf, voidpf stream)
{
    return ZPOS64_T(static_cast<OpenFile *>(stream)->position);
}

long seekFile(voidpf, voidpf stream, ZPOS64_T offset, int origin)
{
    auto *open = static_cast<OpenFile *>(stream);
    quint64 target = offset; // May wrap around: offsets from the end are negative.
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        target += quint64(open->position);
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        target += quint64(open->size);
    if (target > quint64(open->size))
        return -1;
    open->position = qint64(target);
    return 0;
}

int closeFile(voidpf, voidpf stream)
{
    delete static_cast<OpenFile *>(stream);
    return 0;
}

int fileError(voidpf, voidpf stream)
{
    return static_cast<OpenFile *>(stream)->cameShort ? 1 : 0;
}

unzFile openZip(const QString &path)
{
    zlib_filefunc64_def functions = {openFile, readFile,  writeFile, tellFile,
                                     seekFile, closeFile, fileError, nullptr};
    return unzOpen2_64(&path, &functions);
}

/// \a name with plain slashes and without percent signs: .NET writes backslashes, and names are addresses.
QString plainName(const QString &name)
{
    QString plain = QString::fromUtf8(QByteArray::fromPercentEncoding(name.toUtf8()));
    plain.replace(u'\\', u'/');
    return plain;
}

/// The name under which a part is found. A slash in front means the top of the zip file, never the disk.
QString keyOf(const QString &name)
{
    QStringList steps = plainName(name).split(u'/', Qt::SkipEmptyParts);
    steps.removeAll(u"."_s);
    return steps.join(u'/').toLower();
}

bool pointsOutside(const QString &name)
{
    const QString path = plainName(name);
    return path.startsWith(u"//"_s) || path.split(u'/').contains(u".."_s) ||
           (path.size() > 1 && path[1] == u':') || path.contains(QChar(0));
}

} // namespace

/// Open handles on one zip file that nobody reads from. Any thread may call any member.
class ZipHandles
{
public:
    ZipHandles() = default;
    ~ZipHandles()
    {
        for (const unzFile handle : m_idle)
            unzClose(handle);
    }
    ZipHandles(const ZipHandles &) = delete;
    ZipHandles &operator=(const ZipHandles &) = delete;

    /// Null when the file cannot be opened.
    unzFile take(const QString &path)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                const unzFile handle = m_idle.back();
                m_idle.pop_back();
                return handle;
            }
        }
        return openZip(path);
    }
    void giveBack(unzFile handle)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(handle);
    }

private:
    std::mutex m_mutex;
    std::vector<unzFile> m_idle;
};

bool ZipFile::contains(const QString &name) const
{
    return m_entries.contains(keyOf(name));
}

ZipStream::ZipStream(void *handle, std::shared_ptr<ZipHandles> handles, const ReadLimits &limits)
    : m_handle(handle)
    , m_handles(std::move(handles))
    , m_limits(limits)
{}

ZipStream::~ZipStream()
{
    unzCloseCurrentFile(m_handle);
    m_handles->giveBack(m_handle);
}

Result<int> ZipStream::read(char *data, int size)
{
    if (m_atEnd)
        return 0;
    const int got = unzReadCurrentFile(m_handle, data, unsigned(size));
    if (got < 0)
        return badFile(BadFile::Damaged, u"inflate: %1"_s.arg(got));
    m_inflated += got;
    const qint64 stored = std::max<qint64>(m_storedBytes, 1);
    if (m_inflated > m_limits.maxInflatedBytes ||
        (m_inflated > m_limits.inflateGraceBytes && m_inflated / stored > m_limits.maxInflateRatio))
        return badFile(BadFile::Bomb, u"%1 bytes from %2"_s.arg(m_inflated).arg(stored));
    if (got == 0) {
        m_atEnd = true;
        if (unzCloseCurrentFile(m_handle) != UNZ_OK)
            return badFile(BadFile::Damaged, u"zip checksum"_s);
    }
    return got;
}

qint64 ZipStream::storedBytesRead() const
{
    return m_atEnd ? m_storedBytes : std::min(m_storedBytes, qint64(unztell64(m_handle)));
}

Result<ZipFile> ZipFile::open(const QString &path, const ReadLimits &limits)
{
    ZipFile zip;
    zip.m_handles = std::make_shared<ZipHandles>();
    const unzFile handle = zip.m_handles->take(path);
    if (!handle)
        return badFile(BadFile::Damaged, u"no zip directory"_s);
    const auto idle = qScopeGuard([&handles = *zip.m_handles, handle] { handles.giveBack(handle); });

    zip.m_path = path;
    zip.m_size = QFileInfo(path).size();
    zip.m_limits = limits;
    int count = 0;
    int status = unzGoToFirstFile(handle);
    for (; status == UNZ_OK; status = unzGoToNextFile(handle)) {
        std::array<char, 1024> name = {};
        unz_file_info64 info = {};
        unz64_file_pos position = {};
        if (unzGetCurrentFileInfo64(handle, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
                UNZ_OK ||
            unzGetFilePos64(handle, &position) != UNZ_OK)
            return badFile(BadFile::Damaged, u"zip directory entry"_s);
        const auto length = qsizetype(std::min<uLong>(info.size_filename, name.size() - 1));
        const QString entry = QString::fromUtf8(name.data(), length);
        if (pointsOutside(entry))
            return badFile(BadFile::ForbiddenPath, entry);
        if (info.flag & 1)
            return badFile(BadFile::Encrypted, entry);
        if (++count > limits.maxZipEntries)
            return badFile(BadFile::Bomb, u"too many zip entries"_s);
        const QString key = keyOf(entry);
        if (!zip.m_entries.contains(key))
            zip.m_entries.insert(key, {position.pos_in_zip_directory, position.num_of_file});
    }
    if (status != UNZ_END_OF_LIST_OF_FILE)
        return badFile(BadFile::Damaged, u"zip directory: %1"_s.arg(status));
    return zip;
}

Result<std::unique_ptr<ZipStream>> ZipFile::openEntry(const QString &name) const
{
    const auto found = m_entries.constFind(keyOf(name));
    if (found == m_entries.constEnd())
        return badFile(BadFile::Damaged, u"missing part "_s + name);
    const unzFile handle = m_handles->take(m_path);
    if (!handle)
        return badFile(BadFile::CannotOpen);
    std::unique_ptr<ZipStream> stream(new ZipStream(handle, m_handles, m_limits));
    const unz64_file_pos position = {found->directoryOffset, found->index};
    unz_file_info64 info = {};
    if (unzGoToFilePos64(handle, &position) != UNZ_OK ||
        unzGetCurrentFileInfo64(handle, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
        unzOpenCurrentFile(handle) != UNZ_OK)
        return badFile(BadFile::Damaged, u"cannot open part "_s + name);
    // The directory may claim anything; the file itself is the most there can be.
    stream->m_storedBytes = std::min(qint64(info.compressed_size), m_size);
    return stream;
}

} // namespace core
