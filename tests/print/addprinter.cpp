// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Gives Wine a PostScript printer that hands its jobs to a command, for packaging/windows/verify:
//   add_printer PRINTER.ppd COMMAND
#include <windows.h>

#include <winspool.h>

#include <cstdio>
#include <string>

namespace {

std::wstring wide(const char *text)
{
    std::wstring result(MultiByteToWideChar(CP_ACP, 0, text, -1, nullptr, 0), L'\0');
    MultiByteToWideChar(CP_ACP, 0, text, -1, result.data(), int(result.size()));
    return result;
}

int failed(const char *what)
{
    std::printf("%s: %lu\n", what, GetLastError());
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3)
        return 2;
    std::wstring ppd = wide(argv[1]);
    std::wstring port = L"|" + wide(argv[2]);
    std::wstring name = L"Proof";
    std::wstring driver = L"Proof PostScript";
    std::wstring environment = L"Windows x64";
    std::wstring module = L"wineps.drv";
    std::wstring raw = L"RAW";
    std::wstring processor = L"winprint";
    DRIVER_INFO_3W driverInfo{};
    driverInfo.cVersion = 3;
    driverInfo.pName = driver.data();
    driverInfo.pEnvironment = environment.data();
    driverInfo.pDriverPath = module.data();
    driverInfo.pDataFile = ppd.data();
    driverInfo.pConfigFile = module.data();
    driverInfo.pDefaultDataType = raw.data();
    if (!AddPrinterDriverExW(nullptr, 3, reinterpret_cast<BYTE *>(&driverInfo),
                             APD_COPY_NEW_FILES | APD_COPY_FROM_DIRECTORY))
        return failed("driver");
    PRINTER_INFO_2W printer{};
    printer.pPrinterName = name.data();
    printer.pPortName = port.data();
    printer.pDriverName = driver.data();
    printer.pPrintProcessor = processor.data();
    printer.pDatatype = raw.data();
    if (!AddPrinterW(nullptr, 2, reinterpret_cast<BYTE *>(&printer)))
        return failed("printer");
    return SetDefaultPrinterW(name.data()) ? 0 : failed("default printer");
}
