// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features.h"
#include "tests/support/catch.h"
#include "tests/support/sourcefiles.h"
#include "ui/featurepages.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

// The rules. A folder may include itself, the folders and headers it names here, and nothing else of ours:
// upward and sideways includes fail. A folder without a line here fails, so that a new one gets its place on
// purpose.

struct Layer
{
    QString folder;     ///< Files below it; the longest that fits counts.
    QStringList mayUse; ///< Folders; one of them covers what is below it.
};

const QStringList spine{u"core/base"_s, u"core/record"_s, u"core/store"_s};
const QStringList featureParts = spine + QStringList{u"core/feature"_s}; // and what a feature can add
const QStringList registers = featureParts + QStringList{u"core/registry"_s};
// The folders of features. Each may use the registers, none another.
const QStringList featureFolders{u"core/party"_s,  u"core/supervision"_s, u"core/service"_s,
                                 u"core/filing"_s, u"core/evaluation"_s,  u"core/security"_s};
const QStringList features = registers + featureFolders;
const QStringList outside = features + QStringList{u"core/tabular"_s};
const QStringList lists = features + QStringList{u"core/agenda"_s};

const std::vector<Layer> layers = [] {
    std::vector<Layer> all{
        {u"core/base"_s, {}},
        {u"core/record"_s, {u"core/base"_s}},
        {u"core/store"_s, {u"core/base"_s, u"core/record"_s}},
        {u"core/feature"_s, spine},
        {u"core/agenda"_s, registers}, // what is due and found, from the sources of all features
        {u"core/registry"_s, featureParts},
        {u"core/tabular"_s, {u"core/base"_s}}, // spreadsheets: knows no record
        {u"core/exchange"_s, outside},
        // What other features say of an organization comes as facts.
        {u"core/report"_s,
         registers + QStringList{u"core/evaluation"_s, u"core/tabular"_s, u"core/features.h"_s}},
        {u"core/sample"_s, outside},
        {u"core"_s, lists}, // core/features.cpp, the one list of all features
        {u"ui"_s, {u"core"_s}},
        {u"app"_s, {u"core"_s, u"ui"_s}},
    };
    for (const QString &folder : featureFolders)
        all.push_back({folder, registers});
    return all;
}();

// Headers of others that only one folder may include.
struct Reserved
{
    const char *header;
    const char *folder;
};

const std::vector<Reserved> reservedHeaders{
    {"sqlite3.h", "core/store"}, {"xlsxwriter.h", "core/tabular"},    {"pugixml.hpp", "core/tabular"},
    {"unzip.h", "core/tabular"}, {"minizip/unzip.h", "core/tabular"},
};

// The sample county is a library of its own, which the window is not linked with.
const QStringList sampleUsers{u"core/sample"_s, u"app/cli"_s};

// Qt modules that only one folder may include; core may not include any module that is not named here.
const QStringList coreModules{u"QtCore"_s, u"QtConcurrent"_s};
const QStringList storeModules = coreModules + QStringList{u"QtSql"_s};

// Words that stand only below core/store: SQL is made in one place.
const QRegularExpression sqlWords(u"\\b(QSql\\w+|sqlite3_\\w+)\\b"_s);

// Words that stand only in the table of settings: no setting is kept or read past it.
const QRegularExpression settingWords(u"\\b(QSettings\\b|(?:List)?Setting<)"_s);

// Words that sort as the system does: every system has its own order of Chinese, ours is that of
// pinyinSortKey().
const QRegularExpression systemOrder(u"\\b(localeAwareCompare|QCollator|strcoll|wcscoll)\\b"_s);

// Words that write a file past the door that makes it whole, lets it replace nothing unasked and keeps others
// from reading it.
const QRegularExpression fileWriting(u"\\b(QSaveFile|QTemporaryFile|WriteOnly)\\b"_s);
const QStringList fileWriters{u"core/base/outputfile."_s,    // the door
                              u"core/base/runlog.cpp"_s,     // goes on where it stands
                              u"core/store/database.cpp"_s}; // SQLite writes

// A plain tr() inside a widget is QObject's, with the class as its context: one sentence would have two
// homes.
const QRegularExpression plainTr(u"(?<![\\w:.>])tr\\("_s);

