// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Builds for use and for tests compile the files of a folder together (packaging/lib/unity.cmake). What a
// file keeps to itself in an unnamed namespace must therefore have no namesake in the other files of its
// folder, nor in a header that one of them includes. Builds for writing code compile every file by itself and
// do not notice.
#include "tests/support/catch.h"
#include "tests/support/sourcefiles.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <optional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// Something that a file declares outside of classes and functions.
struct Declared
{
    QString name;
    /// Of a function its parameters as far as they stand in the same line, of an alias what it stands for:
    /// two that have the same name may live together when functions differ in this, and aliases do not.
    QString rest;
    enum class What { Type, Alias, Function, Variable } what = What::Type;
    bool isUnnamed = false; ///< In an unnamed namespace.
    QString scope;          ///< The namespaces around it that have names.
};

/// Whether a compiler that sees both takes one for the other, or does not know which is meant.
bool clash(const Declared &a, const Declared &b)
{
    using enum Declared::What;
    if (a.name != b.name || a.scope != b.scope)
        return false;
    if (a.what == Function && b.what == Function)
        return a.rest == b.rest;
    return !(a.what == Alias && b.what == Alias && a.rest == b.rest);
}

/// What a line that begins at the left edge declares, as clang-format writes it.
std::optional<Declared> declaredBy(const QString &line)
{
    static const QRegularExpression type(
        u"^(?:template<.*> )?(?:struct|class|enum class|enum) (\\w+)(?!\\w|;|::)"_s);
    static const QRegularExpression alias(u"^using (\\w+) = (.*);$"_s);
    static const QRegularExpression variable(
        u"^[\\w:<>,&*\\s]*?[\\s&*](\\w+)(?:\\[[^\\]]*\\])*(?: = |\\{)"_s);
    static const QRegularExpression constructed(u"^(?:const|constexpr|static|inline) [^(]*?(\\w+)\\(.*;$"_s);
    static const QRegularExpression function(u"^[\\w:<>,&*\\s]*?[\\s&*](\\w+)\\(([^;{]*)"_s);
    static const QString notDeclared = u" \t{}#/*("_s;
    using enum Declared::What;
    if (line.isEmpty() || notDeclared.contains(line.front()) || line.startsWith(u"using namespace"_s))
        return {};
    const std::pair<const QRegularExpression *, Declared::What> kinds[] = {{&type, Type},
                                                                           {&alias, Alias},
                                                                           {&variable, Variable},
                                                                           {&constructed, Variable},
                                                                           {&function, Function}};
    for (const auto &[pattern, what] : kinds) {
        if (const auto match = pattern->match(line); match.hasMatch())
            return Declared{match.captured(1), match.captured(2), what};
    }
    return {};
}

std::vector<Declared> declaredIn(const QString &text)
{
    static const QRegularExpression opening(u"^(?:inline )?namespace (?:([\\w:]+) )?\\{$"_s);
    std::vector<Declared> found;
    QStringList scopes; // empty ones are unnamed
    qsizetype opened = 0;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines[i];
        // A namespace of one line ends without a comment that says so.
        if (line.startsWith(u"} // namespace"_s) || (line == u"}"_s && i == opened + 2)) {
            if (!scopes.isEmpty())
                scopes.removeLast();
        } else if (const auto match = opening.match(line); match.hasMatch()) {
            scopes.append(match.captured(1));
            opened = i;
        } else if (auto declared = declaredBy(line)) {
            declared->isUnnamed = scopes.contains(QString());
            declared->scope = QStringList(scopes).filter(QRegularExpression(u"."_s)).join(u"::"_s);
            found.push_back(*std::move(declared));
        }
    }
    return found;
}

/// One source text beside others.
struct Source
{
    QString path;
    QString text;
};

/// A line for each clash within these files of one folder and the \a headers that they see.
QStringList clashes(const std::vector<Source> &files, const std::vector<Source> &headers)
{
    struct Place
    {
        Declared declared;
        QString path;
    };
    QHash<QString, std::vector<Place>> known;
    for (const Source &header : headers) {
        for (const Declared &one : declaredIn(header.text))
            known[one.name].push_back({one, header.path});
    }
    QStringList found;
    for (const Source &file : files) {
        for (const Declared &one : declaredIn(file.text)) {
            if (!one.isUnnamed)
                continue;
            std::vector<Place> &places = known[one.name];
            for (const Place &place : places) {
                if (place.path != file.path && clash(one, place.declared))
                    found += u"“%1” of %2 stands in %3 too"_s.arg(one.name, file.path, place.path);
            }
            places.push_back({one, file.path});
        }
    }
    return found;
}

