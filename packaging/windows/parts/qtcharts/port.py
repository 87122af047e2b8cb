#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the source of Qt Charts 5.15 buildable on Qt 6.4.

Debian 12 has the source package of Qt Charts 5.15, but not of 6.4. Between the two, Qt lost the namespace
QtCharts, QVector became QList, and moc wants to see whole the types that properties point to. The OpenGL
series is left out: without OpenGL, Qt Charts says so and draws as usual.

    port.py SOURCE-PACKAGE TARGET

TARGET/QtCharts then holds all sources and headers side by side, as ../CMakeLists.txt wants them. Every change
must find its place: a source that looks otherwise ends the script.
"""
import re
import shutil
import sys
from pathlib import Path

# (file, what stands there, what shall stand there)
REPLACEMENTS = [
    ("qchartglobal.h", "#include <QtCore/QtGlobal>", "#include <QtCore/QObject>\n#include <QtCore/QtGlobal>"),
    ("qchartglobal.h", "#define QT_CHARTS_NAMESPACE QtCharts\n", ""),
    ("chartpresenter_p.h", "#include <private/glwidget_p.h>\n", ""),
    # QVector is QList: one overload is enough.
    ("qxyseries.h", "    void replace(QList<QPointF> points);\n", ""),
]

# Headers with a property that points to a class they only announce: what they need to know whole.
COMPLETE_TYPES = {
    "qhbarmodelmapper.h": ["QtCharts/qabstractbarseries.h"],
    "qvbarmodelmapper.h": ["QtCharts/qabstractbarseries.h"],
    "qhboxplotmodelmapper.h": ["QtCharts/qboxplotseries.h"],
    "qvboxplotmodelmapper.h": ["QtCharts/qboxplotseries.h"],
    "qcandlestickmodelmapper.h": ["QtCharts/qcandlestickseries.h"],
    "qhpiemodelmapper.h": ["QtCharts/qpieseries.h"],
    "qvpiemodelmapper.h": ["QtCharts/qpieseries.h"],
    "qhxymodelmapper.h": ["QtCharts/qxyseries.h"],
    "qvxymodelmapper.h": ["QtCharts/qxyseries.h"],
}

LEFT_OUT = {"glwidget.cpp", "glwidget_p.h"}


def fail(sentence):
    sys.exit(f"port.py: {sentence}")


def replace_once(path, old, new):
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        fail(f"{path.name}: expected once, found {text.count(old)} times: {old!r}")
    path.write_text(text.replace(old, new), encoding="utf-8")


def remove_function(path, head):
    """Removes the function that begins with head, up to the closing brace in the first column."""
    text = path.read_text(encoding="utf-8")
    begin = text.find(head)
    end = text.find("\n}\n", begin)
    if begin < 0 or end < 0 or text.count(head) != 1:
        fail(f"{path.name}: no single function {head!r}")
    path.write_text(text[:begin] + text[end + 3:], encoding="utf-8")


def main(package, target):
    source = package / "src" / "charts"
    forwards = package / "include" / "QtCharts"
    flat = target / "QtCharts"
    shutil.rmtree(target, ignore_errors=True)
    (flat / "private").mkdir(parents=True)

    for path in sorted(source.rglob("*")):
        if path.suffix not in (".cpp", ".h") or path.name in LEFT_OUT or "doc" in path.relative_to(source).parts:
            continue
        if (flat / path.name).exists():
            fail(f"{path.name} is there twice")
        text = path.read_text(encoding="utf-8").replace("QtCharts::", "").replace("QT_CHARTS_NAMESPACE::", "")
        (flat / path.name).write_text(text, encoding="utf-8")
    for header in flat.glob("*_p.h"):
        (flat / "private" / header.name).write_text(f'#include "../{header.name}"\n')

    for name, old, new in REPLACEMENTS:
        replace_once(flat / name, old, new)
    for name, headers in COMPLETE_TYPES.items():
        text = (flat / name).read_text(encoding="utf-8")
        first = text.index("#include")
        includes = "".join(f"#include <{header}>\n" for header in ["QtCore/QAbstractItemModel"] + headers)
        (flat / name).write_text(text[:first] + includes + text[first:], encoding="utf-8")
    remove_function(flat / "qxyseries.cpp", "void QXYSeries::replace(QList<QPointF> points)\n")

    # <QChart>, <QBarSet>, …: one header for each class, as Qt's own tool would write them.
    classes = 0
    for forward in forwards.glob("Q*"):
        found = re.fullmatch(r'\s*#include "(?:[^"]*/)?(\w+\.h)"\s*', forward.read_text())
        if found and (flat / found[1]).exists():
            (flat / forward.name).write_text(f'#include "{found[1]}"\n')
            classes += 1
    if classes < 50:
        fail(f"only {classes} class headers found")
    print(f"Qt Charts: {len(list(flat.glob('*.cpp')))} sources, {classes} class headers")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
