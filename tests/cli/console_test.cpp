// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console of Windows, whose code page is 936 in China and 65001 for some.
#include "tests/cli/clirun.h"

#include <windows.h>

using namespace Qt::StringLiterals;

namespace {

/// A page of a console that another program can write to, and that can be read.
class ConsolePage
{
public:
    ConsolePage()
    {
        AllocConsole(); // fails where there is one already
        if (!create()) {
            // What a program that was started from a shell of Linux has under Wine is no whole console.
            FreeConsole();
            REQUIRE(AllocConsole());
            create();
        }
        REQUIRE(m_handle != INVALID_HANDLE_VALUE);
        REQUIRE(SetConsoleScreenBufferSize(m_handle, {columns, rows}));
    }
    ~ConsolePage() { CloseHandle(m_handle); }
    ConsolePage(const ConsolePage &) = delete;
    ConsolePage &operator=(const ConsolePage &) = delete;

    HANDLE handle() const { return m_handle; }

    /// All that stands on it, without blanks: how many cells a Chinese character takes is the console's
    /// affair.
    QString text() const
    {
        QString all(columns * rows, u' ');
        DWORD count = 0;
        REQUIRE(ReadConsoleOutputCharacterW(m_handle, reinterpret_cast<wchar_t *>(all.data()), columns * rows,
                                            {0, 0}, &count));
        all.truncate(qsizetype(count));
        return all.remove(u' ').remove(QChar(0));
    }

private:
    bool create()
    {
        SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
        m_handle = CreateConsoleScreenBuffer(GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                             &inherited, CONSOLE_TEXTMODE_BUFFER, nullptr);
        return m_handle != INVALID_HANDLE_VALUE;
    }

    static constexpr SHORT columns = 120;
    static constexpr SHORT rows = 200;
    HANDLE m_handle = INVALID_HANDLE_VALUE;
};

} // namespace

TEST_CASE("a console of Windows shows Chinese under code page 936 and 65001, and keeps its code page")
{
    const UINT codePage = GENERATE(936U, 65001U);
    const ConsolePage page;
    REQUIRE(SetConsoleOutputCP(codePage));
    QProcess process;
    process.setCreateProcessArgumentsModifier([&](QProcess::CreateProcessArguments *arguments) {
        arguments->startupInfo->hStdOutput = page.handle();
        arguments->startupInfo->hStdError = page.handle();
        arguments->flags &= ~DWORD(CREATE_NO_WINDOW); // that would give it a console of its own
    });
    process.start(programBeside(u"shanzhi-cli"_s), {u"--help"_s});
    REQUIRE(process.waitForFinished(60'000));
    CHECK(process.exitCode() == 0);
    const QString text = page.text();
    INFO(text.toStdString());
    CHECK(text.startsWith(u"用法：shanzhi-cli动词"_s));
    CHECK(text.contains(u"每个动词都有--help和--json。"_s));
    CHECK(GetConsoleOutputCP() == codePage);
}

TEST_CASE("what goes to another program is UTF-8 with plain line ends under every code page")
{
    const CliRun run = runCli({u"--help"_s});
    CHECK(run.out.startsWith(u"用法：shanzhi-cli 动词 …\n"_s));
    CHECK_FALSE(run.out.contains(u'\r'));
}
