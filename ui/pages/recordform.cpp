// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordform.h"

#include "core/base/tr.h"
#include "core/record/format.h"
#include "ui/models/relatedmodel.h"
#include "ui/pages/childrows.h"
#include "ui/pages/recordfieldservices.h"
#include "ui/pages/verbmenu.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

RecordForm::RecordForm(Session &session, const core::RecordType &type, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_type(type)
    , m_questions(session.store)
{
    build();
    connect(&session.store, &core::Store::changed, this, &RecordForm::follow);
    showRecord({});
}

void RecordForm::build()
{
    auto *card = new Card({}, Card::Body::Flush);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(size::inset, size::inset, size::inset, 4);
    head->setSpacing(size::gap);
    m_title = new TextLabel(TextRole::Subject);
    m_title->setWordWrap(true);
    m_tagArea = new QWidget;
    m_tags = new FlowLayout(m_tagArea);
    head->addWidget(m_title);
    head->addWidget(m_tagArea);
    card->body()->addLayout(head);

    m_tabs = new QTabWidget;
    m_tabs->setObjectName(u"tabs"_s);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(buildFields());
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->widget()->setAutoFillBackground(false);
    m_tabs->addTab(m_scroll, core::tr("基本信息"));

    m_related = new RelatedModel(m_session.store, m_type, this);
    m_relatedTable = new DataTable;
    m_relatedTable->setObjectName(u"related"_s);
    m_relatedTable->setModel(m_related);
    m_relatedTable->horizontalHeader()->setStretchLastSection(true);
    connect(m_related, &RelatedModel::filled, this, &RecordForm::showRelated);
    connect(m_relatedTable, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        const core::RecordType *target = m_related->typeAt(index.row());
        if (const QString id = m_related->idAt(index.row()); !id.isEmpty())
            m_session.navigator.showRecord(*target, id);
        else
            m_session.navigator.showList(m_related->queryAt(index.row()), m_title->text());
    });
    m_tabs->addTab(m_relatedTable, core::tr("一社一档"));

    m_history = new DataTable;
    m_history->setObjectName(u"history"_s);
    m_history->setModel(new HistoryModel(this));
    m_history->horizontalHeader()->setStretchLastSection(true);
    m_tabs->addTab(m_history, core::tr("历史"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &RecordForm::showHistory);
    card->body()->addWidget(m_tabs, 1);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(size::inset, size::gap, size::inset, size::gutter);
    foot->setSpacing(size::gap);
    m_state = new TextLabel(TextRole::Hint);
    QPushButton *verbs = makeButton(core::tr("办理"), ButtonKind::Quiet, {}, "verbs");
    m_verbs = new VerbMenu(m_session, m_type, verbs);
    m_reason = makeButton(core::tr("说明理由"), ButtonKind::Quiet, {}, "keepReason");
    m_remove = makeButton(core::tr("删除"), ButtonKind::Quiet, Icon::Trash, "remove");
    m_revert = makeButton(core::tr("还原"), ButtonKind::Plain, {}, "revert");
    m_save = makeButton(core::tr("保存"), ButtonKind::Primary, {}, "save");
    m_save->setToolTip(core::tr("保存（Ctrl+S）；保存并新建（Ctrl+Enter）"));
    foot->addWidget(m_state, 1);
    for (QPushButton *button : {verbs, m_reason, m_remove, m_revert, m_save})
        foot->addWidget(button);
    card->body()->addLayout(foot);
    connect(m_save, &QPushButton::clicked, this, &RecordForm::save);
    connect(m_revert, &QPushButton::clicked, this, &RecordForm::revert);
    connect(m_remove, &QPushButton::clicked, this, &RecordForm::removeRecord);
    connect(m_reason, &QPushButton::clicked, this, &RecordForm::keepReason);
    auto *saveKey = new QShortcut(QKeySequence::Save, this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, &RecordForm::save);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *nextKey = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        nextKey->setContext(Qt::WidgetWithChildrenShortcut);
        connect(nextKey, &QShortcut::activated, this, [this] {
            if (save())
                Q_EMIT newWanted();
        });
    }
}

