// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/explanationview.h"

#include "core/base/tr.h"
#include "ui/style/theme.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int nameWidth = 96;
constexpr int side = 12;

/// A line of the explanation: soft line below; groups on the colour of table heads.
class WhyLine : public QWidget
{
public:
    explicit WhyLine(bool isGroup)
        : m_isGroup(isGroup)
    {
        setMinimumHeight(size::row);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_isGroup)
            painter.fillRect(rect(), tokens().header);
        painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().softLine);
    }

private:
    bool m_isGroup;
};

/// Explanation with links that the keyboard reaches too.
class LinkedText : public QLabel
{
public:
    explicit LinkedText(const QString &html)
        : QLabel(html)
    {
        setTextFormat(Qt::RichText);
        setWordWrap(true);
        setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard |
                                Qt::TextSelectableByMouse);
        applyLook();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::StyleChange)
            applyLook();
    }

private:
    void applyLook()
    {
        setFont(textFont(TextSize::Hint));
        QPalette look = palette();
        look.setColor(QPalette::WindowText, tokens().secondary);
        look.setColor(QPalette::Link, tokens().accentText);
        setPalette(look);
    }
};

QString linkTo(const QString &target, const QString &text)
{
    return u" <a href=\"%1\" style=\"text-decoration:none\">%2</a>"_s.arg(target.toHtmlEscaped(),
                                                                          text.toHtmlEscaped());
}

} // namespace

ExplanationView::ExplanationView(QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel(TextRole::Subject))
    , m_score(new TextLabel(TextRole::Subject))
    , m_place(new TextLabel(TextRole::Label))
    , m_area(new QScrollArea)
{
    setObjectName(u"why"_s);
    m_name->setObjectName(u"whyName"_s);
    m_score->setObjectName(u"whyScore"_s);
    m_place->setObjectName(u"whyPlace"_s);
    m_name->setWordWrap(true);
    m_place->setWordWrap(true);
    auto *head = new QGridLayout;
    head->setContentsMargins(size::inset - 1, 14, size::inset - 1, 10);
    head->setHorizontalSpacing(size::gap);
    head->setVerticalSpacing(4);
    head->addWidget(m_name, 0, 0);
    head->addWidget(m_score, 0, 1, Qt::AlignRight | Qt::AlignTop);
    head->addWidget(m_place, 1, 0, 1, 2);
    head->setColumnStretch(0, 1);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::StrongFocus); // arrows and page keys scroll it
    m_area->viewport()->setAutoFillBackground(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_area, 1);
    setMessage({});
}

void ExplanationView::setMessage(const QString &text)
{
    m_why = {};
    m_name->setText(text);
    m_score->clear();
    m_place->clear();
    auto *nothing = new QWidget;
    m_area->setWidget(nothing);
    nothing->setAutoFillBackground(false);
}

void ExplanationView::setWhy(const Why &why, bool canScore)
{
    m_why = why;
    m_name->setText(why.name);
    m_score->setText(why.score);
    m_score->setTone(why.tone);
    m_place->setText(why.place);
    m_place->setVisible(!why.place.isEmpty());
    m_canScore = canScore;
    fill();
}

void ExplanationView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int narrow = 360;
    const bool isNarrow = width() < narrow;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    if (!m_why.rows.empty())
        fill();
}

void ExplanationView::fill()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const Why::Row &row : m_why.rows)
        column->addWidget(makeRow(row));
    auto *footer = new TextLabel(TextRole::Hint, m_why.footer);
    footer->setWordWrap(true);
    footer->setContentsMargins(side + 3, 12, side + 3, 12);
    column->addWidget(footer);
    column->addStretch();
    m_area->setWidget(content);
    content->setAutoFillBackground(false); // the scroll area turns it on; the card is behind
}

QWidget *ExplanationView::makeRow(const Why::Row &row)
{
    const bool isGroup = row.kind == Why::Row::Kind::Group;
    auto *line = new WhyLine(isGroup);
    line->setObjectName(u"row_"_s + row.code);
    auto *layout = new QGridLayout(line);
    layout->setContentsMargins(side, 6, side, 6);
    layout->setHorizontalSpacing(size::gap);
    layout->setVerticalSpacing(2);
    if (row.kind == Why::Row::Kind::Remark) {
        auto *text = new TextLabel(TextRole::Body, row.text);
        text->setTone(row.tone);
        text->setWordWrap(true);
        layout->addWidget(text, 0, 0);
        return line;
    }
    auto *name = new TextLabel(isGroup ? TextRole::Strong : TextRole::Body, row.name);
    name->setWordWrap(!isGroup);
    if (!isGroup && !m_isNarrow)
        name->setFixedWidth(nameWidth);
    QString html = row.text.toHtmlEscaped();
    if (row.records)
        html += linkTo(u"records:"_s + row.code, row.linkText);
    if (row.manual && m_canScore)
        html += linkTo(u"score:"_s + row.code, core::tr("评分…"));
    auto *text = new LinkedText(html);
    text->setObjectName(u"text_"_s + row.code);
    connect(text, &QLabel::linkActivated, this, &ExplanationView::follow);
    auto *points = new TextLabel(isGroup ? TextRole::Strong : TextRole::Body, row.points);
    points->setObjectName(u"points_"_s + row.code);
    points->setTone(row.tone);
    points->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(name, 0, 0);
    layout->addWidget(points, 0, 2);
    if (m_isNarrow && !html.isEmpty())
        layout->addWidget(text, 1, 0, 1, 3);
    else
        layout->addWidget(text, 0, 1);
    layout->setColumnStretch(m_isNarrow ? 0 : 1, 1);
    return line;
}

void ExplanationView::follow(const QString &link)
{
    const QString code = link.section(u':', 1);
    if (link.startsWith("score:"_L1)) {
        Q_EMIT scoreWanted(code);
        return;
    }
    const auto row = std::find_if(m_why.rows.begin(), m_why.rows.end(),
                                  [&](const Why::Row &candidate) { return candidate.code == code; });
    if (row != m_why.rows.end() && row->records)
        Q_EMIT recordsWanted(*row->records, core::tr("%1 · %2").arg(m_why.name, row->name));
}

} // namespace ui
