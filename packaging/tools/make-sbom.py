#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the bill of materials (SPDX 2.3, JSON) of a release: its files, what they hold and what they link to.

usage: make-sbom.py VERSION OUTPUT.spdx.json FILE…

The components are those of resources/notices/components.json; where it names no version, it is that of the Debian
package they were built with, asked from dpkg. The time is SOURCE_DATE_EPOCH; the same files give the same bytes.
"""
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# How the packages of a system carry a library; the source archive only needs it.
RELATION = {".deb": "DYNAMIC_LINK", ".exe": "CONTAINS", ".zip": "CONTAINS"}


def spdx_id(text):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]+", "-", text)


def digest(path, algorithm):
    return hashlib.new(algorithm, path.read_bytes()).hexdigest()


def debian_version(package):
    asked = subprocess.run(["dpkg-query", "-W", "-f=${Version} ${source:Package}", package], capture_output=True, text=True)
    version, _, source = asked.stdout.strip().partition(" ")
    return version, source


def component_package(number, component):
    package = {
        "SPDXID": f"SPDXRef-Component-{number}",
        "name": component["name"],
        "downloadLocation": component.get("source", "NOASSERTION"),
        "filesAnalyzed": False,
        "licenseConcluded": component["licence"],
        "licenseDeclared": component["licence"],
        "copyrightText": "Copyright " + component["copyright"],
        "comment": component["use"],
    }
    if "version" in component:
        package["versionInfo"] = component["version"]
    version, source = debian_version(component["debian"]) if "debian" in component else ("", "")
    if version:
        package["versionInfo"] = version
        package["sourceInfo"] = f"source package {source} of Debian"
        package["externalRefs"] = [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{component['debian']}@{version}",
        }]
    return package


def release_file(version, path):
    return {
        "SPDXID": spdx_id(path.name),
        "name": "shanzhi",
        "versionInfo": version,
        "packageFileName": path.name,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "GPL-3.0-or-later",
        "licenseDeclared": "GPL-3.0-or-later",
        "copyrightText": "Copyright 2026 The Shanzhi authors",
        "checksums": [{"algorithm": name.upper(), "checksumValue": digest(path, name)} for name in ("sha1", "sha256")],
    }


def holds(ending, delivery):
    """How a file of a release stands to a component, or None."""
    if delivery == "source":
        return "CONTAINS"
    if ending not in RELATION:
        return "DEPENDS_ON" if delivery in ("library", "linux") else None
    if (delivery == "windows") != (RELATION[ending] == "CONTAINS") and delivery != "library":
        return None
    return RELATION[ending]


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    version, output = sys.argv[1], pathlib.Path(sys.argv[2])
    files = [pathlib.Path(name) for name in sys.argv[3:]]
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or sys.exit("SOURCE_DATE_EPOCH is not set")
    created = datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc)
    components = json.loads((ROOT / "resources/notices/components.json").read_text("utf-8"))
    own, others = components[0], components[1:]
    packages = [release_file(version, path) for path in files]
    described = [package["SPDXID"] for package in packages]
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", each) for each in described]
    source = next((spdx_id(path.name) for path in files if path.name.endswith(".tar.gz")), None)
    for path in files:
        if source and spdx_id(path.name) != source:
            relations.append((spdx_id(path.name), "GENERATED_FROM", source))
    for number, component in enumerate(others, 1):
        stands = [(spdx_id(path.name), holds(path.suffix, component["in"])) for path in files]
        if any(kind for _, kind in stands):
            packages.append(component_package(number, component))
            relations += [(file, kind, f"SPDXRef-Component-{number}") for file, kind in stands if kind]
    seal = hashlib.sha256("".join(digest(path, "sha256") for path in files).encode()).hexdigest()
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"shanzhi-{version}",
        "documentNamespace": f"https://shanzhi.invalid/spdx/shanzhi-{version}-{seal}",
        "creationInfo": {
            "created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Organization: " + own["copyright"].partition(" ")[2], "Tool: make-sbom.py"],
        },
        "documentDescribes": described,
        "packages": packages,
        "relationships": [
            {"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b} for a, kind, b in relations],
    }
    output.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")


main()
