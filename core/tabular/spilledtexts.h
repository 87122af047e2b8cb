// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/workfolder.h"

#include <QByteArray>
#include <QFile>

#include <memory>
#include <string_view>
#include <vector>

namespace core {

/// Texts that are too many for the memory, in a temporary file for its owner only. It has no name while it is
/// in use where the system allows that; elsewhere it goes with the object, or when the next one is made.
class SpilledTexts
{
public:
    /// Storage when no file can be made among the temporary ones.
    static Result<std::unique_ptr<SpilledTexts>> make();

    /// Adds a text. Storage when the disk is full.
    Status append(std::string_view utf8);
    /// The text with number \a index, from 0, of those appended. Quickest one after another.
    Result<QString> at(size_t index);

private:
    /// A piece of the file that is kept in memory.
    struct Page
    {
        quint64 number = ~quint64(0);
        QByteArray bytes;
    };

    SpilledTexts();
    Status writeTail();
    Status read(quint64 position, char *to, size_t size);
    Result<const Page *> page(quint64 number);

    std::unique_ptr<WorkFolder> m_folder = std::make_unique<WorkFolder>();
    QFile m_file;      ///< Closed before the folder is removed.
    QByteArray m_tail; ///< What is not yet in the file.
    quint64 m_written = 0;
    size_t m_count = 0;
    std::vector<quint64>
        m_starts; ///< Where every sixteenth text begins: four bytes of length, then the text.
    std::vector<Page> m_pages;
    size_t m_next = 0; ///< The text behind the one that was read last, and where it begins.
    quint64 m_nextStart = 0;
};

} // namespace core
