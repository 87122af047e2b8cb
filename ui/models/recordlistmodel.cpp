// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordlistmodel.h"

#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/store/filtertext.h"
#include "ui/widgets/celldelegate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

RecordListModel::RecordListModel(core::Store &store, const core::RecordType &type, QObject *parent)
    : QAbstractTableModel(parent)
    , m_type(type)
    , m_reader(store)
{
    const core::Field &display = type.displayField();
    m_sort.push_back({QString::fromLatin1(type.traits.date ? type.traits.date : display.key),
                      type.traits.date != nullptr});
    if (display.traits.pinyin)
        m_sort = {{QString::fromLatin1(display.key), false}};
    connect(&store, &core::Store::changed, this, &RecordListModel::follow);
}

void RecordListModel::setColumns(std::vector<int> fields, std::vector<ExtraColumn> extras)
{
    beginResetModel();
    m_fields = std::move(fields);
    m_extras = std::move(extras);
    m_filters.clear();
    m_windows.clear();
    m_missing.clear();
    m_reader.giveUp(Fetching);
    m_shown = query();
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

bool RecordListModel::setFilter(int column, const QString &text)
{
    std::optional<core::Condition> condition;
    if (!text.trimmed().isEmpty()) {
        if (const ExtraColumn *extra = extraOf(column)) {
            condition = extra->condition(text);
        } else {
            const core::Field &field = m_type.fields[size_t(fieldOf(column))];
            condition = core::conditionFromText(field, QString::fromLatin1(field.key), text);
        }
        if (!condition)
            return false;
    }
    if (condition)
        m_filters.insert(column, {text, *condition});
    else if (!m_filters.remove(column))
        return true;
    ask();
    return true;
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
    count({0}, m_total < 0 ? Reader::Wait::No : Reader::Wait::Briefly);
}

void RecordListModel::count(std::vector<int> numbers, Reader::Wait wait)
{
    const core::Query wanted = query();
    m_reader.ask<Counts>(
        Counting,
        [wanted, windows = fetching(wanted, std::move(numbers)),
         type = wanted.type](const core::Store &store) -> core::Result<Counts> {
            Counts counts;
            CORE_ASSIGN(counts.count, store.count(wanted));
            CORE_ASSIGN(counts.total, store.count({.type = type}));
            CORE_ASSIGN(counts.windows, windows(store));
            return counts;
        },
        [this, wanted](core::Result<Counts> counts) {
            if (!counts) {
                Q_EMIT failed(counts.error());
                return;
            }
            m_shown = wanted;
            m_reader.giveUp(Fetching);
            if (m_isNew)
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
    m_windows.clear();
    m_missing.clear();
    m_count = int(counts.count);
    m_total = counts.total;
    keep(std::move(counts.windows));
    endResetModel();
    Q_EMIT counted();
}

// Rows come and go at the end, so that the selection and the scrolled place stay.
void RecordListModel::patch(Counts counts)
{
    m_windows.clear();
    m_missing.clear();
    m_total = counts.total;
    keep(std::move(counts.windows));
    const int now = int(counts.count);
    if (now > m_count) {
        beginInsertRows({}, m_count, now - 1);
        m_count = now;
        endInsertRows();
    } else if (now < m_count) {
        beginRemoveRows({}, now, m_count - 1);
        m_count = now;
        endRemoveRows();
    }
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
    Q_EMIT counted();
}

Reader::Work<RecordListModel::Windows> RecordListModel::fetching(const core::Query &query,
                                                                 std::vector<int> numbers) const
{
    core::Query asked = query;
    asked.columns = {u"id"_s};
    for (const int index : m_fields) {
        const core::Field &field = m_type.fields[size_t(index)];
        QString path = QString::fromLatin1(field.key);
        if (field.kind == core::Kind::Reference && field.target)
            path += u'.' + QString::fromLatin1(field.target().traits.display);
        asked.columns.push_back(path);
    }
    asked.limit = windowRows;
    return [asked, numbers = std::move(numbers),
            extras = m_extras](const core::Store &store) -> core::Result<Windows> {
        Windows windows;
        core::Query part = asked;
        for (const int number : numbers) {
            part.offset = qint64(number) * windowRows;
            CORE_ASSIGN(core::Rows answer, store.run(part));
            Window window;
            window.rows = std::move(answer.rows);
            QStringList ids;
            for (const QVariantList &values : window.rows)
                ids.append(values.first().toString());
            for (const ExtraColumn &extra : extras)
                window.extras.push_back(extra.fetch(store, ids));
            windows.emplace_back(number, std::move(window));
        }
        return windows;
    };
}

void RecordListModel::keep(Windows windows)
{
    for (auto &[number, window] : windows)
        m_windows.insert(number, new Window(std::move(window)));
}

const RecordListModel::Window *RecordListModel::windowOf(int row) const
{
    const int number = row / windowRows;
    m_lastSeen = number;
    if (const Window *known = m_windows.object(number))
        return known;
    if (std::find(m_missing.begin(), m_missing.end(), number) != m_missing.end())
        return nullptr;
    constexpr size_t most = 4; // more than a screen can show
    m_missing.push_back(number);
    if (m_missing.size() > most)
        m_missing.erase(m_missing.begin());
    m_isFetching = true;
    const_cast<RecordListModel *>(this)->fetchMissing(); // a cache fills itself
    m_isFetching = false;
    return m_windows.object(number);
}

void RecordListModel::fetchMissing()
{
    m_reader.ask<Windows>(
        Fetching, fetching(m_shown, m_missing),
        [this](core::Result<Windows> windows) {
            m_missing.clear();
            if (!windows) {
                Q_EMIT failed(windows.error());
                return;
            }
            std::vector<int> numbers;
            for (const auto &[number, window] : *windows)
                numbers.push_back(number);
            keep(*std::move(windows));
            if (m_isFetching)
                return;
            for (const int number : numbers) {
                const int first = number * windowRows;
                const int last = std::min(m_count, first + windowRows) - 1;
                if (first <= last)
                    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
            }
            Q_EMIT filled();
        },
        Reader::Wait::Briefly);
}

QString RecordListModel::idAt(int row) const
{
    if (row < 0 || row >= m_count)
        return {};
    const Window *window = windowOf(row);
    const size_t at = size_t(row % windowRows);
    return window && at < window->rows.size() ? window->rows[at].first().toString() : QString();
}

void RecordListModel::find(const QString &id, std::function<void(int row)> done)
{
    if (!m_reader.isAsking(Counting)) {
        for (const int number : m_windows.keys()) {
            const Window *window = m_windows.object(number);
            for (size_t i = 0; i < window->rows.size(); ++i) {
                if (window->rows[i].first().toString() == id) {
                    m_reader.giveUp(Finding);
                    return done(number * windowRows + int(i));
                }
            }
        }
    }
    core::Query all = query();
    all.columns = {u"id"_s};
    m_reader.ask<int>(
        Finding,
        [all, id](const core::Store &store) -> core::Result<int> {
            int row = 0;
            bool found = false;
            CORE_TRY(store.each(all, [&](const QVariantList &values) {
                found = values.first().toString() == id;
                row += found ? 0 : 1;
                return !found;
            }));
            return found ? row : -1;
        },
        [done = std::move(done)](const core::Result<int> &row) { done(row ? *row : -1); },
        Reader::Wait::Briefly);
}

int RecordListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int RecordListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size() + m_extras.size());
}

QVariant RecordListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_count)
        return {};
    const Window *window = windowOf(index.row());
    const size_t at = size_t(index.row() % windowRows);
    if (!window || at >= window->rows.size())
        return {};
    const QVariantList &values = window->rows[at];
    if (const ExtraColumn *extra = extraOf(index.column())) {
        const auto &column = window->extras[size_t(index.column()) - m_fields.size()];
        const ExtraColumn::Value value = column.value(values.first().toString());
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
    const bool isReference = field.kind == core::Kind::Reference && field.target;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QVariant &value = values.at(index.column() + 1);
        const QString text = isReference ? value.toString() : core::maskedValue(field, value);
        return text.isEmpty() && role == Qt::DisplayRole ? u"—"_s : text;
    }
    case CopyRole: {
        const QVariant &value = values.at(index.column() + 1);
        return isReference ? value.toString() : core::maskedValue(field, value);
    }
    case Qt::TextAlignmentRole:
        if (field.kind == core::Kind::Integer || field.kind == core::Kind::Decimal ||
            field.kind == core::Kind::Money)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case LookRole:
        if (index.column() == 0)
            return {};
        return isReference || values.at(index.column() + 1).toString().isEmpty()
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
        return {};
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
    if (index < 0)
        return;
    m_sort = {{QString::fromLatin1(m_type.fields[size_t(index)].key), order == Qt::DescendingOrder}};
    ask();
}

void RecordListModel::follow(const core::ChangeSet &changes)
{
    const core::ChangeSet::Touched *own = changes.of(m_type);
    const bool referred = std::any_of(m_fields.begin(), m_fields.end(), [&](int index) {
        const core::Field &field = m_type.fields[size_t(index)];
        return field.kind == core::Kind::Reference && field.target && changes.of(field.target());
    });
    if (!own && !referred && m_extras.empty())
        return;
    // What is looked at is asked again together with the number of rows: nothing flickers in between.
    count({std::max(0, m_lastSeen - 1), m_lastSeen, m_lastSeen + 1}, Reader::Wait::No);
}

} // namespace ui
