// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rules.h"

#include "core/base/tr.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool overlap(const DatedRule &a, const DatedRule &b)
{
    const bool aEndsBefore = a.validTo.isValid() && a.validTo < b.validFrom;
    const bool bEndsBefore = b.validTo.isValid() && b.validTo < a.validFrom;
    return a.key == b.key && !aEndsBefore && !bEndsBefore;
}

} // namespace

Result<std::vector<DatedRule>> rulesFromJson(const QByteArray &json)
{
    const auto refuse = [](const QString &text) { return Error{Error::Code::FileFormat, text, {}}; };
    const QJsonDocument document = QJsonDocument::fromJson(json);
    std::vector<DatedRule> rules;
    for (const QJsonValue &value : document.object().value("rules"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        const auto text = [&](QLatin1StringView name) { return object.value(name).toString(); };
        DatedRule rule{text("key"_L1),
                       text("title"_L1),
                       text("value"_L1),
                       text("unit"_L1),
                       text("source"_L1),
                       QDate::fromString(text("validFrom"_L1), Qt::ISODate),
                       QDate::fromString(text("validTo"_L1), Qt::ISODate)};
        if (rule.key.isEmpty() || rule.title.isEmpty() || rule.value.isEmpty() || rule.source.isEmpty())
            return refuse(tr("规则“%1”缺少名称、数值或依据。").arg(rule.key));
        if (!rule.validFrom.isValid() || (object.contains("validTo"_L1) && !rule.validTo.isValid()))
            return refuse(tr("规则“%1”的生效或失效日期不对。").arg(rule.key));
        for (const DatedRule &other : rules) {
            if (overlap(rule, other))
                return refuse(tr("规则“%1”有两条在同一天有效。").arg(rule.key));
        }
        rules.push_back(std::move(rule));
    }
    if (rules.empty())
        return refuse(tr("规则文件里没有规则，或者格式不对。"));
    return rules;
}

std::optional<DatedRule> ruleOn(QStringView key, QDate day)
{
    static const std::vector<DatedRule> shipped = [] {
        QFile file(u":/rules/rules.json"_s);
        (void)file.open(QIODevice::ReadOnly);
        const auto read = rulesFromJson(file.readAll());
        Q_ASSERT(read); // a test reads the shipped file
        return read ? *read : std::vector<DatedRule>();
    }();
    for (const DatedRule &rule : shipped) {
        if (rule.key == key && day >= rule.validFrom && (!rule.validTo.isValid() || day <= rule.validTo))
            return rule;
    }
    return {};
}

} // namespace core
