// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QIcon>

#include <optional>

class QPainter;
class QRectF;

namespace ui {

/// Signs drawn from paths on a grid of 16, so that they are crisp at 100–200 % and need no files.
enum class Icon {
    Home,
    Organization,
    Person,
    Place,
    Map,
    Filing,
    Party,
    Inspection,
    Service,
    Evaluation,
    Ranking,
    Warning,
    Report,
    Exchange,
    Search,
    Undo,
    Redo,
    Import,
    Export,
    Print,
    Close,
    ChevronDown,
    ChevronUp,
    ChevronLeft,
    ChevronRight,
    Triangle,
    Diamond,
    Dot,
    Plus,
    Minus,
    Check,
    Columns,
    Settings,
    Calendar,
    More,
    Filter,
    Attachment,
    Eye,
    Clock,
    Refresh,
    Edit,
    Trash,
    Folder,
    History,
    Save,
    Star,
    Back,
    Forward,
    Backup,
    Lock,
};

/// Draws \a icon in the middle of \a rect, as large as its shorter side.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color);

/// For buttons and menus. Takes the colour of the text it stands beside (ink, disabled, on a primary
/// button white) from the theme at the time of painting, unless \a tone is given.
QIcon icon(Icon icon, std::optional<Tone> tone = {});

/// The program's own icon, for windows and the about box.
QIcon programIcon();

/// The sign that belongs to a tone: ▲ late, ◆ soon, ● fine; none otherwise.
std::optional<Icon> signOf(Tone tone);

} // namespace ui
