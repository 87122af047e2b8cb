// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordlistmodel.h"

#include "core/base/tr.h"
#include "core/record/recordname.h"
#include "core/store/coveredquestion.h"
#include "core/store/filtertext.h"
#include "ui/widgets/celldelegate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isReference(const core::Field &field)
{
    return field.kind == core::Kind::Reference && field.target;
}

/// By name where names are looked for, else the latest first.
core::SortKey ownOrder(const core::RecordType &type)
{
    const core::Field &display = type.displayField();
    if (type.traits.date && !display.traits.pinyin)
        return {QString::fromLatin1(type.traits.date), true};
    return {QString::fromLatin1(display.key), false};
}

/// The id and one value a column, of a row in which the names are still in parts.
QVariantList withNames(const QVariantList &row, const std::vector<std::optional<core::RecordName>> &names,
                       core::Audience audience)
{
    QVariantList values{row.value(0)};
    qsizetype at = 1;
    for (const std::optional<core::RecordName> &name : names) {
        if (name) {
            values.append(name->text(row, at, audience));
            at += qsizetype(name->paths().size());
        } else {
            values.append(row.at(at++));
        }
    }
    return values;
}

} // namespace

RecordListModel::RecordListModel(core::Store &store, const core::RecordType &type, QObject *parent)
    : QAbstractTableModel(parent)
    , m_type(type)
    , m_questions(store)
{
    m_sort = {ownOrder(type)};
    connect(&store, &core::Store::changed, this, &RecordListModel::follow);
    connect(&m_rows, &RowWindows::failed, this, &RecordListModel::failed);
    connect(&m_rows, &RowWindows::filled, this, [this](int first, int last) {
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
        Q_EMIT filled();
    });
}

void RecordListModel::setColumns(std::vector<int> fields, std::vector<ExtraColumn> extras)
{
    beginResetModel();
    m_fields = std::move(fields);
    m_extras = std::move(extras);
    m_filters.clear();
    m_rows.setFetch(fetch());
    endResetModel();
    ask();
}

int RecordListModel::fieldOf(int column) const
{
    return column >= 0 && column < int(m_fields.size()) ? m_fields[size_t(column)] : -1;
}

const ExtraColumn *RecordListModel::extraOf(int column) const
{
    const int at = column - int(m_fields.size());
    return at >= 0 && at < int(m_extras.size()) ? &m_extras[size_t(at)] : nullptr;
}

void RecordListModel::setScope(const core::Condition &scope, std::optional<core::DateWindow> window,
                               std::optional<int> year)
{
    m_scope = scope;
    m_window = std::move(window);
    m_year = year;
    ask();
}

core::Result<core::Condition> RecordListModel::conditionFor(int column, const QString &text) const
{
    std::optional<core::Condition> condition;
    if (const ExtraColumn *extra = extraOf(column)) {
        condition = extra->condition(text);
    } else {
        const core::Field &field = m_type.fields[size_t(fieldOf(column))];
        condition = core::conditionFromText(field, QString::fromLatin1(field.key), text, m_audience);
    }
    if (!condition) {
        return core::Error{core::Error::Code::InvalidInput,
                           core::tr("这一列可以写：70、<70、>=5、5-10、2025-03 或“无”。"),
                           {}};
    }
    core::Query asked;
    asked.type = QString::fromLatin1(m_type.key);
    asked.where = *condition;
    CORE_TRY(core::checkNothingCovered(asked, m_audience));
    return *std::move(condition);
}

core::Status RecordListModel::setFilter(int column, const QString &text)
{
    if (!text.trimmed().isEmpty()) {
        CORE_ASSIGN(core::Condition condition, conditionFor(column, text));
        m_filters.insert(column, {text, std::move(condition)});
    } else if (!m_filters.remove(column)) {
        return core::ok();
    }
    ask();
    return core::ok();
}

void RecordListModel::setAudience(core::Audience audience)
{
    if (audience == m_audience)
        return;
    m_audience = audience;
    for (const int column : m_filters.keys()) {
        const QString text = m_filters.value(column).first;
        if (auto condition = conditionFor(column, text))
            m_filters.insert(column, {text, *std::move(condition)});
        else
            m_filters.remove(column);
    }
    m_rows.setFetch(fetch());
    ask();
}

bool RecordListModel::coversColumn(int column, core::Audience audience) const
{
    if (fieldOf(column) < 0)
        return false;
    const core::Field &field = m_type.fields[size_t(fieldOf(column))];
    if (!isReference(field))
        return core::isCovered(field, audience);
    const core::RecordName name(field.target());
    return std::any_of(name.fields().begin(), name.fields().end(),
                       [&](const core::Field *part) { return core::isCovered(*part, audience); });
}

