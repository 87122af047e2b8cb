// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QLatin1StringView>
#include <QWidget>

/// The part of \a whole with this object name; without it the test ends.
template<typename W>
W *partOf(const QWidget &whole, const char *name)
{
    INFO("part " << name);
    W *found = whole.findChild<W *>(QLatin1StringView(name));
    REQUIRE(found);
    return found;
}
