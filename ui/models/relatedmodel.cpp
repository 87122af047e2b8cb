// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/relatedmodel.h"

#include "core/base/tr.h"
#include "core/evaluation/evaluationresult.h"
#include "core/record/format.h"
#include "core/record/path.h"
#include "core/store/act.h"
#include "core/store/historytext.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isFigure(core::Kind kind)
{
    return kind == core::Kind::Integer || kind == core::Kind::Decimal || kind == core::Kind::Money;
}

/// Why an organization was not rated; nothing when it was, or for records of other types. The points of such
/// a result are no points.
QString whyUnrated(const core::RecordType &type, const QVariantList &values)
{
    using R = core::EvaluationResult;
    if (&type != &core::recordType<R>() || values.at(type.indexOf(core::path<&R::rated>())).toBool())
        return {};
    return values.at(type.indexOf(core::path<&R::note>())).toString().replace(u'\n', u' ');
}

} // namespace

RelatedModel::RelatedModel(core::Store &store, const core::RecordType &type, QObject *parent)
    : QAbstractTableModel(parent)
    , m_type(type)
    , m_questions(store)
{}

void RelatedModel::showRecord(const QString &id, StoreQuestions::Wait wait)
{
    constexpr int subject = 0;
    if (id != m_id)
        setLines({});
    m_id = id;
    if (id.isEmpty()) {
        m_questions.giveUp(subject);
        Q_EMIT filled();
        return;
    }
    m_questions.ask<std::vector<Line>>(
        subject, [type = &m_type, id](const core::Store &store) { return linesOf(store, *type, id); },
        [this](core::Result<std::vector<Line>> lines) {
            setLines(lines ? *std::move(lines) : std::vector<Line>());
            Q_EMIT filled();
        },
        wait);
}

void RelatedModel::setLines(std::vector<Line> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

core::Result<std::vector<RelatedModel::Line>>
RelatedModel::linesOf(const core::Store &store, const core::RecordType &target, const QString &id)
{
    std::vector<Line> lines;
    for (const core::RecordType *type : core::allRecordTypes()) {
        for (const core::Field &field : type->fields) {
            const bool isRow = type->traits.parent && qstrcmp(field.key, type->traits.parent) == 0;
            if (!isRow && field.kind == core::Kind::Reference && field.target && &field.target() == &target)
                CORE_TRY(addType(store, *type, field, id, lines));
        }
    }
    return lines;
}

core::Status RelatedModel::addType(const core::Store &store, const core::RecordType &type,
                                   const core::Field &reference, const QString &id, std::vector<Line> &lines)
{
    Line head{&type, &reference, {}, {}, {}};
    core::Query query = RelatedModel::query(head, id);
    CORE_ASSIGN(const qint64 count, store.count(query));
    if (count == 0)
        return core::ok();
    head.text = core::tr("%1（%2）").arg(core::tr(type.title)).arg(count);
    lines.push_back(head);
    if (type.traits.date)
        query.sort = {{QString::fromLatin1(type.traits.date), true}};
    query.limit = newest;
    return store.each(query, [&](const QVariantList &values) {
        Line line{&type, &reference, values.first().toString(), {}, {}};
        QStringList detail;
        for (size_t i = 1; i < type.fields.size(); ++i) {
            const core::Field &field = type.fields[i];
            const QVariant &value = values.at(qsizetype(i));
            if (!field.traits.listed || &field == &reference)
                continue;
            const QString text = field.kind == core::Kind::Reference && field.target
                                     ? store.display(field.target(), value.toString())
                                     : core::maskedValue(field, value, core::Audience::Screen);
            if (text.isEmpty())
                continue;
            const QString unit = core::tr(field.traits.unit);
            if (line.text.isEmpty())
                line.text = text;
            else
                detail.append((isFigure(field.kind) ? core::tr(field.label) + u' ' : QString()) + text +
                              (unit.isEmpty() ? QString() : u' ' + unit));
        }
        const QString unrated = whyUnrated(type, values);
        line.detail = unrated.isEmpty() ? detail.join(u" · "_s) : unrated;
        lines.push_back(line);
        return true;
    });
}

const core::RecordType *RelatedModel::typeAt(int row) const
{
    return row >= 0 && row < int(m_lines.size()) ? m_lines[size_t(row)].type : nullptr;
}

QString RelatedModel::idAt(int row) const
{
    return row >= 0 && row < int(m_lines.size()) ? m_lines[size_t(row)].id : QString();
}

core::Query RelatedModel::queryAt(int row) const
{
    return query(m_lines[size_t(row)], m_id);
}

core::Query RelatedModel::query(const Line &line, const QString &id)
{
    core::Query query;
    query.type = QString::fromLatin1(line.type->key);
    query.where = core::Condition::is(QString::fromLatin1(line.reference->key), id);
    return query;
}

int RelatedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int RelatedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant RelatedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines[size_t(index.row())];
    const bool head = line.id.isEmpty();
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return index.column() == 0 ? line.text : line.detail;
    if (role == LookRole)
        return head ? int(CellLook::Section)
                    : int(index.column() == 0 ? CellLook::Plain : CellLook::Secondary);
    return {};
}

QVariant RelatedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? core::tr("记录") : core::tr("内容");
}

HistoryModel::HistoryModel(QObject *parent)
    : LineList({{core::tr("时间"), [](const HistoryLine &line) { return line.at; }, CellLook::Secondary},
                {core::tr("谁"), [](const HistoryLine &line) { return line.actor; }, CellLook::Secondary},
                {core::tr("做了什么"), [](const HistoryLine &line) { return line.text; }}},
               parent)
{}

void HistoryModel::showRecord(const core::Store &store, const core::RecordType &type, const QString &id)
{
    std::vector<HistoryLine> lines;
    if (const auto history = store.history(type, id); history && !id.isEmpty()) {
        for (const auto &[entry, edit] : *history) {
            QString text = core::historyText(store, entry, edit);
            // Old papers are told of the records they were read into, not of all that came with them.
            const bool hasReason = !entry.reason.isEmpty() && !core::isBackFill(entry);
            if (entry.kind != core::JournalEntry::Kind::Change || hasReason)
                text = core::tr("%1——%2").arg(core::historyText(entry), text);
            lines.push_back({entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), entry.actor, text});
        }
    }
    setLines(std::move(lines));
}

} // namespace ui
