// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coveredquestion.h"

#include "core/base/tr.h"
#include "core/record/recordtype.h"
#include "core/store/searchneedle.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The paths in what stands where a path may stand: itself, or the two of days(A,B).
QStringList pathsIn(const QString &path)
{
    const qsizetype before = QLatin1StringView("days(").size();
    return path.startsWith("days("_L1) ? path.mid(before).chopped(1).split(u',') : QStringList{path};
}

/// Looks through a query for a field that is covered, of the type that the query asks about.
class Search
{
public:
    Search(const QString &type, Audience audience)
        : m_type(findRecordType(type))
        , m_audience(audience)
    {}

    /// The label of a field that \a path ends in, when it is covered; else empty.
    QString inPath(const QString &path) const
    {
        for (const QString &one : pathsIn(path)) {
            const RecordType *type = m_type;
            const Field *field = nullptr;
            for (const QString &key : one.trimmed().section(u':', 0, 0).split(u'.')) {
                field = type ? type->field(key) : nullptr;
                type = field && field->target ? &field->target() : nullptr;
            }
            if (field && isCovered(*field, m_audience))
                return tr(field->label);
        }
        return {};
    }

    QString inCondition(const Condition &condition) const
    {
        if (condition.op == Condition::Op::Exists && condition.related)
            return Search(condition.related->type, m_audience).inFilter(*condition.related);
        QString found = isAnswered(condition.op) ? QString() : inPath(condition.field);
        if (found.isEmpty())
            found = inPath(condition.via);
        for (const QVariant &value : condition.values)
            found = found.isEmpty() ? inPath(value.toMap().value(u"field"_s).toString()) : found;
        for (const Condition &part : condition.parts)
            found = found.isEmpty() ? inCondition(part) : found;
        return found;
    }

    QString inFilter(const Query &query) const
    {
        const QString found = query.window ? inPath(query.window->field) : QString();
        return found.isEmpty() ? inCondition(query.where) : found;
    }

    QString inAnswer(const Query &query) const
    {
        QStringList paths(query.group.begin(), query.group.end());
        // A column of its own is covered when it is shown; the days to it would not be.
        std::copy_if(query.columns.begin(), query.columns.end(), std::back_inserter(paths),
                     [](const QString &column) { return pathsIn(column).size() > 1; });
        QString found;
        for (const Measure &measure : query.measures) {
            paths += {measure.field, measure.by};
            found = found.isEmpty() ? inCondition(measure.where) : found;
        }
        for (const QString &path : paths)
            found = found.isEmpty() ? inPath(path) : found;
        return found;
    }

private:
    /// Known tells whole values by trial: a program would try them all.
    bool isAnswered(Condition::Op op) const
    {
        return op == Condition::Op::Empty || (op == Condition::Op::Known && m_audience == Audience::Screen);
    }

    const RecordType *m_type;
    Audience m_audience;
};

QString whyNotAsked(const QString &label, Audience audience)
{
    if (audience == Audience::Screen) {
        return tr("“%1”遮盖着，不能按它挑选：多试几次就能猜出来。要按它挑选，请先点“显示完整信息”，"
                  "日志里会留一条记录。")
            .arg(label);
    }
    return tr("这个查询按“%1”挑选或归类，而它的内容是遮盖的，多问几次就能猜出来，所以没有查。"
              "请换一个条件；确实要查，用 query --unmasked，数据文件的日志里会留一条记录。")
        .arg(label);
}

} // namespace

Status checkNothingCovered(const Query &query, Audience audience)
{
    const Search search(query.type, audience);
    const QString inFilter = search.inFilter(query);
    const QString found = inFilter.isEmpty() ? search.inAnswer(query) : inFilter;
    if (found.isEmpty())
        return ok();
    return Error{Error::Code::InvalidInput, whyNotAsked(found, audience), {}};
}

bool searchMayFind(const RecordType &type, QByteArrayView folded, QByteArrayView needle)
{
    const auto field = std::find_if(type.fields.begin(), type.fields.end(), [](const Field &one) {
        return one.traits.searchable && isCovered(one, Audience::Screen);
    });
    if (field == type.fields.end())
        return true;
    const QString typed = QString::fromUtf8(needle);
    qsizetype length = 0; // of the line before, in characters
    for (const QByteArray &line : folded.toByteArray().split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (findsCovered(field->traits.privacy, field->kind, text, typed))
            return true;
        // Each character has one initial, and may be read in several ways.
        if (typed.size() == length && findInSearchText('\n' + line, 0, '\n' + needle.toByteArray()) == 0)
            return true;
        length = text.size();
    }
    return false;
}

} // namespace core
