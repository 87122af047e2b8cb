// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coveredquestion.h"

#include "core/base/tr.h"
#include "core/record/recordtype.h"

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
        QString found = condition.op == Condition::Op::Empty ? QString() : inPath(condition.field);
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
    const RecordType *m_type;
    Audience m_audience;
};

} // namespace

Status checkNothingCovered(const Query &query, Audience audience)
{
    const Search search(query.type, audience);
    const QString inFilter = search.inFilter(query);
    const QString found = inFilter.isEmpty() ? search.inAnswer(query) : inFilter;
    if (found.isEmpty())
        return ok();
    return Error{Error::Code::InvalidInput,
                 tr("这个查询按“%1”挑选或归类，而它的内容是遮盖的，多问几次就能猜出来，所以没有查。"
                    "请换一个条件；确实要查，用 query --unmasked，数据文件的日志里会留一条记录。")
                     .arg(found),
                 {}};
}

} // namespace core