const QStringList spdxLines{u"// SPDX-FileCopyrightText: 2026 The Shanzhi authors"_s,
                            u"// SPDX-License-Identifier: GPL-3.0-or-later"_s};

bool isBelow(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/');
}

const Layer *layerOf(const QString &path)
{
    const Layer *best = nullptr;
    for (const Layer &layer : layers) {
        // "core" itself stands for the files that lie directly in it.
        const bool fits = isBelow(path, layer.folder) && (layer.folder != u"core"_s || path.count(u'/') == 1);
        if (fits && (!best || layer.folder.size() > best->folder.size()))
            best = &layer;
    }
    return best;
}

/// The Qt module that a header as written in <> comes from; empty when it is none of Qt.
QString qtModuleOf(const QString &header)
{
    if (header.contains(u'/'))
        return header.startsWith(u"Qt"_s) ? header.section(u'/', 0, 0) : QString();
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QString &module : headers.entryList({u"Qt*"_s}, QDir::Dirs)) {
        if (QFile::exists(headers.filePath(module + u'/' + header)))
            return module;
    }
    return {};
}

QString checkOwnInclude(const QString &path, const QString &included)
{
    const Layer *layer = layerOf(path);
    if (included.endsWith(u".moc"_s) || included.startsWith(u"ui_"_s))
        return {};
    if (!included.contains(u'/'))
        return path + u" includes \""_s + included + u"\" without its path from the root"_s;
    QStringList allowed = layer->mayUse;
    allowed += layer->folder;
    const auto isBelowAny = [](const QString &file, const QStringList &folders) {
        return std::any_of(folders.begin(), folders.end(),
                           [&](const QString &f) { return file == f || isBelow(file, f); });
    };
    const bool fits = isBelowAny(included, allowed) &&
                      (!isBelow(included, u"core/sample"_s) || isBelowAny(path, sampleUsers));
    return fits ? QString() : path + u" may not include "_s + included;
}

QString checkForeignInclude(const QString &path, const QString &header)
{
    for (const Reserved &reserved : reservedHeaders) {
        if (header == QLatin1StringView(reserved.header) &&
            !isBelow(path, QString::fromLatin1(reserved.folder)))
            return path + u": only "_s + QLatin1StringView(reserved.folder) + u" may include "_s + header;
    }
    const QString module = qtModuleOf(header);
    const bool isStore = isBelow(path, u"core/store"_s);
    if (module.isEmpty() || (isStore ? storeModules : coreModules).contains(module))
        return {};
    if (isBelow(path, u"core"_s) || module == u"QtSql"_s)
        return path + u" may not include "_s + module + u'/' + header;
    return {};
}

/// Everything wrong with the file \a path (from the root of the project) with this \a text.
QStringList violations(const QString &path, const QString &text)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*(?:\"([^\"]+)\"|<([^>]+)>)"_s,
                                            QRegularExpression::MultilineOption);
    if (!layerOf(path))
        return {path + u" lies in a folder that has no place in tests/layering_test.cpp"_s};
    QStringList found;
    if (text.split(u'\n').mid(0, 2) != spdxLines)
        found += path + u" does not begin with the two SPDX lines"_s;
    for (auto matches = include.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        found += match.hasCaptured(1) ? checkOwnInclude(path, match.captured(1))
                                      : checkForeignInclude(path, match.captured(2));
    }
    if (const auto match = sqlWords.match(text); match.hasMatch() && !isBelow(path, u"core/store"_s))
        found += path + u" uses "_s + match.captured(1) + u", which belongs into core/store"_s;
    if (const auto match = settingWords.match(text); match.hasMatch() && !path.startsWith(u"ui/settings."_s))
        found += path + u" uses "_s + match.captured(1) + u", which belongs into ui/settings.h"_s;
    if (const auto match = systemOrder.match(text); match.hasMatch())
        found +=
            path + u": "_s + match.captured(1) + u" sorts differently on each system; use pinyinSortKey()"_s;
    const bool writesFiles = std::any_of(fileWriters.begin(), fileWriters.end(),
                                         [&](const QString &writer) { return path.startsWith(writer); });
    if (const auto match = fileWriting.match(text); match.hasMatch() && !writesFiles)
        found += path + u" uses "_s + match.captured(1) + u"; files are written by core/base/outputfile.h"_s;
    if (!isBelow(path, u"core"_s) && plainTr.match(text).hasMatch())
        found += path + u" says tr(); outside core/ it is core::tr()"_s;
    found.removeAll(QString());
    return found;
}

