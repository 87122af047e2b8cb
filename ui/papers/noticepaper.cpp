// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/noticepaper.h"

#include "core/base/calendar.h"
#include "core/base/dateparse.h"
#include "core/base/tr.h"
#include "core/report/rankingtable.h"
#include "ui/papers/paperoptions.h"
#include "ui/style/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

NoticePaper::NoticePaper(Session &session)
    : Paper(session)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::inset - 1, 0, size::inset - 1, 0);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    const auto edit = [&](const char *name, const QString &label, const QString &hint, int row) {
        auto *line = new QLineEdit;
        line->setObjectName(QLatin1StringView(name));
        line->setAccessibleName(label);
        line->setPlaceholderText(hint);
        addOption(*grid, row, label, line);
        connect(line, &QLineEdit::editingFinished, this, &Paper::changed);
        return line;
    };
    m_number = edit("number", core::tr("文号"), core::tr("可不填"), 0);
    m_from = edit("publicFrom", core::tr("公示起"), u"2025-12-09"_s, 1);
    m_to = edit("publicTo", core::tr("公示止"), u"2025-12-15"_s, 2);
    m_objections = edit("objections", core::tr("异议受理"), core::tr("科室、电话、地址"), 3);
    const core::WorkCalendar &calendar = core::WorkCalendar::shipped();
    const QDate from = calendar.addWorkingDays(session.today(), core::WorkingDays{1}).date;
    m_from->setText(from.toString(Qt::ISODate));
    m_to->setText(calendar.addWorkingDays(from.addDays(-1), core::WorkingDays{5}).date.toString(Qt::ISODate));
    column->addLayout(grid);
    auto *hint = new TextLabel(TextRole::Hint,
                               core::tr("公示期默认 5 个工作日，从明天起算。只公示组织信息，不含个人信息。"));
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addStretch();
}

core::NoticeRequest NoticePaper::request() const
{
    core::NoticeRequest request;
    request.number = m_number->text().trimmed();
    request.issuedOn = session().today();
    request.publicFrom = core::parseDate(m_from->text()).value_or(QDate());
    request.publicTo = core::parseDate(m_to->text()).value_or(QDate());
    request.objectionsTo = m_objections->text().trimmed();
    return request;
}

Paper::Source NoticePaper::source() const
{
    return [year = year(), wanted = request()](qsizetype) {
        return core::rankingNotice(year->data.notice(wanted));
    };
}

QString NoticePaper::baseName() const
{
    return core::tr("%1年度积分评价公示").arg(yearNumber());
}

std::vector<Paper::Workbook> NoticePaper::workbooks() const
{
    core::NoticeRequest all = request();
    all.rankingLength = 0;
    return {{"saveRanking", core::tr("排名表 .xlsx…"), core::tr("%1年度积分排名表").arg(yearNumber()),
             [year = year(), all](const core::Output &output) {
                 return core::writeRankingTable(year->data.notice(all), output);
             }}};
}

} // namespace ui
