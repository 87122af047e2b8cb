// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journalvalues.h"

#include "core/base/sha256.h"
#include "core/record/format.h"
#include "core/store/database.h"
#include "core/store/preparedrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t saltSize = 16;
using Salt = std::array<char, saltSize>;
constexpr qsizetype saltDigits = 2 * qsizetype(saltSize);
constexpr qsizetype hashDigits = 64;

constexpr QByteArrayView commitmentBegin = "{\"commitment\":\"";
constexpr QByteArrayView commitmentEnd = "\"}";

/// From the system's source of randomness, which is asked once for many: an import takes millions.
Salt newSalt()
{
    constexpr size_t atOnce = 256;
    thread_local std::array<Salt, atOnce> salts;
    thread_local size_t taken = atOnce;
    if (taken == atOnce) {
        std::array<quint32, sizeof(salts) / sizeof(quint32)> bits;
        QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
        std::copy_n(reinterpret_cast<const char *>(bits.data()), sizeof(salts), salts.front().data());
        taken = 0;
    }
    return salts[taken++];
}

QByteArray commitmentOf(QByteArrayView salt, QByteArrayView key, QByteArrayView value)
{
    Sha256 hash;
    hash.add(salt);
    hash.add(key);
    hash.add("=");
    hash.add(value);
    return hash.takeHex();
}

void appendKey(QByteArray &object, QByteArrayView key)
{
    object += object.isEmpty() ? "{\"" : ",\"";
    object += key;
    object += "\":";
}

/// The digits of a member that is a commitment; empty when it is a value.
QByteArrayView commitmentIn(QByteArrayView value)
{
    if (value.size() != commitmentBegin.size() + hashDigits + commitmentEnd.size() ||
        !value.startsWith(commitmentBegin))
        return {};
    return value.sliced(commitmentBegin.size(), hashDigits);
}

struct PersonalValue
{
    QByteArray salt;
    QByteArrayView value;
};

/// Salt and value of a member of the personal object: ["salt",value].
std::optional<PersonalValue> personalValue(QByteArrayView member)
{
    constexpr qsizetype before = 2;  // ["
    constexpr qsizetype between = 2; // ",
    if (member.size() < before + saltDigits + between + 1 || !member.startsWith("[\"") ||
        member.sliced(before + saltDigits, between) != QByteArrayView("\",") || !member.endsWith(']'))
        return {};
    const qsizetype begin = before + saltDigits + between;
    return PersonalValue{QByteArray::fromHex(member.sliced(before, saltDigits).toByteArray()),
                         member.sliced(begin, member.size() - begin - 1)};
}

std::optional<PersonalValue> findPersonal(const std::vector<JsonMember> &personal, QByteArrayView key)
{
    for (const JsonMember &member : personal) {
        if (member.key == key)
            return personalValue(member.value);
    }
    return {};
}

/// Where the JSON text that begins at \a at ends.
qsizetype endOfText(QByteArrayView json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return at + 1;
}

/// Where the JSON value that begins at \a at ends: before the next comma, or the end of what holds it.
qsizetype endOfValue(QByteArrayView json, qsizetype at)
{
    for (int depth = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            at = endOfText(json, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return at;
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        ++at;
    }
    return json.size();
}

} // namespace

std::vector<JsonMember> jsonMembers(QByteArrayView object)
{
    std::vector<JsonMember> members;
    if (object.size() < 2 || object.front() != '{' || object.back() != '}')
        return members;
    qsizetype at = 1;
    while (at < object.size() - 1) {
        if (object[at] != '"')
            return {};
        const qsizetype keyEnd = endOfText(object, at);
        if (keyEnd >= object.size() || object[keyEnd] != ':')
            return {};
        const qsizetype valueEnd = endOfValue(object, keyEnd + 1);
        if (valueEnd >= object.size())
            return {};
        members.push_back(
            {object.sliced(at + 1, keyEnd - at - 2), object.sliced(keyEnd + 1, valueEnd - keyEnd - 1)});
        at = valueEnd + 1;
    }
    return members;
}

void appendPersonalMember(JournalValues &to, const char *key, QByteArrayView value)
{
    const Salt salt = newSalt();
    const QByteArrayView saltBytes(salt.data(), qsizetype(salt.size()));
    appendKey(to.open, key);
    to.open += commitmentBegin;
    to.open += commitmentOf(saltBytes, key, value);
    to.open += commitmentEnd;
    appendKey(to.personal, key);
    to.personal += "[\"";
    to.personal += QByteArray::fromRawData(salt.data(), qsizetype(salt.size())).toHex();
    to.personal += "\",";
    to.personal += value;
    to.personal += ']';
}

void closeJournalValues(JournalValues &values)
{
    values.open += values.open.isEmpty() ? "{}" : "}";
    if (!values.personal.isEmpty())
        values.personal += '}';
}

