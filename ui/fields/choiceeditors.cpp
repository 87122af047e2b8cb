// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/choiceeditors.h"

#include "core/base/pinyin.h"
#include "core/base/tr.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/flowlayout.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A choice that can be ticked.
class Chip : public QAbstractButton
{
public:
    explicit Chip(const QString &text)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {QFontMetrics(textFont()).horizontalAdvance(text()) + 40, 28}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        const bool on = isChecked();
        const QColor fill = on                            ? t.tint
                            : underMouse() && isEnabled() ? t.hover
                            : isEnabled()                 ? t.surface
                                                          : t.header;
        paintBox(painter, QRectF(rect()), size::controlRadius, fill,
                 hasFocus() || (on && isEnabled()) ? t.accent : t.field, hasFocus() ? 2 : 1);
        const QColor color = !isEnabled() ? (on ? t.secondary : t.disabled) : on ? t.accentText : t.ink;
        if (on)
            paintIcon(painter, QRectF(9, (height() - 14) / 2.0, 14, 14), Icon::Check, color);
        else
            paintBox(painter, QRectF(10, (height() - 12) / 2.0, 12, 12), 3, {}, t.field);
        painter.setFont(textFont());
        painter.setPen(color);
        painter.drawText(rect().adjusted(28, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    }
};

} // namespace

void InitialsCombo::keyPressEvent(QKeyEvent *event)
{
    const QString letter = event->text().toLower();
    const bool isLetter = letter.size() == 1 && letter.front() >= u'a' && letter.front() <= u'z';
    if (isLetter && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && jump(letter))
        return;
    QComboBox::keyPressEvent(event);
}

bool InitialsCombo::jump(const QString &letter)
{
    constexpr qint64 pause = 1000; // milliseconds after which a new word begins
    if (!m_sinceLetter.isValid() || m_sinceLetter.elapsed() > pause)
        m_letters.clear();
    m_sinceLetter.start();
    m_letters += letter;
    // The same letter again goes to the next entry that begins with it.
    const bool again = m_letters.count(letter) == m_letters.size() && m_letters.size() > 1;
    const QString wanted = again ? letter : m_letters;
    const int first = again ? currentIndex() + 1 : std::max(0, currentIndex());
    for (int i = 0; i < count(); ++i) {
        const int at = (first + i) % count();
        if (core::initialsMatch(core::pinyinInitials(itemText(at)), 0, wanted.toLatin1()) >= 0) {
            setCurrentIndex(at);
            Q_EMIT activated(at);
            return true;
        }
    }
    return false;
}

void InitialsCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

ChoiceFieldEditor::ChoiceFieldEditor(const core::Field &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_combo(new InitialsCombo)
{
    if (field.kind == core::Kind::YesNo) {
        m_combo->addItem(core::tr("是"), true);
        m_combo->addItem(core::tr("否"), false);
    }
    for (const core::Choice &choice : field.choices)
        m_combo->addItem(core::tr(choice.label), QString::fromLatin1(choice.key));
    if (field.nullable)
        m_combo->insertItem(0, u"—"_s, QVariant());
    m_combo->setMaxVisibleItems(18);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(6);
    m_combo->setCurrentIndex(field.nullable ? 0 : -1);
    setMain(m_combo, m_combo);
    connect(m_combo, &QComboBox::activated, this, &ChoiceFieldEditor::noteEdit);
}

QVariant ChoiceFieldEditor::value() const
{
    return m_combo->currentData();
}

void ChoiceFieldEditor::showValue(const QVariant &value)
{
    m_combo->setCurrentIndex(value.isValid() ? m_combo->findData(value) : field().nullable ? 0 : -1);
}

void ChoiceFieldEditor::applyReadOnly(bool readOnly)
{
    m_combo->setEnabled(!readOnly);
}

QString ChoiceFieldEditor::shownText() const
{
    return value().isValid() ? m_combo->currentText() : QString();
}

bool ChoiceFieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_combo && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && field().nullable && value().isValid()) {
            m_combo->setCurrentIndex(0);
            noteEdit();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

YesNoEditor::YesNoEditor(const core::Field &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_box(new QCheckBox(core::tr("是")))
{
    m_box->setMinimumHeight(size::input);
    setMain(m_box, m_box);
    connect(m_box, &QCheckBox::clicked, this, &YesNoEditor::noteEdit);
}

QVariant YesNoEditor::value() const
{
    return m_box->isChecked();
}

void YesNoEditor::showValue(const QVariant &value)
{
    m_box->setChecked(value.toBool());
}

void YesNoEditor::applyReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QString YesNoEditor::shownText() const
{
    return m_box->isChecked() ? core::tr("是") : core::tr("否");
}

MultiChoiceEditor::MultiChoiceEditor(const core::Field &field, QWidget *parent)
    : FieldEditor(field, parent)
{
    auto *whole = new QWidget;
    auto *flow = new FlowLayout(whole);
    for (const core::Choice &choice : field.choices) {
        auto *chip = new Chip(core::tr(choice.label));
        chip->setObjectName(u"%1_%2"_s.arg(QLatin1StringView(field.key), QLatin1StringView(choice.key)));
        chip->setAccessibleName(chip->text());
        chip->installEventFilter(this);
        connect(chip, &QAbstractButton::clicked, this, &MultiChoiceEditor::noteEdit);
        flow->addWidget(chip);
        m_chips.push_back(chip);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    whole->setSizePolicy(policy);
    setMain(whole, whole);
    if (!m_chips.empty())
        whole->setFocusProxy(m_chips.front());
}

QVariant MultiChoiceEditor::value() const
{
    QStringList keys;
    for (size_t i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isChecked())
            keys.append(QString::fromLatin1(field().choices[i].key));
    }
    return keys;
}

void MultiChoiceEditor::showValue(const QVariant &value)
{
    const QStringList keys = value.toStringList();
    for (size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(keys.contains(QLatin1StringView(field().choices[i].key)));
}

void MultiChoiceEditor::applyReadOnly(bool readOnly)
{
    for (QAbstractButton *chip : m_chips)
        chip->setEnabled(!readOnly);
}

QString MultiChoiceEditor::shownText() const
{
    QStringList labels;
    for (const QAbstractButton *chip : m_chips) {
        if (chip->isChecked())
            labels.append(chip->text());
    }
    return labels.join(u'、');
}

} // namespace ui