bool RecordListModel::hasPersonalColumns() const
{
    for (int column = 0; column < int(m_fields.size()); ++column) {
        if (coversColumn(column, core::Audience::Screen))
            return true;
    }
    return false;
}

QStringList RecordListModel::coveredFilters() const
{
    QStringList headings;
    for (const int column : m_filters.keys()) {
        if (isCoveredColumn(column))
            headings.append(core::tr(m_type.fields[size_t(fieldOf(column))].label));
    }
    return headings;
}

void RecordListModel::clearFilters()
{
    m_filters.clear();
    m_scope = {};
    m_window.reset();
    ask();
}

core::Query RecordListModel::query() const
{
    core::Query query;
    query.type = QString::fromLatin1(m_type.key);
    std::vector<core::Condition> parts;
    if (!m_scope.isTrivial())
        parts.push_back(m_scope);
    for (const auto &filter : m_filters)
        parts.push_back(filter.second);
    query.where = core::Condition::all(std::move(parts));
    query.window = m_window;
    query.year = m_year;
    query.sort = m_sort;
    return query;
}

void RecordListModel::ask()
{
    m_isNew = true;
    // The first answer is not waited for: opening a page has enough to do.
    count({0}, m_total < 0 ? StoreQuestions::Wait::No : StoreQuestions::Wait::Briefly);
}

void RecordListModel::askAgain()
{
    if (m_hasFailed)
        ask();
}

void RecordListModel::count(std::vector<int> numbers, StoreQuestions::Wait wait)
{
    m_questions.ask<Counts>(
        Counting,
        [wanted = query(), fetch = fetch(), numbers = std::move(numbers),
         latest = m_latest](const core::Store &store) -> core::Result<Counts> {
            Counts counts;
            CORE_ASSIGN(std::vector<qint64> order, store.order(wanted));
            counts.order = std::make_shared<const std::vector<qint64>>(std::move(order));
            CORE_ASSIGN(counts.total, store.count({.type = wanted.type}));
            CORE_ASSIGN(counts.windows, RowWindows::read(store, fetch, counts.order, numbers));
            *latest = counts.order;
            return counts;
        },
        [this](core::Result<Counts> counts) {
            m_hasFailed = !counts;
            if (!counts)
                Q_EMIT failed(counts.error());
            else if (m_isNew)
                show(*std::move(counts));
            else
                patch(*std::move(counts));
        },
        wait);
}

void RecordListModel::show(Counts counts)
{
    beginResetModel();
    m_isNew = false;
    m_total = counts.total;
    m_rows.set(std::move(counts.order), fetch(), std::move(counts.windows));
    endResetModel();
    Q_EMIT counted();
}

// Rows come and go at the end, so that the selection and the scrolled place stay.
void RecordListModel::patch(Counts counts)
{
    m_total = counts.total;
    const int before = m_rows.count();
    const int now = int(counts.order->size());
    if (now > before)
        beginInsertRows({}, before, now - 1);
    else if (now < before)
        beginRemoveRows({}, now, before - 1);
    m_rows.set(std::move(counts.order), fetch(), std::move(counts.windows));
    if (now > before)
        endInsertRows();
    else if (now < before)
        endRemoveRows();
    if (now > 0)
        Q_EMIT dataChanged(index(0, 0), index(now - 1, columnCount() - 1));
    Q_EMIT counted();
}

RowWindows::Fetch RecordListModel::fetch() const
{
    core::Query asked;
    asked.type = QString::fromLatin1(m_type.key);
    asked.columns = {u"id"_s};
    // A reference is told by the name of what it refers to: its parts stand beside each other in the answer.
    std::vector<std::optional<core::RecordName>> names;
    for (const int index : m_fields) {
        const core::Field &field = m_type.fields[size_t(index)];
        const QString path = QString::fromLatin1(field.key);
        std::optional<core::RecordName> &name = names.emplace_back();
        if (isReference(field)) {
            name.emplace(field.target(), path + u'.');
            asked.columns.insert(asked.columns.end(), name->paths().begin(), name->paths().end());
        } else {
            asked.columns.push_back(path);
        }
    }
    return [asked, names, extras = m_extras, audience = m_audience](
               const core::Store &store, std::span<const qint64> numbers) -> core::Result<RowWindows::Rows> {
        CORE_ASSIGN(core::Rows answer, store.rowsOf(asked, numbers));
        for (QVariantList &row : answer.rows)
            row = withNames(row, names, audience);
        QStringList ids;
        for (const QVariantList &values : answer.rows)
            ids.append(values.first().toString());
        // Behind the fields: text and tone of each extra column.
        for (const ExtraColumn &extra : extras) {
            const QHash<QString, ExtraColumn::Value> byId = extra.fetch(store, ids);
            for (size_t i = 0; i < answer.rows.size(); ++i) {
                const ExtraColumn::Value value = byId.value(ids.at(qsizetype(i)));
                answer.rows[i].append(value.shown);
                answer.rows[i].append(int(value.tone));
            }
        }
        return std::move(answer.rows);
    };
}

