// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xmlparser.h"

#include "core/tabular/badfile.h"

#include <expat.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int pieceSize = 64 * 1024;
constexpr int maxDepth = 64;
constexpr qint64 maxUnfinishedToken = 4 * 1024 * 1024;

std::string_view withoutPrefix(const char *name)
{
    const char *colon = std::strchr(name, ':');
    return colon ? colon + 1 : name;
}

} // namespace

const char *XmlAttributes::value(std::string_view name) const
{
    for (const char **at = m_list; *at; at += 2) {
        if (name == *at)
            return at[1];
    }
    return prefixedValue(name);
}

const char *XmlAttributes::prefixedValue(std::string_view name) const
{
    for (const char **at = m_list; *at; at += 2) {
        if (std::strchr(*at, ':') && withoutPrefix(*at) == name)
            return at[1];
    }
    return nullptr;
}

struct XmlParser::Handlers
{
    static void XMLCALL start(void *self, const XML_Char *name, const XML_Char **attributes)
    {
        auto *parser = static_cast<XmlParser *>(self);
        if (parser->m_failure)
            return;
        if (++parser->m_depth > maxDepth) {
            parser->fail(badFile(BadFile::Damaged, u"XML nested too deeply"_s));
            return;
        }
        parser->startElement(withoutPrefix(name), XmlAttributes(attributes));
    }
    static void XMLCALL end(void *self, const XML_Char *name)
    {
        auto *parser = static_cast<XmlParser *>(self);
        --parser->m_depth;
        if (!parser->m_failure)
            parser->endElement(withoutPrefix(name));
    }
    static void XMLCALL text(void *self, const XML_Char *data, int size)
    {
        auto *parser = static_cast<XmlParser *>(self);
        if (!parser->m_failure)
            parser->characters(std::string_view(data, size_t(size)));
    }
    static void XMLCALL doctype(void *self, const XML_Char *, const XML_Char *, const XML_Char *, int)
    {
        static_cast<XmlParser *>(self)->fail(badFile(BadFile::ForbiddenXml, u"DOCTYPE"_s));
    }
};

XmlParser::XmlParser()
    : m_parser(XML_ParserCreate(nullptr))
{
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, Handlers::start, Handlers::end);
    XML_SetCharacterDataHandler(m_parser, Handlers::text);
    XML_SetStartDoctypeDeclHandler(m_parser, Handlers::doctype);
}

XmlParser::~XmlParser()
{
    XML_ParserFree(m_parser);
}

void XmlParser::fail(const Error &error)
{
    if (m_failure)
        return;
    m_failure = error;
    XML_StopParser(m_parser, XML_FALSE);
}

Status XmlParser::checkParsed(int status, qint64 size)
{
    if (m_failure)
        return *m_failure;
    if (status != XML_STATUS_OK) {
        return badFile(BadFile::Damaged,
                       u"XML line %1: %2"_s.arg(XML_GetCurrentLineNumber(m_parser))
                           .arg(QString::fromUtf8(XML_ErrorString(XML_GetErrorCode(m_parser)))));
    }
    // Expat keeps an unfinished token in memory: a tag that never ends would fill it.
    m_fed += size;
    const qint64 parsed = std::max<qint64>(XML_GetCurrentByteIndex(m_parser), 0);
    if (m_fed - parsed > maxUnfinishedToken)
        return badFile(BadFile::Bomb, u"endless XML token"_s);
    return ok();
}

Status XmlParser::parseBytes(const char *data, int size, bool last)
{
    return checkParsed(XML_Parse(m_parser, data, size, last), size);
}

Result<bool> XmlParser::parseSome(ZipStream &stream)
{
    void *buffer = XML_GetBuffer(m_parser, pieceSize);
    if (!buffer)
        return badFile(BadFile::Bomb, u"no memory for XML"_s);
    CORE_ASSIGN(const int got, stream.read(static_cast<char *>(buffer), pieceSize));
    CORE_TRY(checkParsed(XML_ParseBuffer(m_parser, got, got == 0), got));
    return got > 0;
}

Status XmlParser::parseAll(ZipStream &stream)
{
    for (;;) {
        CORE_ASSIGN(const bool more, parseSome(stream));
        if (!more)
            return ok();
    }
}

} // namespace core
