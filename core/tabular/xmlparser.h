// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/zipfile.h"

#include <QString>

#include <optional>
#include <string_view>

struct XML_ParserStruct;

namespace core {

/// The attributes of an element, name and value in turn, closed by nullptr.
class XmlAttributes
{
public:
    explicit XmlAttributes(const char **list)
        : m_list(list)
    {}
    /// The value of \a name without its namespace prefix; nullptr when it is not there.
    const char *value(std::string_view name) const;
    /// Like value(), but only an attribute that has a prefix (r:id beside id).
    const char *prefixedValue(std::string_view name) const;

private:
    const char **m_list;
};

/// Reads the XML of a workbook part as it is inflated. DOCTYPE (and with it every entity bomb and external
/// file), endless tags and deep nesting are refused. Element names come without namespace prefix.
class XmlParser
{
public:
    XmlParser();
    virtual ~XmlParser();
    XmlParser(const XmlParser &) = delete;
    XmlParser &operator=(const XmlParser &) = delete;

    /// Parses the next piece of \a stream; false when that was the last.
    Result<bool> parseSome(ZipStream &stream);
    /// Parses all of \a stream.
    Status parseAll(ZipStream &stream);
    /// Parses \a size bytes at \a data; \a last closes the document.
    Status parseBytes(const char *data, int size, bool last);

protected:
    virtual void startElement(std::string_view name, const XmlAttributes &attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    /// Text comes in pieces.
    virtual void characters(std::string_view utf8) = 0;

    /// Stops with \a error.
    void fail(const Error &error);
    bool hasFailed() const { return m_failure.has_value(); }

private:
    struct Handlers;
    Status checkParsed(int status, qint64 size);

    XML_ParserStruct *m_parser = nullptr;
    std::optional<Error> m_failure;
    qint64 m_fed = 0;
    int m_depth = 0;
};

} // namespace core