JournalValues journalValues(const RecordType &type, const QVariantList &values,
                            const std::vector<size_t> &which)
{
    JournalValues stored;
    StoredRow row;
    for (const size_t i : which) {
        row.add(type.fields[i].kind, values.at(qsizetype(i)));
        row.appendMember(type.fields[i], row.count() - 1, stored);
    }
    closeJournalValues(stored);
    return stored;
}

bool isWithheld(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<WithheldValue>();
}

QVariantMap storedValues(const JournalValues &stored)
{
    QVariantMap values;
    const QJsonObject open = QJsonDocument::fromJson(stored.open).object();
    const QJsonObject personal = QJsonDocument::fromJson(stored.personal).object();
    for (auto it = open.begin(); it != open.end(); ++it) {
        const bool isPersonal = it->isObject() && it->toObject().contains("commitment"_L1);
        const QJsonValue value = isPersonal ? personal.value(it.key()).toArray().at(1) : it.value();
        if (value.isUndefined())
            values.insert(it.key(), QVariant::fromValue(WithheldValue()));
        else if (value.isNull())
            values.insert(it.key(), QVariant());
        else
            values.insert(it.key(), value.toVariant());
    }
    return values;
}

QVariantMap valuesFromJournal(const RecordType &type, const JournalValues &stored)
{
    QVariantMap values = storedValues(stored);
    for (auto it = values.begin(); it != values.end(); ++it) {
        const Field *field = type.field(it.key());
        if (field && !isWithheld(*it))
            *it = fromStored(field->kind, *it);
    }
    return values;
}

bool hasUnknownMember(const RecordType &type, const JournalValues &stored)
{
    const std::vector<JsonMember> members = jsonMembers(stored.open);
    return std::any_of(members.begin(), members.end(),
                       [&](const JsonMember &member) { return !type.field(QLatin1StringView(member.key)); });
}

std::optional<QByteArray> plainJson(const JournalValues &stored)
{
    const std::vector<JsonMember> members = jsonMembers(stored.open);
    if (members.empty())
        return stored.open;
    const std::vector<JsonMember> personal = jsonMembers(stored.personal);
    QByteArray plain;
    plain.reserve(stored.open.size() + stored.personal.size());
    for (const JsonMember &member : members) {
        appendKey(plain, member.key);
        if (commitmentIn(member.value).isEmpty()) {
            plain += member.value;
        } else if (const auto found = findPersonal(personal, member.key)) {
            plain += found->value;
        } else {
            return {};
        }
    }
    return plain + '}';
}

JournalValues withCommitments(const QByteArray &json, const std::function<bool(QByteArrayView)> &isPersonal)
{
    JournalValues stored;
    const std::vector<JsonMember> members = jsonMembers(json);
    if (members.empty())
        return {json, {}};
    for (const JsonMember &member : members) {
        if (isPersonal(member.key)) {
            appendPersonalMember(stored, member.key.toByteArray().constData(), member.value);
        } else {
            appendKey(stored.open, member.key);
            stored.open += member.value;
        }
    }
    closeJournalValues(stored);
    return stored;
}

bool haveSameMembers(const QByteArray &json, const QByteArray &other)
{
    if (json == other)
        return true;
    const auto sorted = [](const QByteArray &object) {
        std::vector<JsonMember> members = jsonMembers(object);
        std::sort(members.begin(), members.end(),
                  [](const JsonMember &a, const JsonMember &b) { return a.key < b.key; });
        return members;
    };
    const std::vector<JsonMember> first = sorted(json);
    const std::vector<JsonMember> second = sorted(other);
    return std::equal(
        first.begin(), first.end(), second.begin(), second.end(),
        [](const JsonMember &a, const JsonMember &b) { return a.key == b.key && a.value == b.value; });
}

CommitmentCheck checkCommitments(const JournalValues &stored)
{
    CommitmentCheck check;
    std::vector<JsonMember> personal = jsonMembers(stored.personal);
    if (personal.empty() && !stored.personal.isEmpty() && stored.personal != "{}")
        ++check.broken; // no object of ours
    for (const JsonMember &member : jsonMembers(stored.open)) {
        const QByteArrayView commitment = commitmentIn(member.value);
        if (commitment.isEmpty())
            continue;
        const auto at = std::find_if(personal.begin(), personal.end(),
                                     [&](const JsonMember &one) { return one.key == member.key; });
        if (at == personal.end()) {
            ++check.withheld;
            continue;
        }
        const auto value = personalValue(at->value);
        if (!value || commitmentOf(value->salt, member.key, value->value) != commitment)
            ++check.broken;
        personal.erase(at);
    }
    // What belongs to no commitment was put there.
    check.broken += int(personal.size());
    return check;
}

} // namespace core
