// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/duepage.h"

#include "core/base/tr.h"
#include "core/features.h"
#include "ui/models/duemodel.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

DuePage::DuePage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_model(new DueModel(this))
    , m_questions(session.store)
{
    setObjectName(u"due"_s);
    build();
    followStore();
}

void DuePage::build()
{
    m_counted = new TextLabel(TextRole::Secondary);
    m_counted->setObjectName(u"counted"_s);
    m_filtered = new Tag({}, Tone::Accent);
    m_filtered->setObjectName(u"clearFilters"_s);
    m_filtered->setClosable(core::tr("清除"));
    m_filtered->hide();
    auto *all = layOut({new TextLabel(TextRole::PageTitle, core::tr("到期事项")), m_counted, m_filtered});

    auto *card = new Card({}, Card::Body::Flush);
    m_table = new DataTable;
    m_table->setObjectName(u"list"_s);
    m_table->setModel(m_model);
    m_table->enableSorting();
    for (const int column : {DueModel::Subject, DueModel::Organization, DueModel::Town, DueModel::Day})
        m_table->setTextFilter(column, column == DueModel::Day ? core::tr("如 2025-12") : QString());
    m_table->setChoiceFilter(DueModel::Deadline, DueModel::states());
    m_empty = new EmptyState(
        Icon::Check, core::tr("没有到期事项"),
        core::tr("已超期的和 %1 天内到期的都列在这里。").arg(core::dueSoonDays(session().today())));
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_empty, 1);
    all->addWidget(card, 1);

    connect(m_table, &DataTable::filterChanged, this, [this](int column, const QString &text) {
        m_model->setFilter(column, text);
        showCounts();
    });
    connect(m_filtered, &Tag::closed, m_table, &DataTable::clearFilters);
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        const core::DueItem &item = m_model->at(index.row());
        session().navigator.showRecord(item.type(), item.id);
    });
}

void DuePage::show(Due due)
{
    m_table->clearFilters();
    m_isNarrowed = due != Due::All;
    if (m_isNarrowed)
        m_table->setFilterText(DueModel::Deadline, DueModel::states()[due == Due::Late ? 0 : 1]);
}

void DuePage::showAll()
{
    if (std::exchange(m_isNarrowed, false))
        m_table->clearFilters();
}

void DuePage::enter()
{
    if (takeStale())
        ask();
}

void DuePage::focusFirst()
{
    m_table->setFocus();
}

void DuePage::ask()
{
    constexpr int subject = 0;
    const QDate today = session().today();
    using Items = std::vector<core::DueItem>;
    m_questions.ask<Items>(
        subject,
        [today](const core::Store &own) {
            return core::dueItems(own, core::allDueSources(), core::DueSpan::lateOrSoon(today));
        },
        [this, today](core::Result<Items> items) {
            if (!items)
                return session().prompt.error(items.error());
            m_model->setItems(*std::move(items), today);
            m_table->fitColumns(300);
            m_table->horizontalHeader()->setStretchLastSection(false);
            m_table->horizontalHeader()->setSectionResizeMode(DueModel::Organization, QHeaderView::Stretch);
            showCounts();
        },
        StoreQuestions::Wait::Briefly);
}

void DuePage::showCounts()
{
    const QLocale locale;
    const qint64 shown = m_model->rowCount();
    const bool isFiltered = shown != m_model->total();
    m_counted->setText(core::tr("%1 项").arg(locale.toString(m_model->total())));
    m_filtered->setText(
        core::tr("已筛选 %1 / %2").arg(locale.toString(shown), locale.toString(m_model->total())));
    m_counted->setVisible(!isFiltered);
    m_filtered->setVisible(isFiltered);
    m_empty->setVisible(m_model->total() == 0);
    m_table->setVisible(m_model->total() > 0);
}

} // namespace ui
