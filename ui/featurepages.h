// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/recordtype.h"
#include "ui/style/icons.h"

#include <QDate>
#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace core {
class Store;
}

namespace ui {

struct ExtraColumn;
struct Session;
class Page;
class Paper;

/// The areas of the navigation, in their order, which never changes.
enum class Area { Today, Registry, Party, Supervision, Service, Evaluation, Output, Trace };
/// What stands above the pages of an area: 登记.
QString areaTitle(Area area);

/// The pill of an entry: how many things behind it want somebody; 0: none is shown.
struct Badge
{
    qint64 count = 0;
    Tone tone = Tone::Late;
};

/// An entry of the navigation with the page behind it.
struct PageEntry
{
    const char *key;   ///< Of a page of records: the key of their type.
    const char *title; ///< Chinese.
    Icon icon;
    Area area;
    Page *(*make)(Session &session);
    /// Asked off the window's thread after each change; null: never a pill.
    core::Result<Badge> (*badge)(const core::Store &store, QDate today) = nullptr;
};

/// A record type without an entry in the navigation.
struct UnlistedType
{
    const core::RecordType *type;
    const char *why; ///< Where its records are seen instead. For developers, English.
};

/// Columns that a feature adds to the list of another's record type.
struct AddedColumns
{
    const core::RecordType *type;
    std::vector<ExtraColumn> (*make)(core::Store &store);
};

/// A kind of paper of an evaluated year, for the page of papers.
struct PaperKind
{
    const char *key;   ///< Object name of its button.
    const char *title; ///< Chinese.
    Paper *(*make)(Session &session);
};

/// All that a feature shows in the window, in one value. It lives in ui/features/; ui/featurepages.cpp names
/// it once, and the window reads it from that list. What is true without a window is a core::Feature.
struct FeaturePages
{
    const char *key; ///< That of the core::Feature; "program" for what belongs to none.
    std::vector<PageEntry> pages = {};
    std::vector<UnlistedType> unlisted = {};
    std::vector<AddedColumns> columns = {};
    std::vector<PaperKind> papers = {};
};

/// What every feature shows.
std::span<const FeaturePages *const> allFeaturePages();

/// All entries, by area; within an area in the order of the features.
const std::vector<PageEntry> &navigation();

/// All kinds of paper, in the order of the features.
const std::vector<PaperKind> &paperKinds();

/// Makes the page of an entry, or of a record type that has none; null: there is no such page.
Page *makePage(Session &session, const QString &key);

/// The page of all records of \a type, with the columns that features add to it.
Page *makeRecordPage(Session &session, const core::RecordType &type);

/// The entry for a page of a class of its own.
template<typename P>
PageEntry pageEntry(const char *key, const char *title, Icon icon, Area area,
                    core::Result<Badge> (*badge)(const core::Store &, QDate) = nullptr)
{
    return {key, title, icon, area, [](Session &session) -> Page * { return new P(session); }, badge};
}

/// The kind of paper that is a class of its own.
template<typename P>
PaperKind paperKind(const char *key, const char *title)
{
    return {key, title, [](Session &session) -> Paper * { return new P(session); }};
}

/// The entry for the records of T.
template<typename T>
PageEntry recordEntry(Icon icon, Area area)
{
    const core::RecordType &type = core::recordType<T>();
    return {type.key, type.title, icon, area,
            [](Session &session) { return makeRecordPage(session, core::recordType<T>()); }};
}

} // namespace ui
