// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xlsxparts.h"

#include "core/tabular/badfile.h"
#include "core/tabular/xmlelements.h"

#include <QHash>
#include <QUrl>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int maxStyles = 65'536;

struct Relation
{
    QString type; ///< The last word of the type's address: "worksheet".
    QString target;
};

/// \a target of a relation of the part \a base ("xl/workbook.xml") as a name in the zip.
QString resolved(const QString &base, const QString &target)
{
    QString address = target;
    address.replace(u'\\', u'/');
    QStringList path = address.startsWith(u'/') ? QStringList() : base.split(u'/');
    if (!path.isEmpty())
        path.removeLast();
    const QStringList steps = address.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        if (step == u"..") {
            if (!path.isEmpty())
                path.removeLast();
        } else if (step != u".") {
            path.append(step);
        }
    }
    return path.join(u'/');
}

/// resolved(), or what \a target is from the top when only that is there: some programs forget the slash.
QString partOf(const ZipFile &zip, const QString &base, const QString &target)
{
    const QString part = resolved(base, target);
    const QString fromTop = resolved({}, target);
    return !zip.contains(part) && zip.contains(fromTop) ? fromTop : part;
}

/// Why a zip file without the relations of a workbook is refused.
BadFile withoutWorkbook(const ZipFile &zip)
{
    constexpr int longestType = 128;
    const auto type = zip.openEntry(u"mimetype"_s);
    if (!type)
        return BadFile::NotAWorkbook;
    QByteArray text(longestType, '\0');
    const auto got = (*type)->read(text.data(), longestType);
    return got && text.contains("opendocument.spreadsheet") ? BadFile::OpenDocument : BadFile::NotAWorkbook;
}

/// The name of the part that holds the relations of \a part.
QString relationsPart(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    return part.left(slash + 1) + u"_rels/"_s + part.mid(slash + 1) + u".rels"_s;
}

Result<QHash<QString, Relation>> readRelations(const ZipFile &zip, const QString &part)
{
    CORE_ASSIGN(const auto stream, zip.openEntry(relationsPart(part)));
    pugi::xml_document document;
    CORE_ASSIGN(const pugi::xml_node root, readXml(*stream, document));
    QHash<QString, Relation> relations;
    for (const pugi::xml_node &element : root.children()) {
        const char *id = attributeOf(element, "Id");
        const char *type = attributeOf(element, "Type");
        const char *target = attributeOf(element, "Target");
        const char *mode = attributeOf(element, "TargetMode");
        if (localName(element) != "Relationship" || !id || !type || !target ||
            (mode && std::string_view(mode) == "External"))
            continue;
        const QString address = QString::fromUtf8(type);
        relations.insert(QString::fromUtf8(id),
                         {address.mid(address.lastIndexOf(u'/') + 1), QString::fromUtf8(target)});
    }
    return relations;
}

/// The child of \a element with this name; empty when there is none.
pugi::xml_node childOf(const pugi::xml_node &element, std::string_view name)
{
    return element.find_child([&](const pugi::xml_node &child) { return localName(child) == name; });
}

/// A whole number in the attribute \a name; 0 when there is none.
int numberOf(const pugi::xml_node &element, std::string_view name)
{
    const char *text = attributeOf(element, name);
    return text ? std::atoi(text) : 0;
}

/// Calls \a take with each \a name.second in \a name.first of a part of any size, until it says no: too many.
template<typename Take>
Status forEachElement(const ZipFile &zip, const QString &part,
                      const std::pair<std::string_view, std::string_view> &name, const Take &take)
{
    CORE_ASSIGN(const auto stream, zip.openEntry(part));
    XmlElements elements(*stream, name.first, name.second);
    for (;;) {
        CORE_ASSIGN(const pugi::xml_node some, elements.next());
        if (!some)
            return ok();
        for (const pugi::xml_node &element : some.children()) {
            if (localName(element) == name.second && !take(element))
                return badFile(BadFile::Bomb, u"too many styles"_s);
        }
    }
}

} // namespace

QString unescapeXstring(const QString &text)
{
    constexpr qsizetype escapeLength = 7; // _x000D_
    QString out;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u"_x"_s); at >= 0; at = text.indexOf(u"_x"_s, at + 1)) {
        if (at < from || at + escapeLength > text.size() || text[at + 6] != u'_')
            continue;
        bool isHex = false;
        const ushort code = QStringView(text).mid(at + 2, 4).toUShort(&isHex, 16);
        if (!isHex)
            continue;
        out += QStringView(text).mid(from, at - from);
        out += QChar(code);
        from = at + escapeLength;
    }
    return from == 0 ? text : out + text.mid(from);
}

