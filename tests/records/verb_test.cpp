// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/verb.h"

#include "core/registry/division.h"
#include "core/registry/keptreason.h"
#include "core/store/act.h"
#include "core/store/runverb.h"
#include "tests/records/recordmaker.h"

#include <QRegularExpression>
#include <QSet>

using namespace core;
using namespace Qt::StringLiterals;

// What every registered verb must hold to, whatever it does.

namespace {

const QRegularExpression keyForm(u"^[a-z][a-z_]*$"_s);

template<typename Body>
void forEachVerb(const Body &body)
{
    REQUIRE_FALSE(allVerbs().empty());
    for (const Verb *verb : allVerbs()) {
        INFO("verb " << verb->type().key << ' ' << verb->key);
        body(*verb);
    }
}

bool isSentence(const QString &text)
{
    return text.size() > 6 && (text.endsWith(u'。') || text.endsWith(u'？'));
}

/// A verb on a division that writes read-only fields of another type.
struct ExplainDivision
{
    using Record = Division;
    using Input = NoInput;
    static QString refusal(const Division &) { return {}; }
    static Status run(Change &change, const VerbContext &, const Division &division, const NoInput &)
    {
        KeptReason reason{.id = {},
                          .recordType = u"division"_s,
                          .recordId = division.id.text,
                          .field = {},
                          .reason = u"证书上如此"_s};
        return change.insert(reason);
    }
};

} // namespace

TEST_CASE("every verb has a key of its own on a registered type, a short title and an explanation")
{
    QSet<QString> keys;
    forEachVerb([&](const Verb &verb) {
        CHECK(keyForm.match(QString::fromLatin1(verb.key)).hasMatch());
        const QString name = QString::fromLatin1(verb.type().key) + u'.' + QLatin1StringView(verb.key);
        CHECK_FALSE(keys.contains(name));
        keys.insert(name);
        CHECK(findRecordType(verb.type().key) == &verb.type());
        CHECK(findVerb(verb.type(), verb.key) == &verb);
        const QString title = QString::fromUtf8(verb.title);
        CHECK((title.size() >= 2 && title.size() <= 8));
        CHECK(isSentence(QString::fromUtf8(verb.traits.explanation)));
        for (const RecordType *type : verb.traits.alsoWrites)
            CHECK(findRecordType(type->key) == type);
    });
}

TEST_CASE("every read-only field is written by some verb or act, and every act writes some")
{
    QSet<const RecordType *> written;
    QSet<QString> keys;
    forEachVerb([&](const Verb &verb) {
        written.insert(&verb.type());
        for (const RecordType *type : verb.traits.alsoWrites)
            written.insert(type);
    });
    const auto holdsBack = [](const RecordType &type) {
        return std::any_of(type.fields.begin() + 1, type.fields.end(),
                           [](const Field &field) { return field.traits.readOnly; });
    };
    for (const Act *act : allActs()) {
        INFO("act " << act->key);
        CHECK(keyForm.match(QString::fromLatin1(act->key)).hasMatch());
        CHECK_FALSE(keys.contains(QString::fromLatin1(act->key)));
        keys.insert(QString::fromLatin1(act->key));
        CHECK_FALSE(QString::fromUtf8(act->title).isEmpty());
        CHECK_FALSE(act->writes.empty());
        for (const RecordType *type : act->writes) {
            CHECK(holdsBack(*type));
            written.insert(type);
        }
    }
    forEachType([&](const RecordType &type) { CHECK((written.contains(&type) || !holdsBack(type))); });
}

TEST_CASE("what a verb asks for is described so that a form can be made of it")
{
    forEachVerb([](const Verb &verb) {
        QSet<QString> keys;
        const std::shared_ptr<void> input = verb.input.create();
        REQUIRE(input);
        for (const Field &field : verb.input.fields) {
            INFO("input " << field.key);
            CHECK(keyForm.match(QString::fromLatin1(field.key)).hasMatch());
            CHECK_FALSE(keys.contains(QString::fromLatin1(field.key)));
            keys.insert(QString::fromLatin1(field.key));
            CHECK_FALSE(QString::fromUtf8(field.label).isEmpty());
            CHECK_FALSE(field.traits.readOnly);
            CHECK((field.kind != Kind::Reference || field.target));
        }
        if (const Field *reason = verb.reasonField())
            CHECK((reason->kind == Kind::Text && reason->traits.required));
    });
}

