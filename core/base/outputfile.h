// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSaveFile>
#include <QStringList>

#include <array>
#include <memory>

namespace core {

/// What SQLite puts beside a data file that is being written: the name of the file and one of these.
inline constexpr std::array sideFiles{QLatin1StringView("-wal"), QLatin1StringView("-journal"),
                                      QLatin1StringView("-shm")};
/// What the program puts beside a data file that it has open for writing.
inline constexpr QLatin1StringView lockFile(".lock");

/// Lets a write beyond a limit on the size of files fail, as one on a full disk does, instead of ending the
/// program. Once, first of all.
void failBeyondFileLimits();

/// What may become of a file that is there already.
enum class Existing {
    Keep,    ///< It stays: nothing is written.
    Replace, ///< Somebody said that it may go: by --force, or to the question of a file dialog.
};

/// Where something is to be written. Made of a name alone, it replaces nothing.
struct Output
{
    Output(QString name, Existing said = Existing::Keep, QStringList kept = {})
        : path(std::move(name))
        , existing(said)
        , spared(std::move(kept))
    {}
    /// The same place, where \a files are not to be written over either.
    Output sparing(const QStringList &files) const { return {path, existing, spared + files}; }

    QString path;
    Existing existing;
    /// What is open or being read: never written over, whatever was said, by whatever name or link. A folder
    /// stands for all files that are in it.
    QStringList spared;
};

/// Whether both names lead to one file, also by links; of files that do not exist yet, whether they would.
bool isSameFile(const QString &a, const QString &b);

/// Whether a file may be written there: the folder exists (else NotFound), the system can keep the name, and
/// nothing is in the way (Conflict; InvalidInput for what is spared, and for a name under which a data file,
/// whosever, has its log or lock: SQLite would take what is written for the log).
Status checkPlace(const Output &output);
/// The same for anything but a data file, which is never written over by something else.
Status checkOutput(const Output &output);

/// Storage, with the numbers in the sentence, when fewer than \a bytes are free where \a folder is.
Status checkRoom(const QString &folder, qint64 bytes);

/// Why the system makes no file in \a folder, as the end of a sentence on a file there: it may not be
/// written, or its disk (the part of it that this user may fill) is full.
QString whyNothingCanBeMade(const QString &folder);

/// What is said of a file at \a path that could not be written to its end: whether one that stands there is
/// still the old one. \a detail goes to the log.
Error writeFailed(const QString &path, const QString &detail);

/// A file that is written for somebody to use: a table, a report, an attachment. It appears under its name,
/// whole and on the disk, with commit(), readable for its owner only; without that nothing is left behind,
/// and a file that was there stays as it was.
class OutputFile
{
public:
    static Result<std::unique_ptr<OutputFile>> create(const Output &output);

    /// For whoever writes to a device and does not look whether it worked: commit() does.
    QIODevice &device() { return m_file; }
    Status write(const QByteArray &bytes);
    /// Storage when not every byte has reached the disk.
    Status commit();

private:
    /// Writes all that is asked for or fails. A disk that is nearly full takes a part, and whoever writes a
    /// PDF stops there without a word.
    class WholeFile : public QSaveFile
    {
    public:
        using QSaveFile::QSaveFile;

    protected:
        qint64 writeData(const char *data, qint64 size) override;
    };

    explicit OutputFile(const QString &path)
        : m_file(path)
    {}
    WholeFile m_file;
};

/// Gives \a whole, a finished and closed file, the name of \a output in one step, once all of it is on the
/// disk. When that fails \a whole is removed, and what was there stays.
Status takeName(const QString &whole, const Output &output);

} // namespace core
