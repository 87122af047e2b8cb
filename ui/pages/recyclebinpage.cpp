// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recyclebinpage.h"

#include "core/base/tr.h"
#include "core/record/recordname.h"
#include "core/store/store.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listedOfType = 500;

std::vector<LineColumn<RecycleBinPage::Line>> removedColumns()
{
    using Line = RecycleBinPage::Line;
    return {
        {core::tr("类别"), [](const Line &line) { return core::tr(line.type->title); }, CellLook::Secondary},
        {core::tr("名称"), [](const Line &line) { return line.name; }}};
}

core::Result<std::vector<RecycleBinPage::Line>> removedLines(const core::Store &store)
{
    std::vector<RecycleBinPage::Line> lines;
    for (const core::RecordType *type : core::allRecordTypes()) {
        const core::RecordName name(*type);
        core::Query query;
        query.type = QString::fromLatin1(type->key);
        query.columns = name.paths();
        query.columns.push_back(QString::fromLatin1(type->fields.front().key));
        query.removedOnly = true;
        query.limit = listedOfType;
        CORE_TRY(store.each(query, [&](const QVariantList &row) {
            lines.push_back({type, row.last().toString(), name.text(row, 0, core::Audience::History)});
            return true;
        }));
    }
    return lines;
}

} // namespace

RecycleBinPage::RecycleBinPage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_model(new LineList<Line>(removedColumns(), this))
    , m_questions(session.store)
{
    setObjectName(u"recyclebin"_s);
    m_restore = makeButton(core::tr("还原"), ButtonKind::Primary, {}, "restore");
    auto *all = layOut({new TextLabel(TextRole::PageTitle, core::tr("回收站"))}, {m_restore});
    auto *card = new Card({}, Card::Body::Flush);
    m_table = new DataTable;
    m_table->setObjectName(u"removed"_s);
    m_table->setModel(m_model);
    card->body()->addWidget(m_table, 1);
    m_card = card;
    m_empty = new EmptyState(Icon::Trash, core::tr("回收站是空的"),
                             core::tr("删除的记录会先放在这里，可以随时还原。"));
    all->addWidget(m_card, 1);
    all->addWidget(m_empty, 1);
    // Which of the two is shown is known with the first answer.
    m_card->hide();
    m_empty->hide();
    m_restore->setEnabled(false);
    all->addStretch(0);
    connect(m_restore, &QPushButton::clicked, this, &RecycleBinPage::restore);
    connect(m_table, &DataTable::rowActivated, this, &RecycleBinPage::restore);
    followStore();
}

void RecycleBinPage::enter()
{
    using Lines = std::vector<Line>;
    constexpr int subject = 0;
    m_questions.ask<Lines>(
        subject, &removedLines,
        [this](core::Result<Lines> lines) {
            if (!lines)
                return session().prompt.error(lines.error());
            m_model->setLines(*std::move(lines));
            showLines();
        },
        StoreQuestions::Wait::Briefly);
}

void RecycleBinPage::showLines()
{
    const bool any = m_model->rowCount() > 0;
    m_card->setVisible(any);
    m_empty->setVisible(!any);
    m_restore->setEnabled(any && !store().isReadOnly());
    m_table->fitColumns(300);
    m_table->horizontalHeader()->setStretchLastSection(true);
    if (any)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void RecycleBinPage::focusFirst()
{
    m_table->setFocus();
}

void RecycleBinPage::restore()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const Line line = m_model->line(index.row());
    const core::Status done =
        store().change(core::tr("还原%1 %2").arg(core::tr(line.type->title), line.name),
                       [&](core::Change &change) { return change.restore(*line.type, line.id); });
    if (!done)
        session().prompt.error(done.error());
    else
        session().navigator.tell(core::tr("已还原“%1”").arg(line.name));
}

} // namespace ui
