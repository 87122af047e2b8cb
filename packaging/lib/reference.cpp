// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What packaging/lib/buildtime.sh compiles to learn how fast this machine is now. Uses nothing but the standard
// library, and must not be changed: the limit in .ci/run is measured in it.
#include <algorithm>
#include <functional>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

using Value = std::variant<long, double, std::string, std::vector<std::string>>;

std::map<std::string, Value> readValues(std::istream &in)
{
    const std::regex line("(\\w+)\\s*=\\s*(.*)");
    std::map<std::string, Value> values;
    for (std::string text; std::getline(in, text);) {
        std::smatch match;
        if (!std::regex_match(text, match, line))
            continue;
        if (std::regex_match(match[2].str(), std::regex("-?\\d+")))
            values[match[1]] = std::stol(match[2]);
        else
            values[match[1]] = match[2].str();
    }
    return values;
}

std::string written(const std::unordered_map<std::string, Value> &values)
{
    std::vector<std::pair<std::string, Value>> sorted(values.begin(), values.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::ostringstream out;
    const std::function<void(const Value &)> write = [&](const Value &value) {
        std::visit(
            [&](const auto &one) {
                if constexpr (requires { one.substr(0); } || requires { one + 1; })
                    out << one;
                else
                    std::for_each(one.begin(), one.end(), [&](const std::string &part) { out << part << ','; });
            },
            value);
    };
    for (const auto &[key, value] : sorted) {
        out << key << " = ";
        write(value);
        out << '\n';
    }
    return out.str();
}
