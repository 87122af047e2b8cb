// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/describe.h"

#include <QDateTime>

#include <concepts>
#include <memory>
#include <span>
#include <vector>

namespace core {

class Change;
class Store;

/// What a verb may ask besides its record and its input.
struct VerbContext
{
    const Store &store; ///< Within the change: it sees what the verb has written.
    QDateTime now;      ///< UTC.
};

/// Who notices a verb.
enum class Reach {
    Inward,  ///< The file only: undo takes it back.
    Outward, ///< Somebody outside: a number is issued, a paper delivered, a year published. Undo stops
             ///< before.
};

/// What the functions of a verb cannot tell.
struct VerbTraits
{
    const char *explanation = ""; ///< What it means for the clerk, a sentence above what is asked. Chinese.
    Reach reach = Reach::Inward;
    const char *counter = "";  ///< Outward: key of the verb on the same type that goes back, with a reason.
    const char *whyFinal = ""; ///< Outward without counter: why nothing goes back, a sentence. Chinese.
    TypeList alsoWrites = {};  ///< Other types whose read-only fields it writes.
    bool isLong = false;       ///< May take seconds: a window does it as a task.
};

/// Something that is done to a record as a whole: a decision, a step. Only verbs (and the few acts of
/// core/store/act.h) write read-only fields: states, decisions, scores. Window and command line show all
/// verbs of a record's type; a verb is run by runVerb() (core/store/runverb.h). Made by verb().
struct Verb
{
    const char *key = nullptr;   ///< Within its type. Never changes once released: scripts use it.
    const char *title = nullptr; ///< Chinese, on its button.
    const RecordType &(*type)() = nullptr;
    VerbTraits traits;
    Description input; ///< What the clerk has to give.
    /// Why it cannot be done with this record as it is, for the clerk; empty: it can. Looks at nothing else.
    QString (*refusal)(const void *record) = nullptr;
    /// Whether the rest of the file allows it; null: it is not asked.
    Status (*guard)(const VerbContext &, const void *record, const void *input) = nullptr;
    Status (*run)(Change &, const VerbContext &, const void *record, const void *input) = nullptr;

    bool isOutward() const { return traits.reach == Reach::Outward; }
    /// The field of the input that says why; null: it asks for no reason.
    const Field *reasonField() const { return input.field("reason"); }
};

/// Of a verb that asks for nothing.
struct NoInput
{};

/// The functions of a verb, as static members of a struct that also names what they work on:
///
///     struct CancelGrade
///     {
///         using Record = Grade;
///         struct Input { QDate decidedOn; QString reason; }; // or: using Input = NoInput;
///         static QString refusal(const Grade &);
///         static Status guard(const VerbContext &, const Grade &, const Input &); // where there is one
///         static Status run(Change &, const VerbContext &, const Grade &, const Input &);
///     };
template<typename D>
concept Deed = requires(Change &change, const VerbContext &context, const typename D::Record &record,
                        const typename D::Input &input)
{
    {
        D::refusal(record)
        } -> std::same_as<QString>;
    {
        D::run(change, context, record, input)
        } -> std::same_as<Status>;
};

/// The reason a clerk gives, as a field of an input: it stands in the journal beside the entry.
template<auto M>
Field reasonField(FieldTraits traits = {})
{
    traits.required = true;
    if (traits.maxLength == 0)
        traits.maxLength = 200;
    return field<M>("reason", "理由", std::move(traits));
}

/// A verb with the functions of \a D. Describe every member of its input: state their number as \a Members.
template<Deed D, size_t Members>
Verb verb(const char *key, const char *title, VerbTraits traits, std::vector<Field> input = {})
{
    using R = typename D::Record;
    using Input = typename D::Input;
    Verb made{key, title, &recordType<R>, std::move(traits), describe<Input, Members>(std::move(input))};
    made.refusal = [](const void *r) { return D::refusal(*static_cast<const R *>(r)); };
    if constexpr (requires { &D::guard; }) {
        made.guard = [](const VerbContext &context, const void *r, const void *i) -> Status {
            return D::guard(context, *static_cast<const R *>(r), *static_cast<const Input *>(i));
        };
    }
    made.run = [](Change &change, const VerbContext &context, const void *r, const void *i) -> Status {
        return D::run(change, context, *static_cast<const R *>(r), *static_cast<const Input *>(i));
    };
    return made;
}

/// Every verb of the program, those of one type together, in the order in which they are offered.
std::span<const Verb *const> allVerbs();
std::vector<const Verb *> verbsOf(const RecordType &type);
/// The verb of this type with this key; null: none.
const Verb *findVerb(const RecordType &type, QAnyStringView key);

/// Verb::refusal() of the record with these \a values (by field).
QString refusalOf(const Verb &verb, const QVariantList &values);

} // namespace core
