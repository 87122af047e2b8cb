// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/act.h"

#include "core/base/tr.h"
#include "core/store/writer.h"

namespace core {

namespace {

constexpr QLatin1StringView backFillMeans("back_fill");

} // namespace

Status runAct(Store &store, const Act &act, const QString &what, const std::function<Status(Change &)> &body,
              const ChangeOptions &options)
{
    return store.change(
        what,
        [&](Change &change) {
            change.m_writer.setMeans(QString::fromLatin1(act.key));
            for (const RecordType *type : act.writes)
                change.m_writer.open(*type, Writer::Opening::Whole);
            return body(change);
        },
        options);
}

bool isBackFill(const JournalEntry &entry)
{
    return entry.means == backFillMeans;
}

QString backFillReason(const BackFill &papers)
{
    return tr("补录：来自%1").arg(papers.source);
}

Status runBackFill(Store &store, const BackFill &papers, const QString &what,
                   const std::function<Status(Change &)> &body, ChangeOptions options)
{
    options.reason = backFillReason(papers);
    return store.change(
        what,
        [&](Change &change) {
            change.m_writer.setMeans(backFillMeans);
            change.m_writer.open(papers.type, Writer::Opening::OldPapers);
            return body(change);
        },
        options);
}

} // namespace core
