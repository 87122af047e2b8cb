// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "core/base/tr.h"

using namespace Qt::StringLiterals;

namespace cli {
namespace {

/// What QCommandLineParser found wrong, in Chinese.
QString chineseFault(const QCommandLineParser &parser)
{
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return core::tr("没有选项“--%1”。").arg(unknown.first());
    // The parser's own text names the option between quotes or after dashes: "Missing value after '--sheet'."
    const QString text = parser.errorText();
    const qsizetype dash = text.indexOf("--"_L1);
    const qsizetype end = text.indexOf(u'\'', dash);
    if (dash >= 0 && end > dash)
        return core::tr("选项“%1”用法不对，请看下面的写法。").arg(text.mid(dash, end - dash));
    return core::tr("选项用法不对，请看下面的写法。");
}

} // namespace

CommandLine::CommandLine(Console &console, const QStringList &arguments, const QString &description)
    : m_console(console)
    , m_arguments(arguments)
    , m_description(description)
{
    addFlag(u"json"_s, core::tr("结果以 JSON 输出，供其他程序读取"));
    addFlag(u"help"_s, core::tr("显示本说明"));
}

void CommandLine::addPlace(const QString &placeholder, const QString &description)
{
    m_places.push_back({placeholder, description});
}

void CommandLine::addOptionalPlace(const QString &placeholder, const QString &description)
{
    m_places.push_back({u'[' + placeholder + u']', description});
    ++m_optionalPlaces;
}

void CommandLine::addOption(const QString &name, const QString &placeholder, const QString &description)
{
    m_parser.addOption(QCommandLineOption(name, description, placeholder));
    m_options.insert(m_options.end() - 2, {u"--%1 %2"_s.arg(name, placeholder), description});
}

void CommandLine::addNeeded(const QString &name, const QString &placeholder, const QString &description)
{
    addOption(name, placeholder, description);
    m_needed.append(name);
}

void CommandLine::addNumber(const QString &name, const QString &placeholder, const QString &description,
                            qint64 low, qint64 high)
{
    addOption(name, placeholder, description);
    m_numbers.push_back({name, low, high});
}

void CommandLine::addYear(const QString &description)
{
    addNumber(u"year"_s, u"YEAR"_s, description, 1949, 2100);
    m_needed.append(u"year"_s);
}

void CommandLine::addForce()
{
    addFlag(u"force"_s, core::tr("已有同名的文件时替换它"));
}

void CommandLine::addFlag(const QString &name, const QString &description)
{
    m_parser.addOption(QCommandLineOption(name, description));
    const auto before = m_options.size() < 2 ? m_options.end() : m_options.end() - 2;
    m_options.insert(before, {u"--%1"_s.arg(name), description});
}

std::optional<int> CommandLine::parse()
{
    const bool fits = m_parser.parse(QStringList{u"shanzhi-cli"_s} + m_arguments);
    if (m_parser.isSet(u"json"_s))
        m_console.setForm(Console::Form::Json);
    if (m_parser.isSet(u"help"_s)) {
        Console::writeOut(usage());
        return Done;
    }
    if (!fits)
        return wrongUsage(chineseFault(m_parser));
    const qsizetype given = m_parser.positionalArguments().size() - 1;
    if (given < qsizetype(m_places.size()) - m_optionalPlaces)
        return wrongUsage(core::tr("缺少 %1（%2）。")
                              .arg(m_places[size_t(given)].shown, m_places[size_t(given)].description));
    if (given > qsizetype(m_places.size()))
        return wrongUsage(
            core::tr("多了“%1”。").arg(m_parser.positionalArguments().at(qsizetype(m_places.size()) + 1)));
    // A script gives "" for a name that it does not have.
    for (qsizetype i = 0; i < given; ++i) {
        if (place(int(i)).isEmpty())
            return wrongUsage(core::tr("%1 是空的。").arg(m_places[size_t(i)].shown));
    }
    for (const QString &name : m_needed) {
        if (!m_parser.isSet(name))
            return wrongUsage(core::tr("缺少选项 --%1。").arg(name));
        if (value(name).trimmed().isEmpty())
            return wrongUsage(core::tr("选项 --%1 是空的。").arg(name));
    }
    for (const auto &[option, low, high] : m_numbers) {
        bool isNumber = false;
        const qint64 number = value(option).toLongLong(&isNumber);
        if (has(option) && (!isNumber || number < low || number > high))
            return wrongUsage(core::tr("选项 --%1 应是 %2 至 %3 的整数，给的是“%4”。")
                                  .arg(option, QString::number(low), QString::number(high), value(option)));
    }
    return {};
}

std::optional<qint64> CommandLine::number(const QString &option) const
{
    return has(option) ? std::optional(value(option).toLongLong()) : std::nullopt;
}

int CommandLine::wrongUsage(const QString &text) const
{
    return m_console.wrongUsage(text, usage());
}

QString CommandLine::usage() const
{
    QString text = core::tr("用法：shanzhi-cli %1").arg(m_arguments.value(0));
    int widest = 0;
    for (const Item &place : m_places) {
        text += u' ' + place.shown;
        widest = std::max(widest, columnsOf(place.shown));
    }
    for (const Item &option : m_options) {
        const QString name = option.shown.mid(2).section(u' ', 0, 0);
        text += m_needed.contains(name) ? u' ' + option.shown : u" ["_s + option.shown + u']';
        widest = std::max(widest, columnsOf(option.shown));
    }
    text += u"\n\n"_s + m_description + u"\n\n"_s;
    for (const std::vector<Item> *items : {&m_places, &m_options}) {
        for (const Item &item : *items)
            text += u"  "_s + padded(item.shown, widest) + u"  "_s + item.description + u'\n';
    }
    return text;
}

} // namespace cli
