// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answertable.h"

#include "app/cli/console.h"
#include "core/base/tr.h"
#include "core/record/format.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using core::Kind;

namespace cli {
namespace {

/// The label of a path: 社会组织·镇街. A part of a date is named: 日期（月）.
QString headingOf(const core::RecordType *type, const QString &path)
{
    static const QHash<QString, QString> parts{{u"month"_s, core::tr("（月）")},
                                               {u"quarter"_s, core::tr("（季度）")},
                                               {u"year"_s, core::tr("（年）")}};
    QStringList labels;
    for (const QString &key : path.section(u':', 0, 0).split(u'.')) {
        const core::Field *field = type ? type->field(key) : nullptr;
        if (!field)
            return path;
        labels.append(QString::fromUtf8(field->label));
        type = field->target ? &field->target() : nullptr;
    }
    return labels.join(u'·') + parts.value(path.section(u':', 1));
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Text: return u"text"_s;
    case Kind::LongText: return u"long_text"_s;
    case Kind::Integer: return u"integer"_s;
    case Kind::Decimal: return u"decimal"_s;
    case Kind::Money: return u"money"_s;
    case Kind::Date: return u"date"_s;
    case Kind::Time: return u"time"_s;
    case Kind::YesNo: return u"yes_no"_s;
    case Kind::Choice: return u"choice"_s;
    case Kind::MultiChoice: return u"multi_choice"_s;
    case Kind::Reference: return u"reference"_s;
    case Kind::Attachment: return u"attachment"_s;
    }
    return {};
}

bool isNumber(Kind kind)
{
    return kind == Kind::Integer || kind == Kind::Decimal || kind == Kind::Money;
}

/// Names another record; a record's own id does not.
bool refers(const core::Rows::Column &column)
{
    return column.kind == Kind::Reference && column.field && column.field->target;
}

/// An amount without thousands separators.
QString plainAmount(const QVariant &fen)
{
    return core::Decimal::fromMicro(fen.toLongLong() * (core::Decimal::one / 100)).toString(2);
}

} // namespace

AnswerTable::AnswerTable(const core::Store &store, const core::Query &query, const core::Rows &rows,
                         core::Audience audience)
    : m_store(store)
    , m_rows(rows)
    , m_audience(audience)
{
    const core::RecordType *type = core::findRecordType(query.type);
    for (const core::Rows::Column &column : rows.columns)
        m_headings.append(headingOf(type, column.name));
}

QString AnswerTable::nameOf(const core::Field &field, const QString &id) const
{
    auto known = m_names.constFind(id);
    if (known == m_names.constEnd())
        known = m_names.insert(id, m_store.display(field.target(), id, m_audience));
    return *known;
}

QString AnswerTable::shown(size_t column, const QVariant &value) const
{
    if (!value.isValid())
        return {};
    const core::Rows::Column &which = m_rows.columns[column];
    if (refers(which))
        return nameOf(*which.field, value.toString());
    if (which.kind == Kind::Reference)
        return value.toString();
    if (which.field && which.field->kind == which.kind)
        return core::maskedValue(*which.field, value, m_audience);
    if (which.kind == Kind::Decimal)
        return core::Decimal::fromMicro(value.toLongLong()).toString();
    if (which.kind == Kind::Money)
        return core::Money{value.toLongLong()}.toString();
    return value.toString();
}

QString AnswerTable::text() const
{
    std::vector<int> widths;
    for (const QString &heading : m_headings)
        widths.push_back(columnsOf(heading));
    std::vector<QStringList> lines;
    for (const QVariantList &row : m_rows.rows) {
        QStringList &line = lines.emplace_back();
        for (size_t i = 0; i < widths.size(); ++i) {
            line.append(shown(i, row[qsizetype(i)]).replace(u'\n', u' '));
            widths[i] = std::max(widths[i], columnsOf(line.last()));
        }
    }
    QString text;
    const auto write = [&](const QStringList &line) {
        QString out;
        for (size_t i = 0; i < widths.size(); ++i) {
            const QString &cell = line[qsizetype(i)];
            const bool right = isNumber(m_rows.columns[i].kind);
            out += (i > 0 ? u"  "_s : QString()) +
                   (right ? QString(std::max(0, widths[i] - columnsOf(cell)), u' ') + cell
                          : padded(cell, widths[i]));
        }
        while (out.endsWith(u' '))
            out.chop(1);
        text += out + u'\n';
    };
    write(m_headings);
    for (const QStringList &line : lines)
        write(line);
    return text;
}

QJsonObject AnswerTable::json() const
{
    QJsonArray columns;
    for (size_t i = 0; i < m_rows.columns.size(); ++i)
        columns.append(QJsonObject{{u"path"_s, m_rows.columns[i].name},
                                   {u"heading"_s, m_headings[qsizetype(i)]},
                                   {u"kind"_s, kindName(m_rows.columns[i].kind)}});
    QJsonArray rows;
    for (const QVariantList &row : m_rows.rows) {
        QJsonObject object;
        for (size_t i = 0; i < m_rows.columns.size(); ++i) {
            const core::Rows::Column &column = m_rows.columns[i];
            const QVariant &value = row[qsizetype(i)];
            QJsonValue json; // null: nothing entered
            if (!value.isValid()) {
            } else if (column.field && core::isCovered(*column.field, m_audience)) {
                json = core::maskedValue(*column.field, value, m_audience);
            } else if (refers(column)) {
                json = QJsonObject{{u"id"_s, value.toString()},
                                   {u"name"_s, nameOf(*column.field, value.toString())}};
            } else if (column.kind == Kind::Money) {
                json = plainAmount(value);
            } else if (column.kind == Kind::Decimal) {
                json = core::Decimal::fromMicro(value.toLongLong()).toString();
            } else {
                json = QJsonValue::fromVariant(value);
            }
            object.insert(column.name, json);
        }
        rows.append(object);
    }
    return {{u"columns"_s, columns}, {u"rows"_s, rows}};
}

} // namespace cli
