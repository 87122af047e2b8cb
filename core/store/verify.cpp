// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a file is whole and unaltered: its pages, its schema, its journal, its records, its attachments.
#include "core/base/tr.h"
#include "core/store/attachmentfolder.h"
#include "core/store/storeprivate.h"
#include "core/store/verifyparts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// While it lives, all that is read is of one moment.
class Reading
{
public:
    explicit Reading(Database &database)
        : m_database(database)
        , m_begun(database.execute("BEGIN"))
    {}
    ~Reading()
    {
        if (m_begun)
            (void)m_database.execute("ROLLBACK");
    }
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

private:
    Database &m_database;
    bool m_begun; ///< False: within a change, which sees one moment anyway.
};

/// The table that a line of the integrity check speaks of; empty: it names none.
Result<QString> damagedTable(Database &database, const QString &line)
{
    static const QRegularExpression byPage(u"[Tt]ree (\\d+)"_s);
    static const QRegularExpression byName(u"(?:index|column|table|in) (\\w+)"_s);
    const QRegularExpressionMatch page = byPage.match(line);
    const QRegularExpressionMatch name = byName.match(line);
    if (!page.hasMatch() && !name.hasMatch())
        return QString();
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT tbl_name FROM sqlite_schema WHERE rootpage = ? OR name = ?"));
    select.bind(1, page.hasMatch() ? page.captured(1).toLongLong() : -1);
    select.bind(2, name.captured(1));
    CORE_ASSIGN(const bool row, select.step());
    if (!row)
        return QString();
    const RecordType *type = findRecordType(select.text(0));
    return type ? tr(type->title) : select.text(0);
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

Status verifyContent(Database &database, const QString &path, VerifyReport &report, Progress *progress)
{
    CORE_ASSIGN(const bool isReadable, verifySchema(database, report));
    if (!isReadable) {
        report.faults.push_back(tr("缺了这些，日志和数据没有核对。"));
        return ok();
    }
    CORE_TRY(verifyJournal(database, report, progress));
    CORE_TRY(verifyRecords(database, report, progress));
    return verifyAttachments(database, path, report, progress);
}

} // namespace

Status verifyPages(Database &database, VerifyReport &report)
{
    constexpr auto check = "PRAGMA integrity_check(20)";
    QStringList tables;
    Status read = [&]() -> Status {
        CORE_ASSIGN(Statement integrity, database.prepare(check));
        for (;;) {
            CORE_ASSIGN(const bool row, integrity.step());
            if (!row)
                return ok();
            if (integrity.text(0) == "ok"_L1)
                continue;
            report.isDamaged = true;
            CORE_ASSIGN(const QString table, damagedTable(database, integrity.text(0)));
            if (!table.isEmpty() && !tables.contains(table))
                tables.append(table);
        }
    }();
    if (!read && read.error().code != Error::Code::Damaged)
        return read;
    report.isDamaged = report.isDamaged || !read;
    if (!report.isDamaged)
        return ok();
    report.faults.push_back(
        tables.isEmpty() ? tr("数据文件内部损坏。")
                         : tr("数据文件内部损坏，坏的是存放这些内容的地方：%1。").arg(tables.join(u'、')));
    return ok();
}

Result<VerifyReport> Store::verify(Progress *progress) const
{
    VerifyReport report;
    // As the file stands now: what somebody saves meanwhile would be in the records and not in the journal.
    const Reading reading(*d->database);
    CORE_TRY(verifyPages(*d->database, report));
    const Status content = verifyContent(*d->database, d->path, report, progress);
    if (content)
        return report;
    if (content.error().code != Error::Code::Damaged)
        return content.error();
    report.isDamaged = true;
    report.faults.push_back(tr("数据文件内部损坏，后面的内容读不出来，没有核对完。"));
    return report;
}

QString VerifyReport::title() const
{
    if (faults.empty())
        return tr("数据完整，未被改动");
    return isDamaged ? tr("数据文件已损坏") : tr("发现改动");
}

QString VerifyReport::summary() const
{
    if (isDamaged)
        return tr("文件内部的结构坏了，多半是磁盘、U 盘出错，或者复制时中断。请不要继续录入，从备份恢复。");
    if (!faults.empty())
        return tr("文件内部的结构完好，以上不像是磁盘出错，多半是有人用别的工具改动了数据。"
                  "请查明是谁改的；要回到改动以前，请从备份恢复。");
    QString text = tr("核对了 %1 条日志、%2 处修改，前后相接，与登记内容一致。\n日志首：%3")
                       .arg(entries)
                       .arg(edits)
                       .arg(headHash);
    if (withheld > 0)
        text += tr("\n其中 %1 项个人信息已经封存或销毁，只留有不能还原的指纹。").arg(withheld);
    return text + tr("\n会算指纹的人改了数据再重算一遍，这里看不出来；和纸上印的日志首比对就看得出。");
}

} // namespace core
