// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/yearendpaper.h"

#include "core/base/tr.h"
#include "ui/pages/reportlistmodel.h"
#include "ui/papers/paperoptions.h"
#include "ui/print/reportsource.h"
#include "ui/style/theme.h"
#include "ui/widgets/datatable.h"

#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

YearEndPaper::YearEndPaper(Session &session)
    : Paper(session)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(size::gap);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(size::inset - 1, 0, size::inset - 1, 0);
    grid->setVerticalSpacing(6);
    m_kindFilter = makeChoice("kindFilter", core::tr("类型"));
    m_townFilter = makeChoice("townFilter", core::tr("镇街"));
    m_bandFilter = makeChoice("bandFilter", core::tr("等次"));
    m_warningFilter = makeChoice("warningFilter", core::tr("预警"));
    m_division = makeChoice("division", core::tr("PDF 文件"));
    m_warningFilter->addItem(core::tr("全部"), -1);
    m_warningFilter->addItem(core::tr("预警"), int(core::WarningLevel::Warning));
    m_warningFilter->addItem(core::tr("关注"), int(core::WarningLevel::Watch));
    m_division->addItem(core::tr("每家一个文件"), int(FileDivision::PerOrganization));
    m_division->addItem(core::tr("每个镇街一个文件"), int(FileDivision::PerTown));
    m_division->addItem(core::tr("合成一个文件"), int(FileDivision::OneFile));
    addOption(*grid, 0, core::tr("类型"), m_kindFilter);
    addOption(*grid, 1, core::tr("镇街"), m_townFilter);
    addOption(*grid, 2, core::tr("等次"), m_bandFilter);
    addOption(*grid, 3, core::tr("预警"), m_warningFilter);
    addOption(*grid, 4, core::tr("PDF"), m_division);
    column->addLayout(grid);
    m_count = new TextLabel(TextRole::Label);
    m_count->setObjectName(u"count"_s);
    m_count->setContentsMargins(size::inset - 1, 0, size::inset - 1, 0);
    column->addWidget(m_count);
    m_model = new ReportListModel(this);
    m_list = new DataTable;
    m_list->setObjectName(u"organizations"_s);
    m_list->setAccessibleName(core::tr("社会组织"));
    m_list->setModel(m_model);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->horizontalHeader()->setStretchLastSection(false);
    m_list->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->setColumnWidth(1, 68);
    column->addWidget(m_list, 1);
    for (QComboBox *filter : {m_kindFilter, m_townFilter, m_bandFilter, m_warningFilter})
        connect(filter, &QComboBox::activated, this, &YearEndPaper::narrow);
    connect(m_list, &DataTable::rowChanged, this, &Paper::changed);
}

void YearEndPaper::yearChanged()
{
    if (year())
        fillChoices();
    findOnly();
    narrow();
}

void YearEndPaper::fillChoices()
{
    const auto fill = [](QComboBox *combo, const QList<std::pair<QString, QVariant>> &choices) {
        const QVariant before = combo->currentData();
        combo->clear();
        combo->addItem(core::tr("全部"), QVariant());
        for (const auto &[text, value] : choices)
            combo->addItem(text, value);
        combo->setCurrentIndex(std::max(0, combo->findData(before)));
    };
    QList<std::pair<QString, QVariant>> kinds;
    for (const core::OrganizationKind kind : core::allOf<core::OrganizationKind>())
        kinds.append({core::kindName(kind), int(kind)});
    fill(m_kindFilter, kinds);
    QList<std::pair<QString, QVariant>> towns;
    for (const QString &town : year()->towns)
        towns.append({town, town});
    fill(m_townFilter, towns);
    QList<std::pair<QString, QVariant>> bands;
    const std::vector<core::Band> &all = year()->data.outcome().plan.scheme->bands;
    for (size_t i = 0; i < all.size(); ++i)
        bands.append({all[i].name, int(i)});
    fill(m_bandFilter, bands);
}

void YearEndPaper::setOnly(const std::optional<QStringList> &only)
{
    m_only = only;
    findOnly();
    narrow();
}

void YearEndPaper::findOnly()
{
    m_among = year() && m_only ? year()->among(*m_only) : std::vector<bool>();
}

void YearEndPaper::narrow()
{
    std::vector<qsizetype> rows;
    const QVariant kind = m_kindFilter->currentData();
    const int town = m_townFilter->currentIndex() - 1; // the first choice is all of them
    const QVariant band = m_bandFilter->currentData();
    const int warning = m_warningFilter->currentData().toInt();
    static const std::vector<PaperYear::Printed> none;
    const std::vector<PaperYear::Printed> &order = year() ? year()->order : none;
    rows.reserve(order.size());
    for (const PaperYear::Printed &one : order) {
        if ((!kind.isValid() || int(one.kind) == kind.toInt()) && (town < 0 || one.town == town) &&
            (!band.isValid() || one.band == band.toInt()) && (warning < 0 || int(one.warning) == warning) &&
            (!m_only || m_among[size_t(one.at)]))
            rows.push_back(one.at);
    }
    m_count->setText(core::tr("共 %1 份报告").arg(QLocale().toString(qint64(rows.size()))));
    // The model keeps the whole year alive as long as it shows a part of it.
    m_model->setRows(year() ? std::shared_ptr<const core::YearEndData>(year(), &year()->data) : nullptr,
                     std::move(rows));
    if (m_model->rowCount() > 0)
        m_list->selectRow(0);
    Q_EMIT changed();
}

qsizetype YearEndPaper::count() const
{
    return m_model->rowCount();
}

qsizetype YearEndPaper::current() const
{
    return std::max(0, m_list->currentIndex().row());
}

void YearEndPaper::setCurrent(qsizetype at)
{
    m_list->selectRow(int(at));
}

QString YearEndPaper::whyNone() const
{
    return core::tr("没有符合条件的社会组织，请放宽左边的条件");
}

Paper::Source YearEndPaper::source() const
{
    return [year = year(), rows = m_model->rows(), today = session().today()](qsizetype at) {
        return core::yearEndReport(year->data.report(rows[size_t(at)], {}, today));
    };
}

PrintSource YearEndPaper::printSource() const
{
    return reportSource(std::shared_ptr<const core::YearEndData>(year(), &year()->data), m_model->rows(), {},
                        session().today());
}

FileDivision YearEndPaper::division() const
{
    return FileDivision(m_division->currentData().toInt());
}

QString YearEndPaper::baseName() const
{
    const QString name = core::tr("%1年度积分评价报告").arg(yearNumber());
    const QString whose = whoseReports();
    return whose.isEmpty() ? name : core::tr("%1（%2）").arg(name, whose);
}

QString YearEndPaper::whoseReports() const
{
    if (m_model->rowCount() == 1)
        return m_model->index(0, 0).data().toString();
    QStringList parts;
    for (const QComboBox *filter : {m_townFilter, m_kindFilter, m_bandFilter, m_warningFilter}) {
        if (filter->currentIndex() > 0)
            parts.append(filter->currentText());
    }
    if (m_only)
        parts.append(core::tr("%1 家").arg(count()));
    return parts.join(u'、');
}

void YearEndPaper::focusFirst()
{
    m_list->setFocus();
}

} // namespace ui
