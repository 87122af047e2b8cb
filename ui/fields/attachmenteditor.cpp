// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/attachmenteditor.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textlabel.h"

#include <QPointer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 260;

QPushButton *addButton(QLayout *row, const core::Field &field, const QString &text, Icon sign,
                       const QString &verb)
{
    QPushButton *button = makeButton(text, ButtonKind::Quiet, sign);
    button->setObjectName(QLatin1StringView(field.key) + u'_' + verb);
    button->setAccessibleName(text + u'：' + core::tr(field.label));
    row->addWidget(button);
    return button;
}

} // namespace

AttachmentEditor::AttachmentEditor(const core::Field &field, const FieldServices &services, QWidget *parent)
    : FieldEditor(field, parent)
    , m_services(services)
    , m_name(new TextLabel(TextRole::Body))
{
    auto *whole = new QWidget;
    auto *row = new FlowLayout(whole, 2);
    m_name->setFixedHeight(size::button);
    row->addWidget(m_name);
    m_open = addButton(row, field, core::tr("打开"), Icon::Eye, u"open"_s);
    m_save = addButton(row, field, core::tr("另存"), Icon::Save, u"save"_s);
    m_choose = makeButton({}, ButtonKind::Quiet, Icon::Attachment);
    row->addWidget(m_choose);
    m_remove = addButton(row, field, core::tr("移除"), Icon::Close, u"remove"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    whole->setSizePolicy(policy);
    setMain(whole, m_choose);
    m_choose->removeEventFilter(this); // Enter presses it
    connect(m_choose, &QPushButton::clicked, this, &AttachmentEditor::choose);
    connect(m_open, &QPushButton::clicked, this, [this] { m_services.openAttachment(*m_file); });
    connect(m_save, &QPushButton::clicked, this, [this] { m_services.saveAttachment(*m_file); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_file.reset();
        refresh();
        noteEdit();
    });
    refresh();
}

QVariant AttachmentEditor::value() const
{
    return m_file ? QVariant(m_file->toText()) : QVariant();
}

void AttachmentEditor::showValue(const QVariant &value)
{
    m_file = core::Attachment::fromText(value.toString());
    refresh();
}

void AttachmentEditor::applyReadOnly(bool)
{
    refresh();
}

QString AttachmentEditor::shownText() const
{
    return m_file ? m_file->name : QString();
}

void AttachmentEditor::choose()
{
    m_services.chooseAttachment([self = QPointer(this)](const core::Attachment &file) {
        if (!self)
            return; // the form was closed while the file was being chosen
        self->m_file = file;
        self->refresh();
        self->noteEdit();
    });
}

void AttachmentEditor::refresh()
{
    const bool has = m_file.has_value();
    const QString name = has ? m_file->name : QString();
    const QString shortName = QFontMetrics(textFont()).elidedText(name, Qt::ElideMiddle, longestName);
    m_name->setText(has ? core::tr("%1（%2）").arg(shortName, core::sizeInWords(m_file->size))
                        : core::tr("没有附件"));
    m_name->setToolTip(name);
    m_choose->setText(has ? core::tr("更换") : core::tr("选择文件…"));
    m_choose->setVisible(!isReadOnly() && m_services.chooseAttachment);
    m_open->setVisible(has && m_services.openAttachment);
    m_save->setVisible(has && m_services.saveAttachment);
    m_remove->setVisible(has && !isReadOnly());
}

} // namespace ui