Result<WorkbookParts> readWorkbookParts(const ZipFile &zip)
{
    if (!zip.contains(u"_rels/.rels"_s))
        return badFile(withoutWorkbook(zip));
    CORE_ASSIGN(const auto packageRelations, readRelations(zip, QString()));
    QString workbook;
    for (const Relation &relation : packageRelations) {
        if (relation.type == u"officeDocument")
            workbook = resolved(QString(), relation.target);
    }
    if (workbook.endsWith(u".bin"_s))
        return badFile(BadFile::BinaryWorkbook);
    if (workbook.isEmpty() || !zip.contains(workbook))
        return badFile(BadFile::NotAWorkbook);
    CORE_ASSIGN(const auto stream, zip.openEntry(workbook));
    pugi::xml_document document;
    CORE_ASSIGN(const pugi::xml_node root, readXml(*stream, document));
    const pugi::xml_node sheets = childOf(root, "sheets");
    if (!childOf(sheets, "sheet"))
        return badFile(BadFile::NotAWorkbook, u"no sheets"_s);
    CORE_ASSIGN(const auto relations, readRelations(zip, workbook));
    WorkbookParts parts;
    if (isTrue(attributeOf(childOf(root, "workbookPr"), "date1904")))
        parts.dateSystem = DateSystem::From1904;
    for (const Relation &relation : relations) {
        if (relation.type == u"styles")
            parts.stylesPart = partOf(zip, workbook, relation.target);
        else if (relation.type == u"sharedStrings")
            parts.sharedStringsPart = partOf(zip, workbook, relation.target);
    }
    for (const pugi::xml_node &sheet : sheets.children()) {
        const char *title = attributeOf(sheet, "name");
        const char *id = prefixedAttributeOf(sheet, "id");
        const char *state = attributeOf(sheet, "state");
        if (localName(sheet) != "sheet" || !title || !id)
            continue;
        const Relation relation = relations.value(QString::fromUtf8(id));
        if (relation.type == u"worksheet") {
            parts.sheets.push_back({QString::fromUtf8(title), partOf(zip, workbook, relation.target),
                                    state && std::string_view(state) != "visible"});
        }
    }
    if (parts.sheets.empty())
        return badFile(BadFile::NotAWorkbook, u"no worksheets"_s);
    return parts;
}

Result<std::vector<CellFormat>> readNumberFormats(const ZipFile &zip, const QString &part)
{
    std::vector<CellFormat> styles;
    if (part.isEmpty() || !zip.contains(part))
        return styles;
    QHash<int, CellFormat> own;
    CORE_TRY(forEachElement(zip, part, {"numFmts", "numFmt"}, [&](const pugi::xml_node &element) {
        const char *code = attributeOf(element, "formatCode");
        const int id = numberOf(element, "numFmtId");
        own.insert(id, cellFormat(id, QString::fromUtf8(code ? code : "")));
        return own.size() <= maxStyles;
    }));
    CORE_TRY(forEachElement(zip, part, {"cellXfs", "xf"}, [&](const pugi::xml_node &element) {
        const int id = numberOf(element, "numFmtId");
        const auto found = own.constFind(id);
        styles.push_back(found != own.constEnd() ? *found : cellFormat(id, {}));
        return styles.size() <= size_t(maxStyles);
    }));
    return styles;
}

std::string_view textOfRuns(const pugi::xml_node &element, std::string &buffer)
{
    const pugi::xml_node first = element.first_child();
    if (localName(first) == "t" && !first.next_sibling())
        return first.child_value();
    buffer.clear();
    // <t> of the text itself and of its runs <r>; not of <rPh>, which says how it is read aloud.
    for (const pugi::xml_node &part : element.children()) {
        if (localName(part) == "t")
            buffer += part.child_value();
        else if (localName(part) == "r")
            buffer += childOf(part, "t").child_value();
    }
    return buffer;
}

Result<SharedStrings> readSharedStrings(const ZipFile &zip, const QString &part, const ReadLimits &limits)
{
    const size_t longestKept = (size_t(limits.maxCellCharacters) + 1) * 3; // bytes of a UTF-16 unit
    SharedStrings strings(limits);
    if (part.isEmpty() || !zip.contains(part))
        return strings;
    CORE_ASSIGN(const auto stream, zip.openEntry(part));
    XmlElements elements(*stream, "sst", "si");
    std::string buffer;
    for (;;) {
        CORE_ASSIGN(const pugi::xml_node some, elements.next());
        if (!some)
            return strings;
        for (const pugi::xml_node &element : some.children()) {
            if (localName(element) != "si")
                continue;
            std::string_view text = textOfRuns(element, buffer);
            if (text.find("_x") != std::string_view::npos) {
                buffer =
                    unescapeXstring(QString::fromUtf8(text.data(), qsizetype(text.size()))).toStdString();
                text = buffer;
            }
            // A text too long for a cell is kept long enough to be recognised as such when a cell uses it.
            CORE_TRY(strings.append(text.substr(0, longestKept)));
        }
    }
}

} // namespace core
