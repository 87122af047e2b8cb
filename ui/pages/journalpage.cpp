// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/journalpage.h"

#include "core/base/tr.h"
#include "core/store/historytext.h"
#include "core/store/store.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listedEntries = 1000;
constexpr int listedEdits = 500;

std::vector<LineColumn<core::JournalEntry>> entryColumns()
{
    using Entry = core::JournalEntry;
    return {{core::tr("时间"),
             [](const Entry &entry) { return entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s); },
             CellLook::Secondary},
            {core::tr("谁"), [](const Entry &entry) { return entry.actor; }, CellLook::Secondary},
            {core::tr("操作"), [](const Entry &entry) { return core::historyText(entry); }},
            {core::tr("条数"), [](const Entry &entry) { return QLocale().toString(entry.edits); },
             CellLook::Secondary, true}};
}

std::vector<LineColumn<QString>> editColumns()
{
    return {{core::tr("改了什么"), [](const QString &sentence) { return sentence; }}};
}

} // namespace

JournalPage::JournalPage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_entries(new LineList<core::JournalEntry>(entryColumns(), this))
    , m_edits(new LineList<QString>(editColumns(), this))
    , m_questions(session.store)
{
    setObjectName(u"journal"_s);
    auto *all = layOut({new TextLabel(TextRole::PageTitle, core::tr("操作历史"))});
    auto *columns = new QHBoxLayout;
    columns->setSpacing(size::gutter);
    const auto table = [](QAbstractItemModel *model, const QString &name, QBoxLayout *into, int stretch) {
        auto *card = new Card({}, Card::Body::Flush);
        auto *view = new DataTable;
        view->setObjectName(name);
        view->setModel(model);
        card->body()->addWidget(view, 1);
        into->addWidget(card, stretch);
        return view;
    };
    m_table = table(m_entries, u"entries"_s, columns, 5);
    m_details = table(m_edits, u"edits"_s, columns, 4);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_details->horizontalHeader()->setStretchLastSection(true);
    all->addLayout(columns, 1);
    connect(m_table, &DataTable::rowChanged, this,
            [this](const QModelIndex &index) { showEdits(index.row()); });
    followStore();
}

void JournalPage::enter()
{
    using List = std::vector<core::JournalEntry>;
    m_questions.ask<List>(
        Entries, [](const core::Store &own) { return own.journal(listedEntries); },
        [this](core::Result<List> entries) {
            if (!entries)
                return session().prompt.error(entries.error());
            m_entries->setLines(*std::move(entries));
            m_table->fitColumns(200);
            m_table->horizontalHeader()->setStretchLastSection(false);
            m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
            if (m_entries->rowCount() > 0)
                m_table->setCurrentIndex(m_entries->index(0, 0));
        },
        StoreQuestions::Wait::Briefly);
}

void JournalPage::focusFirst()
{
    m_table->setFocus();
}

void JournalPage::showEdits(int row)
{
    if (row < 0 || row >= m_entries->rowCount()) {
        m_questions.giveUp(Edits);
        m_edits->setLines({});
        return;
    }
    using Sentences = std::vector<QString>;
    m_questions.ask<Sentences>(
        Edits,
        [entry = m_entries->line(row)](const core::Store &own) -> core::Result<Sentences> {
            Sentences sentences;
            CORE_ASSIGN(const std::vector<core::RecordEdit> edits, own.edits(entry.sequence, listedEdits));
            for (const core::RecordEdit &edit : edits)
                sentences.push_back(core::historyText(own, entry, edit));
            if (entry.edits > listedEdits)
                sentences.push_back(core::tr("……另有 %1 条").arg(entry.edits - listedEdits));
            return sentences;
        },
        [this](core::Result<Sentences> sentences) {
            if (sentences)
                m_edits->setLines(*std::move(sentences));
            else
                session().prompt.error(sentences.error());
        },
        StoreQuestions::Wait::Briefly);
}

} // namespace ui
