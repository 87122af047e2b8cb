// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/query.h"

#include <QDate>
#include <QString>

#include <functional>

namespace core {
class Store;
struct Evaluation;
struct RecordType;
} // namespace core

namespace ui {

class Prompt;
class TaskRunner;

/// Which of what is due.
enum class Due { All, Late, Soon };

/// What the reports page is opened on.
struct PrintScope
{
    core::Id<core::Evaluation> evaluation;
    core::Query organizations; ///< Type organization.
};

/// Where a page can send the clerk. The main window does it.
class Navigator
{
public:
    Navigator() = default;
    Navigator(const Navigator &) = delete;
    Navigator &operator=(const Navigator &) = delete;
    virtual ~Navigator() = default;

    /// Opens a page by the key of its entry in the navigation, or by the key of a record type.
    virtual void showPage(const QString &key) = 0;
    /// Opens the page of the record's type with the record in its form.
    virtual void showRecord(const core::RecordType &type, const QString &id) = 0;
    /// Opens the list of the query's type, filtered by it, with a tag that says \a what.
    virtual void showList(const core::Query &query, const QString &what) = 0;
    /// Opens the list of what is due.
    virtual void showDue(Due due) = 0;
    /// Opens the reports page on an evaluation, narrowed to some organizations.
    virtual void showReports(const PrintScope &scope) = 0;
    /// Asks for a sheet to import.
    virtual void showImport() = 0;
    /// A message at the bottom of the window, with an optional action.
    virtual void tell(const QString &text, const QString &actionText = {},
                      std::function<void()> action = {}) = 0;
};

/// What every page needs. Lives as long as the open file; pages keep a reference.
struct Session
{
    core::Store &store;
    Prompt &prompt;
    TaskRunner &tasks;
    Navigator &navigator;
    std::function<QDate()> today; ///< Tests have their own day.
};

} // namespace ui
