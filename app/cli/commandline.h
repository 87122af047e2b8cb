// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/base/outputfile.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>
#include <vector>

namespace cli {

/// The arguments of one verb: what it takes, its usage text, and what was given.
class CommandLine
{
public:
    /// \a arguments without the program's name; the first is the verb.
    CommandLine(Console &console, const QStringList &arguments, const QString &description);

    /// An argument that must be given, in the order of the calls.
    void addPlace(const QString &placeholder, const QString &description);
    /// An argument that may be left out; only after those that must be given.
    void addOptionalPlace(const QString &placeholder, const QString &description);
    /// --name VALUE.
    void addOption(const QString &name, const QString &placeholder, const QString &description);
    /// --name VALUE that must be given.
    void addNeeded(const QString &name, const QString &placeholder, const QString &description);
    /// --name N, a whole number from \a low to \a high.
    void addNumber(const QString &name, const QString &placeholder, const QString &description, qint64 low,
                   qint64 high);
    /// --year YEAR, which must be given.
    void addYear(const QString &description);
    /// --force, for what may be written over an existing file (existing()).
    void addForce();
    /// --name without a value.
    void addFlag(const QString &name, const QString &description);

    /// Reads the arguments. When there is nothing left to do (help, wrong usage) answers the exit code.
    std::optional<int> parse();

    QString place(int position) const { return m_parser.positionalArguments().at(position + 1); }
    bool hasPlace(int position) const { return m_parser.positionalArguments().size() > position + 1; }
    bool has(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    /// All that was given for an option that may be given several times.
    QStringList values(const QString &option) const { return m_parser.values(option); }
    /// What was given for an option of addNumber(); nothing when it was not given.
    std::optional<qint64> number(const QString &option) const;
    int year() const { return m_parser.value(QStringLiteral("year")).toInt(); }
    /// What becomes of a file that is where something is to be written.
    core::Existing existing() const
    {
        return has(QStringLiteral("force")) ? core::Existing::Replace : core::Existing::Keep;
    }
    /// Ends the verb because of its arguments.
    int wrongUsage(const QString &text) const;

private:
    QString usage() const;

    Console &m_console;
    QStringList m_arguments;
    QString m_description;
    QCommandLineParser m_parser;
    struct Item
    {
        QString shown, description;
    };
    struct Range
    {
        QString option;
        qint64 low, high;
    };
    std::vector<Item> m_places;
    qsizetype m_optionalPlaces = 0; ///< How many of the last ones may be left out.
    std::vector<Item> m_options;
    QStringList m_needed;
    std::vector<Range> m_numbers;
};

} // namespace cli
