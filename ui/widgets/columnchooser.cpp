// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnchooser.h"

#include "core/base/tr.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"

#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

ColumnChooser::ColumnChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit)
    , m_list(new QListWidget)
{
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_filter->setPlaceholderText(core::tr("找一列…"));
    m_list->setFrameShape(QFrame::NoFrame);
    QPushButton *reset = makeButton(core::tr("恢复默认"), ButtonKind::Quiet, Icon::Refresh, "resetColumns");
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(reset, 0, Qt::AlignLeft);
    connect(m_filter, &QLineEdit::textChanged, this, &ColumnChooser::narrow);
    connect(m_filter, &QLineEdit::returnPressed, m_list, [this] { m_list->setFocus(); });
    connect(reset, &QPushButton::clicked, this, &ColumnChooser::resetWanted);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        Q_EMIT columnToggled(item->data(Qt::UserRole).toInt(), item->checkState() == Qt::Checked);
    });
}

void ColumnChooser::setColumns(const QList<ColumnEntry> &columns)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ColumnEntry &entry : columns) {
        auto *item = new QListWidgetItem(entry.title, m_list);
        item->setData(Qt::UserRole, entry.column);
        item->setFlags(entry.fixed ? Qt::ItemIsSelectable
                                   : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        item->setCheckState(entry.shown || entry.fixed ? Qt::Checked : Qt::Unchecked);
    }
    narrow(m_filter->text());
}

void ColumnChooser::openBelow(QWidget *anchor)
{
    m_filter->clear();
    resize(240, std::min(420, 104 + 28 * m_list->count()));
    QPoint corner = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 4));
    if (const QScreen *screen = anchor->screen())
        corner.setX(std::max(screen->availableGeometry().left(), corner.x()));
    move(corner);
    show();
    m_filter->setFocus();
}

void ColumnChooser::narrow(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(
            !m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

} // namespace ui
