// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importcolumns.h"

#include "core/base/tr.h"
#include "ui/fields/choiceeditors.h"

#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Part { Letter, Heading, Meaning, FirstSample };
constexpr int samples = 3;

} // namespace

QStandardItem *makeCell(const QString &text, CellLook look)
{
    auto *item = new QStandardItem(text);
    item->setData(int(look), LookRole);
    item->setToolTip(text);
    return item;
}

ImportColumns::ImportColumns(QWidget *parent)
    : DataTable(parent)
    , m_rows(new QStandardItemModel(this))
{
    setModel(m_rows);
    rebuild({});
}

void ImportColumns::showPreview(const core::ImportPreview &preview)
{
    // The same sheet read otherwise: the list that the clerk is in stays under her hands.
    if (!isShown(preview))
        rebuild(preview);
    for (size_t i = 0; i < preview.columns.size(); ++i) {
        const core::ImportPreview::Column &column = preview.columns[i];
        const int row = int(i);
        const bool isRead = !column.meaning.isEmpty();
        m_rows->setItem(row, Meaning,
                        makeCell(isRead ? column.meaning : core::tr("不读入"),
                                 isRead ? CellLook::Strong : CellLook::Secondary));
        for (int sample = 0; sample < samples; ++sample)
            m_rows->setItem(row, FirstSample + sample,
                            makeCell(column.samples.value(sample), CellLook::Secondary));
        if (QComboBox *list = listOf(row))
            list->setCurrentIndex(std::max(0, list->findData(column.field)));
    }
}

bool ImportColumns::isShown(const core::ImportPreview &preview) const
{
    if (preview.type != m_type || qsizetype(preview.columns.size()) != m_headings.size())
        return false;
    return std::equal(preview.columns.begin(), preview.columns.end(), m_headings.begin(),
                      [](const auto &column, const QString &heading) {
                          return column.letter + u' ' + column.heading == heading;
                      });
}

void ImportColumns::rebuild(const core::ImportPreview &preview)
{
    m_rows->clear();
    m_type = preview.type;
    m_headings.clear();
    m_wishes.clear();
    m_rows->setHorizontalHeaderLabels({core::tr("列"), core::tr("表头"), core::tr("导入为"),
                                       core::tr("第一行"), core::tr("第二行"), core::tr("第三行")});
    for (const core::ImportPreview::Column &column : preview.columns) {
        m_rows->appendRow({makeCell(column.letter, CellLook::Secondary), makeCell(column.heading)});
        m_headings.append(column.letter + u' ' + column.heading);
        const auto alike = std::count_if(preview.columns.begin(), preview.columns.end(),
                                         [&](const auto &other) { return other.heading == column.heading; });
        m_wishes.push_back({alike > 1 ? column.letter : column.heading, column.field, 0});
        const int row = m_rows->rowCount() - 1;
        m_rows->setItem(row, Meaning, makeCell({}));
        if (preview.type)
            setIndexWidget(m_rows->index(row, Meaning), makeList(column, row));
    }
    const int widths[] = {48, 160, 190, 142, 142};
    for (int i = 0; i < int(std::size(widths)); ++i)
        setColumnWidth(i, widths[i]);
}

void ImportColumns::setChoosable(bool choosable)
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (QComboBox *list = listOf(row))
            list->setEnabled(choosable);
    }
}

QComboBox *ImportColumns::listOf(int row) const
{
    return qobject_cast<QComboBox *>(indexWidget(m_rows->index(row, Meaning)));
}

QComboBox *ImportColumns::makeList(const core::ImportPreview::Column &column, int row)
{
    auto *list = new InitialsCombo;
    list->setObjectName(u"meaning-"_s + column.letter);
    list->setAccessibleName(core::tr("%1 列“%2”导入为").arg(column.letter, column.heading));
    list->setAutoFillBackground(true);
    list->addItem(core::tr("不读入"), QString());
    for (const core::MappableField &field : core::mappableFields(*m_type))
        list->addItem(field.label, field.said);
    connect(list, &QComboBox::activated, this, [this, list, row] {
        Wish &wish = m_wishes[size_t(row)];
        wish.field = list->currentData().toString();
        wish.order = ++m_lastOrder;
        Q_EMIT chosen(choices());
    });
    return list;
}

/// A field is read from one column: the one for which it was chosen last. The other has it again when that
/// one goes on to another field, as keys do on their way through a list.
core::ColumnChoices ImportColumns::choices() const
{
    core::ColumnChoices choices;
    for (const Wish &wish : m_wishes) {
        const bool isTaken = std::any_of(m_wishes.begin(), m_wishes.end(), [&](const Wish &other) {
            return other.field == wish.field && other.order > wish.order;
        });
        if (wish.field.isEmpty() || isTaken)
            choices.skipped.append(wish.column);
        else
            choices.mapped.emplace_back(wish.column, wish.field);
    }
    return choices;
}

} // namespace ui
