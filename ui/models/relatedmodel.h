// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/models/linelist.h"
#include "ui/storequestions.h"

#include <vector>

namespace ui {

/// Everything that refers to one record, by type, each with its count and its newest few: the file of an
/// organization (一社一档) on one page.
class RelatedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    RelatedModel(core::Store &store, const core::RecordType &type, QObject *parent = nullptr);

    /// Asks for what refers to the record; empty: nothing. What another record had goes at once.
    void showRecord(const QString &id, StoreQuestions::Wait wait);
    /// The type a row belongs to.
    const core::RecordType *typeAt(int row) const;
    /// The record of a row; empty: the row heads a type.
    QString idAt(int row) const;
    /// The query behind the head of a type.
    core::Query queryAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void filled(); ///< The rows of the record are there.

private:
    static constexpr int newest = 5;
    struct Line
    {
        const core::RecordType *type;
        const core::Field *reference;
        QString id;
        QString text;
        QString detail;
    };
    static core::Result<std::vector<Line>> linesOf(const core::Store &store, const core::RecordType &type,
                                                   const QString &id);
    static core::Status addType(const core::Store &store, const core::RecordType &type,
                                const core::Field &reference, const QString &id, std::vector<Line> &lines);
    static core::Query query(const Line &line, const QString &id);
    void setLines(std::vector<Line> lines);

    const core::RecordType &m_type;
    QString m_id;
    std::vector<Line> m_lines;
    StoreQuestions m_questions;
};

/// One change of a record.
struct HistoryLine
{
    QString at;
    QString actor;
    QString text;
};

/// The edits of one record in sentences, newest first.
class HistoryModel : public LineList<HistoryLine>
{
public:
    explicit HistoryModel(QObject *parent = nullptr);

    void showRecord(const core::Store &store, const core::RecordType &type, const QString &id);
};

} // namespace ui
