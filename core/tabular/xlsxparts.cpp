// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xlsxparts.h"

#include "core/tabular/badfile.h"
#include "core/tabular/xmlparser.h"

#include <QHash>
#include <QUrl>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t stringBlockSize = 1 << 20;
constexpr int maxStyles = 65'536;

struct Relation
{
    QString type; ///< The last word of the type's address: "worksheet".
    QString target;
};

/// \a target of a relation of the part \a base ("xl/workbook.xml") as a name in the zip.
QString resolved(const QString &base, const QString &target)
{
    if (target.startsWith(u'/'))
        return target.mid(1);
    QStringList path = base.split(u'/');
    path.removeLast();
    const QStringList steps = target.split(u'/');
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

/// The name of the part that holds the relations of \a part.
QString relationsPart(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    return part.left(slash + 1) + u"_rels/"_s + part.mid(slash + 1) + u".rels"_s;
}

class RelationsParser : public XmlParser
{
public:
    QHash<QString, Relation> relations;

private:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        const char *id = attributes.value("Id");
        const char *type = attributes.value("Type");
        const char *target = attributes.value("Target");
        const char *mode = attributes.value("TargetMode");
        if (name != "Relationship" || !id || !type || !target ||
            (mode && std::string_view(mode) == "External"))
            return;
        const QString address = QString::fromUtf8(type);
        relations.insert(QString::fromUtf8(id),
                         {address.mid(address.lastIndexOf(u'/') + 1), QString::fromUtf8(target)});
    }
    void endElement(std::string_view) override {}
    void characters(std::string_view) override {}
};

Result<QHash<QString, Relation>> readRelations(const ZipFile &zip, const QString &part)
{
    CORE_ASSIGN(const auto stream, zip.openEntry(relationsPart(part)));
    RelationsParser parser;
    CORE_TRY(parser.parseAll(*stream));
    return std::move(parser.relations);
}

bool isTrue(const char *value)
{
    return value && (std::string_view(value) == "1" || std::string_view(value) == "true");
}

class WorkbookParser : public XmlParser
{
public:
    struct Sheet
    {
        QString name;
        QString relation;
        bool hidden = false;
    };
    std::vector<Sheet> sheets;
    bool from1904 = false;

private:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "workbookPr") {
            from1904 = isTrue(attributes.value("date1904"));
        } else if (name == "sheet") {
            const char *title = attributes.value("name");
            const char *relation = attributes.prefixedValue("id");
            const char *state = attributes.value("state");
            if (title && relation) {
                sheets.push_back({QString::fromUtf8(title), QString::fromUtf8(relation),
                                  state && std::string_view(state) != "visible"});
            }
        }
    }
    void endElement(std::string_view) override {}
    void characters(std::string_view) override {}
};

class StylesParser : public XmlParser
{
public:
    std::vector<bool> dateStyles;

private:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        const char *id = attributes.value("numFmtId");
        if (name == "numFmt" && id) {
            const char *code = attributes.value("formatCode");
            m_codes.insert(std::atoi(id), QString::fromUtf8(code ? code : ""));
            if (m_codes.size() > maxStyles)
                fail(badFile(BadFile::Bomb, u"too many number formats"_s));
        } else if (name == "cellXfs") {
            m_inCellFormats = true;
        } else if (name == "xf" && m_inCellFormats) {
            const int format = id ? std::atoi(id) : 0;
            dateStyles.push_back(isDateFormat(format, m_codes.value(format)));
            if (dateStyles.size() > maxStyles)
                fail(badFile(BadFile::Bomb, u"too many cell styles"_s));
        }
    }
    void endElement(std::string_view name) override
    {
        if (name == "cellXfs")
            m_inCellFormats = false;
    }
    void characters(std::string_view) override {}

    QHash<int, QString> m_codes;
    bool m_inCellFormats = false;
};

class SharedStringsParser : public XmlParser
{
public:
    SharedStringsParser(SharedStrings &strings, const ReadLimits &limits)
        : m_strings(strings)
        , m_limits(limits)
    {}

private:
    void startElement(std::string_view name, const XmlAttributes &) override
    {
        if (name == "si")
            m_text.clear();
        else if (name == "rPh")
            m_inPhonetic = true;
        else if (name == "t")
            m_inText = !m_inPhonetic;
    }
    void endElement(std::string_view name) override
    {
        if (name == "t") {
            m_inText = false;
        } else if (name == "rPh") {
            m_inPhonetic = false;
        } else if (name == "si") {
            if (m_text.find("_x") != std::string::npos)
                m_text = unescapeXstring(QString::fromUtf8(m_text)).toStdString();
            if (!m_strings.append(m_text, m_limits.maxSharedStringBytes))
                fail(badFile(BadFile::Bomb, u"too many shared strings"_s));
        }
    }
    void characters(std::string_view utf8) override
    {
        // A text too long for a cell is kept long enough to be recognised as such when a cell uses it.
        if (m_inText && m_text.size() <= size_t(m_limits.maxCellCharacters) * 4)
            m_text += utf8;
    }

