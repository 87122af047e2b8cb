// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Contents of attachments: in the file, and beside its backups.
#include "core/base/outputfile.h"
#include "core/base/sha256.h"
#include "core/base/tr.h"
#include "core/store/attachmentfolder.h"
#include "core/store/storeprivate.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Error alteredContent(const QString &hash)
{
    return {Error::Code::Storage, tr("附件的内容被改动过或已损坏，不能使用。请从另一份备份中找回。"), hash};
}

} // namespace

AttachmentFolder AttachmentFolder::ofBackups(const QString &backupFolder)
{
    return AttachmentFolder(backupFolder + u'/' + tr("附件"));
}

std::vector<AttachmentFolder> AttachmentFolder::forFile(const QString &county)
{
    const QString folder = QFileInfo(county).absolutePath();
    return {ofBackups(folder), ofBackups(folder + u'/' + tr("备份"))};
}

QString AttachmentFolder::fileOf(const QString &hash) const
{
    return m_path + u'/' + hash;
}

bool AttachmentFolder::holds(const QString &hash, qint64 size) const
{
    const QFileInfo file(fileOf(hash));
    return file.isFile() && file.size() == size;
}

Status AttachmentFolder::keep(const QString &hash, const QByteArray &content) const
{
    const Status kept = [&]() -> Status {
        if (!QDir().mkpath(m_path))
            return writeFailed(fileOf(hash), m_path);
        // One that is there is not whole, or holds() would have said so.
        CORE_ASSIGN(const std::unique_ptr<OutputFile> file,
                    OutputFile::create({fileOf(hash), Existing::Replace}));
        CORE_TRY(file->write(content));
        return file->commit();
    }();
    if (kept)
        return ok();
    return Error{Error::Code::Storage,
                 tr("附件的内容不能存到“%1”，没有备份。请检查磁盘是否已满、能否写入。").arg(m_path),
                 kept.error().detail};
}

Result<QByteArray> AttachmentFolder::read(const QString &hash) const
{
    QFile file(fileOf(hash));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, tr("找不到附件的内容。"), hash};
    const QByteArray content = file.readAll();
    if (Sha256::hexOf(content) != hash.toLatin1())
        return alteredContent(hash);
    return content;
}

void AttachmentFolder::removeOthers(const QSet<QString> &needed) const
{
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        if (!needed.contains(file.fileName()) && file.lastModified() < yesterday)
            QFile::remove(file.absoluteFilePath());
    }
}

Result<QByteArray> readAttachment(Database &database, const QString &hash,
                                  const std::vector<AttachmentFolder> &folders)
{
    CORE_ASSIGN(Statement select, database.prepare("SELECT content, size FROM attachment WHERE hash = ?"));
    select.bind(1, hash);
    CORE_ASSIGN(const bool row, select.step());
    if (row) {
        QByteArray content = select.bytes(0);
        if (Sha256::hexOf(content) == hash.toLatin1())
            return content;
        if (!content.isEmpty())
            return alteredContent(hash);
        for (const AttachmentFolder &folder : folders) {
            Result<QByteArray> beside = folder.read(hash);
            if (beside || beside.error().code != Error::Code::NotFound)
                return beside;
        }
    }
    return Error{Error::Code::NotFound,
                 tr("附件内容不在数据文件里，也不在“备份”文件夹的“附件”里。请从另一份备份中找回。"), hash};
}

Result<std::vector<KeptAttachment>> keptAttachments(Database &database)
{
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT hash, size, length(content) = size FROM attachment ORDER BY hash"));
    std::vector<KeptAttachment> kept;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return kept;
        kept.push_back({select.text(0), select.integer(1), select.integer(2) != 0});
    }
}

Result<QByteArray> Store::attachment(const QString &hash) const
{
    return readAttachment(*d->database, hash, AttachmentFolder::forFile(d->path));
}

Result<Attachment> Store::keepAttachment(const QString &name, const QByteArray &content)
{
    if (isReadOnly())
        return Error{Error::Code::ReadOnly, d->readOnlyReason, {}};
    Attachment kept;
    CORE_TRY(d->inTransaction([&]() -> Status {
        CORE_TRY(d->checkFile());
        CORE_TRY(d->checkSchemaSince());
        CORE_ASSIGN(Writer writer, Writer::begin(*d->database, d->info.site, d->actor));
        CORE_ASSIGN(kept, writer.attach(name, content));
        return ok();
    }));
    d->knownState = FileState::of(d->path);
    return kept;
}

} // namespace core
