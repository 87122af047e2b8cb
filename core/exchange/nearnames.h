// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/recordtype.h"

#include <QHash>
#include <QString>

#include <vector>

namespace core {

class Store;

/// Knows which names differ only by what offices leave out or add: the county, city or town in front
/// (嘉善县甲 协会, 甲镇乙队), 原, a bracket behind, marks, digits for Chinese numerals. Such names are not
/// taken for one, but told. Of types whose records are called by a name of their own that may stand twice,
/// and of small registers only: in others it knows nothing.
class NearNames
{
public:
    static Result<NearNames> load(const Store &store, const RecordType &type);

    /// What stands in front of a name. 嘉善县甲协会 and 乙镇甲协会 are two, and no one thinks otherwise.
    enum class Front { None, Region, Place };
    /// What is left of a name.
    struct Form
    {
        QString whole;
        QString bare;  ///< Without the bracket behind it; empty: it has none.
        QString place; ///< Id of where it lies, as far as it is known.
        Front front = Front::None;
    };
    /// Of the name in \a values.
    Form formOf(const QVariantList &values) const;

    struct Known
    {
        QString id;
        QString place;
        Front front = Front::None;
        int row = 0; ///< Of this sheet; 0: it was there before.
    };
    /// The first one whose name is near, and that does not lie elsewhere; null: there is none.
    const Known *find(const Form &form) const;
    void add(const Form &form, const QString &id, int row);

private:
    static const Known *among(const std::vector<Known> &known, const Form &form);

    int m_name = -1; ///< Position of the field; −1: the type has none, or there are too many records.
    int m_place = -1;
    size_t m_count = 0;
    std::vector<QString> m_regions; ///< 浙江省, 嘉兴市, 嘉善县, 嘉善: the longer ones first.
    std::vector<std::pair<QString, QString>> m_places; ///< Names and ids.
    QHash<QString, std::vector<Known>> m_byWhole;
    QHash<QString, std::vector<Known>> m_byBare;
};

} // namespace core