const QStringList program{u"core"_s, u"ui"_s, u"app"_s};

QStringList sourceFiles()
{
    return filesNamed({u"*.h"_s, u"*.cpp"_s}, program);
}

// How a record type and a field are described.
const QRegularExpression describedType(u"record<(\\w+),.*?>\\(\\s*\"(\\w+)\""_s,
                                       QRegularExpression::DotMatchesEverythingOption);
const QRegularExpression describedField(u"\\bfield<[^>]*>\\(\\s*\"(\\w+)\""_s);

bool isDescription(const QString &text)
{
    return text.contains(u"record<"_s) || text.contains(u"field<"_s);
}

/// The keys of all record types and of their fields.
QSet<QString> describedKeys()
{
    QSet<QString> keys;
    for (const QString &file : sourceFiles()) {
        const QString text = sourceText(file);
        if (const auto type = describedType.match(text); type.hasMatch())
            keys += type.captured(2);
        for (auto fields = describedField.globalMatch(text); fields.hasNext();)
            keys += fields.next().captured(1);
    }
    return keys;
}

// What may be written out although it is the key of a field or type. The id of a record, which every type
// has, may stand everywhere.
struct WrittenKeys
{
    QString file;
    QStringList keys;
    const char *why;
};

const std::vector<WrittenKeys> writtenKeys{
    {u"app/cli/evaluate.cpp"_s, {u"journal_head"_s, u"result_hash"_s}, "names in an answer for machines"},
    {u"core/store/query.cpp"_s, {u"field"_s, u"year"_s}, "names in the JSON form of a query"},
    {u"core/store/journalconversion.cpp"_s,
     {u"legal_representative"_s, u"contact_name"_s, u"contact_phone"_s, u"identity_number"_s, u"born_on"_s,
      u"political_status"_s, u"party_organization"_s, u"party_instructor"_s},
     "what was personal in a released format, whatever the descriptions say now"},
};

/// The keys of types and fields that a file writes out where a member could name them. A path, and a key of
/// several words, is seen wherever it stands; a key that is a plain word too ("name") only behind what
/// asks the store or looks up a field, in the same statement.
QStringList writtenOut(const QString &path, const QString &text, const QSet<QString> &keys)
{
    static const QRegularExpression comment(u"//[^\n]*"_s);
    static const QRegularExpression literal(
        u"\"([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)(?::(?:year|quarter|month))?\""_s);
    static const QRegularExpression asks(
        u"\\b(?:type|columns|group|sort|measures|where|via) = |\\b(?:Condition|Measure)::|\\bSortKey\\b|"
        "\\b(?:columns|group|sort|measures|parts)\\.push_back\\(|"
        "\\b(?:indexOf|findRecordType|fieldAt)\\(|(?:\\.|->)field\\("_s);
    QStringList found;
    if (isDescription(text))
        return found;
    const auto allowed = std::ranges::find(writtenKeys, path, &WrittenKeys::file);
    for (const QString &statement : QString(text).remove(comment).split(u';')) {
        const auto asking = asks.match(statement);
        for (auto literals = literal.globalMatch(statement); literals.hasNext();) {
            const auto written = literals.next();
            const QString key = written.captured(1);
            const bool isAsked = asking.hasMatch() && asking.capturedStart() < written.capturedStart();
            const QStringList parts = key.split(u'.');
            const bool isKey = std::all_of(parts.begin(), parts.end(),
                                           [&](const QString &part) { return keys.contains(part); });
            const bool isPlainWord = parts.size() == 1 && !key.contains(u'_');
            if (isKey && key != u"id"_s && (isAsked || !isPlainWord) &&
                (allowed == writtenKeys.end() || !allowed->keys.contains(key)))
                found += key;
        }
    }
    return found;
}

