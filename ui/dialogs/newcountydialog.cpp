// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/newcountydialog.h"

#include "core/base/tr.h"
#include "core/registry/divisiondata.h"
#include "ui/style/theme.h"
#include "ui/widgets/textlabel.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

NewCountyDialog::NewCountyDialog(QWidget *window)
    : DialogBox(Icon::Organization, Tone::Accent, core::tr("新建县级数据文件"), window)
{
    setObjectName(u"newCounty"_s);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(size::gutter);
    form->setVerticalSpacing(size::gap);
    m_bureau = new QLineEdit;
    m_bureau->setObjectName(u"bureau"_s);
    m_bureau->setPlaceholderText(core::tr("如：嘉善县民政局"));
    m_bureau->setMinimumWidth(300);
    m_code = new QLineEdit;
    m_code->setObjectName(u"divisionCode"_s);
    m_code->setMaxLength(6);
    m_code->setPlaceholderText(core::tr("六位，如：330421"));
    m_region = new TextLabel(TextRole::Hint);
    form->addRow(new TextLabel(TextRole::Secondary, core::tr("民政局名称")), m_bureau);
    form->addRow(new TextLabel(TextRole::Secondary, core::tr("县级区划代码")), m_code);
    form->addRow(nullptr, m_region);
    body()->addLayout(form);
    addRejectButton(core::tr("取消"));
    addAcceptButton(core::tr("选择保存位置…"))->setObjectName(u"create"_s);
    connect(m_code, &QLineEdit::textChanged, this, &NewCountyDialog::showRegion);
    connect(m_bureau, &QLineEdit::textChanged, this, &NewCountyDialog::showRegion);
    showRegion();
}

QString NewCountyDialog::bureau() const
{
    return m_bureau->text().trimmed();
}

QString NewCountyDialog::divisionCode() const
{
    return m_code->text().trimmed();
}

void NewCountyDialog::showRegion()
{
    const QString region = core::regionName(divisionCode());
    m_region->setText(!region.isEmpty()            ? region
                      : divisionCode().size() == 6 ? core::tr("没有这个代码")
                                                   : core::tr("登记机关所在县（市、区）的行政区划代码"));
    m_region->setTone(region.isEmpty() && divisionCode().size() == 6 ? Tone::Late : Tone::Neutral);
}

void NewCountyDialog::ask(QLineEdit *field, const QString &text)
{
    m_region->setText(text);
    m_region->setTone(Tone::Late);
    field->setFocus();
}

void NewCountyDialog::accept()
{
    if (bureau().isEmpty())
        return ask(m_bureau, core::tr("请填写民政局名称，它印在每一份报告上。"));
    if (core::regionName(divisionCode()).isEmpty())
        return ask(m_code, core::tr("请填写六位县级区划代码，如 330421。"));
    DialogBox::accept();
}

} // namespace ui
