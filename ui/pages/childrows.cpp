// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/childrows.h"

#include "core/base/tr.h"
#include "ui/fields/fieldeditor.h"
#include "ui/pages/recordfieldservices.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractTableModel>
#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int tableHeight = 150;

} // namespace

/// The lines of a ChildRows, one column a listed field.
class ChildRowsModel : public QAbstractTableModel
{
public:
    explicit ChildRowsModel(ChildRows &rows)
        : QAbstractTableModel(&rows)
        , m_rows(rows)
    {
        for (size_t i = 1; i < rows.m_type.fields.size(); ++i) {
            if (rows.m_type.fields[i].traits.listed && int(i) != rows.m_parentField)
                m_fields.push_back(i);
        }
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.m_lines.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_fields.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || role != Qt::DisplayRole)
            return {};
        const size_t at = m_fields[size_t(index.column())];
        const core::Field &field = m_rows.m_type.fields[at];
        const QVariant &value = m_rows.m_lines[size_t(index.row())].values.at(qsizetype(at));
        if (field.kind == core::Kind::Reference && field.target)
            return m_rows.m_session.store.display(field.target(), value.toString());
        return core::maskedValue(field, value, core::Audience::Screen);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        const core::Field &field = m_rows.m_type.fields[m_fields[size_t(section)]];
        const QString unit = core::tr(field.traits.unit);
        return unit.isEmpty() ? core::tr(field.label) : core::tr("%1（%2）").arg(core::tr(field.label), unit);
    }

    /// Runs \a change, which puts other lines in place of what was there.
    template<typename Change>
    void reset(const Change &change)
    {
        beginResetModel();
        change();
        endResetModel();
    }
    void told(int row) { Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1)); }

private:
    ChildRows &m_rows;
    std::vector<size_t> m_fields;
};

ChildRows::ChildRows(Session &session, const core::RecordType &type, StoreQuestions &questions,
                     QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_type(type)
    , m_parentField(type.indexOf(QAnyStringView(type.traits.parent)))
    , m_model(new ChildRowsModel(*this))
{
    setObjectName(QString::fromLatin1(type.key));
    build(questions);
    showFields();
}

void ChildRows::build(StoreQuestions &questions)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(size::gap);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(TextRole::Label, core::tr(m_type.title)));
    head->addStretch(1);
    m_add = makeButton(core::tr("添加"), ButtonKind::Quiet, {}, "addRow");
    m_remove = makeButton(core::tr("移除"), ButtonKind::Quiet, {}, "removeRow");
    head->addWidget(m_add);
    head->addWidget(m_remove);
    all->addLayout(head);
    m_table = new DataTable;
    m_table->setObjectName(u"rows"_s);
    m_table->setAccessibleName(core::tr(m_type.title));
    m_table->setModel(m_model);
    m_table->setFixedHeight(tableHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    all->addWidget(m_table);

    m_fields = new QWidget;
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins({});
    form->setHorizontalSpacing(size::gutter);
    form->setVerticalSpacing(size::gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_editors.assign(m_type.fields.size(), nullptr);
    const FieldServices services = recordFieldServices(m_session, questions);
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        if (int(i) == m_parentField)
            continue;
        const core::Field &field = m_type.fields[i];
        FieldEditor *editor = FieldEditor::create(field, services, m_fields);
        editor->setReadOnly(field.traits.readOnly || m_session.store.isReadOnly());
        connect(editor, &FieldEditor::edited, this, [this, i] { takeEdit(i); });
        connect(editor, &FieldEditor::revealed, this,
                [this, &field] { noteRevealed(m_session, m_type, field, m_lines[size_t(m_shown)].values); });
        m_editors[i] = editor;
        form->addRow(fieldLabel(field, *editor), editor);
    }
    all->addWidget(m_fields);
    connect(m_add, &QPushButton::clicked, this, &ChildRows::addRow);
    connect(m_remove, &QPushButton::clicked, this, &ChildRows::removeRow);
    connect(m_table, &DataTable::rowChanged, this, &ChildRows::goTo);
}

core::Result<std::vector<QVariantList>> ChildRows::read(const core::Store &store,
                                                        const core::RecordType &type, const QString &record)
{
    core::Query query;
    query.type = QString::fromLatin1(type.key);
    query.where = core::Condition::is(QString::fromLatin1(type.traits.parent), record);
    std::vector<QVariantList> rows;
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        rows.push_back(row);
        return true;
    }));
    return rows;
}

void ChildRows::showRowsOf(const QString &record)
{
    m_record = record;
    std::vector<Line> lines;
    if (!record.isEmpty()) {
        auto rows = read(m_session.store, m_type, record);
        if (!rows)
            return m_session.prompt.error(rows.error());
        for (const QVariantList &row : *rows)
            lines.push_back({row, row});
    }
    show(std::move(lines));
}

void ChildRows::revert()
{
    showRowsOf(QString(m_record));
}

void ChildRows::show(std::vector<Line> lines)
{
    m_shown = -1;
    m_model->reset([&] {
        m_lines = std::move(lines);
        m_removed.clear();
    });
    m_table->fitColumns();
    if (!m_lines.empty())
        m_table->setCurrentIndex(m_model->index(0, 0));
    showFields();
}

