// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progresspanel.h"

#include "core/base/tr.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>

namespace ui {

ProgressPanel::ProgressPanel(QWidget *parent)
    : QWidget(parent)
    , m_stage(new TextLabel(TextRole::Body))
    , m_count(new TextLabel(TextRole::Label))
    , m_bar(new QProgressBar)
    , m_cancel(makeButton(core::tr("取消"), ButtonKind::Plain, {}, "cancelTask"))
{
    m_bar->setTextVisible(false);
    m_stage->setObjectName(QStringLiteral("stage"));
    m_count->setObjectName(QStringLiteral("count"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(size::inset, 10, size::inset, 10);
    grid->setHorizontalSpacing(size::inset);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_stage, 0, 0);
    grid->addWidget(m_count, 0, 1, Qt::AlignRight);
    grid->addWidget(m_bar, 1, 0, 1, 2);
    grid->addWidget(m_cancel, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &ProgressPanel::refresh);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (!m_progress)
            return;
        m_progress->cancel();
        m_cancel->setEnabled(false);
        refresh();
        Q_EMIT cancelled();
    });
    hide();
}

void ProgressPanel::follow(const QString &what, std::shared_ptr<core::Progress> progress)
{
    m_what = what;
    m_progress = std::move(progress);
    m_cancel->setEnabled(true);
    refresh();
    m_timer.start();
    show();
}

void ProgressPanel::finish()
{
    m_timer.stop();
    m_progress.reset();
    hide();
}

void ProgressPanel::refresh()
{
    const QString stage = m_progress->stage();
    m_stage->setText(m_progress->isCancelled() ? core::tr("正在停止……已做的会全部退回")
                     : stage.isEmpty()         ? m_what
                                               : core::tr("%1 · %2").arg(m_what, stage));
    const qint64 total = m_progress->total();
    const qint64 done = m_progress->done();
    // The bar counts in thousandths: totals may be larger than an int.
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_bar->setValue(total > 0 ? int(std::min<double>(1000.0, 1000.0 * double(done) / double(total))) : 0);
    m_count->setText(total > 0 ? core::tr("%1 / %2").arg(QLocale().toString(done), QLocale().toString(total))
                               : QString());
}

void ProgressPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, QRectF(rect()), size::cardRadius, tokens().surface, tokens().line);
}

} // namespace ui