QWidget *RecordForm::buildFields()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(size::inset, size::gutter, size::inset, size::inset);
    column->setSpacing(size::gutter);
    QFormLayout *form = nullptr;
    QString section;
    m_editors.assign(m_type.fields.size(), nullptr);
    const FieldServices services = recordFieldServices(m_session, m_questions);
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        const core::Field &field = m_type.fields[i];
        const QString wanted = core::tr(field.traits.section);
        if (!form || wanted != section) {
            section = wanted;
            if (!section.isEmpty())
                column->addWidget(new TextLabel(TextRole::Label, section));
            form = new QFormLayout;
            form->setContentsMargins({});
            form->setHorizontalSpacing(size::gutter);
            form->setVerticalSpacing(size::gap);
            form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
            column->addLayout(form);
        }
        FieldEditor *editor = FieldEditor::create(field, services, body);
        editor->setReadOnly(field.traits.readOnly || m_session.store.isReadOnly());
        connect(editor, &FieldEditor::edited, this, [this, editor] {
            m_editedLast = editor;
            showChanges();
        });
        connect(editor, &FieldEditor::revealed, this, [this, &field] {
            if (!m_id.isEmpty())
                noteRevealed(m_session, m_type, field, m_values);
        });
        m_editors[i] = editor;
        form->addRow(fieldLabel(field, *editor), editor);
    }
    for (const core::RecordType *child : core::childTypesOf(m_type)) {
        auto *rows = new ChildRows(m_session, *child, m_questions, body);
        connect(rows, &ChildRows::edited, this, &RecordForm::showChanges);
        m_children.push_back(rows);
        column->addWidget(rows);
    }
    column->addStretch(1);
    return body;
}

core::Status RecordForm::read(const core::Store &store, const core::RecordType &type, const QString &id)
{
    CORE_ASSIGN(const QVariantList values, store.values(type, id));
    CORE_TRY(store.problems(type, id));
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const core::Field &field = type.fields[i];
        if (field.kind == core::Kind::Reference && field.target)
            (void)store.display(field.target(), values.at(qsizetype(i)).toString());
    }
    for (const core::RecordType *child : core::childTypesOf(type))
        CORE_TRY(ChildRows::read(store, *child, id));
    return core::ok();
}

void RecordForm::showRecord(const QString &id)
{
    m_id = id;
    m_isNew = false;
    m_editedLast = nullptr;
    QVariantList values;
    if (!id.isEmpty()) {
        const auto read = m_session.store.values(m_type, id);
        if (read)
            values = *read;
        else
            m_id.clear();
    }
    setEnabled(!m_id.isEmpty());
    if (values.isEmpty()) {
        const std::shared_ptr<void> blank = m_type.create();
        values = m_type.values(blank.get());
    }
    for (ChildRows *rows : m_children)
        rows->showRowsOf(m_id);
    load(values);
    m_related->showRecord(m_id, m_relatedTable->isVisible() ? StoreQuestions::Wait::Briefly
                                                            : StoreQuestions::Wait::No);
    showHistory();
}

void RecordForm::showRelated()
{
    m_relatedTable->fitColumns(200);
    m_tabs->setTabVisible(1, m_related->rowCount() > 0);
}

void RecordForm::startNew(const QVariantMap &suggested)
{
    const std::shared_ptr<void> blank = m_type.create();
    QVariantList values = m_type.values(blank.get());
    for (auto it = suggested.begin(); it != suggested.end(); ++it) {
        const int index = m_type.indexOf(it.key());
        if (index > 0 && !m_type.fields[size_t(index)].traits.readOnly)
            values[index] = it.value();
    }
    m_id.clear();
    m_isNew = true;
    setEnabled(true);
    m_related->showRecord({}, StoreQuestions::Wait::No);
    m_tabs->setCurrentIndex(0);
    for (ChildRows *rows : m_children)
        rows->showRowsOf({});
    load(values);
    focusFirst();
}

void RecordForm::load(const QVariantList &values)
{
    m_values = values;
    for (size_t i = 1; i < m_editors.size(); ++i) {
        m_editors[i]->setValue(values.at(qsizetype(i)));
        m_editors[i]->setProblems({});
    }
    const QString name = m_isNew ? QString() : m_session.store.display(m_type, values);
    if (m_isNew)
        m_title->setText(core::tr("新建%1").arg(core::tr(m_type.title)));
    else
        m_title->setText(name.isEmpty() ? core::tr(m_type.title) : name);
    showTags();
    showProblems();
    showChanges();
    Q_EMIT loaded();
}

void RecordForm::showTags()
{
    while (QLayoutItem *item = m_tags->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_id.isEmpty()) {
        m_tagArea->hide();
        return;
    }
    int shown = 0;
    for (size_t i = 1; i < m_type.fields.size() && shown < 4; ++i) {
        const core::Field &field = m_type.fields[i];
        if (field.kind != core::Kind::Choice && field.kind != core::Kind::MultiChoice)
            continue;
        if (core::isCovered(field, core::Audience::Screen))
            continue; // a tag of stars says nothing
        const QVariant &value = m_values.at(qsizetype(i));
        const QString text = core::displayValue(field, value);
        if (text.isEmpty())
            continue;
        m_tags->addWidget(new Tag(text, Tone::Neutral));
        ++shown;
    }
    if (m_session.store.isRemoved(m_type, m_id))
        m_tags->addWidget(new Tag(core::tr("在回收站"), Tone::Late));
    m_tagArea->setVisible(m_tags->count() > 0);
}

