// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/encoding.h"
#include "core/tabular/zipfile.h"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// The name of an element without its namespace prefix.
std::string_view localName(const pugi::xml_node &element);
/// The value of the attribute \a name, with or without a namespace prefix; nullptr when it is not there.
const char *attributeOf(const pugi::xml_node &element, std::string_view name);
/// True of the value of an attribute that says so; nullptr is false.
bool isTrue(const char *value);
/// Like attributeOf(), but only an attribute that has a prefix (r:id beside id).
const char *prefixedAttributeOf(const pugi::xml_node &element, std::string_view name);

/// Reads \a stream whole, which must be XML in UTF-8, UTF-16 or GB18030, and gives its root element in \a
/// document. A DOCTYPE (and with it every entity bomb and external file) and parts beyond 16 MB are refused.
Result<pugi::xml_node> readXml(ZipStream &stream, pugi::xml_document &document);
/// The same of \a utf8.
Result<pugi::xml_node> parseXml(std::string_view utf8, pugi::xml_document &document);

/// The bytes of a part of a workbook as UTF-8. Takes UTF-16 and, where the XML declares it, GB2312, GBK and
/// GB18030.
class XmlText
{
public:
    explicit XmlText(ZipStream &stream)
        : m_stream(stream)
    {}
    /// Appends the next piece to \a text; false when that was the last.
    Result<bool> read(std::string &text);

private:
    ZipStream &m_stream;
    bool m_begun = false;
    std::optional<TextDecoder> m_decoder; ///< Of a part that is not in UTF-8.
    bool m_isGb18030 = false;
};

/// Cuts the equal elements that an XML part consists of ("row" in "sheetData") out of it as it is inflated,
/// so that a part of any size takes little memory. Of what stands around them only a DOCTYPE matters.
class XmlElements
{
public:
    XmlElements(ZipStream &stream, std::string_view container, std::string_view element)
        : m_text(stream)
        , m_container(container)
        , m_element(element)
    {}

    /// Some more of the elements, as the children of a node that is valid until the next call; an empty node
    /// at the end. Among them may be other nodes, for the caller to pass over. Endless tags and elements
    /// beyond 16 MB are refused.
    Result<pugi::xml_node> next();

private:
    Status skipToContainer();
    /// Finds the start tag of the container in the buffer and cuts it off, with all before it.
    bool takeContainer();
    /// How much of the buffer is whole elements; takes in more until there is something.
    Result<size_t> wholeElements();
    bool isInEndlessTag() const;
    /// To the end of the part, where its checksum is.
    Status skipRest();

    XmlText m_text;
    std::string m_container; ///< With the prefix of the part once that is known; the element too.
    std::string m_element;
    std::string m_buffer;
    std::string m_rest;
    pugi::xml_document m_document;
    bool m_begun = false;
    bool m_atEnd = false;
};

} // namespace core
