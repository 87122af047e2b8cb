// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xmlelements.h"

#include "core/tabular/badfile.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t xmlPiece = 64 * 1024;
// A tree takes up to sixteen times the memory of its text.
constexpr size_t longestPart = size_t(16) << 20;
constexpr size_t longestElement = size_t(16) << 20;
constexpr size_t longestTag = size_t(4) << 20;

// Texts of blanks are texts; blanks between elements are nothing.
constexpr unsigned parseFlags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata;

std::string_view withoutPrefix(const char *name)
{
    const char *colon = std::strchr(name, ':');
    return colon ? colon + 1 : name;
}

bool endsName(char c)
{
    return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Text in another encoding would come out as other characters than were meant.
Status checkEncoding(std::string_view text)
{
    if (QByteArrayView(text.data(), qsizetype(text.size())).isValidUtf8())
        return ok();
    return badFile(BadFile::Damaged, u"XML is not UTF-8"_s);
}

/// True when the XML declaration at the front of \a head names GB18030 or what it contains.
bool declaresGb18030(const QByteArrayView &head)
{
    constexpr qsizetype longestDeclaration = 256;
    if (!head.startsWith("<?xml"))
        return false;
    QByteArray declaration = head.first(std::min(head.size(), longestDeclaration)).toByteArray().toLower();
    declaration.truncate(std::max<qsizetype>(declaration.indexOf("?>"), 0));
    const qsizetype at = declaration.indexOf("encoding");
    const QList<QByteArray> quoted =
        declaration.mid(std::max<qsizetype>(at, 0)).replace('\'', '"').split('"');
    if (at < 0 || quoted.size() < 2)
        return false;
    const QByteArray name = quoted[1].trimmed();
    return name.startsWith("gb") || name == "x-gbk" || name == "cp936" || name == "windows-936";
}

Status checkParsed(const pugi::xml_parse_result &parsed)
{
    if (parsed.status == pugi::status_ok)
        return ok();
    return badFile(BadFile::Damaged,
                   u"XML: %1 at %2"_s.arg(QString::fromLatin1(parsed.description())).arg(parsed.offset));
}

/// True of "" and "x:".
bool isPrefix(std::string_view text)
{
    return text.empty() || text.find_first_of(": \t\r\n/!?\"'=") == text.size() - 1;
}

} // namespace

std::string_view localName(const pugi::xml_node &element)
{
    return withoutPrefix(element.name());
}

const char *attributeOf(const pugi::xml_node &element, std::string_view name)
{
    for (const pugi::xml_attribute &attribute : element.attributes()) {
        if (name == attribute.name())
            return attribute.value();
    }
    return prefixedAttributeOf(element, name);
}

bool isTrue(const char *value)
{
    return value && (std::string_view(value) == "1" || std::string_view(value) == "true");
}

const char *prefixedAttributeOf(const pugi::xml_node &element, std::string_view name)
{
    for (const pugi::xml_attribute &attribute : element.attributes()) {
        if (std::strchr(attribute.name(), ':') && withoutPrefix(attribute.name()) == name)
            return attribute.value();
    }
    return nullptr;
}

Result<pugi::xml_node> readXml(ZipStream &stream, pugi::xml_document &document)
{
    XmlText source(stream);
    std::string text;
    for (;;) {
        CORE_ASSIGN(const bool more, source.read(text));
        if (!more)
            break;
        if (text.size() > longestPart)
            return badFile(BadFile::Bomb, u"XML part too large"_s);
    }
    return parseXml(text, document);
}

Result<pugi::xml_node> parseXml(std::string_view utf8, pugi::xml_document &document)
{
    CORE_TRY(checkEncoding(utf8));
    CORE_TRY(checkParsed(document.load_buffer(utf8.data(), utf8.size(), parseFlags | pugi::parse_doctype,
                                              pugi::encoding_utf8)));
    for (const pugi::xml_node &node : document.children()) {
        if (node.type() == pugi::node_doctype)
            return badFile(BadFile::ForbiddenXml, u"DOCTYPE"_s);
    }
    return document.document_element();
}

Result<bool> XmlText::read(std::string &text)
{
    const size_t before = text.size();
    text.resize(before + xmlPiece);
    CORE_ASSIGN(const int got, m_stream.read(text.data() + before, int(xmlPiece)));
    text.resize(before + size_t(got));
    const QByteArrayView bytes(text.data() + before, got);
    if (!m_begun) {
        m_begun = true;
        if (bytes.startsWith("\xFF\xFE") || bytes.startsWith(QByteArrayView("<\0", 2)))
            m_decoder.emplace(TextEncoding::Utf16Le);
        else if (bytes.startsWith("\xFE\xFF") || bytes.startsWith(QByteArrayView("\0<", 2)))
            m_decoder.emplace(TextEncoding::Utf16Be);
        m_isGb18030 = declaresGb18030(bytes);
        if (m_isGb18030)
            m_decoder.emplace(TextEncoding::Gb18030);
    }
    if (m_decoder) {
        const QString decoded = m_decoder->decode(bytes);
        if (m_isGb18030 && decoded.contains(QChar::ReplacementCharacter))
            return badFile(BadFile::Damaged, u"XML is not GB18030"_s);
        const std::string utf8 = decoded.toStdString();
        text.resize(before);
        text += utf8;
    }
    return got > 0;
}