int ChildRows::current() const
{
    return m_table->currentIndex().row();
}

bool ChildRows::isChanged(const Line &line) const
{
    if (line.stored.isEmpty())
        return true;
    for (qsizetype i = 1; i < line.values.size(); ++i) {
        if (!isSameEntry(line.values.at(i), line.stored.at(i)))
            return true;
    }
    return false;
}

int ChildRows::changes() const
{
    const auto changed =
        std::count_if(m_lines.begin(), m_lines.end(), [this](const Line &line) { return isChanged(line); });
    return int(changed + m_removed.size()) + (unreadable() ? 1 : 0);
}

FieldEditor *ChildRows::unreadable() const
{
    const auto found = std::find_if(m_editors.begin(), m_editors.end(), [this](const FieldEditor *editor) {
        return m_shown >= 0 && editor && !editor->inputProblem().isEmpty();
    });
    return found == m_editors.end() ? nullptr : *found;
}

void ChildRows::addRow()
{
    if (FieldEditor *editor = unreadable())
        return editor->setFocus();
    const std::shared_ptr<void> blank = m_type.create();
    const int row = int(m_lines.size());
    m_model->reset([&] { m_lines.push_back({m_type.values(blank.get()), {}}); });
    m_shown = -1;
    m_table->setCurrentIndex(m_model->index(row, 0));
    showFields();
    const auto first =
        std::find_if(m_editors.begin(), m_editors.end(), [](const FieldEditor *editor) { return editor; });
    if (first != m_editors.end())
        (*first)->setFocus();
    Q_EMIT edited();
}

void ChildRows::removeRow()
{
    const int row = current();
    if (row < 0)
        return;
    m_shown = -1;
    m_model->reset([&] {
        const Line &line = m_lines[size_t(row)];
        if (!line.stored.isEmpty())
            m_removed.append(line.stored.first().toString());
        m_lines.erase(m_lines.begin() + row);
    });
    if (!m_lines.empty())
        m_table->setCurrentIndex(m_model->index(std::min(row, int(m_lines.size()) - 1), 0));
    showFields();
    Q_EMIT edited();
}

void ChildRows::goTo(const QModelIndex &index)
{
    if (index.row() == m_shown)
        return;
    // What cannot be read as a value yet would be lost with its row.
    if (FieldEditor *editor = unreadable()) {
        m_table->setCurrentIndex(m_model->index(m_shown, 0));
        return editor->setFocus();
    }
    showFields();
}

void ChildRows::showFields()
{
    const bool writable = !m_session.store.isReadOnly();
    m_shown = current();
    const bool any = m_shown >= 0 && m_shown < int(m_lines.size());
    m_add->setVisible(writable);
    m_remove->setVisible(writable);
    m_remove->setEnabled(any);
    m_table->setVisible(!m_lines.empty());
    m_fields->setVisible(any);
    if (!any)
        return;
    const QVariantList &values = m_lines[size_t(m_shown)].values;
    for (size_t i = 1; i < m_editors.size(); ++i) {
        if (m_editors[i])
            m_editors[i]->setValue(values.at(qsizetype(i)));
    }
}

void ChildRows::takeEdit(size_t field)
{
    if (m_shown < 0)
        return;
    m_lines[size_t(m_shown)].values[qsizetype(field)] = m_editors[field]->entered();
    m_model->told(m_shown);
    Q_EMIT edited();
}

bool ChildRows::check(const QString &record)
{
    if (FieldEditor *editor = unreadable()) {
        editor->setFocus();
        return false;
    }
    for (size_t row = 0; row < m_lines.size(); ++row) {
        QVariantList &values = m_lines[row].values;
        if (values.first().toString().isEmpty())
            values[0] = core::newUuid();
        values[m_parentField] = record;
        const std::vector<core::Problem> problems = m_type.problems(values);
        const bool blocks = std::any_of(problems.begin(), problems.end(), [](const core::Problem &problem) {
            return problem.severity == core::Problem::Severity::Block;
        });
        if (!blocks)
            continue;
        m_table->setCurrentIndex(m_model->index(int(row), 0));
        FieldEditor *first = nullptr;
        for (FieldEditor *editor : m_editors) {
            if (!editor)
                continue;
            editor->setProblems(problems);
            const bool isWrong =
                std::any_of(problems.begin(), problems.end(), [&](const core::Problem &problem) {
                    return qstrcmp(problem.field, editor->field().key) == 0;
                });
            if (isWrong && !first)
                first = editor;
        }
        if (first)
            first->setFocus();
        return false;
    }
    return true;
}

core::Status ChildRows::write(core::Change &change) const
{
    for (const QString &id : m_removed)
        CORE_TRY(change.remove(m_type, id));
    for (const Line &line : m_lines) {
        if (!isChanged(line))
            continue;
        CORE_TRY(line.stored.isEmpty() ? change.insert(m_type, line.values)
                                       : change.update(m_type, line.values));
    }
    return core::ok();
}

} // namespace ui
