# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Debian's mingw-w64, threads as POSIX has them: std::thread and std::mutex need that one.
# SHANZHI_WINDOWS_PREFIX (environment) is where packaging/windows/build puts finished libraries.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triple x86_64-w64-mingw32)

set(CMAKE_C_COMPILER ${triple}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triple}-g++-posix)
set(CMAKE_RC_COMPILER ${triple}-windres)
set(CMAKE_AR ${triple}-gcc-ar-posix CACHE STRING "")
set(CMAKE_RANLIB ${triple}-gcc-ranlib-posix CACHE STRING "")

# moc, rcc and the like are those of this machine.
set(QT_HOST_PATH /usr CACHE PATH "")
file(GLOB host_tools /usr/lib/*/cmake/Qt6CoreTools)
cmake_path(GET host_tools PARENT_PATH host_cmake)
set(QT_HOST_PATH_CMAKE_DIR "${host_cmake}" CACHE PATH "")

set(CMAKE_FIND_ROOT_PATH "$ENV{SHANZHI_WINDOWS_PREFIX}" /usr/${triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
