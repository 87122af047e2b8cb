// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/papers/paperyear.h"
#include "ui/print/printjob.h"
#include "ui/session.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace ui {

/// A kind of paper of an evaluated year (reports, the notice, the summary): one document or many, and what a
/// clerk can choose about them, which is the widget itself. The page of papers shows all kinds that features
/// name (FeaturePages::papers), previews the document at hand, prints all of them and makes PDF files.
class Paper : public QWidget
{
    Q_OBJECT
public:
    using Year = std::shared_ptr<const PaperYear>;
    /// Makes document \a at; a value that can be called in any thread, also when the choices have changed.
    using Source = std::function<core::Document(qsizetype at)>;
    /// A workbook that goes with the paper, with a button at the head of the page.
    struct Workbook
    {
        const char *key; ///< Object name of the button.
        QString title;   ///< Of the button.
        QString fileName;
        std::function<core::Status(const core::Output &output)> write; ///< In any thread.
    };

    explicit Paper(Session &session)
        : m_session(session)
    {}

    /// The year the papers are about; null: none.
    void setYear(Year year)
    {
        m_year = std::move(year);
        yearChanged();
    }
    const Year &year() const { return m_year; }
    /// True when it is made for each organization and can be narrowed to some.
    virtual bool isPerOrganization() const { return false; }
    /// Only for these organizations (ids in their order); none: for all.
    virtual void setOnly(const std::optional<QStringList> &only) { Q_UNUSED(only) }

    /// How many documents it is now, and which of them is at hand.
    virtual qsizetype count() const { return m_year ? 1 : 0; }
    virtual qsizetype current() const { return 0; }
    virtual void setCurrent(qsizetype at) { Q_UNUSED(at) }
    /// What stands below the preview when there is none.
    virtual QString whyNone() const { return {}; }

    virtual Source source() const = 0;
    /// The same for PDF files, with what they are named by; by default the one document under baseName().
    virtual PrintSource printSource() const
    {
        return [source = source(), name = baseName()](qsizetype at) -> core::Result<PrintItem> {
            return PrintItem{source(at), name, {}, 0};
        };
    }
    virtual FileDivision division() const { return FileDivision::OneFile; }
    virtual QString baseName() const = 0; ///< Of files and print jobs.
    virtual std::vector<Workbook> workbooks() const { return {}; }
    virtual void focusFirst() {}

Q_SIGNALS:
    void changed(); ///< Another document is at hand, or there are others.

protected:
    Session &session() const { return m_session; }
    int yearNumber() const { return m_year ? m_year->data.outcome().year : 0; }
    virtual void yearChanged() {}

private:
    Session &m_session;
    Year m_year;
};

} // namespace ui
