// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/lineeditors.h"

#include "core/base/dateparse.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/writtennumber.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;
using core::Kind;

namespace {

constexpr int signRoom = 26;

/// "2025-12-08 10:32" or with seconds, in the time of this place.
QVariant readTime(const QString &text)
{
    const qsizetype blank = text.lastIndexOf(u' ');
    const auto date = core::parseDate(blank < 0 ? QStringView(text) : QStringView(text).left(blank));
    if (!date)
        return {};
    QTime time(0, 0);
    if (blank >= 0) {
        const QString clock = text.mid(blank + 1);
        time = QTime::fromString(clock, u"H:mm"_s);
        if (!time.isValid())
            time = QTime::fromString(clock, u"H:mm:ss"_s);
        if (!time.isValid())
            return {};
    }
    return QDateTime(*date, time).toUTC();
}

/// The value that \a text, which is not empty, means; invalid: none.
QVariant readText(Kind kind, const QString &text)
{
    switch (kind) {
    case Kind::Text:
    case Kind::LongText: return text;
    case Kind::Integer: {
        const core::NumberReading number = core::readNumber(text, {.places = 0});
        return number.isNumber() && !number.isRounded ? QVariant(qlonglong(number.value)) : QVariant();
    }
    case Kind::Decimal: {
        const auto decimal = core::Decimal::fromString(text);
        return decimal ? QVariant(decimal->micro()) : QVariant();
    }
    case Kind::Money: {
        const auto money = core::Money::fromString(text);
        return money ? QVariant(money->fen) : QVariant();
    }
    case Kind::Date: {
        const auto date = core::parseDate(text);
        return date ? QVariant(*date) : QVariant();
    }
    case Kind::Time: return readTime(core::toHalfWidth(text));
    case Kind::YesNo:
    case Kind::Choice:
    case Kind::MultiChoice:
    case Kind::Reference:
    case Kind::Attachment: break;
    }
    return {};
}

/// The usual form of a value.
QString writeText(Kind kind, const QVariant &value)
{
    if (!value.isValid())
        return {};
    switch (kind) {
    case Kind::Text:
    case Kind::LongText: return value.toString();
    case Kind::Integer: return QString::number(value.toLongLong());
    case Kind::Decimal: return core::Decimal::fromMicro(value.toLongLong()).toString();
    case Kind::Money: return core::Money{value.toLongLong()}.toString();
    case Kind::Date: return value.toDate().toString(u"yyyy-MM-dd"_s);
    case Kind::Time: return value.toDateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    case Kind::YesNo:
    case Kind::Choice:
    case Kind::MultiChoice:
    case Kind::Reference:
    case Kind::Attachment: break;
    }
    return {};
}

/// What would be right, for the clerk.
QString adviceFor(Kind kind, const QString &text)
{
    switch (kind) {
    case Kind::Integer: return core::tr("“%1”不是整数，请只写数字，如 12。").arg(text);
    case Kind::Decimal: return core::tr("“%1”不是数字，请写成 12.5 这样，小数最多六位。").arg(text);
    case Kind::Money: return core::tr("“%1”不是金额，请写成 300000、30万 或 1234.56，精确到分。").arg(text);
    case Kind::Date: return core::tr("“%1”不是日期，请写成 2021-3-5、2021.3.5 或 20210305。").arg(text);
    case Kind::Time: return core::tr("“%1”不是时间，请写成 2021-3-5 9:30。").arg(text);
    case Kind::Text:
    case Kind::LongText:
    case Kind::YesNo:
    case Kind::Choice:
    case Kind::MultiChoice:
    case Kind::Reference:
    case Kind::Attachment: break;
    }
    return {};
}

QString hintFor(Kind kind)
{
    if (kind == Kind::Date)
        return core::tr("年-月-日");
    return kind == Kind::Time ? core::tr("年-月-日 时:分") : QString();
}

} // namespace

UnitLine::UnitLine(const QString &unit, QWidget *parent)
    : QLineEdit(parent)
    , m_unit(unit)
{
    const int width = unit.isEmpty() ? 0 : QFontMetrics(textFont()).horizontalAdvance(unit) + 6;
    setTextMargins(0, 0, width, 0);
}

void UnitLine::showCalendarSign()
{
    m_hasCalendar = true;
    setTextMargins(0, 0, signRoom - 4, 0);
    setMouseTracking(true);
}

void UnitLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    if (!m_unit.isEmpty()) {
        painter.setFont(textFont());
        painter.setPen(tokens().secondary);
        painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_unit);
    }
    if (m_hasCalendar && !isReadOnly())
        paintIcon(painter, QRectF(width() - 23, (height() - 15) / 2.0, 15, 15), Icon::Calendar,
                  tokens().secondary);
}

bool UnitLine::isOnSign(const QPointF &position) const
{
    return m_hasCalendar && !isReadOnly() && position.x() >= width() - signRoom;
}

void UnitLine::mousePressEvent(QMouseEvent *event)
{
    if (isOnSign(event->position()))
        Q_EMIT calendarWanted();
    else
        QLineEdit::mousePressEvent(event);
}

void UnitLine::mouseMoveEvent(QMouseEvent *event)
{
    if (m_hasCalendar)
        setCursor(isOnSign(event->position()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
    QLineEdit::mouseMoveEvent(event);
}

void UnitLine::keyPressEvent(QKeyEvent *event)
{
    const bool altDown = event->key() == Qt::Key_Down && event->modifiers() & Qt::AltModifier;
    if (m_hasCalendar && !isReadOnly() && (altDown || event->key() == Qt::Key_F4))
        Q_EMIT calendarWanted();
    else
        QLineEdit::keyPressEvent(event);
}

LineFieldEditor::LineFieldEditor(const core::Field &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_line(new UnitLine(core::tr(field.traits.unit)))
{
    m_line->setPlaceholderText(hintFor(field.kind));
    setMain(m_line, m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_isTyped = true;
        noteEdit();
    });
    connect(m_line, &QLineEdit::editingFinished, this, &LineFieldEditor::tidy);
}

QVariant LineFieldEditor::value() const
{
    if (!m_isTyped)
        return m_shown;
    const QString text = core::cleanText(m_line->text());
    if (text.isEmpty())
        return field().kind == Kind::Text ? QVariant(u""_s) : QVariant();
    return readText(field().kind, text);
}

QString LineFieldEditor::inputProblem() const
{
    const QString text = core::cleanText(m_line->text());
    return m_isTyped && !text.isEmpty() && !value().isValid() ? adviceFor(field().kind, text) : QString();
}

void LineFieldEditor::showValue(const QVariant &value)
{
    m_shown = value;
    m_isTyped = false;
    m_line->setText(writeText(field().kind, value));
    m_line->setCursorPosition(0);
}

void LineFieldEditor::enter(const QVariant &value)
{
    replaceText(writeText(field().kind, value));
    m_isTyped = true;
    noteEdit();
}

void LineFieldEditor::replaceText(const QString &text)
{
    if (text == m_line->text())
        return;
    m_line->selectAll();
    m_line->insert(text);
}

void LineFieldEditor::applyReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QString LineFieldEditor::shownText() const
{
    return m_line->text();
}

void LineFieldEditor::tidy()
{
    if (!m_isTyped)
        return;
    if (const QVariant now = value(); now.isValid())
        replaceText(writeText(field().kind, now));
    if (!inputProblem().isEmpty())
        showInputProblem();
}

} // namespace ui
