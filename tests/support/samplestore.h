// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/store/store.h"

#include <QDate>
#include <QTemporaryDir>

#include <memory>

/// A copy of a small sample county, in a folder of its own that goes with it: 120 organizations with two
/// years of records. Made once for a test binary, then copied.
class SampleStore
{
public:
    /// How far the year-end job has come.
    enum class State {
        Empty,     ///< A new county without any record.
        Imported,  ///< All workbooks are imported.
        Evaluated, ///< 2024 and 2025 are evaluated with the demonstration scheme.
    };
    explicit SampleStore(State state);

    core::Store &operator*() { return *m_store; }
    core::Store *operator->() { return m_store.get(); }
    QString folder() const { return m_folder.path(); }

    /// The workbooks of the sample.
    static QString workbooks();
    /// The day on which its years are evaluated.
    static QDate today() { return {2025, 12, 8}; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<core::Store> m_store;
};

/// The evaluation of a year that counts; the test fails when there is none.
core::Id<core::Evaluation> evaluationOf(const core::Store &store, int year);
