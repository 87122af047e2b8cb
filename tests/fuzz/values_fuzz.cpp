// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes what turns a typed or imported text into a value, for every field of every record type: the first
// two bytes choose the field, the rest is the text.
#include "core/base/creditcode.h"
#include "core/base/dateparse.h"
#include "core/base/identitynumber.h"
#include "core/base/mask.h"
#include "core/base/phone.h"
#include "core/base/pinyin.h"
#include "core/exchange/recordlookup.h"
#include "core/features.h"
#include "core/record/format.h"
#include "core/store/filtertext.h"
#include "tests/fuzz/expect.h"

using namespace core;
using fuzz::expect;

namespace {

const std::vector<const Field *> &allFields()
{
    static const std::vector<const Field *> fields = [] {
        std::vector<const Field *> all;
        for (const RecordType *type : allRecordTypes()) {
            for (const Field &field : type->fields)
                all.push_back(&field);
        }
        return all;
    }();
    return fields;
}

/// What is shown of a value is read back as the same value.
void checkField(const Field &field, const QString &text)
{
    const ParsedValue parsed = parseValue(field, text);
    if (!parsed.problem.isEmpty() || !parsed.value.isValid())
        return;
    if (field.kind == Kind::Reference) // shown as the name of another record
        return;
    // "1970-01" is a month like any other; as a day it is what programs write for "none".
    if (field.kind == Kind::Date && isSentinelDate(parsed.value.toDate()))
        return;
    const QString shown = displayValue(field, parsed.value);
    if (shown.isEmpty())
        return;
    const ParsedValue again = parseValue(field, shown);
    expect(again.problem.isEmpty(), "what is shown of a value can be read",
           QString::fromLatin1(field.key) + u'|' + text + u'|' + shown + u'|' + again.problem);
    expect(again.value == parsed.value, "what is shown of a value is read as that value",
           QString::fromLatin1(field.key) + u'|' + text + u'|' + shown);
}

void checkCodes(const QString &text)
{
    const QString code = parseCreditCode(text).code;
    expect(parseCreditCode(code).code == code, "a credit code that was read once stays as it is", code);
    const QString number = parseIdentityNumber(text).number;
    expect(parseIdentityNumber(number).number == number, "an identity number that was read once stays",
           number);
    const QString phones = normalisedPhones(text);
    expect(normalisedPhones(phones) == phones, "phones that were read once stay as they are", text);
}

QByteArray usualInitials(QByteArray initials)
{
    return initials.removeIf(isFurtherReading);
}

void checkWords(const QString &text)
{
    const QString folded = foldedName(text);
    expect(foldedName(folded) == folded, "a folded name is folded", text);
    (void)pinyinSortKey(text);
    const QByteArray initials = pinyinInitials(text);
    expect(initialsMatch(initials, 0, usualInitials(initials)) == initials.size(),
           "initials are found by their usual readings", text);
    (void)maskName(text);
    (void)maskPhone(text);
    (void)maskIdentityNumber(text);
    const DateReading reading = readDateOrSerial(text);
    expect(!reading.isDay() || reading.date.isValid(), "a day that was read is one", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const Field &field = *allFields()[size_t(data[0] * 256 + data[1]) % allFields().size()];
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data) + 2, qsizetype(size) - 2);
    checkField(field, text);
    (void)conditionFromText(field, QString::fromLatin1(field.key), text);
    checkCodes(text);
    checkWords(text);
    return 0;
}
