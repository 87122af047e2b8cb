// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a file is whole and unaltered: its journal, its records, its attachments and its pages.
#include "core/base/tr.h"
#include "core/store/attachmentfolder.h"
#include "core/store/storeprivate.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

Status verifyPages(Database &database, VerifyReport &report)
{
    CORE_ASSIGN(Statement integrity, database.prepare("PRAGMA integrity_check(20)"));
    for (;;) {
        CORE_ASSIGN(const bool row, integrity.step());
        if (!row)
            break;
        if (integrity.text(0) != "ok"_L1)
            report.faults.push_back(tr("数据文件内部损坏，请从备份恢复（%1）。").arg(integrity.text(0)));
    }
    CORE_ASSIGN(Statement foreign, database.prepare("PRAGMA foreign_key_check"));
    CORE_ASSIGN(const bool dangling, foreign.step());
    if (dangling)
        report.faults.push_back(tr("有记录指向不存在的记录（%1）。").arg(foreign.text(0)));
    return ok();
}

Status verifyAttachments(Database &database, const QString &path, VerifyReport &report, Progress *progress)
{
    CORE_ASSIGN(const std::vector<KeptAttachment> all, keptAttachments(database));
    const std::vector<AttachmentFolder> folders = AttachmentFolder::forFile(path);
    qint64 missing = 0;
    qint64 altered = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        if (progress) {
            progress->report(qint64(i), qint64(all.size()));
            if (progress->isCancelled())
                return Progress::cancelledError();
        }
        const auto content = readAttachment(database, all[i].hash, folders);
        if (!content)
            ++(content.error().code == Error::Code::NotFound ? missing : altered);
    }
    if (missing > 0)
        report.faults.push_back(tr("有 %1 个附件的内容找不到了。").arg(missing));
    if (altered > 0)
        report.faults.push_back(tr("有 %1 个附件的内容被改动过或已损坏。").arg(altered));
    return ok();
}

} // namespace

Result<VerifyReport> Store::verify(Progress *progress) const
{
    CORE_ASSIGN(VerifyReport report, verifyJournal(*d->database, progress));
    CORE_TRY(verifyPages(*d->database, report));
    CORE_TRY(verifyRecords(*d->database, report, progress));
    CORE_TRY(verifyAttachments(*d->database, d->path, report, progress));
    return report;
}

} // namespace core