TEST_CASE("an outward verb names the verb that goes back with a reason, or says why none does")
{
    forEachVerb([](const Verb &verb) {
        const bool hasCounter = *verb.traits.counter != '\0';
        const bool isFinal = *verb.traits.whyFinal != '\0';
        if (!verb.isOutward()) {
            CHECK((!hasCounter && !isFinal));
            return;
        }
        CHECK(hasCounter != isFinal);
        if (isFinal) {
            CHECK(isSentence(QString::fromUtf8(verb.traits.whyFinal)));
            return;
        }
        const Verb *counter = findVerb(verb.type(), verb.traits.counter);
        REQUIRE(counter);
        CHECK(counter->reasonField());
    });
}

TEST_CASE("a verb that is refused says so in a sentence, whatever stands in the record")
{
    TestStore store;
    RecordMaker maker(*store);
    int refused = 0;
    forEachVerb([&](const Verb &verb) {
        for (int number = 0; number < 12; ++number) {
            const QString refusal = refusalOf(verb, maker.values(verb.type(), number));
            CHECK((refusal.isEmpty() || isSentence(refusal)));
            refused += refusal.isEmpty() ? 0 : 1;
        }
    });
    CHECK(refused > 0);
}

TEST_CASE("a verb is not done with less than it asks for, nor with what it does not ask for")
{
    TestStore store;
    forEachVerb([&](const Verb &verb) {
        const Status unasked = runVerb(*store, verb, newUuid(), {{u"no_such_input"_s, u"1"_s}});
        REQUIRE_FALSE(unasked);
        CHECK(unasked.error().code == Error::Code::InvalidInput);
        CHECK(unasked.error().text.contains(u"no_such_input"_s));
        if (!verb.reasonField())
            return;
        const Status silent = runVerb(*store, verb, newUuid());
        REQUIRE_FALSE(silent);
        CHECK(silent.error().code == Error::Code::InvalidInput);
        CHECK(silent.error().text.contains(u"理由"_s));
    });
    CHECK(store->journal()->empty());
}

TEST_CASE("a verb writes the read-only fields of the types it names, and of no other")
{
    TestStore store;
    Division division{.code = u"330421001"_s, .name = u"东门街道"_s, .level = DivisionLevel::Town};
    requireOk(store->change(u"新增"_s, [&](Change &change) { return change.insert(division); }));
    const Verb silent = verb<ExplainDivision, 0>("explain", "说明", {});
    const Status held = runVerb(*store, silent, division.id.text);
    REQUIRE_FALSE(held);
    CHECK(held.error().text.contains(u"保留理由"_s));
    CHECK(*store->count({.type = u"kept_reason"_s}) == 0);
    const Verb named =
        verb<ExplainDivision, 0>("explain", "说明", {.alsoWrites = {&recordType<KeptReason>()}});
    requireOk(runVerb(*store, named, division.id.text));
    CHECK(*store->count({.type = u"kept_reason"_s}) == 1);
}

TEST_CASE("old papers fill the fields marked for them, and no other that is read-only")
{
    TestStore store;
    KeptReason reason{.id = {},
                      .recordType = u"division"_s,
                      .recordId = u"00000000-0000-7000-8000-000000000001"_s,
                      .field = {},
                      .reason = u"证书上如此"_s};
    const Status held = runBackFill(*store, {recordType<KeptReason>(), u"旧台账.xlsx"_s}, u"补录"_s,
                                    [&](Change &change) { return change.insert(reason); });
    REQUIRE_FALSE(held);
    CHECK(held.error().text.contains(u"保留理由"_s));
    CHECK(store->journal()->empty());
}