/// The words that name a feature: its folder, and the keys and structs of its record types.
QStringList wordsOfFeatures()
{
    static const QRegularExpression shortened(u"using R = (\\w+);"_s);
    QStringList words;
    for (const QString &feature : filesNamed({u"*feature.cpp"_s}, program)) {
        const QString folder = feature.section(u'/', 0, 1);
        words += u"\\w*"_s + folder.section(u'/', 1) + u"\\w*"_s;
        for (const QString &file : sourceFiles()) {
            const QString text = isBelow(file, folder) ? sourceText(file) : QString();
            if (const auto record = shortened.match(text); record.hasMatch())
                words += record.captured(1);
            if (const auto key = describedType.match(text); key.hasMatch())
                words += u'"' + key.captured(2) + u'"';
        }
    }
    return words;
}

/// The words among \a words that \a text says.
QStringList said(const QString &text, const QStringList &words)
{
    QStringList found;
    for (const QString &word : words) {
        const QString pattern = word.startsWith(u'"') ? word : u"\\b"_s + word + u"\\b"_s;
        const QRegularExpression expression(pattern, word.startsWith(u"\\w"_s)
                                                         ? QRegularExpression::CaseInsensitiveOption
                                                         : QRegularExpression::NoPatternOption);
        if (const auto match = expression.match(text); match.hasMatch())
            found += match.captured();
    }
    return found;
}

} // namespace

TEST_CASE("no file of core, ui or app includes upward or sideways, or what only others may")
{
    const QStringList files = sourceFiles();
    REQUIRE(files.size() > 50);
    for (const QString &file : files) {
        for (const QString &violation : violations(file, sourceText(file)))
            FAIL_CHECK(violation);
    }
}

TEST_CASE("every source file of core, ui and app is named in a CMake file")
{
    static const QRegularExpression name(u"[\\w./-]+\\.(?:h|cpp)\\b"_s);
    QSet<QString> listed;
    for (const QString &file : filesNamed({u"CMakeLists.txt"_s, u"*.cmake"_s}, program)) {
        const QString text = sourceText(file);
        for (auto matches = name.globalMatch(text); matches.hasNext();) {
            const QString path = matches.next().captured();
            listed += file.section(u'/', 0, 0) + u'/' + path; // from core/, as in core/base/sources.cmake
            listed += file.section(u'/', 0, -2) + u'/' + path;
        }
    }
    for (const QString &file : sourceFiles()) {
        if (!listed.contains(file))
            FAIL_CHECK(file << " is in no CMake file");
    }
}

TEST_CASE("every feature that has its files stands in the two lists, under the name of its folder")
{
    const auto isIn = [](const auto &list, const QString &key) {
        return std::any_of(list.begin(), list.end(),
                           [&](const auto *one) { return key == QLatin1StringView(one->key); });
    };
    const QStringList values = filesNamed({u"*feature.cpp"_s}, {u"core"_s});
    CHECK(values.contains(u"core/party/partyfeature.cpp"_s));
    for (const QString &file : values) {
        if (!isIn(core::allFeatures(), file.section(u'/', 1, 1)))
            FAIL_CHECK(file << " is not in core/features.cpp, or its key is not the name of its folder");
    }
    const QStringList pages = filesNamed({u"*pages.cpp"_s}, {u"ui/features"_s});
    CHECK(pages.contains(u"ui/features/partypages.cpp"_s));
    for (const QString &file : pages) {
        if (!isIn(ui::allFeaturePages(), file.section(u'/', -1).remove(u"pages.cpp"_s)))
            FAIL_CHECK(file << " is not in ui/featurepages.cpp, or its key is not that of its feature");
    }
}