QString RecordListModel::idAt(int row) const
{
    const QVariantList *values = m_rows.row(row);
    return values ? values->first().toString() : QString();
}

void RecordListModel::find(const QString &id, std::function<void(int row)> done)
{
    if (!m_questions.isAsking(Counting)) {
        if (const int row = m_rows.find(0, id); row >= 0) {
            m_questions.giveUp(Finding);
            return done(row);
        }
    }
    m_questions.ask<int>(
        Finding,
        [type = &m_type, id, latest = m_latest](const core::Store &store) -> core::Result<int> {
            CORE_ASSIGN(const qint64 number, store.numberOf(*type, id));
            const RowWindows::Order &order = *latest;
            if (!order)
                return -1;
            const auto found = std::find(order->begin(), order->end(), number);
            return found == order->end() ? -1 : int(found - order->begin());
        },
        [done = std::move(done)](const core::Result<int> &row) { done(row ? *row : -1); },
        StoreQuestions::Wait::Briefly);
}

int RecordListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.count();
}

int RecordListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size() + m_extras.size());
}

QVariant RecordListModel::data(const QModelIndex &index, int role) const
{
    const QVariantList *row = index.isValid() ? m_rows.row(index.row()) : nullptr;
    if (!row)
        return {};
    const QVariantList &values = *row;
    if (const ExtraColumn *extra = extraOf(index.column())) {
        const qsizetype at =
            1 + qsizetype(m_fields.size()) + 2 * (index.column() - qsizetype(m_fields.size()));
        const ExtraColumn::Value value{values.value(at), Tone(values.value(at + 1).toInt())};
        if (role == Qt::DisplayRole)
            return value.shown;
        if (role == Qt::TextAlignmentRole && extra->number)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role == LookRole && extra->tagged && value.shown.isValid())
            return int(CellLook::Tagged);
        if (role == ToneRole && value.tone != Tone::Neutral)
            return int(value.tone);
        return {};
    }
    const core::Field &field = m_type.fields[size_t(m_fields[size_t(index.column())])];
    const auto shown = [&] {
        const QVariant &value = values.at(index.column() + 1);
        return isReference(field) ? value.toString() : core::maskedValue(field, value, m_audience);
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QString text = shown();
        return text.isEmpty() && role == Qt::DisplayRole ? u"—"_s : text;
    }
    case CopyRole: return shown();
    case Qt::TextAlignmentRole:
        if (field.kind == core::Kind::Integer || field.kind == core::Kind::Decimal ||
            field.kind == core::Kind::Money)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case LookRole:
        if (index.column() == 0)
            return {};
        return isReference(field) || values.at(index.column() + 1).toString().isEmpty()
                   ? QVariant(int(CellLook::Secondary))
                   : QVariant();
    default: return {};
    }
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (const ExtraColumn *extra = extraOf(section)) {
        if (role == Qt::DisplayRole)
            return extra->heading;
        if (role == Qt::TextAlignmentRole && extra->number)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return role == UnsortedRole ? QVariant(true) : QVariant(); // the store does not have what it shows
    }
    const int index = fieldOf(section);
    if (index < 0)
        return {};
    const core::Field &field = m_type.fields[size_t(index)];
    if (role == Qt::DisplayRole) {
        const QString unit = core::tr(field.traits.unit);
        return unit.isEmpty() ? core::tr(field.label) : core::tr("%1（%2）").arg(core::tr(field.label), unit);
    }
    if (role == Qt::TextAlignmentRole &&
        (field.kind == core::Kind::Integer || field.kind == core::Kind::Decimal ||
         field.kind == core::Kind::Money))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

void RecordListModel::sort(int column, Qt::SortOrder order)
{
    const int index = fieldOf(column);
    m_sort = {index < 0 ? ownOrder(m_type)
                        : core::SortKey{QString::fromLatin1(m_type.fields[size_t(index)].key),
                                        order == Qt::DescendingOrder}};
    ask();
}

void RecordListModel::follow(const core::ChangeSet &changes)
{
    const core::ChangeSet::Touched *own = changes.of(m_type);
    const bool referred = std::any_of(m_fields.begin(), m_fields.end(), [&](int index) {
        const core::Field &field = m_type.fields[size_t(index)];
        return isReference(field) && changes.of(field.target());
    });
    if (!own && !referred && m_extras.empty())
        return;
    // What is looked at is asked again together with the number of rows: nothing flickers in between.
    count(m_rows.seen(), StoreQuestions::Wait::No);
}

} // namespace ui
