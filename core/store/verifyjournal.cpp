// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/journalconversion.h"
#include "core/store/journalformat1.h"
#include "core/store/schema.h"
#include "core/store/verifyparts.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The chain from before the conversion, walked beside the present one.
class FormerChain
{
public:
    void add(const StoredEntry &entry, const StoredEdit &edit)
    {
        if (!entry.oldHash.isEmpty())
            m_hash.add(edit);
    }

    /// The edits of \a entry are added. Empty: nothing is wrong with it.
    QString check(const StoredEntry &entry)
    {
        if (entry.entry.kind == JournalEntry::Kind::Bridge)
            return checkBridge(entry);
        if (entry.oldHash.isEmpty())
            return {};
        const QByteArray computed = m_hash.takeHex(entry, m_found.head);
        ++m_found.entries;
        m_found.head = entry.oldHash;
        m_hashes.add(entry.oldHash);
        m_hashes.add("\n");
        m_isBridged = false;
        // Empty: a personal value was destroyed since; the present chain still covers its commitment.
        return computed.isEmpty() || computed == entry.oldHash
                   ? QString()
                   : tr("与格式转换之前的日志不符，是转换以前或以后被改动的。");
    }

    bool isBridged() const { return m_isBridged; }

private:
    QString checkBridge(const StoredEntry &entry)
    {
        m_isBridged = true;
        const auto bridge = JournalBridge::fromJson(entry.bridge);
        if (!bridge || bridge->entries != m_found.entries || bridge->head != m_found.head ||
            bridge->hashes != m_hashes.takeHex())
            return tr("与格式转换之前的日志接不上，旧的日志指纹被改动过。");
        return bridge->faults > 0 ? tr("记着：转换时原日志已有 %1 条与它的指纹不符。").arg(bridge->faults)
                                  : QString();
    }

    JournalBridge m_found;
    FormerHash m_hash;
    Sha256 m_hashes;
    bool m_isBridged = true;
};

/// Whether the file says of itself what every file says, and no more; a newer one may.
Status verifyInfo(Database &database, VerifyReport &report)
{
    QStringList missing{u"bureau"_s, u"division_code"_s, u"site"_s};
    CORE_ASSIGN(const int version, fileSchemaVersion(database));
    CORE_ASSIGN(Statement select, database.prepare("SELECT key FROM file_info ORDER BY key"));
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        if (missing.removeAll(select.text(0)) == 0 && version <= schemaVersion())
            report.faults.push_back(tr("数据文件的说明里多了“%1”，不是本程序写的。").arg(select.text(0)));
    }
    for (const QString &key : std::as_const(missing))
        report.faults.push_back(tr("数据文件的说明里缺了“%1”，被删掉了。").arg(key));
    return ok();
}

/// Walks the journal from its first entry on.
class JournalCheck
{
public:
    JournalCheck(Database &database, VerifyReport &report, Progress *progress)
        : m_database(database)
        , m_progress(progress)
        , m_report(report)
    {}

    Status run()
    {
        CORE_ASSIGN(const QByteArray beginning, journalBeginning(m_database));
        m_beginning = QString::fromLatin1(beginning);
        CORE_ASSIGN(m_total, m_database.number("SELECT count(*) FROM journal_edit"));
        CORE_TRY(eachEntry(m_database, [this](const StoredEntry &entry) { return check(entry); }));
        m_report.headHash = m_previous;
        if (m_total != m_report.edits) {
            m_report.faults.push_back(
                tr("有 %1 条修改明细不属于任何日志条目。").arg(m_total - m_report.edits));
        }
        if (!m_former.isBridged())
            m_report.faults.push_back(tr("日志里缺了格式转换的衔接条目。"));
        return ok();
    }

private:
    /// Whether an entry follows the one before it, or begins the chain.
    void checkPlace(const StoredEntry &stored, const QString &name)
    {
        const qint64 sequence = stored.entry.sequence;
        if (sequence != ++m_sequence) {
            m_report.faults.push_back(tr("%1之前缺了日志条目。").arg(name));
            m_sequence = sequence;
        }
        if (sequence == 1 && !stored.previousHash.isEmpty()) {
            if (stored.previousHash != m_beginning)
                m_report.faults.push_back(tr("单位名称、区划代码或文件编号与日志开头记下的不符，被改动过。"));
        } else if (stored.previousHash != m_previous) {
            m_report.faults.push_back(tr("%1与前一条接不上，有条目被改动、删除或调换过。").arg(name));
        }
        if (stored.firstEdit != m_position)
            m_report.faults.push_back(tr("%1的修改明细接不上。").arg(name));
    }

    Status check(const StoredEntry &stored)
    {
        const JournalEntry &entry = stored.entry;
        const QString name = tr("第 %1 条日志（%2 %3）")
                                 .arg(entry.sequence)
                                 .arg(entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"), entry.what);
        checkPlace(stored, name);
        CORE_TRY(checkEdits(stored, name));
        if (!stored.isAsWritten || QString::fromLatin1(stored.computedHash()) != entry.hash)
            m_report.faults.push_back(tr("%1的内容被改动过。").arg(name));
        if (const QString fault = m_former.check(stored); !fault.isEmpty())
            m_report.faults.push_back(name + fault);
        m_previous = entry.hash;
        m_position = stored.firstEdit + entry.edits;
        ++m_report.entries;
        return ok();
    }

    Status checkEdits(const StoredEntry &stored, const QString &name)
    {
        EditsHash hash;
        qint64 edits = 0;
        qint64 broken = 0;
        qint64 elsewhere = 0;
        CORE_TRY(readEdits(m_database, stored, false, [&](const StoredEdit &edit) {
            hash.add(edit);
            m_former.add(stored, edit);
            for (const JournalValues *values : {&edit.before, &edit.after}) {
                const CommitmentCheck check = checkCommitments(*values);
                broken += check.broken;
                m_report.withheld += check.withheld;
            }
            elsewhere += edit.sequence == stored.entry.sequence ? 0 : 1;
            ++edits;
            if (m_progress && edits % 1024 == 0) {
                m_progress->report(m_report.edits + edits, m_total);
                if (m_progress->isCancelled())
                    return Status(Progress::cancelledError());
            }
            return ok();
        }));
        if (edits != stored.entry.edits || hash.takeHex() != stored.editsHash)
            m_report.faults.push_back(tr("%1的修改明细被改动过。").arg(name));
        if (broken > 0)
            m_report.faults.push_back(tr("%1有 %2 项个人信息被改动过。").arg(name).arg(broken));
        if (elsewhere > 0)
            m_report.faults.push_back(tr("%1有 %2 条修改明细被改写成别的条目的。").arg(name).arg(elsewhere));
        m_report.edits += edits;
        return ok();
    }

    Database &m_database;
    Progress *m_progress;
    VerifyReport &m_report;
    FormerChain m_former;
    QString m_beginning; ///< What the first entry has for the hash before it.
    QString m_previous;
    qint64 m_sequence = 0;
    qint64 m_position = 1;
    qint64 m_total = 0;
};

} // namespace

Status verifyJournal(Database &database, VerifyReport &report, Progress *progress)
{
    CORE_TRY(verifyInfo(database, report));
    return JournalCheck(database, report, progress).run();
}

} // namespace core
