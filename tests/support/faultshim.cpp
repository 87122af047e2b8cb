// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library (LD_PRELOAD) into a program that is tested: of all that it writes, syncs, cuts,
// renames and removes under one folder, a chosen one fails, or ends the program. SQLite, Qt and the standard
// library all come by here.
//   SHANZHI_FAULT_FOLDER  the folder; elsewhere nothing happens
//   SHANZHI_FAULT_AT      which call, counted from 1
//   SHANZHI_FAULT_MODE    once: it fails; on: it and all after it fail; kill: the program ends before it;
//                         torn: after half of what it writes; count: none fails
//   SHANZHI_FAULT_COUNT   a file to which the number of calls is written at the end, and which failed last
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum class Mode { Count, Once, On, Kill, Torn };

struct Plan
{
    const char *folder = std::getenv("SHANZHI_FAULT_FOLDER");
    long at = 0;
    Mode mode = Mode::Count;

    Plan()
    {
        if (const char *text = std::getenv("SHANZHI_FAULT_AT"))
            at = std::atol(text);
        const char *said = std::getenv("SHANZHI_FAULT_MODE");
        const char *const names[] = {"count", "once", "on", "kill", "torn"};
        for (int i = 0; said && i < 5; ++i) {
            if (std::strcmp(said, names[i]) == 0)
                mode = Mode(i);
        }
    }
    bool covers(const char *path) const
    {
        return folder && path && std::strncmp(path, folder, std::strlen(folder)) == 0;
    }
    bool covers(int file) const
    {
        char link[64];
        char path[PATH_MAX];
        std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        const ssize_t size = folder ? readlink(link, path, sizeof path - 1) : -1;
        if (size < 0)
            return false;
        path[size] = '\0';
        return covers(path);
    }
};

const Plan &plan()
{
    static const Plan plan;
    return plan;
}

std::atomic<long> calls = 0;
std::atomic<const char *> lastFailed = "";

[[noreturn]] void die()
{
    kill(getpid(), SIGKILL);
    _exit(137);
}

/// Counts a call that is covered. True: it fails, with errno set.
bool failsNow(const char *what, int fault)
{
    const long now = ++calls;
    if (plan().mode == Mode::Kill && now == plan().at)
        die();
    const bool fails =
        (plan().mode == Mode::Once && now == plan().at) || (plan().mode == Mode::On && now >= plan().at);
    if (fails) {
        lastFailed = what;
        errno = fault;
    }
    return fails;
}

bool tearsNow()
{
    return plan().mode == Mode::Torn && calls == plan().at;
}

struct Report
{
    ~Report()
    {
        const char *path = std::getenv("SHANZHI_FAULT_COUNT");
        if (!path)
            return;
        char text[64];
        const int size = std::snprintf(text, sizeof text, "%ld %s", calls.load(), lastFailed.load());
        const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        (void)syscall(SYS_write, file, text, size_t(size));
        close(file);
    }
};
const Report report;

} // namespace

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    if (plan().covers(file)) {
        if (failsNow("write", plan().mode == Mode::On ? ENOSPC : EIO))
            return -1;
        if (tearsNow()) {
            (void)syscall(SYS_write, file, bytes, size / 2);
            die();
        }
    }
    return syscall(SYS_write, file, bytes, size);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    if (plan().covers(file)) {
        if (failsNow("write", plan().mode == Mode::On ? ENOSPC : EIO))
            return -1;
        if (tearsNow()) {
            (void)syscall(SYS_pwrite64, file, bytes, size / 2, at);
            die();
        }
    }
    return syscall(SYS_pwrite64, file, bytes, size, at);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    return pwrite64(file, bytes, size, at);
}

int fsync(int file)
{
    return plan().covers(file) && failsNow("fsync", EIO) ? -1 : int(syscall(SYS_fsync, file));
}

int fdatasync(int file)
{
    return plan().covers(file) && failsNow("fdatasync", EIO) ? -1 : int(syscall(SYS_fdatasync, file));
}

int ftruncate64(int file, off64_t size) noexcept
{
    return plan().covers(file) && failsNow("ftruncate", EIO) ? -1 : int(syscall(SYS_ftruncate, file, size));
}

int ftruncate(int file, off_t size) noexcept
{
    return ftruncate64(file, size);
}

int unlinkat(int folder, const char *path, int flags) noexcept
{
    return plan().covers(path) && failsNow("unlink", EIO) ? -1
                                                          : int(syscall(SYS_unlinkat, folder, path, flags));
}

int unlink(const char *path) noexcept
{
    return unlinkat(AT_FDCWD, path, 0);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    return plan().covers(to) && failsNow("rename", EIO)
               ? -1
               : int(syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags));
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    return renameat2(fromFolder, from, toFolder, to, 0);
}

int rename(const char *from, const char *to) noexcept
{
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    return plan().covers(to) && failsNow("link", EIO)
               ? -1
               : int(syscall(SYS_linkat, fromFolder, from, toFolder, to, flags));
}

int link(const char *from, const char *to) noexcept
{
    return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

} // extern "C"
