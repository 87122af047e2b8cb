// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/codec.h"

#include <span>
#include <vector>

namespace core {

/// Something wrong with a record. Block keeps it from being saved; Warn is shown, kept and listed,
/// because old registers are incomplete and must still get in.
struct Problem
{
    enum class Severity { Warn, Block };
    const char *field = nullptr; ///< Key of the field; null when it concerns the record as a whole.
    QString text;                ///< For the clerk: what is wrong and what would be right.
    Severity severity = Severity::Block;
};

/// Who may see a field.
enum class Privacy {
    Public,    ///< May stand in a public notice.
    Internal,  ///< For the bureau.
    Personal,  ///< Of a person: masked unless shown on purpose (PIPL art. 28, 51).
    Sensitive, ///< Identity number and the like: masked, and showing it is journalled.
};

/// What the C++ type of a member cannot tell.
struct FieldTraits
{
    const char *section = ""; ///< Group of the form it is shown in, Chinese.
    const char *unit = "";    ///< Shown after the value: 元, 人, %.
    int maxLength = 0;        ///< Characters; 0: no limit.
    bool required = false; ///< An empty text is refused. (Members that are no optional are required anyway.)
    bool unique = false;   ///< No two records that are not removed share a non-empty value.
    bool searchable = false; ///< Found by the search on top of the window.
    bool pinyin = false;     ///< Sorted as Chinese, by a stored pinyin key.
    bool listed = false;     ///< A column of the list before the user chooses columns.
    bool readOnly = false;   ///< Only verbs and acts write it (core/record/verb.h, core/store/act.h).
    bool backFill = false;   ///< Read-only, but import takes it from old papers and says so (补录).
    bool presumed =
        false; ///< Where a sheet says nothing readable, the default is an answer: 正常 of a state.
    const char *among =
        nullptr; ///< Of a reference: sheets mean by it only records of this RecordTraits::group.
    Privacy privacy = Privacy::Internal;
    std::vector<const char *> headings = {}; ///< Column headings accepted on import besides the label.
    std::vector<Problem> (*check)(const QVariant &) =
        nullptr; ///< What is wrong with a value that is not empty; “%1” in its text becomes the label.
    QString (*normalize)(QStringView) =
        nullptr; ///< How a typed or imported text is written down: codes in half width.
    bool (*isCode)(QStringView) =
        nullptr; ///< Of a code of 18 characters: its check character is right. Sheets write more around it.
};

/// One member of a record, as the generic code sees it.
struct Field
{
    const char *key;   ///< SQL column and JSON key. Never changes once released.
    const char *label; ///< Chinese.
    FieldTraits traits;
    Kind kind;
    bool nullable;                                      ///< The member is a std::optional.
    std::span<const Choice> choices;                    ///< Of a Choice or MultiChoice.
    const RecordType &(*target)();                      ///< Of a Reference, else null.
    QVariant (*read)(const void *record);               ///< The value of the member.
    bool (*write)(void *record, const QVariant &value); ///< False: the value does not fit.
    const char *tag;                                    ///< Stands for the member (core/record/path.h).
};

} // namespace core