TEST_CASE("neither the window around the pages nor the start of the command line names a feature")
{
    const QStringList words = wordsOfFeatures();
    CHECK(words.contains(u"\\w*supervision\\w*"_s));
    CHECK(words.contains(u"Grade"_s));
    CHECK(words.contains(u"\"party_organization\""_s));
    CHECK(said(u"#include \"core/party/partyfeature.h\""_s, words).size() == 1);
    CHECK(said(u"core::recordType<core::Grade>()"_s, words) == QStringList{u"Grade"_s});
    CHECK(said(u"showPage(u\"party_organization\"_s)"_s, words).size() == 2);
    CHECK(said(u"new EvaluationPage(session)"_s, words).size() == 1);
    for (const QString &file : sourceFiles()) {
        if (!isBelow(file, u"ui/window"_s) && file != u"app/cli/main.cpp"_s)
            continue;
        for (const QString &word : said(sourceText(file), words))
            FAIL_CHECK(file << " names " << word);
    }
}

TEST_CASE("no file but descriptions writes out the key of a record type or of a field")
{
    const QSet<QString> keys = describedKeys() + QSet<QString>{u"id"_s};
    REQUIRE(keys.size() > 100);
    for (const QString &file : sourceFiles()) {
        for (const QString &key : writtenOut(file, sourceText(file), keys))
            FAIL_CHECK(file << " writes out \"" << key << "\"; use path<…>(), where::… or recordType<…>()");
    }
    for (const WrittenKeys &written : writtenKeys) {
        const QString text = sourceText(written.file);
        for (const QString &key : written.keys) {
            if (!text.contains(u'"' + key + u'"'))
                FAIL_CHECK(written.file << " does not write out \"" << key << "\" any more");
        }
    }
}

TEST_CASE("the check of keys that are written out finds what it is meant to find")
{
    const QSet<QString> keys{u"organization"_s, u"party_activity"_s, u"name"_s, u"rank_in_kind"_s,
                             u"id"_s,           u"held_on"_s,        u"kind"_s, u"year"_s};
    const auto found = [&](const QString &text) { return writtenOut(u"ui/a.cpp"_s, text, keys); };
    CHECK(found(u"query.type = u\"organization\"_s;"_s) == QStringList{u"organization"_s});
    CHECK(found(u"Query all{.type = u\"organization\"_s,\n .columns = {u\"id\"_s, u\"name\"_s}};"_s) ==
          QStringList{u"organization"_s, u"name"_s});
    CHECK(found(u"a(); Condition::is(u\"kind\"_s, kind);"_s) == QStringList{u"kind"_s});
    CHECK(found(u"query.sort.push_back({u\"name\"_s, false});"_s) == QStringList{u"name"_s});
    CHECK(found(u"if (path == \"organization.name\"_L1)"_s) == QStringList{u"organization.name"_s});
    CHECK(found(u"by(u\"held_on:month\"_s);"_s) == QStringList{u"held_on"_s});
    CHECK(found(u"return u\"rank_in_kind\"_s;"_s) == QStringList{u"rank_in_kind"_s});
    CHECK(found(u"county, {file, \"party_activity\", title}"_s) == QStringList{u"party_activity"_s});
    CHECK(found(u"values.at(type.indexOf(\"year\"))"_s) == QStringList{u"year"_s});
    CHECK(found(u"findRecordType(\"organization\")"_s) == QStringList{u"organization"_s});

    CHECK(found(u"// query.type = u\"organization\"_s;"_s).isEmpty());
    CHECK(found(u"query.columns = {u\"id\"_s};"_s).isEmpty());
    CHECK(found(u"json.insert(u\"name\"_s, name); setObjectName(u\"kind\"_s);"_s).isEmpty());
    CHECK(found(u"open(u\"organization.xlsx\"_s);"_s).isEmpty());
    CHECK(found(u"return {\"kind\", queryOf<R>(Condition::all({}))};"_s).isEmpty());
    CHECK(found(u"query.columns = {core::path<&R::name>()}; f(\"name\");"_s).isEmpty());
    CHECK(found(u"field<&R::name>(\"name\", …), x(\"rank_in_kind\")"_s).isEmpty());
    CHECK(writtenOut(u"core/store/query.cpp"_s, u"sort.push_back({json.value(\"year\"_L1)})"_s, keys)
              .isEmpty());
}