    SharedStrings &m_strings;
    const ReadLimits &m_limits;
    std::string m_text;
    bool m_inText = false;
    bool m_inPhonetic = false;
};

} // namespace

bool isDateFormat(int id, QStringView code)
{
    if (code.isEmpty())
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
               (id >= 50 && id <= 58);
    for (qsizetype i = 0; i < code.size(); ++i) {
        switch (code[i].unicode()) {
        case u'"':
            i = code.indexOf(u'"', i + 1);
            if (i < 0)
                return false;
            break;
        case u'[':
            i = code.indexOf(u']', i + 1);
            if (i < 0)
                return false;
            break;
        case u'\\':
        case u'_':
        case u'*': ++i; break;
        case u';':
            return false; // Only the first section counts: the others are for negative numbers and text.
        case u'y':
        case u'Y':
        case u'm':
        case u'M':
        case u'd':
        case u'D': return true;
        default: break;
        }
    }
    return false;
}

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
        return badFile(BadFile::NotAWorkbook);
    CORE_ASSIGN(const auto packageRelations, readRelations(zip, QString()));
    QString workbook;
    for (const Relation &relation : packageRelations) {
        if (relation.type == u"officeDocument")
            workbook = resolved(QString(), relation.target);
    }
    if (workbook.isEmpty() || !zip.contains(workbook))
        return badFile(BadFile::NotAWorkbook);
    CORE_ASSIGN(const auto stream, zip.openEntry(workbook));
    WorkbookParser parser;
    CORE_TRY(parser.parseAll(*stream));

    if (parser.sheets.empty())
        return badFile(BadFile::NotAWorkbook, u"no sheets"_s);
    CORE_ASSIGN(const auto relations, readRelations(zip, workbook));
    WorkbookParts parts;
    parts.dateSystem = parser.from1904 ? DateSystem::From1904 : DateSystem::From1900;
    for (const Relation &relation : relations) {
        if (relation.type == u"styles")
            parts.stylesPart = resolved(workbook, relation.target);
        else if (relation.type == u"sharedStrings")
            parts.sharedStringsPart = resolved(workbook, relation.target);
    }
    for (const WorkbookParser::Sheet &sheet : parser.sheets) {
        const Relation relation = relations.value(sheet.relation);
        if (relation.type == u"worksheet")
            parts.sheets.push_back({sheet.name, resolved(workbook, relation.target), sheet.hidden});
    }
    if (parts.sheets.empty())
        return badFile(BadFile::NotAWorkbook, u"no worksheets"_s);
    return parts;
}

Result<std::vector<bool>> readDateStyles(const ZipFile &zip, const QString &part)
{
    if (part.isEmpty() || !zip.contains(part))
        return std::vector<bool>();
    CORE_ASSIGN(const auto stream, zip.openEntry(part));
    StylesParser parser;
    CORE_TRY(parser.parseAll(*stream));
    return std::move(parser.dateStyles);
}

Result<SharedStrings> SharedStrings::read(const ZipFile &zip, const QString &part, const ReadLimits &limits)
{
    SharedStrings strings;
    if (part.isEmpty() || !zip.contains(part))
        return strings;
    CORE_ASSIGN(const auto stream, zip.openEntry(part));
    SharedStringsParser parser(strings, limits);
    CORE_TRY(parser.parseAll(*stream));
    return strings;
}

QString SharedStrings::at(size_t index) const
{
    quint32 length = 0;
    std::memcpy(&length, m_positions[index], sizeof(length));
    return QString::fromUtf8(m_positions[index] + sizeof(length), qsizetype(length));
}

bool SharedStrings::append(std::string_view utf8, qint64 limit)
{
    const size_t needed = sizeof(quint32) + utf8.size();
    m_bytes += qint64(needed + sizeof(char *));
    if (m_bytes > limit)
        return false;
    if (m_blocks.empty() || m_capacity - m_used < needed) {
        m_capacity = std::max(stringBlockSize, needed);
        m_blocks.push_back(std::make_unique<char[]>(m_capacity));
        m_used = 0;
    }
    char *at = m_blocks.back().get() + m_used;
    const auto length = quint32(utf8.size());
    std::memcpy(at, &length, sizeof(length));
    std::memcpy(at + sizeof(length), utf8.data(), utf8.size());
    m_used += needed;
    m_positions.push_back(at);
    return true;
}

} // namespace core