/// The headers of ours that these files include, and those that these include.
std::vector<Source> headersOf(const std::vector<Source> &files)
{
    static QHash<QString, QString> texts;
    std::vector<Source> found;
    QSet<QString> seen;
    QStringList open;
    for (const Source &file : files)
        open += ownIncludes(file.text);
    while (!open.isEmpty()) {
        const QString path = open.takeLast();
        if (!path.contains(u'/') || seen.contains(path))
            continue;
        seen.insert(path);
        if (!texts.contains(path))
            texts.insert(path, sourceText(path));
        found.push_back({path, texts.value(path)});
        open += ownIncludes(found.back().text);
    }
    return found;
}

} // namespace

TEST_CASE("what a file keeps to itself has no namesake in its folder or in what its folder includes")
{
    QMap<QString, std::vector<Source>> folders;
    for (const QString &path : filesNamed({u"*.cpp"_s}, {u"core"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
        if (!path.startsWith(u"tests/bench/"_s) && !path.startsWith(u"tests/tools/"_s)) // compiled one by one
            folders[path.section(u'/', 0, -2)].push_back({path, sourceText(path)});
    }
    REQUIRE(folders.size() > 20);
    for (const std::vector<Source> &files : folders) {
        for (const QString &found : clashes(files, headersOf(files)))
            FAIL_CHECK(found << "; files of a folder are compiled together: share it or rename it");
    }
}

TEST_CASE("the check for namesakes finds those that do not compile together, and no others")
{
    const auto together = [](const QString &one, const QString &other, const QString &header = {}) {
        const QString inside =
            u"namespace core {\n\nnamespace {\n\n%1\n\n} // namespace\n\n} // namespace core\n"_s;
        return clashes({{u"a.cpp"_s, inside.arg(one)}, {u"b.cpp"_s, inside.arg(other)}}, {{u"c.h"_s, header}})
            .isEmpty();
    };
    CHECK_FALSE(together(u"struct Row\n{\n};"_s, u"class Row\n{\n};"_s));
    CHECK_FALSE(together(u"constexpr int width = 3;"_s, u"constexpr qint64 width = 3;"_s));
    CHECK_FALSE(
        together(u"constexpr std::array<int, 2> weights{1, 2};"_s, u"const char *const weights[] = {"_s));
    CHECK_FALSE(together(u"const QRegularExpression word(u\"a\"_s);"_s, u"const QString word = u\"a\"_s;"_s));
    CHECK_FALSE(together(u"bool isDigit(QChar c)\n{\n}"_s, u"bool isDigit(QChar c)\n{\n}"_s));
    CHECK_FALSE(together(u"using Kind = A::Kind;"_s, u"using Kind = B::Kind;"_s));
    const QString kind = u"namespace core {\n\nenum class Kind { Text };\n\n} // namespace core\n"_s;
    CHECK_FALSE(together(u"using Kind = A::Kind;"_s, u""_s, kind));
    CHECK(together(u"using Kind = A::Kind;"_s, u""_s, QString(kind).replace(u"core"_s, u"other"_s)));

    CHECK(
        together(u"struct Row\n{\n};"_s, u"struct Column\n{\n};"_s, u"namespace core {\nstruct Row;\n}\n"_s));
    CHECK(together(u"struct Row\n{\n};\n\n} // namespace\n\nint row()\n{"_s, u"int column()\n{"_s,
                   u"namespace core {\n\nint row();\n\n} // namespace core\n"_s));
    CHECK(together(u"QString text(Money value)\n{\n}"_s, u"QString text(Decimal value)\n{\n}"_s));
    CHECK(together(u"using Kind = A::Kind;"_s, u"using Kind = A::Kind;"_s));
    CHECK(together(u"int f()\n{\n    int width = 1;\n}"_s, u"int g()\n{\n    int width = 1;\n}"_s));
}
