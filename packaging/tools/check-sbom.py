#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a bill of materials against what SPDX 2.3 asks of a JSON document, and against the files it describes.

usage: check-sbom.py FILE.spdx.json FOLDER

Names, required members and words are those of the SPDX specification 2.3 (2022), sections 6, 7 and 11 and its JSON
schema; of licences, those of the SPDX licence list (Debian's node-spdx-license-ids and node-spdx-exceptions). Only
members that make-sbom.py writes are known here: a new one is to be looked up and added.
"""
import datetime
import hashlib
import json
import pathlib
import re
import sys

LICENCES = "/usr/share/nodejs/spdx-license-ids/index.json"
EXCEPTIONS = "/usr/share/nodejs/spdx-exceptions/index.json"
# Object: (members it must have, members it may have).
MEMBERS = {
    "document": ({"SPDXID", "creationInfo", "dataLicense", "name", "spdxVersion", "documentNamespace"},
                 {"documentDescribes", "packages", "relationships"}),
    "creationInfo": ({"created", "creators"}, set()),
    "package": ({"SPDXID", "downloadLocation", "name"},
                {"versionInfo", "packageFileName", "filesAnalyzed", "licenseConcluded", "licenseDeclared",
                 "copyrightText", "comment", "sourceInfo", "checksums", "externalRefs"}),
    "checksum": ({"algorithm", "checksumValue"}, set()),
    "externalRef": ({"referenceCategory", "referenceLocator", "referenceType"}, set()),
    "relationship": ({"spdxElementId", "relatedSpdxElement", "relationshipType"}, set()),
}
RELATIONSHIPS = {"DESCRIBES", "CONTAINS", "DEPENDS_ON", "DYNAMIC_LINK", "GENERATED_FROM"}
DIGEST_LENGTH = {"SHA1": 40, "SHA256": 64}

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def members(kind, value, where):
    must, may = MEMBERS[kind]
    expect(must <= value.keys(), f"{where}: lacks {sorted(must - value.keys())}")
    expect(value.keys() <= must | may, f"{where}: unknown {sorted(value.keys() - must - may)}")
    expect(all(text != "" for text in value.values()), f"{where}: an empty text")


def licence(expression, known, exceptions, where):
    """Simple expressions only: ID, ID WITH EXCEPTION, joined by AND or OR."""
    for term in re.split(r" (?:AND|OR) ", expression):
        name, _, exception = term.partition(" WITH ")
        expect(name in known, f"{where}: {name} is not in the SPDX licence list")
        expect(not exception or exception in exceptions, f"{where}: unknown exception {exception}")


def check(document, folder):
    known = set(json.loads(pathlib.Path(LICENCES).read_text("utf-8")))
    exceptions = set(json.loads(pathlib.Path(EXCEPTIONS).read_text("utf-8")))
    members("document", document, "document")
    members("creationInfo", document["creationInfo"], "creationInfo")
    expect(document["spdxVersion"] == "SPDX-2.3" and document["dataLicense"] == "CC0-1.0", "version or licence of the data")
    expect(document["SPDXID"] == "SPDXRef-DOCUMENT", "id of the document")
    expect(re.fullmatch(r"https?://[^#\s]+", document["documentNamespace"]), "namespace")
    datetime.datetime.strptime(document["creationInfo"]["created"], "%Y-%m-%dT%H:%M:%SZ")
    for creator in document["creationInfo"]["creators"]:
        expect(re.match(r"(Person|Organization|Tool): \S", creator), f"creator {creator}")
    ids = [document["SPDXID"]]
    described = set()
    for package in document["packages"]:
        where = package.get("packageFileName") or package["name"]
        members("package", package, where)
        ids.append(package["SPDXID"])
        expect(re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", package["SPDXID"]), f"{where}: id {package['SPDXID']}")
        expect(re.match(r"https?://\S+$|NOASSERTION$|NONE$", package["downloadLocation"]), f"{where}: download location")
        for member in ("licenseConcluded", "licenseDeclared"):
            licence(package[member], known, exceptions, where)
        for checksum in package.get("checksums", []):
            members("checksum", checksum, where)
            algorithm, value = checksum["algorithm"], checksum["checksumValue"]
            expect(re.fullmatch(r"[0-9a-f]{%d}" % DIGEST_LENGTH.get(algorithm, 0), value), f"{where}: {algorithm} {value}")
            file = folder / package["packageFileName"]
            expect(file.is_file() and hashlib.new(algorithm, file.read_bytes()).hexdigest() == value,
                   f"{where}: {algorithm} is not that of the file")
            described.add(file.name)
        for reference in package.get("externalRefs", []):
            members("externalRef", reference, where)
            expect(reference["referenceCategory"] == "PACKAGE-MANAGER" and reference["referenceType"] == "purl"
                   and re.fullmatch(r"pkg:deb/debian/[a-z0-9.+-]+@[^\s/]+", reference["referenceLocator"]),
                   f"{where}: {reference['referenceLocator']}")
    expect(len(ids) == len(set(ids)), "an id stands twice")
    for relationship in document["relationships"]:
        where = " ".join(relationship.values())
        members("relationship", relationship, where)
        expect(relationship["relationshipType"] in RELATIONSHIPS, f"{where}: type")
        expect({relationship["spdxElementId"], relationship["relatedSpdxElement"]} <= set(ids), f"{where}: of nothing")
    related = {relationship["relatedSpdxElement"] for relationship in document["relationships"]}
    expect(set(ids[1:]) <= related, f"nothing refers to {sorted(set(ids[1:]) - related)}")
    shipped = {file.name for file in folder.iterdir() if file.is_file()} - {"SHA256SUMS"}
    shipped = {name for name in shipped if not name.endswith(".spdx.json")}
    expect(shipped == described, f"files not described, or not there: {sorted(shipped ^ described)}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    document = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    check(document, pathlib.Path(sys.argv[2]))
    if faults:
        sys.exit("\n".join(["This bill of materials is not valid SPDX 2.3:", *faults]))
    print(f"SPDX 2.3: {len(document['packages'])} packages, {len(document['relationships'])} relationships, all in order")


main()