TEST_CASE("the check finds what it is meant to find")
{
    const auto found = [](const QString &path, const QString &line) {
        return !violations(path, spdxLines.join(u'\n') + u'\n' + line).isEmpty();
    };
    CHECK_FALSE(found(u"core/party/a.cpp"_s, u"#include \"core/registry/organization.h\""_s));
    CHECK_FALSE(found(u"core/store/a.cpp"_s, u"#include <QSqlQuery>\n#include <sqlite3.h>\nQSqlQuery q;"_s));
    CHECK_FALSE(found(u"core/features.cpp"_s, u"#include \"core/party/partyactivity.h\""_s));
    CHECK_FALSE(found(u"ui/pages/home.cpp"_s,
                      u"#include <QWidget>\n#include \"core/store/store.h\"\n#include \"home.moc\""_s));
    CHECK_FALSE(found(u"app/main.cpp"_s, u"#include \"ui/mainwindow.h\"\n#include <QApplication>"_s));
    CHECK_FALSE(found(u"app/cli/sample.cpp"_s, u"#include \"core/sample/samplefiles.h\""_s));
    CHECK_FALSE(found(u"ui/settings.cpp"_s, u"template struct Setting<Theme>;\n#include <QSettings>"_s));

    CHECK(found(u"core/base/a.h"_s, u"#include \"core/record/field.h\""_s));
    CHECK(found(u"core/store/a.h"_s, u"  #  include \"core/registry/organization.h\""_s));
    CHECK(found(u"core/registry/a.cpp"_s, u"#include \"core/party/partyactivity.h\""_s));
    CHECK(found(u"core/party/a.cpp"_s, u"#include \"core/service/project.h\""_s));
    CHECK(found(u"core/evaluation/a.cpp"_s, u"#include \"core/supervision/grade.h\""_s));
    CHECK(found(u"core/tabular/a.cpp"_s, u"#include \"core/record/field.h\""_s));
    CHECK(found(u"core/report/a.cpp"_s, u"#include \"core/exchange/packet.h\""_s));
    CHECK(found(u"core/report/a.cpp"_s, u"#include \"ui/style/theme.h\""_s));
    CHECK(found(u"core/report/a.cpp"_s, u"#include <QPainter>"_s));
    CHECK(found(u"core/report/a.cpp"_s, u"#include <QtGui/QFont>"_s));
    CHECK(found(u"core/report/a.cpp"_s, u"#include <QWidget>"_s));
    CHECK(found(u"core/report/a.cpp"_s, u"#include <sqlite3.h>"_s));
    CHECK(found(u"core/report/a.cpp"_s, u"#include <QSqlQuery>"_s));
    CHECK(found(u"core/report/a.cpp"_s, u"class QSqlDatabase;"_s));
    CHECK(found(u"core/store/a.cpp"_s, u"#include <pugixml.hpp>"_s));
    CHECK(found(u"ui/pages/home.cpp"_s, u"#include \"app/shanzhi.h\""_s));
    CHECK(found(u"ui/pages/home.cpp"_s, u"#include <QSqlTableModel>"_s));
    CHECK(found(u"ui/pages/home.cpp"_s, u"#include \"home.h\""_s));
    CHECK(found(u"ui/pages/home.cpp"_s, u"return a.localeAwareCompare(b) < 0;"_s));
    CHECK(found(u"ui/pages/home.cpp"_s, u"setText(tr(\"首页\"));"_s));
    CHECK_FALSE(found(u"ui/pages/home.cpp"_s, u"setText(core::tr(\"首页\"));"_s));
    CHECK_FALSE(found(u"core/party/a.cpp"_s, u"return tr(\"党组织\");"_s));
    CHECK(found(u"ui/pages/home.cpp"_s, u"QSettings().value(u\"theme\"_s)"_s));
    CHECK(found(u"app/window/main.cpp"_s, u"const ui::Setting<QString> own{u\"own\"_s};"_s));
    CHECK(found(u"ui/pages/home.cpp"_s, u"#include \"core/sample/samplefiles.h\""_s));
    CHECK(found(u"app/window/main.cpp"_s, u"#include \"core/sample/samplefiles.h\""_s));
    CHECK(found(u"core/newfolder/a.cpp"_s, u""_s));
    CHECK(violations(u"core/base/a.h"_s, u"#pragma once\n"_s).size() == 1); // no SPDX lines
}