void RecordForm::showProblems()
{
    m_reason->setVisible(false);
    if (m_id.isEmpty())
        return;
    const auto kept = m_session.store.problems(m_type, m_id);
    if (!kept)
        return;
    std::vector<core::Problem> problems;
    bool unexplained = false;
    for (const core::KeptProblem &problem : *kept) {
        const core::Field *field = m_type.field(problem.field);
        const QString text = problem.reason.isEmpty()
                                 ? problem.text
                                 : core::tr("%1（已说明：%2）").arg(problem.text, problem.reason);
        problems.push_back({field ? field->key : nullptr, text, core::Problem::Severity::Warn});
        unexplained = unexplained || problem.reason.isEmpty();
    }
    for (size_t i = 1; i < m_editors.size(); ++i)
        m_editors[i]->setProblems(problems);
    m_reason->setVisible(unexplained && !m_session.store.isReadOnly());
}

QVariantList RecordForm::entered() const
{
    QVariantList values = m_values;
    for (size_t i = 1; i < m_editors.size(); ++i) {
        const core::Field &field = m_type.fields[i];
        if (field.traits.readOnly)
            continue;
        values[qsizetype(i)] = m_editors[i]->entered();
    }
    return values;
}

bool RecordForm::hasChanges() const
{
    if (m_isSaving || (m_id.isEmpty() && !m_isNew))
        return false;
    const QVariantList now = entered();
    for (size_t i = 1; i < m_editors.size(); ++i) {
        if (!m_editors[i]->inputProblem().isEmpty() ||
            !isSameEntry(now.at(qsizetype(i)), m_values.at(qsizetype(i))))
            return true;
    }
    return std::any_of(m_children.begin(), m_children.end(),
                       [](const ChildRows *rows) { return rows->changes() > 0; });
}

void RecordForm::showChanges()
{
    int changed = 0;
    if (!m_id.isEmpty() || m_isNew) {
        const QVariantList now = entered();
        for (size_t i = 1; i < m_editors.size(); ++i) {
            if (!isSameEntry(now.at(qsizetype(i)), m_values.at(qsizetype(i))))
                ++changed;
        }
        for (const ChildRows *rows : m_children)
            changed += rows->changes();
    }
    const bool writable = !m_session.store.isReadOnly();
    m_state->setText(changed > 0 ? core::tr("已修改 %1 项").arg(changed) : m_session.store.readOnlyReason());
    m_revert->setEnabled(m_isNew || changed > 0);
    m_revert->setText(m_isNew ? core::tr("放弃") : core::tr("还原"));
    m_save->setEnabled(writable && (m_isNew || changed > 0));
    showVerbs(changed > 0);
    m_remove->setVisible(writable && !m_isNew && !m_id.isEmpty());
    m_remove->setText(!m_id.isEmpty() && m_session.store.isRemoved(m_type, m_id) ? core::tr("从回收站还原")
                                                                                 : core::tr("删除"));
}

void RecordForm::follow(const core::ChangeSet &changes)
{
    if (m_id.isEmpty() || m_isSaving)
        return;
    const core::ChangeSet::Touched *own = changes.of(m_type);
    const bool isTouched = (own && (own->many || own->ids.contains(m_id))) ||
                           std::any_of(m_children.begin(), m_children.end(), [&](const ChildRows *rows) {
                               return changes.of(rows->type()) != nullptr;
                           });
    if (isTouched && !hasChanges()) {
        const QString id = m_id;
        showRecord(m_session.store.values(m_type, id) ? id : QString());
        if (m_id.isEmpty())
            Q_EMIT closed(id);
        return;
    }
    m_related->showRecord(m_id, StoreQuestions::Wait::No);
}

void RecordForm::showHistory()
{
    if (m_tabs->currentIndex() != 2)
        return;
    static_cast<HistoryModel *>(m_history->model())->showRecord(m_session.store, m_type, m_id);
    m_history->fitColumns(220);
}

void RecordForm::focusFirst()
{
    m_tabs->setCurrentIndex(0);
    if (m_editors.size() > 1)
        m_editors[1]->setFocus();
}

} // namespace ui
