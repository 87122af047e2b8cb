// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// Everything that refers to one record, by type, each with its count and its newest few: the file of an
/// organization (一社一档) on one page.
class RelatedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    RelatedModel(core::Store &store, const core::RecordType &type, QObject *parent = nullptr);

    void showRecord(const QString &id);
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
    void addType(const core::RecordType &type, const core::Field &reference);

    core::Store &m_store;
    const core::RecordType &m_type;
    QString m_id;
    std::vector<Line> m_lines;
};

/// The edits of one record in sentences, newest first.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void showRecord(const core::Store &store, const core::RecordType &type, const QString &id);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        QString at;
        QString actor;
        QString text;
    };
    std::vector<Line> m_lines;
};

} // namespace ui
