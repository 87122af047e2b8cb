// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/journalpage.h"

#include "core/base/tr.h"
#include "core/store/historytext.h"
#include "core/store/store.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractTableModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listedEntries = 1000;
constexpr int listedEdits = 500;

class EntryModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(std::vector<core::JournalEntry> entries)
    {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
    }
    const core::JournalEntry &entry(int row) const { return m_entries[size_t(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_entries.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 4; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const core::JournalEntry &one = entry(index.row());
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
            switch (index.column()) {
            case 0: return one.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
            case 1: return one.actor;
            case 2: return core::historyText(one);
            default: return QLocale().toString(one.edits);
            }
        }
        if (role == Qt::TextAlignmentRole && index.column() == 3)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role == LookRole && index.column() != 2)
            return int(CellLook::Secondary);
        return {};
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole && section == 3)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role != Qt::DisplayRole)
            return {};
        const QStringList heads{core::tr("时间"), core::tr("谁"), core::tr("操作"), core::tr("条数")};
        return heads.value(section);
    }

private:
    std::vector<core::JournalEntry> m_entries;
};

class EditModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSentences(QStringList sentences)
    {
        beginResetModel();
        m_sentences = std::move(sentences);
        endResetModel();
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_sentences.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? m_sentences.value(index.row())
                                                                  : QVariant();
    }
    QVariant headerData(int, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? core::tr("改了什么") : QVariant();
    }

private:
    QStringList m_sentences;
};

} // namespace

JournalPage::JournalPage(Session &session, QWidget *parent)
    : Page(session, parent)
    , m_entries(new EntryModel(this))
    , m_edits(new EditModel(this))
    , m_reader(session.store)
{
    setObjectName(u"journal"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(size::page, size::inset, size::page, size::page);
    all->setSpacing(size::gutter);
    all->addWidget(new TextLabel(TextRole::PageTitle, core::tr("操作历史")));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(size::gutter);
    const auto table = [](QAbstractItemModel *model, const char *name, QBoxLayout *into, int stretch) {
        auto *card = new Card({}, Card::Body::Flush);
        auto *view = new DataTable;
        view->setObjectName(QString::fromLatin1(name));
        view->setModel(model);
        view->setSelectionBehavior(QAbstractItemView::SelectRows);
        card->body()->addWidget(view, 1);
        into->addWidget(card, stretch);
        return view;
    };
    m_table = table(m_entries, "entries", columns, 5);
    m_details = table(m_edits, "edits", columns, 4);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_details->horizontalHeader()->setStretchLastSection(true);
    all->addLayout(columns, 1);
    connect(m_table, &DataTable::rowChanged, this,
            [this](const QModelIndex &index) { showEdits(index.row()); });
    connect(&session.store, &core::Store::changed, this, [this] {
        if (isVisible())
            enter();
    });
}

void JournalPage::enter()
{
    using List = std::vector<core::JournalEntry>;
    m_reader.ask<List>(
        Entries, [](const core::Store &own) { return own.journal(listedEntries); },
        [this](core::Result<List> entries) {
            if (!entries)
                return session().prompt.error(entries.error());
            static_cast<EntryModel *>(m_entries)->setEntries(*std::move(entries));
            m_table->fitColumns(200);
            m_table->horizontalHeader()->setStretchLastSection(false);
            m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
            if (m_entries->rowCount() > 0)
                m_table->setCurrentIndex(m_entries->index(0, 0));
        },
        Reader::Wait::Briefly);
}

void JournalPage::focusFirst()
{
    m_table->setFocus();
}

void JournalPage::showEdits(int row)
{
    auto *model = static_cast<EditModel *>(m_edits);
    if (row < 0 || row >= m_entries->rowCount()) {
        m_reader.giveUp(Edits);
        model->setSentences({});
        return;
    }
    m_reader.ask<QStringList>(
        Edits,
        [entry = static_cast<EntryModel *>(m_entries)->entry(row)](
            const core::Store &own) -> core::Result<QStringList> {
            QStringList sentences;
            CORE_ASSIGN(const std::vector<core::RecordEdit> edits, own.edits(entry.sequence, listedEdits));
            for (const core::RecordEdit &edit : edits)
                sentences.append(core::historyText(own, edit));
            if (entry.edits > listedEdits)
                sentences.append(core::tr("……另有 %1 条").arg(entry.edits - listedEdits));
            return sentences;
        },
        [this, model](core::Result<QStringList> sentences) {
            if (sentences)
                model->setSentences(*std::move(sentences));
            else
                session().prompt.error(sentences.error());
        },
        Reader::Wait::Briefly);
}

} // namespace ui