bool XmlElements::takeContainer()
{
    for (size_t at = m_buffer.find(m_container); at != std::string::npos;
         at = m_buffer.find(m_container, at + 1)) {
        const size_t open = m_buffer.rfind('<', at);
        const size_t end = m_buffer.find('>', at);
        if (open == std::string::npos || end == std::string::npos ||
            !endsName(m_buffer[at + m_container.size()]))
            continue;
        const std::string prefix = m_buffer.substr(open + 1, at - open - 1);
        if (!isPrefix(prefix))
            continue;
        m_container.insert(0, prefix);
        m_element.insert(0, prefix);
        m_atEnd = m_buffer[end - 1] == '/';
        m_buffer.erase(0, end + 1);
        return true;
    }
    return false;
}

Status XmlElements::skipToContainer()
{
    for (;;) {
        CORE_ASSIGN(const bool more, m_text.read(m_buffer));
        if (const size_t doctype = m_buffer.find("<!DOCTYPE");
            doctype != std::string::npos && doctype < m_buffer.find(m_container))
            return badFile(BadFile::ForbiddenXml, u"DOCTYPE"_s);
        if (takeContainer())
            return ok();
        if (!more) {
            m_atEnd = true; // a worksheet without cells
            return ok();
        }
        // What stands before the container is of no use, but for a tag that is cut.
        m_buffer.erase(0, std::min(m_buffer.rfind('<'), m_buffer.size()));
        if (m_buffer.size() > longestTag)
            return badFile(BadFile::Bomb, u"endless XML tag"_s);
    }
}

bool XmlElements::isInEndlessTag() const
{
    const size_t open = m_buffer.rfind('<');
    return open != std::string::npos && m_buffer.size() - open > longestTag &&
           m_buffer.find('>', open) == std::string::npos;
}

Result<size_t> XmlElements::wholeElements()
{
    const std::string start = '<' + m_element;
    const std::string end = "</" + m_container;
    size_t from = 0;
    size_t checked = longestTag;
    for (;;) {
        // What begins last may not be whole yet; all before it is.
        const std::string_view window = std::string_view(m_buffer).substr(from);
        size_t last = window.rfind(start);
        while (last != std::string_view::npos && last > 0 &&
               (last + start.size() == window.size() || !endsName(window[last + start.size()])))
            last = window.rfind(start, last - 1);
        const bool isFound = last != std::string_view::npos && last > 0;
        if (const size_t closing = window.find(end, isFound ? last : 0); closing != std::string_view::npos) {
            m_atEnd = true;
            return from + closing;
        }
        if (isFound)
            return from + last;
        from = m_buffer.size() - std::min(m_buffer.size(), std::max(start.size(), end.size()) + 1);
        CORE_ASSIGN(const bool more, m_text.read(m_buffer));
        if (!more)
            return badFile(BadFile::Damaged, u"XML ends within "_s + QString::fromStdString(m_container));
        if (m_buffer.size() > checked) {
            checked += longestTag;
            if (m_buffer.size() > longestElement || isInEndlessTag())
                return badFile(BadFile::Bomb, u"endless XML element"_s);
        }
    }
}

Status XmlElements::skipRest()
{
    for (;;) {
        m_rest.clear();
        CORE_ASSIGN(const bool more, m_text.read(m_rest));
        if (!more)
            return ok();
    }
}

Result<pugi::xml_node> XmlElements::next()
{
    if (!m_begun) {
        m_begun = true;
        CORE_TRY(skipToContainer());
    } else if (!m_atEnd) {
        std::swap(m_buffer, m_rest);
        // Small pieces would cost more than what is in them.
        CORE_TRY(m_text.read(m_buffer));
    }
    if (m_atEnd) {
        CORE_TRY(skipRest());
        return pugi::xml_node();
    }
    CORE_ASSIGN(const size_t size, wholeElements());
    m_rest.assign(m_buffer, size);
    m_buffer.resize(size);
    CORE_TRY(checkEncoding(m_buffer));
    CORE_TRY(checkParsed(m_document.load_buffer_inplace(
        m_buffer.data(), m_buffer.size(), parseFlags | pugi::parse_fragment, pugi::encoding_utf8)));
    return m_document;
}

} // namespace core
