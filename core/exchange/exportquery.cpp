// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exportquery.h"

#include "core/base/tr.h"
#include "core/exchange/distinctname.h"
#include "core/store/store.h"
#include "core/tabular/tablewriter.h"

#include <QHash>

#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// How values of the kind stand in a table: as what they are, or as text.
WriteColumn::Kind writeKind(Kind kind)
{
    switch (kind) {
    case Kind::Integer: return WriteColumn::Kind::Integer;
    case Kind::Decimal: return WriteColumn::Kind::Decimal;
    case Kind::Money: return WriteColumn::Kind::Money;
    case Kind::Date: return WriteColumn::Kind::Date;
    case Kind::YesNo: return WriteColumn::Kind::YesNo;
    case Kind::Text:
    case Kind::LongText:
    case Kind::Time:
    case Kind::Choice:
    case Kind::MultiChoice:
    case Kind::Reference:
    case Kind::Attachment: break;
    }
    return WriteColumn::Kind::Text;
}

/// Turns values into cells; remembers the names of the records that rows refer to.
class CellMaker
{
public:
    CellMaker(const Store &store, Audience audience)
        : m_store(store)
        , m_audience(audience)
    {}

    Cell cell(const Rows::Column &column, const QVariant &value)
    {
        if (!value.isValid())
            return {};
        if (column.field && isCovered(*column.field, m_audience)) {
            const QString text = shown(column, value);
            return text.isEmpty() ? Cell() : Cell::fromText(text);
        }
        switch (writeKind(column.kind)) {
        case WriteColumn::Kind::Integer: return Cell::fromInteger(value.toLongLong());
        case WriteColumn::Kind::Decimal:
            return Cell::fromNumber(Decimal::fromMicro(value.toLongLong()).toString());
        case WriteColumn::Kind::Money:
            return Cell::fromNumber(QString(Money{value.toLongLong()}.toString()).remove(u','));
        case WriteColumn::Kind::YesNo: return Cell::fromYesNo(value.toBool());
        case WriteColumn::Kind::Date: return Cell::fromDate(value.toDate());
        case WriteColumn::Kind::Text: break;
        }
        const QString text = shown(column, value);
        return text.isEmpty() ? Cell() : Cell::fromText(text);
    }

private:
    QString shown(const Rows::Column &column, const QVariant &value)
    {
        if (!column.field)
            return value.toString();
        if (column.kind == Kind::Reference && column.field->target)
            return nameOf(*column.field, value.toString());
        return maskedValue(*column.field, value, m_audience);
    }

    QString nameOf(const Field &field, const QString &id)
    {
        auto known = m_names.constFind(id);
        if (known == m_names.constEnd())
            known = m_names.insert(id, tellingName(field.target(), id));
        return *known;
    }

    /// The name of a record, with its town where another one has the same: the sheet may come back.
    QString tellingName(const RecordType &type, const QString &id)
    {
        QString name = m_store.display(type, id, m_audience);
        auto shared = m_shared.find(&type);
        if (shared == m_shared.end())
            shared = m_shared.emplace(&type, sharedNames(m_store, type, m_audience)).first;
        if (!shared->second || !shared->second->contains(name))
            return name;
        const auto values = m_store.values(type, id);
        return values ? distinctName(m_store, type, *values, m_audience) : name;
    }

    const Store &m_store;
    Audience m_audience;
    QHash<QString, QString> m_names;
    std::map<const RecordType *, Result<QSet<QString>>> m_shared; ///< Names that several records have.
};

} // namespace

QString pathHeading(const RecordType &start, const QString &path)
{
    const RecordType *type = &start;
    QStringList labels;
    QString unit;
    const QString fields = path.section(u':', 0, 0);
    for (const QString &key : fields.split(u'.')) {
        const Field *field = type ? type->field(key) : nullptr;
        if (!field)
            return path;
        labels.append(tr(field->label));
        unit = tr(field->traits.unit);
        type = field->target ? &field->target() : nullptr;
    }
    QString heading = labels.join(u'·');
    const QString part = path.section(u':', 1);
    if (part == "month"_L1)
        return tr("%1（月）").arg(heading);
    if (part == "quarter"_L1)
        return tr("%1（季度）").arg(heading);
    if (part == "year"_L1)
        return tr("%1（年）").arg(heading);
    return unit.isEmpty() ? heading : tr("%1（%2）").arg(heading, unit);
}

Result<qint64> exportQuery(const Store &store, const Query &query, const Output &output, Audience audience,
                           Progress &progress)
{
    const RecordType *type = findRecordType(query.type);
    Query head = query;
    head.limit = 0;
    CORE_ASSIGN(const Rows shape, store.run(head));
    CORE_ASSIGN(const qint64 total, store.count(query));
    CORE_ASSIGN(const std::unique_ptr<TableWriter> writer, createTable(output.sparing(store.ownFiles())));
    std::vector<WriteColumn> columns;
    for (const Rows::Column &column : shape.columns)
        columns.push_back({pathHeading(*type, column.name), writeKind(column.kind)});
    CORE_TRY(writer->addSheet(tr(type->title), columns));
    CellMaker maker(store, audience);
    std::vector<Cell> cells(columns.size());
    qint64 rows = 0;
    Status written = ok();
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        for (size_t i = 0; i < cells.size(); ++i)
            cells[i] = maker.cell(shape.columns[i], row.at(qsizetype(i)));
        written = writer->writeRow(cells);
        if (++rows % 256 == 0)
            progress.report(rows, total);
        if (written && progress.isCancelled())
            written = Progress::cancelledError();
        return bool(written);
    }));
    CORE_TRY(written);
    CORE_TRY(writer->finish());
    return rows;
}

} // namespace core
